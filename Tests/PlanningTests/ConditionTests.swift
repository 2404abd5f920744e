import Planning
import Receivables
import Testing

@Suite("Conditions")
struct ConditionTests {
  /// A condition and whether it holds for the customer and invoice below on 2026-02-02.
  struct Question: CustomTestStringConvertible, Sendable {
    let condition: String
    let holds: Bool?
    let more: String
    var testDescription: String { "\(condition) → \(holds.map { "\($0)" } ?? "?")" }

    /// `nil` for a question that cannot be decided; `more` adds lines to the ledger.
    init(_ condition: String, _ holds: Bool?, more: String = "") {
      self.condition = condition
      self.holds = holds
      self.more = more
    }
  }

  /// F1 is 27 days late and owes 900 €; the customer also owes 300 € that are not due, has a credit
  /// note of 50 €, and settled P1 ten days late and P2 on its due date.
  static let ledger = """
    client C1 segment=Grande-Entreprise risque=élevé stratégique
    facture A1 2026-01-20 5000 avoir
    facture F2 2026-03-01 30000
    facture P1 2025-11-10 10000
    paiement 2025-11-20 10000
    facture P2 2025-12-10 10000
    paiement 2025-12-10 10000
    facture P3 2024-12-10 10000
    paiement 2025-02-02 10000
    facture F1 2026-01-06 100000 émise=2025-12-07
    paiement 2026-01-20 10000
    relance 2026-01-13 rang=0 essai
    """

  static let questions: [Question] = [
    Question("montant = 1 000 € et payé = 100 € et solde = 900 €", true),
    Question("retard = 27 jours et âge = 57 jours", true),
    Question("échéance = 06/01/2026 et date de facture = 2025-12-07", true),
    Question("encours = 1 150 € et échu = 850 € et factures échues = 1", true),
    Question("retard moyen = 5 jours et taux de retard = 50 %", true),
    Question("nombre de relances = 1 et jours depuis relance = 20 jours", true),
    Question("jour = lundi et mois = 2", true),
    Question("prescription = 1799 jours", true),
    Question("segment = « grande-entreprise » et risque = élevé et type = standard", true),
    Question("devise = eur et facture = « f1 » et client = « c1 »", true),
    // Three values of truth there are not: an absent value makes a comparison false (R20).
    Question("catégorie = « x »", false),
    Question("catégorie ≠ « x »", true),
    Question("non catégorie = « x »", true),
    Question("catégorie dans (« x », « y »)", false),
    Question("limite de crédit > 0 €", false),
    Question("limite de crédit * 2 ≠ 5 €", true),
    Question("limite de crédit entre 0 € et 5 €", false),
    Question("limite de crédit est renseigné", false),
    Question("limite de crédit est renseigné", true, more: "client C1 limite=0"),
    Question("risque est renseigné", true),
    Question("litige est renseigné", true),
    // Arithmetic is exact and money rounds half away from zero to the minor unit (R18).
    Question("solde * 33,335 % = 300,02 €", true),
    Question("solde * 0,5 - 50 € = 400 €", true),
    Question("retard * 0,5 = 14 jours", true),
    Question("retard * 0,5 = 13 jours", false),
    Question("-retard = -27 jours", true),
    Question("échéance + 27 jours = 02/02/2026", true),
    Question("échéance - date de facture = 30 jours", true),
    Question("solde entre 900 € et 900 €", true),
    Question("retard entre 28 jours et 30 jours", false),
    Question("mois dans (1, 2)", true),
    // Other currencies: zero needs no rate (R21), a missing rate counts only where it matters (R22).
    Question("solde > 0 USD", true),
    Question("solde > 500 USD", nil),
    Question("retard > 90 jours et solde > 500 USD", false),
    Question("solde > 500 USD et retard > 90 jours", false),
    Question("solde > 500 USD ou retard > 20 jours", true),
    Question("retard > 20 jours et solde > 500 USD", nil),
    Question("non solde > 500 USD", nil),
    Question("solde dans (500 USD, 900 €)", true),
    Question("solde dans (500 USD, 901 €)", nil),
    Question("solde entre 500 USD et 800 €", false),
    Question("limite de crédit > 500 USD", false),
    Question("solde = 990 USD", true, more: "taux USD 2026-01-01 1.1"),
    Question("solde = 990 USD", nil, more: "taux USD 2026-02-03 1.1"),
    Question("solde = 720 USD", true, more: "taux USD 2026-01-01 1.1\ntaux USD 2026-02-01 0.8"),
    Question("solde + 10 USD = 909,09 €", true, more: "taux USD 2026-01-01 1.1"),
    // An overflow leaves undecided what needs the figure, and nothing else.
    Question("solde * 1 000 000 * 1 000 000 * 1 000 000 > 1 €", nil),
    Question("retard > 90 jours et solde * 1 000 000 * 1 000 000 * 1 000 000 > 1 €", false),
  ]

  @Test("have the value that the contract gives", arguments: questions)
  func condition(_ question: Question) throws {
    let scenario = "sans prélude; J+3 email\nsi \(question.condition) alors exclure"
    var ledger = ConditionTests.ledger
    for line in question.more.split(separator: "\n") {
      if line.hasPrefix("client C1 ") {
        ledger = ledger.replacing("client C1", with: line, maxReplacements: 1)
      } else {
        ledger += "\n\(line)"
      }
    }
    let read = try LedgerText(ledger).ledger
    let plan = try Planner(scenario: scenario, ledger: read).plan(read, on: .groundhogDay)
    let status = try #require(plan.statuses.first { $0.invoice == "F1" })
    switch question.holds {
    case true: #expect(status.kind == .excluded)
    case false: #expect(status.kind == .action)
    default: #expect(status.kind == .error)
    }
  }
}

extension CalendarDate {
  /// 2026-02-02, a Monday.
  fileprivate static let groundhogDay = CalendarDate(dayNumber: 20_486)
}
