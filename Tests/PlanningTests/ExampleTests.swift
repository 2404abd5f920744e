import Diagnostics
import Planning
import Receivables
import Semantics
import Testing

/// A scenario with examples, and the days that must go otherwise than they say.
///
/// A line of `failures` is the day, then the words of the expectation, a sign, and the action planned:
/// `2026-01-19 manuel email ≠ automatique email relance doux`.
struct ExampleSituation: CustomTestStringConvertible, Sendable {
  let promise: String
  let scenario: String
  let example: String
  let failures: [String]

  var testDescription: String { promise }

  init(_ promise: String, _ scenario: String, _ example: String, failures: String...) {
    self.promise = promise
    self.scenario = scenario
    self.example = example
    self.failures = failures
  }

  func check() throws {
    let text = SourceText(
      name: "essai.relance",
      bytes: Array("scénario S\n\(scenario)\nexemple E\nscénario S\n\(example)\n".utf8)
    )
    let analysis = analyze([text])
    let mistakes = analysis.diagnostics.filter { $0.severity == .error }
    try #require(mistakes.isEmpty, "\(mistakes.map { $0.message.fr })")
    let outcome = try #require(runExamples(of: analysis).outcomes.first)
    let found = outcome.failures.flatMap { failure in
      failure.rows.filter { !$0.isMet }.map { row in
        "\(failure.expectation.day) \(row.line(in: text))"
      }
    }
    #expect(found == failures)
    #expect(outcome.hasPassed == failures.isEmpty)
  }
}

extension ExampleOutcome.Row {
  fileprivate func line(in text: SourceText) -> String {
    switch self {
    case .met(let expected, let planned):
      "\(text.text(expected.range)) = \(planned.line)"
    case .different(let expected, let planned):
      "\(text.text(expected.range)) ≠ \(planned.line)"
    case .missing(let expected): "\(text.text(expected.range)) ≠"
    case .unexpected(let planned): "≠ \(planned.line)"
    }
  }
}

extension PlannedAction {
  fileprivate var line: String {
    "\(mode.rawValue) \(channel.rawValue) \(nature.rawValue) \(tone.rawValue)"
  }
}

/// The scenario of the language's own example.
private let standard = """
  J+7 email doux
  J+21 courrier ferme
  J+45 mise en demeure recommandée
  si risque = élevé alors manuel
  """

@Suite("Examples: a ledger of one customer, played day by day")
struct ExampleTests {
  static let situations: [ExampleSituation] = [
    ExampleSituation(
      "the example of the language reference",
      standard,
      """
      client risque élevé, segment PME, email « a@b.fr »
      facture échéance 10/01/2026, montant 1 200 €
      paiement le 01/02/2026 : 200 €
      le 19/01/2026 : manuel email doux
      le 02/02/2026 : manuel courrier ferme
      le 03/02/2026 : rien
      """
    ),
    ExampleSituation(
      "words that are given must match, words that are not are free",
      standard,
      """
      facture échéance 12/01/2026, montant 1 200 €
      le 19/01/2026 : relance
      le 02/02/2026 : manuel courrier
      le 26/02/2026 : délai 15 jours
      """,
      failures: "2026-02-02 manuel courrier ≠ automatique courrier relance ferme",
      "2026-02-26 délai 15 jours ≠ automatique recommandé mise en demeure ferme"
    ),
    ExampleSituation(
      "`rien` means no action, and an action means that there is one",
      standard,
      """
      facture échéance 12/01/2026, montant 1 200 €
      le 18/01/2026 : email
      le 19/01/2026 : rien
      """,
      failures: "2026-01-18 email ≠",
      "2026-01-19 ≠ automatique email relance doux"
    ),
    ExampleSituation(
      "every action of a day wants an expectation of its own (R94)",
      "J+7 email + SMS doux",
      """
      facture échéance 12/01/2026, montant 1 200 €
      le 19/01/2026 : email
      """,
      failures: "2026-01-19 ≠ automatique SMS relance doux"
    ),
    ExampleSituation(
      "an expectation of several channels stands for an action each",
      "J+7 email + SMS doux",
      """
      facture échéance 12/01/2026, montant 1 200 €
      le 19/01/2026 : email + SMS doux
      """
    ),
    ExampleSituation(
      "a vague expectation leaves an action to one that wants no other: the vague one first",
      "J+7 email + SMS doux",
      """
      facture échéance 12/01/2026, montant 1 200 €
      le 19/01/2026 : doux, SMS
      """
    ),
    ExampleSituation(
      "a vague expectation leaves an action to one that wants no other, through a chain of three",
      "J+7 email + SMS + courrier doux",
      """
      facture échéance 12/01/2026, montant 1 200 €
      le 19/01/2026 : doux, SMS sinon courrier, SMS
      """
    ),
    ExampleSituation(
      "two expectations of one action are one too many",
      "J+7 email doux",
      """
      facture échéance 12/01/2026, montant 1 200 €
      le 19/01/2026 : email, email
      """,
      failures: "2026-01-19 email ≠"
    ),
    ExampleSituation(
      "addresses that are not mentioned are there, an empty one is not (R94)",
      "J+7 email; J+14 SMS; J+21 courrier",
      """
      client email « »
      facture échéance 12/01/2026, montant 1 200 €
      le 19/01/2026 : manuel email
      le 26/01/2026 : automatique SMS
      le 02/02/2026 : automatique courrier
      """
    ),
    ExampleSituation(
      "every action is recorded, those of a person too (R98)",
      "J+7 appel; J+14 email validation; J+21 courrier",
      """
      facture échéance 12/01/2026, montant 1 200 €
      le 19/01/2026 : manuel appel
      le 20/01/2026 : rien
      le 26/01/2026 : validation email
      le 02/02/2026 : courrier
      """
    ),
    ExampleSituation(
      "days without a line are played as well: the email of the 19th holds the cap of the 20th",
      "plafond 1 contact par client par 3 jours; J+7 email",
      """
      facture « A » échéance 12/01/2026, montant 1 200 €
      facture « B » échéance 13/01/2026, montant 1 200 €
      le 20/01/2026 : rien
      le 22/01/2026 : email
      """
    ),
    ExampleSituation(
      "two channels of one message are one contact (R83)",
      "plafond 2 contacts par client par 30 jours; J+7 email + SMS; J+14 courrier; J+21 email",
      """
      facture échéance 12/01/2026, montant 1 200 €
      le 19/01/2026 : email, SMS
      le 26/01/2026 : courrier
      le 02/02/2026 : rien
      """
    ),
    ExampleSituation(
      "the first day is the sixtieth before the first due date",
      "J-60 email; J-59 SMS; espacement 1 jour",
      """
      facture échéance 10/03/2026, montant 1 200 €
      le 09/01/2026 : email
      le 10/01/2026 : rien
      le 12/01/2026 : SMS
      """
    ),
    ExampleSituation(
      "a dispute and a promise hold the invoice they name",
      "J+7 email",
      """
      facture « A » échéance 12/01/2026, montant 100 €
      facture « B » échéance 19/01/2026, montant 100 €
      litige « A » du 15/01/2026 au 21/01/2026
      promesse « B » le 28/01/2026
      le 19/01/2026 : rien
      le 21/01/2026 : email
      le 26/01/2026 : rien
      le 29/01/2026 : email
      """
    ),
    ExampleSituation(
      "a payment settles the invoice it names, an event answers it",
      "J+7 email; au paiement email remerciement",
      """
      facture « A » échéance 12/01/2026, montant 100 €
      facture « B » échéance 12/01/2026, montant 100 €
      paiement « B » le 20/01/2026 : 60 €
      paiement « B » le 21/01/2026 : 40 €
      le 19/01/2026 : email relance
      le 20/01/2026 : rien
      le 21/01/2026 : remerciement
      """
    ),
    ExampleSituation(
      "proceedings without a day hold from the beginning, with a day from that day on",
      "J+7 email; à procédure collective tâche",
      """
      client procédure collective
      facture échéance 12/01/2026, montant 100 €
      le 13/11/2025 : rien
      le 19/01/2026 : rien
      """
    ),
    ExampleSituation(
      "proceedings with a day are an event of that day",
      "J+7 email; J+21 courrier; à procédure collective tâche",
      """
      client procédure collective 26/01/2026
      facture échéance 12/01/2026, montant 100 €
      le 19/01/2026 : email
      le 26/01/2026 : tâche
      le 02/02/2026 : rien
      """
    ),
    ExampleSituation(
      "facts of invoices: kind, issue date, currency, number, instalment plan",
      """
      J+7 email
      si type = acompte et âge = 29 jours et devise = USD et facture = « A-1 » alors manuel
      """,
      """
      facture type acompte, date de facture 21/12/2025, échéance 12/01/2026, numéro « A-1 », \
      montant 100 USD, devise USD
      facture échéance 12/01/2026, montant 100 €, échéancier
      le 19/01/2026 : manuel email
      """
    ),
    ExampleSituation(
      "facts of customers, declared columns among them",
      """
      J+7 email
      si limite de crédit = 5 000 € et pays = FR et nom = « Été SARL » et stratégique \
      et client = « C-1 » alors manuel
      """,
      """
      client limite de crédit 5 000 €, pays FR, nom « Été SARL », stratégique, client « C-1 »
      facture échéance 12/01/2026, montant 100 €
      le 19/01/2026 : manuel email
      """
    ),
    ExampleSituation(
      "a credit note is an invoice that nobody is reminded of",
      "J+7 email; si encours < 50 € alors ton doux",
      """
      facture échéance 12/01/2026, montant 100 €
      facture type avoir, échéance 12/01/2026, montant 60 €
      le 19/01/2026 : email doux
      """
    ),
  ]

  @Test("goes as worked out by hand", arguments: situations)
  func situation(_ situation: ExampleSituation) throws {
    try situation.check()
  }

  @Test("a failed day carries the explanation of every invoice on that day")
  func explanations() throws {
    let source = """
      J+7 email doux
      exemple E
      facture « A » échéance 12/01/2026, montant 100 €
      facture « B » échéance 12/02/2026, montant 100 €
      le 26/01/2026 : email
      """
    let analysis = analyze([SourceText(name: "essai.relance", bytes: Array(source.utf8))])
    let failure = try #require(runExamples(of: analysis).outcomes.first?.failures.first)
    #expect(failure.explanations.map { $0.invoice } == ["A", "B"])
    #expect(failure.explanations.map { $0.status?.kind } == [.completed, .waiting])
    #expect(failure.explanations.allSatisfy { $0.date == failure.expectation.day })
  }

  @Test("values of declared columns reach the conditions")
  func columns() throws {
    let source = """
      champ « envoi » texte client
      champ « remise » montant facture
      champ « poids » entier facture
      champ « colis » booléen facture
      scénario S
      J+7 email
      si envoi = papier et remise = 5 € et poids = 3 et colis alors manuel
      exemple E
      client envoi papier
      facture échéance 12/01/2026, montant 100 €, remise 5 €, poids 3, colis
      le 19/01/2026 : manuel email
      """
    let analysis = analyze([SourceText(name: "essai.relance", bytes: Array(source.utf8))])
    #expect(!analysis.diagnostics.hasErrors, "\(analysis.diagnostics.map { $0.message.fr })")
    #expect(runExamples(of: analysis).outcomes.map { $0.hasPassed } == [true])
  }
}

@Suite("Coverage: which steps and rules the examples exercise")
struct ExampleCoverageTests {
  static let source = """
    scénario « Base »
    J+7 email
    J+21 courrier
    J+60 appel tous les 15 jours 2 fois
    si risque = élevé alors manuel
    si segment = PME alors notifier commercial sinon notifier direction
    si retard > 30 jours alors ton ferme
    scénario « Fille »
    reprend « Base »
    priorité 1
    J+30 SMS
    si particulier alors exclure
    exemple « A »
    scénario « Fille »
    client risque élevé, segment PME
    facture échéance 12/01/2026, montant 100 €
    le 19/01/2026 : email
    le 11/02/2026 : SMS
    exemple « B »
    client particulier, segment PME
    facture échéance 12/01/2026, montant 100 €
    le 19/01/2026 : rien
    le 30/03/2026 : rien
    """

  private func coverage() -> ExampleCoverage {
    let text = SourceText(name: "essai.relance", bytes: Array(ExampleCoverageTests.source.utf8))
    return runExamples(of: analyze([text])).coverage
  }

  @Test("a step is exercised where a described day sends it, in its own scenario or an heir")
  func steps() {
    let steps = coverage().scenarios.map { scenario in
      scenario.steps.map { "\($0.id) \($0.isExercised)" }
    }
    #expect(
      steps == [
        [
          "J+7 relance email true", "J+21 relance courrier false", "J+60 relance appel false",
          "J+75 relance appel false",
        ],
        ["J+30 relance SMS true"],
      ]
    )
  }

  @Test("a rule is exercised where it holds on a described day, with `sinon` both ways")
  func rules() {
    let gaps = coverage().scenarios.map { scenario in scenario.rules.map { $0.gap } }
    // On 30 March the invoice is 77 days late: the third rule holds, though the fourth excludes.
    #expect(gaps == [[nil, .alwaysHolds, nil], [nil]])
  }
}
