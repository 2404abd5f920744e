import Diagnostics
import Semantics
import TestSupport
import Testing

/// A mistake in a scenario: the code that reports it, and the source with the stretch marked that
/// must be underlined.
struct Mistake: CustomTestStringConvertible, Sendable {
  let codes: [String]
  let source: String
  var testDescription: String { source }

  init(_ codes: String..., in source: String) {
    self.init(codes, source)
  }

  init(_ codes: [String], _ source: String) {
    self.codes = codes
    self.source = source
  }
}

@Suite("Each mistake in names and types is told once, in its place")
struct NameAndTypeTests {
  static let mistakes: [Mistake] = [
    // Names.
    Mistake("TYP101", in: "J+7 email\nsi ⟦retrad⟧ > 30 jours alors manuel"),
    Mistake("TYP101", in: "J+7 email si ⟦chiffre affaires⟧ > 3 €"),
    Mistake("TYP106", in: "scénario A\nreprend ⟦« Bé »⟧\nJ+7 email"),
    Mistake("TYP106", in: "J+7 email modèle ⟦« Rappel »⟧"),
    Mistake("TYP106", in: "J+7 email\nsi litige alors modèle ⟦« Rappel »⟧"),
    Mistake("TYP106", in: "scénario A\nJ+7 email\nscénario B\nreprend A\nsans étape ⟦J+8⟧"),
    Mistake("TYP106", in: "J+7 email\nsans étape ⟦J+7⟧"),
    Mistake("TYP109", in: "soit ⟦encours⟧ = montant > 3 €\nJ+7 email"),
    Mistake("TYP109", in: "soit gros = litige\nsoit ⟦GROS⟧ = litige\nJ+7 email"),
    Mistake("TYP109", in: "champ « région » texte client\nsoit ⟦region⟧ = litige\nJ+7 email"),
    Mistake("TYP109", in: "scénario A\nJ+7 email\n⟦scénario a⟧\nJ+8 email"),
    Mistake("TYP110", in: "soit a = b\nsoit b = ⟦a⟧\nJ+7 email"),
    Mistake("TYP110", in: "scénario A\nreprend B\nJ+7 email\nscénario B\nreprend ⟦A⟧\nJ+9 email"),
    // R54: two steps of one scenario with the same id.
    Mistake("TYP109", in: "J+7 email\n⟦J+7 courriel relance⟧"),
    // A field and its value with nothing between them, and a field with its article.
    Mistake("SYN010", in: "J+7 email\nsi ⟦risque élevé⟧ alors manuel"),
    Mistake("SYN010", in: "J+7 email\nsi le ⟦risque elve⟧ alors manuel"),
    Mistake("SYN010", in: "J+7 email\nsi ⟦segment Grand Compte⟧ alors manuel"),
    Mistake("SYN010", in: "J+7 email\nsi ⟦encours nul⟧ alors manuel"),
    Mistake("TYP101", in: "J+7 email\nsi ⟦le risque⟧ est élevé alors manuel"),
    Mistake("TYP101", in: "J+7 email\nsi ⟦risque bizarre⟧ alors manuel"),
    Mistake("TYP101", in: "J+7 email\nsi ⟦retard moyn⟧ > 3 jours alors manuel"),
    Mistake("TYP101", in: "J+7 email\nsi ⟦litige ouvert⟧ alors manuel"),
    // Values of closed lists (R24).
    Mistake("TYP102", in: "J+7 email\nsi risque = ⟦haut⟧ alors manuel"),
    Mistake("TYP102", in: "J+7 email\nsi type dans (acompte, ⟦proforma⟧) alors exclure"),
    Mistake("TYP102", in: "J+7 email\nsi jour = ⟦lundy⟧ alors manuel"),
    Mistake("SYN007", in: "J+7 email\nsi risque = ⟦“élevé”⟧ alors manuel"),
    // Types: text against number, truth compared, order of a text.
    Mistake("TYP103", in: "J+7 email\nsi segment > ⟦5⟧ alors manuel"),
    Mistake("TYP103", in: "J+7 email\nsi segment ⟦<⟧ PME alors manuel"),
    Mistake("TYP103", in: "J+7 email\nsi risque ⟦>=⟧ modéré alors manuel"),
    Mistake("TYP103", in: "J+7 email\nsi ⟦litige = stratégique⟧ alors manuel"),
    Mistake("TYP103", in: "J+7 email\nsi segment = ⟦vente directe⟧ alors manuel"),
    Mistake("TYP103", in: "J+7 email\nsi ⟦solde⟧ alors manuel"),
    Mistake("TYP103", in: "J+7 email\nsi ⟦500 €⟧ alors manuel"),
    Mistake("TYP103", in: "J+7 email\nsi échéance > ⟦30 jours⟧ alors manuel"),
    Mistake("TYP103", in: "J+7 email\nsi ⟦échéance + échéance⟧ > 01/01/2026 alors manuel"),
    Mistake("TYP103", in: "J+7 email\nsi ⟦10 % * 10 %⟧ > 1 % alors manuel"),
    // Units (R14, R15).
    Mistake("TYP104", in: "J+7 email\nsi retard > ⟦500 €⟧ alors manuel"),
    Mistake("TYP104", in: "J+7 email\nsi retard > ⟦30⟧ alors manuel"),
    Mistake("TYP104", in: "J+7 email\nsi taux de retard > ⟦30⟧ alors manuel"),
    Mistake("TYP104", in: "J+7 email\nsi retard > ⟦7 jours ouvrés⟧ alors manuel"),
    Mistake("TYP105", in: "J+7 email\nsi solde > ⟦500⟧ alors manuel"),
    Mistake("TYP105", in: "J+7 email\nsi ⟦500⟧ < solde alors manuel"),
    Mistake("TYP105", in: "⟦indemnité 40 USD⟧\nJ+7 email"),
    // Structure: what the grammar lets through and no scenario can mean.
    Mistake("SYN010", in: "⟦J+7 doux⟧"),
    Mistake("SYN010", in: "priorité 1\n⟦priorité 2⟧\nJ+7 email"),
    Mistake("SYN010", in: "J+7 email\nsi litige alors ton doux, ⟦ton ferme⟧"),
    Mistake("SYN010", in: "J+7 email\nsi litige alors retarder de 3 jours, ⟦avancer de 2 jours⟧"),
    Mistake("SYN010", in: "R+7 email ⟦tous les 3 jours 3 fois⟧"),
    Mistake("SYN010", in: "⟦J+50000⟧ email"),
    // R32: one rate for each half-year, keyed by its first day.
    Mistake("SYN010", in: "taux BCE ⟦15/07/2026⟧ = 2,15 %\nJ+7 email"),
    Mistake(
      "SYN010",
      in: "taux BCE 01/07/2026 = 2,15 %\n⟦taux BCE 01/07/2026 = 2 %⟧\nJ+7 email"
    ),
  ]

  @Test("one mistake, one diagnostic", arguments: mistakes)
  func mistake(_ mistake: Mistake) {
    let source = MarkedSource(mistake.source)
    let analysis = analyze([source.text])
    #expect(source.told(analysis.diagnostics) == source.expected(mistake.codes))
  }

  @Test(
    "what is right is not reported",
    arguments: [
      "J+7 email doux; J+21 courrier ferme; J+45 mise en demeure recommandée; si risque=élevé alors manuel",
      "J+7 email\nsi segment = client alors manuel",  // R25: a text even if it reads as a field
      "J+7 email\nsi risque est non renseigné alors manuel",
      "J+7 email\nsi solde > 2 * limite de crédit - 100 € alors manuel",
      "J+7 email\nsi échéance - date de facture > 60 jours alors manuel",
      "J+7 email\nsi échéance + 30 jours < 01/01/2026 alors manuel",
      "J+7 email\nsi retard > -5 jours et solde * 10 % >= 1 k€ alors manuel",
      "J+7 email\nsi mois dans (1, 2) et jour = lundi alors manuel",
      "soit a = b et litige\nsoit b = solde > 3 €\nJ+7 email\nsi a alors manuel",
      "soit reste = solde - 100 €\nJ+7 email\nsi reste > 0 € alors manuel",
      "soit grand compte = encours > 50 000 €\nJ+7 email\nsi grand compte alors manuel",
      "taux BCE 01/07/2026 = 2,15 %\ntaux légal 01/07/2026 = 2,5 %\nJ+7 email",
    ]
  )
  func rightSource(_ source: String) {
    let marked = MarkedSource(source)
    #expect(marked.told(analyze([marked.text]).diagnostics).isEmpty)
  }

  @Test("every name of a field can be written in a condition", arguments: Field.allCases)
  func fieldNames(_ field: Field) {
    for name in [field.entry.name] + field.entry.synonyms {
      let marked = MarkedSource("J+7 email\nsi \(name) est renseigné alors manuel")
      #expect(analyze([marked.text]).diagnostics.isEmpty, "\(name)")
    }
  }

  @Test("a bare number gets the unit of the field beside it as a safe fix (R15)")
  func unitFix() throws {
    let source = MarkedSource("J+7 email\nsi retard > 30 alors manuel")
    let finding = try #require(analyze([source.text]).diagnostics.first)
    let fix = try #require(finding.fix)
    #expect(fix.safety == .safe)
    #expect(fix.edits.map(\.replacement) == [" jours"])
    #expect(fix.edits.map(\.range.lower) == [24])
  }

  @Test("working days in a condition are offered as the calendar days that it counts (R14)")
  func workingDays() throws {
    let source = MarkedSource("J+7 email\nsi retard > 10 jours ouvrés alors manuel")
    let fix = try #require(analyze([source.text]).diagnostics.first?.fix)
    #expect(fix.safety == .proposed)
    #expect(fix.edits.map(\.replacement) == ["10 jours"])
  }

  @Test(
    "a condition without its sign, and a field with its article, are offered as they were meant",
    arguments: [
      ("risque élevé", "risque = élevé"), ("le risque elve", "risque = élevé"),
      ("segment Grand Compte", "segment = « Grand Compte »"),
      ("le risque est élevé", "risque est élevé"),
      ("les factures échues > 3", "factures échues > 3"),
    ]
  )
  func meantCondition(_ written: String, _ meant: String) throws {
    let text = SourceText(
      name: "essai.relance",
      bytes: Array("J+7 email\nsi \(written) alors manuel".utf8)
    )
    let fix = try #require(analyze([text]).diagnostics.first?.fix)
    #expect(fix.safety == .proposed)
    var bytes = text.bytes
    for edit in fix.edits.reversed() {
      bytes.replaceSubrange(edit.range.lower..<edit.range.upper, with: edit.replacement.utf8)
    }
    #expect(String(decoding: bytes, as: UTF8.self) == "J+7 email\nsi \(meant) alors manuel")
  }

  @Test("names are known across files, whatever their order (R29)")
  func acrossFiles() {
    let first = SourceText(
      name: "a.relance",
      bytes: Array("scénario B\nreprend A\nJ+30 email si gros".utf8)
    )
    let second = SourceText(
      name: "b.relance",
      bytes: Array("soit gros = solde > 3 €\nscénario A\nJ+7 email".utf8)
    )
    let analysis = analyze([first, second])
    #expect(analysis.diagnostics.isEmpty)
    #expect(analysis.scenarios.scenarios.map(\.name) == ["B", "A"])
    #expect(
      analysis.scenarios.scenarios[0].steps.map(\.id) == [
        "J+7 relance email", "J+30 relance email",
      ]
    )
  }
}
