import Diagnostics
import Planning
import Receivables
import Semantics

extension TestFormat {
  /// For people: a line for each example; what failed with expected and planned side by side and the
  /// explanation of the day.
  public static let text = TestFormat(
    name: "text",
    write: { report, settings, output in
      var page = TextPage(settings, to: output)
      for outcome in report.examples.outcomes { page.write(outcome, report.files) }
      if report.coverage == .listed { page.write(report.examples.coverage, report.files) }
      page.writeSummary(of: report)
    }
  )
}

extension TextPage {
  fileprivate mutating func write(_ outcome: ExampleOutcome, _ files: SourceFiles) {
    let name = printable(outcome.example.name)
    if outcome.hasPassed {
      line("\(paint("✓", .success)) \(cut(name, to: width - 2))")
      return
    }
    let place = placeText(of: outcome.example.range, files)
    let room = max(width - 4 - cellWidth(place), 10)
    line(
      "\(paint("✗", .alarm)) \(paint(cut(name, to: room), .strong))  \(paint(place, .faint))"
    )
    for failure in outcome.failures { write(failure, of: outcome.example, files) }
    line()
  }

  private mutating func write(
    _ failure: ExampleOutcome.FailedDay,
    of example: Example,
    _ files: SourceFiles
  ) {
    let day = failure.expectation.day.inWords(settings.language)
    let place = placeText(of: failure.expectation.range, files)
    line()
    line("  \(paint(say(Message(fr: "le \(day)", en: day)), .strong))  \(paint(place, .faint))")
    let lines = failure.lines(of: example)
    let head = ExampleOutcome.FailedDay.Line(
      expected: say(Message(fr: "attendu", en: "expected")),
      planned: say(Message(fr: "prévu", en: "planned")),
      isMet: true
    )
    writeColumns(head, sign: " ", .faint)
    let nothing = say(Message(fr: "rien", en: "rien (nothing)"))
    for (index, row) in lines.enumerated() {
      let isAlone = { (side: [String?]) in index == 0 && side.allSatisfy { $0 == nil } }
      let filled = ExampleOutcome.FailedDay.Line(
        expected: row.expected ?? (isAlone(lines.map(\.expected)) ? nothing : "—"),
        planned: row.planned ?? (isAlone(lines.map(\.planned)) ? nothing : "—"),
        isMet: row.isMet
      )
      writeColumns(filled, sign: row.isMet ? "✓" : "✗", row.isMet ? .success : .alarm)
    }
    for explanation in failure.explanations {
      line()
      passage(explanation.text(files: files, settings))
    }
  }

  /// Two columns with a sign between them.
  private mutating func writeColumns(
    _ row: ExampleOutcome.FailedDay.Line,
    sign: String,
    _ ink: Ink
  ) {
    let column = (width - 9) / 2
    let left = wrapped(row.expected ?? "", to: column)
    let right = wrapped(row.planned ?? "", to: column)
    for index in 0..<max(left.count, right.count) {
      let start = fitted(index < left.count ? left[index] : "", to: column)
      let end = index < right.count ? right[index] : ""
      line("    \(start)  \(index == 0 ? paint(sign, ink) : " ")  \(end)".trimmingEnd)
    }
  }

  // MARK: Coverage

  /// What no example exercises, by scenario; a scenario of which all is exercised says so.
  fileprivate mutating func write(_ coverage: ExampleCoverage, _ files: SourceFiles) {
    line()
    rule(say(Message(fr: "Couverture", en: "Coverage")), .strong)
    for scenario in coverage.scenarios {
      let steps = share(scenario.steps.count { $0.isExercised }, scenario.steps.count, .step)
      let rules = share(scenario.rules.count { $0.gap == nil }, scenario.rules.count, .rule)
      let name = printable(scenario.name)
      paragraph(say(Message(fr: "« \(name) » : ", en: "“\(name)”: ")) + "\(steps), \(rules)")
      for step in scenario.steps where !step.isExercised {
        let gap = Message(
          fr: "étape jamais envoyée : \(step.id)",
          en: "step never sent: \(step.id)"
        )
        write(gap, step.range, files)
      }
      for rule in scenario.rules {
        guard let gap = rule.gap else { continue }
        write(gap.remark(on: rule.text), rule.range, files)
      }
    }
    line()
  }

  private func share(_ count: Int, _ total: Int, _ noun: CountedNoun) -> String {
    let total = noun.counted(total, in: settings.language)
    return say(Message(fr: "\(count) sur \(total)", en: "\(count) of \(total)"))
  }

  private mutating func write(_ gap: Message, _ range: SourceRange, _ files: SourceFiles) {
    let place = placeText(of: range, files)
    var parts = wrapped(say(gap), to: width - 4)
    let room = width - 4 - cellWidth(place)
    if cellWidth(parts.last ?? "") + 2 > room { parts.append("") }
    for (index, part) in parts.enumerated() {
      let mark = index == 0 ? paint("✗", .alarm) : " "
      let isLast = index == parts.count - 1
      line("  \(mark) " + (isLast ? fitted(part, to: room) + paint(place, .faint) : part))
    }
  }

  // MARK: Summary

  fileprivate mutating func writeSummary(of report: TestReport) {
    let total = report.examples.outcomes.count
    let failed = report.failureCount
    let language = settings.language
    let all = CountedNoun.example.counted(total, in: language)
    var parts = [CountedNoun.passed.counted(total - failed, in: language)]
    if failed > 0 { parts.append(CountedNoun.failed.counted(failed, in: language)) }
    let colon = say(Message(fr: " : ", en: ": "))
    paragraph("\(all)\(colon)\(parts.joined(separator: ", "))", failed > 0 ? .alarm : .success)
  }

  private func placeText(of range: SourceRange, _ files: SourceFiles) -> String {
    files.place(of: range).map(\.withoutFolders) ?? ""
  }
}

extension ExampleCoverage.Gap {
  /// What is left unexercised of a rule.
  func remark(on rule: String) -> Message {
    switch self {
    case .neverHolds:
      Message(fr: "règle jamais remplie : \(rule)", en: "rule that never holds: \(rule)")
    case .alwaysHolds:
      Message(fr: "`sinon` jamais suivi : \(rule)", en: "`sinon` never taken: \(rule)")
    }
  }
}

extension String {
  /// The text without the spaces at its end.
  fileprivate var trimmingEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
