import Diagnostics
import Semantics
import TestSupport
import Testing

@Suite("Conditions are decided exactly, each finding proved by an invoice")
struct DecisionTests {
  /// A condition and what is decided: a witness, `impossible` or `indécis`.
  static let decisions: [(String, String)] = [
    // Intervals: figures are whole cents, days and counts.
    ("retard > 30 jours et retard < 31 jours", "impossible"),
    ("retard > 30 jours et retard < 32 jours", "retard 31 jours"),
    ("solde > 10,00 € et solde < 10,01 €", "impossible"),
    ("solde > 50 000 €", "solde 60 000 €"),
    ("solde >= 500 € et solde < 1 000 €", "solde 500 €"),
    ("solde > 1 000 € et solde < 1 200 €", "solde 1 100 €"),
    ("solde < 200 € et solde > 0 €", "solde 100 €"),
    ("solde < 0 €", "solde -1 000 €"),
    ("solde > 500 € et solde < 300 €", "impossible"),
    ("retard entre 10 jours et 5 jours", "impossible"),
    ("retard entre 40 jours et 45 jours", "retard 40 jours"),
    ("échéance >= 01/03/2026", "échéance 01/03/2026"),
    ("taux de retard > 40 % et taux de retard < 41 %", "taux de retard 40,1 %"),
    ("nombre de relances > 2 et nombre de relances < 3", "impossible"),
    // Bounds of single fields.
    ("mois = 13", "impossible"),
    ("mois > 11", "mois 12"),
    ("nombre de relances < 0", "impossible"),
    ("factures échues = -1", "impossible"),
    ("taux de retard > 100 %", "impossible"),
    ("jours depuis relance < 0 jours", "impossible"),
    ("âge < 0 jours", "impossible"),
    ("montant < 0 €", "impossible"),
    ("type = avoir", "impossible"),
    ("retard < 0 jours", "retard -1 jour"),
    ("devise = XYZ", "impossible"),
    ("devise = usd", "devise USD"),
    // Lists, truth values and texts.
    ("risque = élevé", "risque élevé"),
    ("risque = élevé et risque = faible", "impossible"),
    ("risque dans (faible, modéré, élevé, inconnu)", "n'importe quelle facture"),
    ("risque ≠ faible et risque ≠ modéré et risque ≠ élevé", "risque inconnu"),
    ("litige et non litige", "impossible"),
    ("jour dans (samedi, dimanche) et jour = lundi", "impossible"),
    ("segment = PME et segment = ETI", "impossible"),
    ("segment = PME et segment = pme", "segment « PME »"),
    ("segment ≠ PME et segment est renseigné", "segment autre"),
    ("segment ≠ PME et segment dans (PME, ETI)", "segment « ETI »"),
    // Absence: every comparison is false but `≠`.
    ("segment est non renseigné", "segment non renseigné"),
    ("segment est non renseigné et segment ≠ PME", "segment non renseigné"),
    ("segment est non renseigné et segment = PME", "impossible"),
    ("retard moyen est non renseigné et retard moyen <= 5 jours", "impossible"),
    (
      "non (retard moyen <= 5 jours) et non (retard moyen > 5 jours)",
      "retard moyen non renseigné"
    ),
    (
      "limite de crédit est non renseigné et limite de crédit ≠ 5 €",
      "limite de crédit non renseigné"
    ),
    ("solde est renseigné", "n'importe quelle facture"),
    ("solde est non renseigné", "impossible"),
    ("litige est non renseigné", "impossible"),
    ("risque est renseigné et risque = inconnu", "impossible"),
    ("risque est non renseigné", "risque inconnu"),
    // Arithmetic on a single field is solved for it, rounding included.
    ("retard + 5 jours > 35 jours et retard <= 30 jours", "impossible"),
    ("retard + 5 jours > 35 jours et retard <= 31 jours", "retard 31 jours"),
    ("10 jours - retard < 3 jours et retard < 8 jours", "impossible"),
    ("-retard > 3 jours", "retard -4 jours"),
    ("solde * 2 > 1 000 € et solde <= 500 €", "impossible"),
    // 0,5 cent rounds up to 1 cent, away from zero on both sides.
    ("solde * 0,5 >= 0,01 € et solde < 0,01 €", "impossible"),
    ("solde * 0,5 >= 0,01 € et solde <= 0,01 €", "solde 0,01 €"),
    ("solde * 0,5 <= -0,01 € et solde >= -0,01 €", "solde -0,01 €"),
    ("solde * 0 > 0 €", "impossible"),
    ("solde * 10 % > 100 € et solde < 1 000 €", "impossible"),
    ("retard * 0,1 = 1 jour", "retard 10 jours"),
    ("échéance + 30 jours > 31/03/2026 et échéance <= 01/03/2026", "impossible"),
    ("retard - retard = 0 jours", "n'importe quelle facture"),
    ("limite de crédit - limite de crédit = 0 €", "limite de crédit 1 000 €"),
    ("nombre de relances * 1,5 = 2", "impossible"),
    ("nombre de relances * 1,5 = 3", "nombre de relances 2"),
    // Facts of the domain.
    ("promesse et promesse rompue", "impossible"),
    ("promesse rompue et solde <= 0 €", "impossible"),
    ("nombre de relances = 0 et jours depuis relance est renseigné", "impossible"),
    ("nombre de relances > 0 et jours depuis relance est non renseigné", "impossible"),
    ("retard moyen est renseigné et taux de retard est non renseigné", "impossible"),
    ("taux de retard = 0 % et retard moyen > 0 jours", "impossible"),
    ("taux de retard = 100 % et retard moyen < 1 jour", "impossible"),
    ("âge est renseigné et date de facture est non renseigné", "impossible"),
    ("solde > 0 € et retard > 0 jours et factures échues = 0", "impossible"),
    ("promesse rompue et retard > 0 jours et factures échues = 0", "impossible"),
    ("montant < 100 € et payé >= 0 € et solde >= 100 €", "impossible"),
    ("montant = 100 € et payé = 40 € et solde ≠ 60 €", "impossible"),
    ("payé < -10 € et solde < 10 €", "impossible"),
    ("prescription < 30 jours et retard < 100 jours", "impossible"),
    ("prescription < 30 jours et retard < 1 000 jours et non particulier", "impossible"),
    // The day itself: 1 January 2026 and 31 days are Sunday 1 February.
    ("échéance = 01/01/2026 et retard = 31 jours et mois ≠ 2", "impossible"),
    (
      "échéance >= 01/01/2026 et échéance < 01/02/2026 et retard = 31 jours et jour = lundi",
      "échéance 02/01/2026, retard 31 jours, jour lundi"
    ),
    ("échéance = 01/01/2026 et date de facture = 05/02/2026 et retard < 35 jours", "impossible"),
    // Fields against fields: a witness where figures are found.
    ("encours > limite de crédit et encours <= limite de crédit", "impossible"),
    (
      "encours > limite de crédit et limite de crédit > 5 000 €",
      "limite de crédit 6 000 €, encours 7 000 €"
    ),
    ("encours > limite de crédit et limite de crédit est non renseigné", "impossible"),
    ("encours < 0 € et limite de crédit > 0 € et encours > limite de crédit", "impossible"),
    ("montant - payé ≠ solde", "impossible"),
    ("solde * taux de retard > 10 €", "indécis"),
    // Amounts of another currency are kept apart.
    ("solde > 100 USD et solde < 50 USD et montant > 1 € et encours > 1 €", "impossible"),
    ("solde > 100 USD et solde < 50 € et montant > 1 € et encours > 1 €", "indécis"),
    (
      "solde > 100 USD et montant > 1 € et encours > 1 €",
      "montant 1 000 €, solde 1 000 USD, encours 1 000 €"
    ),
    ("solde > 0 USD et solde < 0 €", "impossible"),
    // One field in two currencies: the space's own is named first.
    (
      "solde > 100 € et payé > 100 € et montant > 1 USD",
      "montant 2 000 €, montant 1 000 USD, payé 1 000 €, solde 1 000 €"
    ),
  ]

  @Test("a condition can hold or not", arguments: decisions)
  func decides(_ condition: String, _ expected: String) throws {
    let sample = try ConditionSample([condition])
    #expect(told(sample.sets[0].decision) == expected)
    // Whether there is an invoice is asked in another way than for one.
    #expect(sample.sets[0].isEmpty == (expected == "impossible"))
  }

  @Test("sets in a row answer as each of them does")
  func list() throws {
    let conditions = [
      "solde < 100 €", "solde >= 90 € et risque = élevé", "solde >= 90 €", "solde > 500 €",
    ]
    let sample = try ConditionSample(conditions)
    let list = ConditionSetList(sample.sets, of: sample.space)
    for (place, set) in sample.sets.enumerated() {
      for (other, single) in sample.sets.enumerated() {
        #expect(list.cover(set, at: [other]) == set.isCovered(by: single))
        #expect(list.isDisjoint(other, from: set) == set.isDisjoint(from: single))
        // What is plain is so.
        #expect(!list.places([other], near: set).isEmpty || set.isDisjoint(from: single))
        #expect(list.cover(set, at: other) == set.isCovered(by: single))
      }
      #expect(list.cover(list[place], at: [0, 2]))
      #expect(list.cover(set, at: [1, 3]) == (place == 1 || place == 3))
    }
    #expect(!list.cover(sample.space.everything, at: [0, 1, 3]))
    #expect(list.cover(sample.space.everything, at: [0, 2]))
  }

  /// Two conditions that say the same.
  static let equals: [(String, String)] = [
    ("retard > 30 jours", "retard >= 31 jours"),
    ("retard > 4 semaines", "retard >= 29 jours"),
    ("solde > 1 000 €", "solde >= 1 000,01 €"),
    ("non (retard > 30 jours)", "retard <= 30 jours"),
    ("retard entre 1 jour et 3 jours", "retard > 0 jours et retard < 4 jours"),
    ("nombre de relances > 2,5", "nombre de relances >= 3"),
    ("risque ≠ élevé", "risque dans (faible, modéré, inconnu)"),
    ("risque est renseigné", "risque ≠ inconnu"),
    ("non (litige et promesse)", "non litige ou non promesse"),
    ("segment ≠ PME", "non (segment = PME)"),
    ("segment est non renseigné ou segment ≠ PME", "segment ≠ PME"),
    ("mois > 6 et mois < 8", "mois = 7"),
    ("mois < 2 ou mois > 11", "mois dans (1, 12)"),
    ("1 000 € < solde", "solde > 1 000 €"),
    ("solde - 100 € > 0 €", "solde > 100 €"),
    ("encours > limite de crédit", "limite de crédit < encours"),
    ("encours > limite de crédit", "encours - limite de crédit > 0 €"),
    ("encours * 2 > limite de crédit * 2", "encours > limite de crédit"),
    ("encours - limite de crédit >= 0,01 €", "encours > limite de crédit"),
    ("solde * taux de retard > 10 €", "solde * taux de retard >= 10,01 €"),
    // By the facts of the domain.
    ("jours depuis relance est renseigné", "nombre de relances > 0"),
    ("promesse rompue", "promesse rompue et solde > 0 € et non promesse"),
    ("seuil_haut", "solde > 5 000 €"),
    ("gros", "solde > 5 000 € ou stratégique"),
  ]

  static let declarations = """
    soit limite_haute = 5 000 €
    soit seuil_haut = solde > limite_haute
    soit gros = seuil_haut ou stratégique
    """

  @Test("two conditions are the same", arguments: equals)
  func equivalent(_ first: String, _ second: String) throws {
    let sample = try ConditionSample([first, second], declarations: Self.declarations)
    let sets = sample.sets
    #expect(told(sets[0].difference(from: sets[1])) == "impossible")
    #expect(sets[0].fields == sets[1].fields)
  }

  /// Two conditions and an invoice that tells them apart.
  static let differences: [(String, String, String)] = [
    ("solde < 1 000 €", "solde <= 1 000 €", "solde 1 000 €"),
    ("retard moyen <= 5 jours", "non (retard moyen > 5 jours)", "retard moyen non renseigné"),
    ("risque = élevé", "risque = élevé ou litige", "risque faible, litige oui"),
    ("taux de retard > 50 %", "taux de retard >= 50,1 %", "taux de retard 50,01 %"),
  ]

  @Test("an invoice tells two conditions apart", arguments: differences)
  func different(_ first: String, _ second: String, _ expected: String) throws {
    let sets = try ConditionSample([first, second]).sets
    #expect(told(sets[0].difference(from: sets[1])) == expected)
    #expect(told(sets[1].difference(from: sets[0])) == expected)
  }
}
