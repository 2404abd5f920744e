import Diagnostics
import Planning
import Receivables
import Semantics
import TestSupport
import Testing

@Suite("Two versions of scenarios compared")
struct ComparisonTests {
  /// Two texts, and what they say differently: matter, subject, reach.
  static let texts: [(old: String, new: String, changes: [String])] = [
    ("J+7 email doux", "J+7 courriel doux # le même", []),
    ("J+7 email\nespacement 7 jours", "espacement 1 semaine\nJ+7 email", []),
    (
      "J+7 email\nsi solde < 50 € ou litige alors suspendre",
      "J+7 email\nsi non (solde >= 50 € et non litige) alors suspendre", []
    ),
    ("J+7 email\nespacement 7 jours", "J+7 email\nespacement 9 jours", ["setting espacement all"]),
    ("J+7 email\nseuil 10 €", "J+7 email", ["setting seuil all"]),
    ("J+7 email", "J+7 courrier", ["step J+7 relance courrier gained"]),
    ("J+7 email doux", "J+9 email doux", ["step J+9 relance email gained"]),
    ("J+7 email", "J+7 email\nJ+9 SMS", ["step_added J+9 relance SMS gained"]),
    ("J+7 email\nJ+9 SMS", "J+7 email", ["step_removed J+9 relance SMS lost"]),
    (
      "J+7 email si solde > 100 €", "J+7 email si solde > 80 €",
      ["step_condition J+7 relance email gained"]
    ),
    (
      "pour segment = PME\nJ+7 email", "pour segment dans (ETI, PME)\nJ+7 email",
      ["coverage pour gained"]
    ),
    (
      "J+7 email\nsi risque = élevé alors manuel",
      "J+7 email\nsi risque = modéré alors manuel",
      ["effect manuel gained", "effect manuel lost"]
    ),
    // What excludes an invoice leaves nothing to approve, to suspend or to do by hand.
    (
      "J+7 email\nsi stratégique alors validation",
      "J+7 email\nsi stratégique alors validation\nsi stratégique alors exclure",
      [
        "effect validation lost", "effect suspendre lost", "effect manuel lost",
        "effect exclure gained",
      ]
    ),
    // Of tones the first rule wins, so that the second never did anything.
    (
      "J+7 email\nsi solde > 10 € alors ton ferme\nsi solde > 20 € alors ton sévère",
      "J+7 email\nsi solde > 10 € alors ton ferme", []
    ),
    // The order of statements says nothing, but where it decides what goes first.
    ("J+7 email\nJ+21 courrier\nau paiement SMS", "au paiement SMS\nJ+21 courrier\nJ+7 email", []),
    (
      "J+42 email\nJ+6 semaines courrier", "J+6 semaines courrier\nJ+42 email",
      ["step J+6 semaines relance courrier gained"]
    ),
    (
      "J+21 email\nR+1 courrier\nJ+30 appel", "R+1 courrier\nJ+21 email\nJ+30 appel",
      ["step R+1 relance courrier gained"]
    ),
    (
      "J email\nau paiement SMS\nà promesse rompue appel",
      "J email\nà promesse rompue appel\nau paiement SMS",
      ["step à promesse rompue relance appel gained"]
    ),
    (
      "scénario « A »\npour litige\nJ email\nscénario « B »\nJ SMS\nscénario « C »\npour non litige\nJ email",
      "scénario « C »\npour non litige\nJ email\nscénario « B »\nJ SMS\nscénario « A »\npour litige\nJ email",
      ["coverage pour gained", "coverage pour gained"]
    ),
    (
      "scénario « A »\nJ email\nscénario « B »\npour litige\nJ email",
      "scénario « A »\nJ email\nscénario « C »\npour litige\nJ email",
      ["scenario_removed B all", "scenario_added C all"]
    ),
    (
      "soit gros = solde > 500 €\nJ email si gros", "soit beau = litige\nJ email si solde > 500 €",
      []
    ),
    (
      "champ « région » texte client\nJ email si région = Nord",
      "champ « zone » texte client\nchamp « région » texte client\nJ email si région = Sud",
      ["step_condition J relance email gained", "step_condition J relance email lost"]
    ),
    // What customers read. The shipped ECB rate of the first half of 2026 is 2,15 %.
    ("taux BCE 01/07/2026 = 2 %\nJ email", "J email", ["rate BCE 01/07/2026 all"]),
    ("taux BCE 01/07/2026 = 2 %\nJ email", "taux BCE 01/07/2026 = 2,00 %\nJ email", []),
    ("taux BCE 01/01/2026 = 2,15 %\nJ email", "J email", []),
    ("taux légal 01/07/2026 = 2 %\nJ email", "J email", []),
    ("sans pénalités\ntaux BCE 01/07/2026 = 2 %\nJ email", "sans pénalités\nJ email", []),
    (
      "pénalités 3 × taux légal\ntaux légal 01/07/2026 = 2 %\nJ email",
      "pénalités 3 × taux légal\ntaux légal 01/07/2026 = 3 %\nJ email",
      ["rate légal 01/07/2026 all"]
    ),
    (letter("Bonjour {nom},"), letter("Cher {nom},"), ["template « M » all"]),
    (letter("Bonjour {nom},"), letter("Bonjour {raison sociale},"), []),
    (
      letter("{si solde > 10 €}A{sinon}B{fin}"), letter("{si solde > 11 €}A{sinon}B{fin}"),
      ["template « M » all"]
    ),
    (
      "soit gros = solde > 10 €\n" + letter("{si gros}A{fin}"), letter("{si solde > 10 €}A{fin}"),
      []
    ),
    (
      "soit nous = « Brunel »\n" + letter("De {nous}."),
      "soit nous = « BRUNEL »\n" + letter("De {nous}."),
      ["template « M » all"]
    ),
    ("soit nous = « Brunel »\n" + letter("De {nous}."), letter("De Brunel."), []),
    // Written out, the condition would have 2⁶⁰ parts.
    (
      doubled("a", 60) + letter("{si a60}A{fin}"), doubled("b", 60) + letter("{si b60}A{fin}"),
      []
    ),
    // Nobody names the template: nobody reads it.
    ("J email\n" + template("A"), "J email\n" + template("B"), []),
    (
      "soit IBAN = « FR76 1 »\n" + letter("Sur {IBAN}."),
      "soit IBAN = « FR76 2 »\n" + letter("Sur {IBAN}."),
      ["creditor IBAN all"]
    ),
  ]

  /// Conditions each of which is the one before twice.
  private static func doubled(_ name: String, _ count: Int) -> String {
    let first = "soit \(name)0 = solde > 10 €\n"
    return first
      + (1...count).map { "soit \(name)\($0) = \(name)\($0 - 1) et \(name)\($0 - 1)\n" }.joined()
  }

  private static func template(_ text: String) -> String {
    "modèle « M »\n  objet « O »\n---\n\(text)\n---\n"
  }

  private static func letter(_ text: String) -> String {
    "J courrier modèle « M »\n" + template(text)
  }

  /// What stood in the place of the first line that differs.
  static let lines: [(old: String, new: String, change: [String?])] = [
    ("un\ndeux\ntrois", "un\n2\ntrois", ["deux", "2"]),
    ("un\ndeux", "un\n\nde plus\ndeux", [nil, "de plus"]),
    ("un\ndeux\ntrois", "un", ["deux", nil]),
    ("{si solde > 1 €}A{fin}", "{si solde > 2 €}A{fin}", [nil, nil]),
  ]

  @Test("a template is told by its first line that differs", arguments: lines.indices)
  func templateLines(_ index: Int) throws {
    let sample = ComparisonTests.lines[index]
    let old = try Analysis(checked: ComparisonTests.letter(sample.old))
    let new = try Analysis(checked: ComparisonTests.letter(sample.new))
    let changes = ruleChanges(from: old.scenarios, to: new.scenarios)
    #expect(changes.map(\.matter) == [.template])
    #expect(changes.map { [$0.old, $0.new] } == [sample.change])
  }

  @Test("what the texts say differently", arguments: texts.indices)
  func rules(_ index: Int) throws {
    let sample = ComparisonTests.texts[index]
    let old = try Analysis(checked: sample.old)
    let new = try Analysis(checked: sample.new)
    let changes = ruleChanges(from: old.scenarios, to: new.scenarios)
    let found = changes.map { change in
      let reach =
        switch change.reach {
        case .all: "all"
        case .gained(let witness): witness == nil ? "gained, without witness" : "gained"
        case .lost(let witness): witness == nil ? "lost, without witness" : "lost"
        case .unknown: "unknown"
        }
      return "\(change.matter.rawValue) \(change.subject) \(reach)"
    }
    #expect(found == sample.changes, "\(sample.old)\n—\n\(sample.new)")
    let mirrored = ruleChanges(from: new.scenarios, to: old.scenarios)
    #expect(mirrored.isEmpty == changes.isEmpty)
  }

  @Test("a text differs from itself in nothing", arguments: 0..<40)
  func same(_ seed: UInt64) throws {
    var trade = RandomTrade(seed: seed)
    let analysis = try Analysis(checked: trade.scenario())
    let changes = ruleChanges(from: analysis.scenarios, to: analysis.scenarios)
    let certain = changes.filter { change in
      if case .unknown = change.reach { false } else { true }
    }
    #expect(certain.isEmpty, "\(certain.map(\.subject))")
  }

  /// Old and new scenario, and the kinds by which one invoice due on 2 February 2026 differs from
  /// January to April.
  static let treatments: [(old: String, new: String, kinds: [TreatmentChange.Kind])] = [
    ("J+7 email", "J+7 email doux", [.otherTone]),
    ("J+7 email", "J+7 email manuel", [.nowManual]),
    ("J+7 email validation", "J+7 email", [.nowAutomatic]),
    ("J+7 email", "J+7 courrier", [.otherChannel]),
    ("J+7 email", "J+9 email", [.later]),
    ("J+7 email\nJ+30 email", "J+7 email\nJ+25 email", [.earlier]),
    ("J+7 email\nJ+30 email", "J+3 email\nJ+30 email", [.earlier]),
    ("J+7 email", "J+7 email\nJ+30 email", [.more]),
    ("J+7 email\nJ+30 email", "J+7 email", [.fewer]),
    ("J+7 email", "si solde > 0 € alors exclure\nJ+7 email", [.noLongerContacted]),
    ("J+7 email si litige", "J+7 email", [.newlyContacted]),
    ("J+7 email", "J+7 email relevé", [.otherNature]),
    ("J+7 email", "J+7 email à direction", [.otherMessage]),
    ("J+7 « un » email", "J+7 « deux » email", [.otherStep]),
    ("J+7 email", "J+7 email\nespacement 3 jours", []),
  ]

  @Test("in which way an invoice is treated differently", arguments: treatments.indices)
  func invoices(_ index: Int) throws {
    let sample = ComparisonTests.treatments[index]
    let changes = try ComparedInvoice.changes(sample.old, sample.new, days: -30...80)
    let kinds = changes.flatMap(\.kinds)
    #expect(kinds == sample.kinds, "\(sample.old) → \(sample.new)")
  }
}
