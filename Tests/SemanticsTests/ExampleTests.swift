import Diagnostics
import Receivables
import Semantics
import TestSupport
import Testing

@Suite("Each mistake in an example is told once, in its place")
struct ExampleMistakeTests {
  private static let invoice = "facture échéance 12/01/2026, montant 100 €"
  private static let expectation = "le 19/01/2026 : email"

  /// Lines of an example that go without a mistake before and after the given ones.
  private static func mistake(_ codes: String..., on lines: String) -> Mistake {
    Mistake(codes, "J+7 email\nexemple E\n\(lines)\n\(invoice)\n\(expectation)\n")
  }

  static let mistakes: [Mistake] = [
    // Names and values.
    mistake("TYP106", on: "scénario ⟦« Z »⟧"),
    mistake("TYP101", on: "client ⟦couleur⟧ « bleu »"),
    mistake("TYP101", on: "client ⟦chiffre rouge⟧"),
    // Of a misspelt field and its value only the field is wrong.
    mistake("TYP101", on: "client ⟦rsique⟧ élevé"),
    mistake("TYP101", on: "client ⟦limite de crdit⟧ 500 €"),
    mistake("TYP101", on: "client ⟦le segment PME⟧"),
    mistake("TYP102", on: "client risque ⟦haut⟧"),
    mistake("TYP103", on: "client ⟦risque⟧"),
    mistake("TYP103", on: "client segment ⟦5⟧"),
    mistake("TYP103", on: "client limite de crédit ⟦500 € + 3 €⟧"),
    mistake("TYP105", on: "client limite de crédit ⟦500⟧"),
    mistake("TYP105", on: "client ⟦limite de crédit 500 USD⟧"),
    // What follows from other facts is not stated.
    mistake("SYN010", on: "client ⟦encours 300 €⟧"),
    mistake("SYN010", on: "client ⟦retard moyen 3 jours⟧"),
    mistake("SYN010", on: "client ⟦jour lundi⟧"),
    mistake("SYN010", "SYN010", on: "client ⟦litige⟧, ⟦promesse⟧"),
    // The wrong line, the same fact twice, the same line twice.
    mistake("SYN010", on: "client ⟦montant 300 €⟧"),
    mistake("SYN010", on: "client pays FR, ⟦pays BE⟧"),
    mistake("SYN010", on: "client pays FR\n⟦client langue fr⟧"),
    Mistake(["SYN010"], "J+7 email\nexemple E\n\(invoice), ⟦risque élevé⟧\n\(expectation)"),
    Mistake(
      ["SYN010"],
      "soit a = litige\nJ+7 email\nexemple E\nclient ⟦a⟧\n\(invoice)\n\(expectation)"
    ),
    Mistake(
      ["SYN010"],
      "J+7 email\nexemple E\n\(invoice)\n\(expectation)\nle ⟦19/01/2026⟧ : rien"
    ),
    // What an example must have.
    Mistake(["SYN010"], "J+7 email\nexemple ⟦E⟧\nclient pays FR\n\(expectation)"),
    Mistake(["SYN010"], "J+7 email\nexemple ⟦E⟧\n\(invoice)"),
    Mistake(["SYN010"], "J+7 email\nexemple E\n⟦facture montant 100 €⟧\n\(expectation)"),
    Mistake(["SYN010"], "J+7 email\nexemple E\n⟦facture échéance 12/01/2026⟧\n\(expectation)"),
    Mistake(["SYN010"], "J+7 email\nexemple E\n\(invoice)\n⟦le 12/11/2025 : rien⟧"),
    // Which invoice, and in which currency.
    Mistake(
      ["TYP106"],
      "J+7 email\nexemple E\n\(invoice)\npaiement ⟦« X »⟧ le 20/01/2026 : 3 €\n\(expectation)"
    ),
    Mistake(
      ["SYN010"],
      "J+7 email\nexemple E\n\(invoice)\n\(invoice)\n⟦litige du 20/01/2026⟧\n\(expectation)"
    ),
    Mistake(
      ["TYP105"],
      "J+7 email\nexemple E\n\(invoice)\npaiement le 20/01/2026 : ⟦3 USD⟧\n\(expectation)"
    ),
    Mistake(["TYP105"], "J+7 email\nexemple E\n⟦\(invoice), devise USD⟧\n\(expectation)"),
    Mistake(
      ["TYP109"],
      "J+7 email\nexemple E\nfacture « A » échéance 12/01/2026, montant 100 €\n"
        + "facture ⟦« a »⟧ échéance 12/01/2026, montant 100 €\n\(expectation)"
    ),
    // What is expected.
    Mistake(["TYP106"], "J+7 email\nexemple E\n\(invoice)\nle 19/01/2026 : modèle ⟦« Z »⟧"),
    Mistake(
      ["SYN010"],
      "J+7 email\nexemple E\n\(invoice)\nle 19/01/2026 : email ⟦tous les 3 jours 2 fois⟧"
    ),
    // Columns.
    Mistake(
      ["TYP103"],
      "champ « poids » entier facture\nJ+7 email\nexemple E\n\(invoice), ⟦poids 1,5⟧\n\(expectation)"
    ),
    Mistake(
      ["SYN010"],
      "champ « poids » entier facture\nJ+7 email\nexemple E\nclient ⟦poids 1⟧\n\(invoice)\n"
        + expectation
    ),
    // A line that cannot be read brings no second mistake with it.
    Mistake(["SYN010"], "J+7 email\nexemple E\nfacture ⟦…⟧\n\(expectation)"),
    Mistake(["SYN010"], "J+7 email\nexemple E\n\(invoice)\nle 19/01/2026 : ⟦bonjour⟧"),
  ]

  @Test("one mistake, one diagnostic", arguments: mistakes)
  func mistake(_ mistake: Mistake) {
    let source = MarkedSource(mistake.source)
    let analysis = analyze([source.text])
    #expect(source.told(analysis.diagnostics) == source.expected(mistake.codes))
    #expect(analysis.examples.isEmpty)
  }
}

@Suite("What an example means")
struct ExampleMeaningTests {
  private func example(_ lines: String) throws -> Example {
    let text = "scénario « Été »\nJ+7 email\nexemple « Nom »\n\(lines)\n"
    let analysis = analyze([SourceText(name: "essai.relance", bytes: Array(text.utf8))])
    try #require(analysis.diagnostics.isEmpty, "\(analysis.diagnostics.map { $0.message.fr })")
    return try #require(analysis.examples.first)
  }

  private func day(_ iso: String) throws -> CalendarDate {
    try #require(CalendarDate(isoBytes: iso.utf8))
  }

  @Test("R94: addresses are there unless they are said to be empty; what is stated is as written")
  func customer() throws {
    let customer = try example(
      """
      scénario été
      client email « », nom « Ça va », risque modérée, particulier, limite de crédit 1 500,50 €
      facture échéance 12/01/2026, montant 100 €
      le 19/01/2026 : rien
      """
    ).account.customer
    #expect(customer.scenario == "Été")
    #expect(customer.email == nil)
    #expect(customer.phone != nil && customer.address != nil)
    #expect(customer.name == "Ça va")
    #expect(customer.risk == .moderate)
    #expect(customer.isConsumer && !customer.isSensitive && !customer.isStrategic)
    #expect(customer.creditLimit == 150_050)
    #expect(customer.insolvencyOn == nil)
  }

  @Test("invoices without a label get the next free one; expectations stand by day")
  func invoices() throws {
    let example = try example(
      """
      facture « f2 » échéance 20/02/2026, montant 1 000 JPY
      facture échéance 12/01/2026, montant -100 €
      paiement « F2 » le 03/03/2026 : 5 JPY
      paiement « F2 » le 01/03/2026 : 7 JPY
      le 26/02/2026 : rien
      le 19/01/2026 : email + SMS sinon courrier doux
      """
    )
    let accounts = example.account.invoices
    #expect(accounts.map { $0.invoice.id } == ["F3", "f2"])
    #expect(accounts.map { $0.invoice.amount } == [-10_000, 1_000])
    #expect(accounts.map { $0.payments.map { $0.amount } } == [[], [7, 5]])
    #expect(example.firstDay == (try day("2025-11-13")))
    #expect(example.expectations.map { $0.day } == [try day("2026-01-19"), try day("2026-02-26")])
    #expect(example.expectations[0].actions.map { $0.channels } == [[.email], [.sms, .letter]])
    #expect(example.expectations[0].actions.map { $0.tone } == [.soft, .soft])
  }

  @Test("proceedings without a day begin before all, but behind the issue of the invoices")
  func insolvency() throws {
    let lines = "client procédure collective\nle 19/01/2026 : rien\n"
    let plain = try example(lines + "facture échéance 12/01/2026, montant 1 €")
    #expect(plain.account.customer.insolvencyOn == .earliest)
    let dated = try example(
      lines + "facture date de facture 03/01/2026, échéance 12/01/2026, montant 1 €"
    )
    #expect(dated.account.customer.insolvencyOn == (try day("2026-01-04")))
  }
}
