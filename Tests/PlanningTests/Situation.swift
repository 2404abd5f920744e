import Diagnostics
import Planning
import Receivables
import Semantics
import Testing

/// A scenario, a ledger, and what the plan of some days must be.
///
/// An expected line begins with its day. `> email relance doux automatique F1 F2` is an action with
/// its invoices; `F1 waiting J+21 relance courrier @2026-01-26` is a status with its step and next
/// day. All that the plan of a day holds must be there, in its order; `-` stands for nothing at all.
struct Situation: CustomTestStringConvertible, Sendable {
  /// What happens between the days.
  enum Course: Sendable {
    /// The ledger stays as it is.
    case asWritten
    /// Every day from the first expected one is planned, and its actions are recorded.
    case played
  }

  let promise: String
  let scenario: String
  let ledger: String
  let expected: String
  let course: Course

  var testDescription: String { promise }

  init(
    _ promise: String,
    _ scenario: String,
    ledger: String,
    _ course: Course = .asWritten,
    expect expected: String
  ) {
    self.promise = promise
    self.scenario = scenario
    self.ledger = ledger
    self.course = course
    self.expected = expected
  }

  /// Plans the days and compares.
  func check() throws {
    var ledger = try LedgerText(ledger).ledger
    let planner = try Planner(scenario: scenario, ledger: ledger)
    let days = try expectedDays()
    var next = try #require(days.first).0
    for (day, lines) in days {
      switch course {
      case .asWritten: break
      case .played:
        while next < day {
          ledger.record(planner.plan(ledger, on: next))
          next = next.adding(days: 1)
        }
      }
      let found = planner.plan(ledger, on: day).lines
      #expect(found == lines, "\(day)")
    }
  }

  private func expectedDays() throws -> [(CalendarDate, [String])] {
    var days: [(CalendarDate, [String])] = []
    for line in expected.split(separator: "\n") {
      let day = try #require(CalendarDate(isoBytes: line.prefix(10).utf8), "\(line)")
      if days.last?.0 != day { days.append((day, [])) }
      let text = String(line.dropFirst(11))
      if text != "-" { days[days.count - 1].1.append(text) }
    }
    return days
  }
}

extension Planner {
  /// A planner for one scenario file without mistakes.
  init(scenario: String, ledger: Ledger) throws {
    let analysis = analyze([SourceText(name: "essai.relance", bytes: Array(scenario.utf8))])
    let mistakes = analysis.diagnostics.filter { $0.severity == .error }
    try #require(mistakes.isEmpty, "\(mistakes.map { $0.message.fr })")
    self.init(
      scenarios: analysis.scenarios,
      files: analysis.files,
      exchangeRates: ledger.exchangeRates
    )
  }
}

extension Plan {
  /// The plan as lines of words: actions, then statuses.
  var lines: [String] {
    actions.map { $0.line } + statuses.map { $0.line }
  }
}

extension PlannedAction {
  fileprivate var line: String {
    var words = [">", channel.rawValue, nature.rawValue, tone.rawValue, mode.rawValue]
    if recipient != .principal { words.append("à \(recipient.rawValue)") }
    words += invoices.map { $0.id }
    return words.joined(separator: " ")
  }
}

extension InvoiceStatus {
  fileprivate var line: String {
    var words = [invoice, kind.rawValue]
    if let step { words.append(step) }
    if let nextOn { words.append("@\(nextOn)") }
    return words.joined(separator: " ")
  }
}

extension Ledger {
  /// Records every action of a plan as done on its day.
  mutating func record(_ plan: Plan) {
    for index in accounts.indices {
      let customer = accounts[index].customer.id
      accounts[index].record(plan.actions.filter { $0.customer == customer }, on: plan.date)
    }
  }
}

extension Planner {
  /// File and line of a place in a scenario read by `init(scenario:ledger:)`.
  static func place(of range: SourceRange, in scenario: String) -> String? {
    let analysis = analyze([SourceText(name: "essai.relance", bytes: Array(scenario.utf8))])
    return analysis.files.place(of: range).map { "\($0.file):\($0.line)" }
  }
}
