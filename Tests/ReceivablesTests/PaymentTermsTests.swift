import Receivables
import Testing

/// The two counts of LAW.md for 45 days and the end of the month, and the plain 60 days.
private let lawTable = [
  ("2026-01-15", "2026-03-31", "2026-03-17", "2026-03-16"),
  ("2026-01-31", "2026-03-31", "2026-03-17", "2026-04-01"),
  ("2026-02-15", "2026-04-30", "2026-04-14", "2026-04-16"),
  ("2024-02-15", "2024-03-31", "2024-04-14", "2024-04-15"),
  ("2026-03-10", "2026-04-30", "2026-05-15", "2026-05-09"),
  ("2026-10-22", "2026-12-31", "2026-12-15", "2026-12-21"),
  ("2026-12-20", "2027-02-28", "2027-02-14", "2027-02-18"),
]

@Suite("Payment terms")
struct PaymentTermsTests {
  @Test("the end of the month is counted as the wording says", arguments: lawTable)
  func dueDates(issued: String, after: String, before: String, plain: String) throws {
    #expect(try due("45 jours fin de mois", issued: issued) == after)
    #expect(try due("fin de mois 45 jours", issued: issued) == before)
    #expect(try due("60 jours", issued: issued) == plain)
  }

  private func due(_ wording: String, issued: String) throws -> String {
    let terms = try #require(PaymentTerms(wording: wording))
    let day = try #require(CalendarDate(isoBytes: issued.utf8))
    return terms.dueDate(issuedOn: day).description
  }
}
