import Diagnostics
import Planning
import Receivables
import Testing

@Suite("Reasons")
struct ReasonTests {
  /// A status and the words that must explain it, with the line of the file that gave it.
  struct Because: CustomTestStringConvertible, Sendable {
    let scenario: String
    let ledger: String
    let french: String
    let english: String
    let place: String?
    var testDescription: String { french }
  }

  static let statuses: [Because] = [
    Because(
      scenario: "J+7 email\nJ+21 courrier",
      ledger: "client C1\nfacture F1 2026-01-05 100000\nrelance 2026-01-12 J+7 relance email",
      french: "attend « J+21 relance courrier » le 26/01/2026",
      english: "waits for “J+21 relance courrier” on 2026-01-26",
      place: "essai.relance:2"
    ),
    Because(
      scenario: "J+7 email si litige",
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      french: "attend « J+7 relance email » : sa condition n'est pas remplie",
      english: "waits for “J+7 relance email”: its condition does not hold",
      place: "essai.relance:1"
    ),
    Because(
      scenario: "J+7 email",
      ledger: "client C1\nfacture F1 2026-01-05 100000\nlitige 2026-01-06",
      french: "suspendue : si litige alors suspendre (prélude)",
      english: "suspended: si litige alors suspendre (prelude)",
      place: "prélude:1"
    ),
    Because(
      scenario: "J+7 email\nsi segment = PME et  # petites\n  solde > 5 € alors exclure",
      ledger: "client C1 segment=pme\nfacture F1 2026-01-05 100000",
      french: "exclue : si segment = PME et solde > 5 € alors exclure",
      english: "excluded: si segment = PME et solde > 5 € alors exclure",
      place: "essai.relance:2"
    ),
    Because(
      scenario: "scénario A\nsi solde > 5 € alors suspendre\nscénario B\nreprend A\nJ+7 email",
      ledger: "client C1 scénario=B\nfacture F1 2026-01-05 100000",
      french: "suspendue : si solde > 5 € alors suspendre (règle reprise)",
      english: "suspended: si solde > 5 € alors suspendre (inherited rule)",
      place: "essai.relance:2"
    ),
    Because(
      scenario: "J+7 email\nseuil 1 500 €",
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      french: "« J+7 relance email » attend : total de 1\u{202F}000,00\u{A0}€, "
        + "sous le seuil de 1\u{202F}500,00\u{A0}€",
      english: "“J+7 relance email” waits: total of €1,000.00, below the threshold of €1,500.00",
      place: "essai.relance:2"
    ),
    Because(
      scenario: "J+7 email\nplafond 1 contact par client par 7 jours",
      ledger: "client C1\nfacture F1 2026-01-05 100000\n"
        + "facture F2 2026-03-05 100000\nrelance 2026-01-08 x",
      french: "« J+7 relance email » attend : plafond atteint, 1 contact par client en 7 jours",
      english: "“J+7 relance email” waits: cap reached, 1 contact per customer in 7 days",
      place: "essai.relance:2"
    ),
    Because(
      scenario: "espacement 3 jours; jours ouvrés mercredi à vendredi; décaler aucun; J+7 email",
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      french: "« J+7 relance email » attend le 14/01/2026 : le 13/01/2026 n'est pas un jour ouvré",
      english: "“J+7 relance email” waits for 2026-01-14: 2026-01-13 is not a working day",
      place: "essai.relance:1"
    ),
    Because(
      scenario: "J+7 email\nsi solde > 5 USD alors manuel",
      ledger: "client C1\nfacture F1 2026-01-05 100000",
      french: "taux de change USD inconnu le 13/01/2026 : si solde > 5 USD alors manuel",
      english: "no exchange rate of USD on 2026-01-13: si solde > 5 USD alors manuel",
      place: "essai.relance:2"
    ),
    Because(
      scenario: "J+7 email",
      ledger: "client C1 scénario=Grand\nfacture F1 2026-01-05 100000",
      french: "le scénario « Grand » du client n'est dans aucun fichier",
      english: "the customer's scenario “Grand” is in no file",
      place: nil
    ),
    Because(
      scenario: "J+7 email",
      ledger: "client C1\nfacture F1 2026-01-05 100000\npaiement 2026-01-08 100000",
      french: "soldée le 08/01/2026",
      english: "settled on 2026-01-08",
      place: nil
    ),
    Because(
      scenario: "J+7 email",
      ledger: "client C1\nfacture F1 2026-01-05 100000\npause 2026-01-10 2026-01-20",
      french: "en pause du 10/01/2026 au 20/01/2026",
      english: "on hold from 2026-01-10 to 2026-01-20",
      place: nil
    ),
  ]

  @Test("of a status say why, and where in the file", arguments: statuses)
  func status(_ because: Because) throws {
    let scenario = because.scenario
    let ledger = try LedgerText(because.ledger).ledger
    let planner = try Planner(scenario: scenario, ledger: ledger)
    let day = try #require(CalendarDate(isoBytes: "2026-01-13".utf8))
    let status = try #require(planner.plan(ledger, on: day).statuses.first)
    #expect(status.reason.message.fr == because.french)
    #expect(status.reason.message.en == because.english)
    let place = status.reason.range.flatMap { Planner.place(of: $0, in: scenario) }
    #expect(place == because.place)
  }

  /// An event step, what happened, and the reason of 13 January 2026.
  static let events: [(step: String, ledger: String, french: String, english: String)] = [
    (
      "au paiement email", "paiement 2026-01-12 100000", "soldée le 12/01/2026",
      "settled on 2026-01-12"
    ),
    (
      "au paiement partiel email", "paiement 2026-01-12 100", "paiement partiel du 12/01/2026",
      "part payment of 2026-01-12"
    ),
    // The event is the day after the promised one.
    (
      "à promesse rompue email", "promesse - 2026-01-09", "promesse du 09/01/2026 non tenue",
      "promise for 2026-01-09 not kept"
    ),
  ]

  @Test("of an answer to an event: what happened, and when", arguments: events)
  func event(_ step: String, ledger text: String, french: String, english: String) throws {
    let ledger = try LedgerText("client C1\nfacture F1 2026-01-05 100000\n\(text)").ledger
    let planner = try Planner(scenario: step, ledger: ledger)
    let day = try #require(CalendarDate(isoBytes: "2026-01-13".utf8))
    let reason = try #require(planner.plan(ledger, on: day).actions.first?.reasons.first?.message)
    #expect(reason.fr.hasSuffix(" », \(french)"), "\(reason.fr)")
    #expect(reason.en.hasSuffix("”, \(english)"), "\(reason.en)")
  }

  @Test("of an action: its step, the rules that shaped it, the addresses it lacks")
  func action() throws {
    let scenario = """
      J+7 email sinon SMS
      si solde > 5 € alors ton ferme
      si retard > 5 jours alors automatique
      si retard > 4 jours alors manuel
      si solde < 5 € alors ton sévère
      """
    let ledger = try LedgerText(
      "client C1 sans-email sans-téléphone\nfacture F1 2026-01-05 100000"
    ).ledger
    let planner = try Planner(scenario: scenario, ledger: ledger)
    let day = try #require(CalendarDate(isoBytes: "2026-01-12".utf8))
    let action = try #require(planner.plan(ledger, on: day).actions.first)
    #expect(
      action.reasons.map { $0.message.fr } == [
        "« J+7 relance email sinon SMS », 7 jours après l'échéance du 05/01/2026",
        "si solde > 5 € alors ton ferme",
        "si retard > 4 jours alors manuel",
        "pas d'adresse e-mail, pas de numéro de téléphone : à traiter à la main",
      ]
    )
    #expect(
      action.reasons.compactMap { $0.range }.map { Planner.place(of: $0, in: scenario) } == [
        "essai.relance:1", "essai.relance:2", "essai.relance:4", "essai.relance:1",
      ]
    )
  }
}
