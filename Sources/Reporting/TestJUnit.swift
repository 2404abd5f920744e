import Diagnostics
import Planning
import Receivables
import Semantics

extension TestFormat {
  /// For build servers: the XML that JUnit made common, one suite for each file.
  public static let junit = TestFormat(
    name: "junit",
    write: { report, settings, output in
      output.write(JUnitDocument(report: report, language: settings.language).text)
    }
  )
}

private struct JUnitDocument {
  let report: TestReport
  let language: MessageLanguage

  var text: String {
    let outcomes = report.examples.outcomes
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites\(attributes("relance test", outcomes))>\n"
    var files: [Int] = []
    for outcome in outcomes where files.last != outcome.example.range.file {
      files.append(outcome.example.range.file)
    }
    for file in files { write(outcomes.filter { $0.example.range.file == file }, to: &text) }
    return text + "</testsuites>\n"
  }

  private func write(_ outcomes: [ExampleOutcome], to text: inout String) {
    guard let first = outcomes.first else { return }
    let file = report.files.place(of: first.example.range)?.file ?? ""
    text += "  <testsuite\(attributes(file, outcomes))>\n"
    for outcome in outcomes { write(outcome, file, to: &text) }
    text += "  </testsuite>\n"
  }

  private func write(_ outcome: ExampleOutcome, _ file: String, to text: inout String) {
    let line = report.files.place(of: outcome.example.range)?.line ?? 0
    text += "    <testcase"
    text += attribute("name", outcome.example.name)
    text += attribute("classname", outcome.example.account.customer.scenario ?? file)
    text += attribute("file", file)
    text += attribute("line", String(line))
    guard let first = outcome.failures.first else {
      text += "/>\n"
      return
    }
    text += ">\n      <failure\(attribute("message", summary(of: first, outcome.example)))>"
    var details = ""
    for failure in outcome.failures {
      details += summary(of: failure, outcome.example) + "\n"
      for explanation in failure.explanations {
        details += explanation.text(files: report.files, TextSettings(language: language))
      }
    }
    text += xmlText(details) + "</failure>\n    </testcase>\n"
  }

  /// A day in one line, such as `le 19/01/2026 : attendu manuel email ; prévu rien`.
  private func summary(of failure: ExampleOutcome.FailedDay, _ example: Example) -> String {
    let day = failure.expectation.day
    let (expected, planned) = failure.sides(of: example)
    return Message(
      fr: "le \(day.frenchDescription) : attendu \(expected) ; prévu \(planned)",
      en: "\(day): expected \(expected); planned \(planned)"
    ).text(in: language)
  }

  private func attributes(_ name: String, _ outcomes: [ExampleOutcome]) -> String {
    attribute("name", name)
      + attribute("tests", String(outcomes.count))
      + attribute("failures", String(outcomes.count { !$0.hasPassed }))
  }

  private func attribute(_ name: String, _ value: String) -> String {
    " \(name)=\"\(xmlText(value))\""
  }
}

/// A text as it may stand in an XML element or attribute.
///
/// XML 1.0 has no way to write most control characters, so they become U+FFFD.
private func xmlText(_ text: String) -> String {
  var written = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x26: written += "&amp;"
    case 0x3C: written += "&lt;"
    case 0x3E: written += "&gt;"
    case 0x22: written += "&quot;"
    case 0x09, 0x0D: written += "&#\(scalar.value);"
    case 0x00..<0x0A, 0x0B..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: written += "\u{FFFD}"
    default: written.unicodeScalars.append(scalar)
    }
  }
  return written
}
