import Diagnostics
import Planning
import Receivables
import Semantics

extension TestFormat {
  /// For programs: keys in a promised order.
  public static let json = TestFormat(
    name: "json",
    write: { report, settings, output in
      TestJSON(report: report, language: settings.language).document.write(to: output)
    }
  )
}

private struct TestJSON {
  let report: TestReport
  let language: MessageLanguage

  var document: JSONValue {
    let outcomes = report.examples.outcomes
    var document: JSONObject = [
      "examples": .array(outcomes.map(outcome), .linePerItem),
      "counts": .object(
        [
          "passed": JSONValue(outcomes.count - report.failureCount),
          "failed": JSONValue(report.failureCount),
        ],
        .oneLine
      ),
    ]
    switch report.coverage {
    case .hidden: break
    case .listed:
      let scenarios = report.examples.coverage.scenarios.map(coverage)
      document.append("coverage", .array(scenarios, .linePerItem))
    }
    return .object(document, .linePerItem)
  }

  private func outcome(_ outcome: ExampleOutcome) -> JSONValue {
    .object(
      [
        "name": .string(outcome.example.name),
        "scenario": JSONValue(outcome.example.account.customer.scenario),
        "result": .string(outcome.hasPassed ? "passed" : "failed"),
      ] + place(of: outcome.example.range) + [
        "failures": .array(
          outcome.failures.map { failure($0, of: outcome.example) },
          .linePerItem
        )
      ],
      .linePerItem
    )
  }

  private func failure(_ failure: ExampleOutcome.FailedDay, of example: Example) -> JSONValue {
    .object(
      ["date": .string(failure.expectation.day.description)]
        + place(of: failure.expectation.range) + [
          "actions": .array(
            failure.lines(of: example).map { line in
              .object(
                [
                  "expected": JSONValue(line.expected),
                  "planned": JSONValue(line.planned),
                  "result": .string(line.isMet ? "passed" : "failed"),
                ],
                .oneLine
              )
            },
            .linePerItem
          ),
          "explanations": .array(failure.explanations.map(explanation), .linePerItem),
        ],
      .linePerItem
    )
  }

  private func explanation(_ explanation: Explanation) -> JSONValue {
    let lines = explanation.sections.flatMap { section in
      section.lines.map { line in
        JSONValue.object(
          [
            "section": .string(section.title.text(in: language)),
            "text": .string(line.message.text(in: language)),
          ] + place(of: line.range),
          .oneLine
        )
      }
    }
    return .object(
      [
        "invoice": .string(explanation.invoice),
        "status": JSONValue(explanation.status?.kind.rawValue),
        "reason": JSONValue(explanation.status?.reason.message.text(in: language)),
        "findings": .array(lines, .linePerItem),
      ],
      .linePerItem
    )
  }

  private func coverage(_ scenario: ExampleCoverage.ScenarioCoverage) -> JSONValue {
    .object(
      [
        "scenario": .string(scenario.name),
        "steps": .array(
          scenario.steps.map { step in
            .object(
              [
                "step": .string(step.id),
                "coverage": .string(step.isExercised ? "full" : "none"),
              ] + place(of: step.range),
              .oneLine
            )
          },
          .linePerItem
        ),
        "rules": .array(
          scenario.rules.map { rule in
            .object(
              [
                "rule": .string(rule.text),
                "coverage": .string(coverage(leaving: rule.gap)),
              ] + place(of: rule.range),
              .oneLine
            )
          },
          .linePerItem
        ),
      ],
      .linePerItem
    )
  }

  private func coverage(leaving gap: ExampleCoverage.Gap?) -> String {
    switch gap {
    case nil: "full"
    case .neverHolds: "none"
    case .alwaysHolds: "without_sinon"
    }
  }

  private func place(of range: SourceRange?) -> JSONObject {
    let place = range.flatMap { report.files.place(of: $0) }
    return ["file": JSONValue(place?.file), "line": JSONValue(place?.line)]
  }
}
