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

/// Wordings people use, by the canonical one that says the same.
private let wordings: [(String, [String])] = [
  (
    "30 jours",
    [
      "30 jours", "30 jours net", "30 JOURS NETS", "  30   j ", "30j", "30 j. nets", "net 30",
      "Net 30 days", "30 days", "30", "30 jours date de facture", "à 30 jours",
      "Paiement à 30 jours nets date d'émission de la facture", "30 jours à réception de facture",
      "30 days from receipt of invoice", "30 days from the date of invoice", "30 jrs",
    ]
  ),
  ("60 jours", ["60 j nets", "60 jours net", "payment within 60 days"]),
  ("1 jour", ["1 jour", "1 day"]),
  (
    "à réception",
    [
      "à réception", "A RECEPTION", "a\u{300} re\u{301}ception", "à réception de la facture",
      "comptant", "Comptant net", "due on receipt", "upon receipt", "cash", "paiement comptant",
      "paiement immédiat", "0 jours",
    ]
  ),
  (
    "45 jours fin de mois",
    [
      "45 jours fin de mois", "45 Jours Fin De Mois", "45j fdm", "45 j. FDM", "45jfdm",
      "45 jours nets fin de mois", "45 days end of month", "45 days EOM", "à 45 jours, fin de mois",
      "45 jours date de facture fin de mois",
    ]
  ),
  (
    "fin de mois 45 jours",
    ["fin de mois 45 jours", "fin de mois + 45 jours", "FDM 45", "end of month 45 days", "eom 45"]
  ),
  (
    "fin de mois", ["fin de mois", "Fin du mois", "end of the month", "EOM", "0 jours fin de mois"]
  ),
  (
    "30 jours fin de mois le 10",
    [
      "30 jours fin de mois le 10", "30 j FDM le 10", "30 jours fin de mois, le 10 du mois suivant",
      "30 days end of month on the 10th of the following month", "30 days EOM on the 10th",
    ]
  ),
  ("fin de mois 30 jours le 15", ["fin de mois 30 jours le 15"]),
  ("60 jours le 31", ["60 jours le 31"]),
  ("à réception le 5", ["à réception le 5"]),
]

@Suite("Payment terms")
struct PaymentTermsTests {
  @Test("the end of the month is counted as the wording says", arguments: lawTable)
  func dueDates(issued: String, after: String, before: String, plain: String) throws {
    #expect(try due("45 jours fin de mois", issued: issued) == after)
    #expect(try due("fin de mois 45 jours", issued: issued) == before)
    #expect(try due("60 jours", issued: issued) == plain)
  }

  @Test("people's wordings are understood and written the canonical way", arguments: wordings)
  func understood(canonical: String, wordings: [String]) throws {
    for wording in wordings {
      #expect(PaymentTerms(wording: wording)?.description == canonical, "\(wording)")
    }
    let terms = try #require(PaymentTerms(wording: canonical))
    #expect(PaymentTerms(wording: terms.description) == terms)
  }

  @Test(
    "a wording that says something else is not guessed at",
    arguments: [
      "", " ", "CA10", "NAA8", "net", "jours", "2/10 net 30", "30 60 90 jours", "30.5 jours",
      "1000 jours", "99999999999999999999 jours", "30 jours le 0", "30 jours le 32", "30 jours le",
      "30 jours fin de semaine", "2 mois", "le 10", "30 jours ouvrés", "fin de mois fin de mois",
      "à la livraison", "30 jours comptant", "３０ jours",
    ]
  )
  func notUnderstood(wording: String) {
    #expect(PaymentTerms(wording: wording) == nil)
  }

  @Test(
    "a day of the month is the next one on or after the counted date",
    arguments: [
      // 14 February, the end of February, then the 10th of March.
      ("30 jours fin de mois le 10", "2026-01-15", "2026-03-10"),
      // 1 March is before the 10th, 11 March after it, 10 March on it.
      ("30 jours le 10", "2026-01-30", "2026-03-10"),
      ("30 jours le 10", "2026-02-09", "2026-04-10"),
      ("30 jours le 10", "2026-02-08", "2026-03-10"),
      // The end of January and 30 days is 2 March.
      ("fin de mois 30 jours le 15", "2026-01-15", "2026-03-15"),
      // A short month ends on its last day; December passes into January.
      ("30 jours fin de mois le 31", "2026-01-15", "2026-02-28"),
      ("30 jours le 31", "2026-01-10", "2026-02-28"),
      ("à réception le 5", "2026-12-20", "2027-01-05"),
      ("comptant", "2026-12-20", "2026-12-20"), ("fin de mois", "2024-02-03", "2024-02-29"),
    ]
  )
  func daysOfMonth(wording: String, issued: String, expected: String) throws {
    #expect(try due(wording, issued: issued) == expected)
  }

  @Test("figures out of range count as the nearest ones and the end of time is no trap")
  func limits() {
    #expect(PaymentTerms(days: -3) == PaymentTerms(days: 0))
    #expect(PaymentTerms(days: 5, dayOfMonth: 40) == PaymentTerms(days: 5, dayOfMonth: 31))
    let terms = PaymentTerms(days: .max, monthEnd: .afterDays, dayOfMonth: 10)
    #expect(terms.dueDate(issuedOn: .earliest) == .latest)
  }

  private func due(_ wording: String, issued: String) throws -> String {
    let terms = try #require(PaymentTerms(wording: wording))
    return terms.dueDate(issuedOn: try day(issued)).description
  }
}
