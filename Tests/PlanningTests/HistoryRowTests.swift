import Planning
import Receivables
import Testing

@Suite("The rows that actions give in the history")
struct HistoryRowTests {
  /// Scenario, ledger and the rows of 2 February 2026: invoice, step, channels, mode and message.
  static let cases: [(String, String, String, [String])] = [
    (
      "one row for a step of several channels, of the message that was first (R73)",
      "J+7 email + SMS",
      "client C1\nfacture F1 2026-01-26 1000",
      ["F1 · J+7 relance email + SMS · email + SMS · automatique · 2026-02-02/SMS/F1"]
    ),
    (
      "invoices that went out together name the same message, each its own step (R83)",
      "rattrapage direct; J+7 email; J+21 courrier",
      "client C1\nfacture F1 2026-01-26 1000\nfacture F2 2026-01-12 1000",
      [
        "F2 · J+21 relance courrier · courrier · automatique · 2026-02-02/courrier/F2",
        "F1 · J+7 relance email · courrier · automatique · 2026-02-02/courrier/F2",
      ]
    ),
    (
      "a step of machine and person has one row (R98)",
      "J+7 email + appel",
      "client C1\nfacture F1 2026-01-26 1000",
      ["F1 · J+7 relance email + appel · email + appel · manuel · 2026-02-02/appel/F1"]
    ),
    (
      "an answer to an event keeps the event's day",
      "J+7 email; au paiement email",
      "client C1\nfacture F1 2026-01-26 1000\npaiement 2026-01-30 1000",
      [
        "F1 · au paiement remerciement email · email · automatique · 2026-02-02/email/F1 · 2026-01-30"
      ]
    ),
    ("nothing gives nothing", "J+7 email", "client C1\nfacture F1 2026-02-26 1000", []),
  ]

  @Test("rows", arguments: cases)
  func rows(_ promise: String, _ scenario: String, _ ledger: String, _ expected: [String]) throws {
    let ledger = try LedgerText(ledger).ledger
    let day = try #require(CalendarDate(year: 2026, month: 2, day: 2))
    let plan = try Planner(scenario: scenario, ledger: ledger).plan(ledger, on: day)
    let rows = historyRows(of: plan.actions, on: day) { "texte par \($0.channel.rawValue)" }
    let lines = rows.map { row in
      let reminder = row.reminder
      let event = reminder.occurrence.map { " · \($0)" } ?? ""
      return "\(row.invoice) · \(reminder.step) · \(reminder.channel) · \(row.mode.rawValue) · "
        + "\(reminder.messageID ?? "-")\(event)"
    }
    #expect(lines == expected, "\(promise)")
    for row in rows {
      let channels = row.texts.map { $0.channel.rawValue }.sorted()
      #expect(channels == row.reminder.channel.split(separator: " + ").map(String.init).sorted())
      #expect(row.texts.allSatisfy { $0.text == "texte par \($0.channel.rawValue)" })
    }
    var account = try #require(ledger.accounts.first)
    account.record(plan.actions, on: day)
    #expect(
      account.invoices.flatMap(\.reminders).count == rows.count,
      "in memory the same rows are written"
    )
  }
}
