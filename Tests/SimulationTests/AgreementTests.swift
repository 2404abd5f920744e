import Diagnostics
import Planning
import Receivables
import Semantics
import TestSupport
import Testing

@Suite("A simulation equals planning and recording every day")
struct AgreementTests {
  static let assumptions: [PaymentAssumption] = [.none, .actual, .expected, .sampled(seed: 3)]

  @Test("on random ledgers with every setting and moving condition", arguments: 0..<60)
  func random(_ seed: Int) throws {
    var trade = RandomTrade(seed: UInt64(seed))
    let analysis = try Analysis(checked: trade.scenario())
    let from = RandomTrade.firstDay
    try check(
      analysis,
      trade.ledger(),
      from: from,
      to: from.adding(days: 75),
      AgreementTests.assumptions[seed % 4]
    )
  }

  @Test("on the ledgers of the gallery", arguments: GalleryLedger.folders)
  func gallery(_ folder: String) throws {
    let gallery = try GalleryLedger(folder)
    let from = try #require(gallery.firstDay)
    for assumption in AgreementTests.assumptions {
      try check(
        gallery.analysis,
        gallery.ledger,
        from: from,
        to: from.adding(days: 120),
        assumption
      )
    }
  }

  private func check(
    _ analysis: Analysis,
    _ ledger: Ledger,
    from: CalendarDate,
    to: CalendarDate,
    _ assumption: PaymentAssumption
  ) throws {
    let planner = Planner(
      scenarios: analysis.scenarios,
      files: analysis.files,
      exchangeRates: ledger.exchangeRates
    )
    let forecast = PaymentForecast(assumption, from: from, ledger: ledger)
    let simulator = Simulator(planner, from: from, to: to)
    for account in ledger.accounts {
      let account = forecast.applied(to: account)
      let expected = playEveryDay(planner, account, from: from, to: to).map { $0.line }
      let found = simulator.actions(for: account).map { $0.line }
      try #require(found == expected, "\(account.customer.id), \(assumption)")
    }
  }
}

/// The simulation as it is defined: every day is planned, and every action recorded (R98).
///
/// It is slow and simple; the simulator must come to the same.
func playEveryDay(
  _ planner: Planner,
  _ account: CustomerAccount,
  from: CalendarDate,
  to: CalendarDate
) -> [JournalEntry] {
  var account = account
  var entries: [JournalEntry] = []
  var day = from
  while day <= to {
    let actions = planner.plan(account, on: day).actions
    account.record(actions, on: day)
    entries += actions.map { JournalEntry(date: day, action: $0) }
    day = day.adding(days: 1)
  }
  return entries
}

extension JournalEntry {
  /// Everything about the entry, to be compared.
  var line: String {
    let how = [
      action.customer, action.scenario, action.channel.rawValue, action.nature.rawValue,
      action.tone.rawValue, action.mode.rawValue, action.recipient.rawValue,
    ]
    let invoices = action.invoices.map { invoice in
      "\(invoice.id) \(invoice.step) \(invoice.rank) \(invoice.occurrence?.description ?? "-") "
        + "\(invoice.balance) \(invoice.interest ?? -1) \(invoice.indemnity)"
    }
    let reasons = action.reasons.map { $0.message.fr }
    return "\(date) \(how + invoices + reasons)"
  }
}
