import Diagnostics
import Planning
import Receivables
import Semantics

/// A check of scenario files against a ledger: what is true of these customers today.
///
/// Its findings bear the code of the lint that judges the same without a ledger. To add one, write a
/// file with its `LedgerCheck` and add a line to `LedgerCheck.all`.
struct LedgerCheck: Sendable {
  /// The findings about the files of a subject.
  let check: @Sendable (LedgerSubject) -> [Diagnostic]

  /// Every check.
  static let all: [LedgerCheck] = [
    uncoveredToday, waitingForSomeone, pressedCustomers, missingAddresses, missingExchangeRates,
    unknownScenarioNames,
  ]
}

/// What checks look at: scenario files and a ledger, on the day of the check.
final class LedgerSubject {
  /// The files.
  let files: LintSubject
  /// The ledger.
  let ledger: Ledger

  /// A subject of files and a ledger.
  init(_ files: LintSubject, _ ledger: Ledger) {
    self.files = files
    self.ledger = ledger
  }

  /// The day of the check.
  var day: CalendarDate { files.day }

  /// The plan of the day.
  private(set) lazy var plan = plan(on: day)

  /// The customers' accounts by identifier.
  private(set) lazy var accounts: [String: CustomerAccount] = {
    var accounts: [String: CustomerAccount] = [:]
    for account in ledger.accounts { accounts[account.customer.id] = account }
    return accounts
  }()

  /// The plan of a day.
  func plan(on day: CalendarDate) -> Plan {
    Planner(
      scenarios: files.analysis.scenarios,
      files: files.analysis.files,
      exchangeRates: ledger.exchangeRates
    ).plan(ledger, on: day)
  }

  /// The place of what concerns no statement in particular: the first scenario.
  var place: SourceRange {
    files.analysis.scenarios.scenarios.first?.range ?? SourceRange(file: 0, lower: 0, upper: 0)
  }

  /// The scenario of a name that a plan gave.
  func scenario(named name: String?) -> Scenario? {
    files.analysis.scenarios.scenarios.first { $0.name == name }
  }
}

/// The findings of scenario files with a ledger at hand, in reading order: all that `review` finds
/// without one, and what is true of the ledger on the day of the check.
///
/// - Parameters:
///   - subject: the files and the day
///   - ledger: the ledger
/// - Returns: the findings; those of the files alone where they have errors
public func review(_ subject: LintSubject, against ledger: Ledger) -> [Diagnostic] {
  guard !subject.analysis.diagnostics.hasErrors else { return review(subject) }
  let ledgerSubject = LedgerSubject(subject, ledger)
  let facts = LedgerCheck.all.flatMap { $0.check(ledgerSubject) }
  // Whom a step does not reach says more than that it may reach somebody not.
  return review(subject, with: facts).filter { finding in
    !facts.contains { $0.code == finding.code && $0 != finding && $0.range.holds(finding.range) }
  }
}

extension SourceRange {
  /// Whether another stretch lies within this one.
  fileprivate func holds(_ other: SourceRange) -> Bool {
    file == other.file && lower <= other.lower && other.upper <= upper
  }
}

/// The first of some names, in the order of outputs, and how many more there are.
func listed(_ names: [String]) -> Message {
  let shown = names.sorted(by: precedes).prefix(5).joined(separator: ", ")
  let rest = names.count - 5
  guard rest > 0 else { return Message(verbatim: shown) }
  return Message(
    fr: "\(shown) et \(rest) autre\(rest > 1 ? "s" : "")",
    en: "\(shown) and \(rest) more"
  )
}

/// A number of things, with the word for them.
func count(_ number: Int, _ french: String, _ english: String) -> Message {
  Message(
    fr: "\(number) \(french)\(number > 1 ? "s" : "")",
    en: "\(number) \(english)\(number == 1 ? "" : "s")"
  )
}
