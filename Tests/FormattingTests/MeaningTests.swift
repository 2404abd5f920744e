import Diagnostics
import Syntax
import TestSupport
import Testing

@testable import Formatting

/// The meaning of a text that can be read.
private func meaning(_ text: String) throws -> TreeMeaning {
  let tree = parse(SourceText(name: "essai.relance", bytes: Array(text.utf8)), file: 0)
  try #require(!tree.diagnostics.hasErrors, "\(text): \(tree.diagnostics)")
  return TreeMeaning(tree)
}

@Suite("What the formatter takes for the same meaning")
struct MeaningTests {
  /// Items that all mean something else.
  static let items = [
    "description « a »", "description « A »", "reprend « a »", "reprend « b »", "sans étape J+3",
    "sans étape J-3", "sans étape « a »", "sans prélude", "sans pénalités", "pour litige",
    "pour non litige", "priorité 1", "priorité -1", "jours ouvrés lundi", "jours ouvrés mardi",
    "fériés France", "fériés aucun", "fériés le 01/01/2026", "fériés le 01/01/2026, 02/01/2026",
    "décaler suivant", "décaler précédent", "rattrapage direct", "rattrapage progressif",
    "espacement 7 jours", "fenêtre 7 jours", "espacement 8 jours", "regrouper par client",
    "regrouper par facture", "plafond 1 contact par client", "plafond 2 contacts par client",
    "plafond 1 contact par facture", "plafond 1 contact par client par 7 jours", "seuil 15 €",
    "seuil 15 USD", "seuil 15,01 €", "indemnité 15 €", "pénalités 12 %",
    "pénalités BCE + 12 points",
    "pénalités 12 × taux légal", "pénalités 13 %",
    "J+7 email", "J-7 email", "J+7 ouvrés email", "J+7 semaines email", "J+7 mois email",
    "J+7 fin de mois email", "R+7 email", "au paiement email", "J+7 « a » email", "J+7 « A » email",
    "J+7 appel", "J+7 email + appel", "J+7 email sinon appel", "J+7 email relance",
    "J+7 email ferme", "J+7 email manuel", "J+7 email à direction", "J+7 email copie direction",
    "J+7 email notifier direction", "J+7 email modèle « a »", "J+7 email avec facture",
    "J+7 email avec facture, relevé", "J+7 email délai 8 jours", "J+7 email délai 9 jours",
    "J+7 email tous les 8 jours 3 fois", "J+7 email tous les 8 jours 4 fois",
    "J+7 email tous les 9 jours 3 fois", "J+7 email si litige",
    "si litige alors manuel", "si promesse alors manuel", "si litige alors exclure",
    "si litige alors manuel sinon exclure", "si litige alors manuel, ton doux",
    "si litige alors ton doux", "si litige alors ton ferme", "si litige alors canal email",
    "si litige alors modèle « a »", "si litige alors à direction", "si litige alors sans relance",
    "si litige alors sans email", "si litige alors retarder de 3 jours",
    "si litige alors avancer de 3 jours", "si litige alors notifier direction",
  ]

  /// Conditions that all mean something else.
  static let conditions = [
    "litige", "non litige", "litige et promesse", "litige ou promesse", "promesse et litige",
    "litige et promesse et sensible", "litige et (promesse et sensible)",
    "litige et promesse ou sensible", "litige et (promesse ou sensible)",
    "non litige et promesse", "non (litige et promesse)", "solde = 1", "solde = « 1 »",
    "solde = 1 €", "solde = 1 %", "solde = 1 jour", "solde = 1 semaine", "solde = 7 jours",
    "solde = 1 USD", "solde = 01/01/2026", "solde = -1", "solde ≠ 1", "solde < 1", "solde <= 1",
    "solde > 1", "solde >= 1", "solde + 1 = 1", "solde - 1 = 1", "solde * 1 = 1", "1 = solde",
    "solde - (1 - 2) = 1", "solde - 1 - 2 = 1", "solde dans (1)", "solde dans (1, 2)",
    "solde dans (1,2)", "solde entre 1 et 2", "solde est renseigné", "solde est non renseigné",
    "segment = a", "segment = « a »", "segment = « A »", "segment = ab", "segment = « a b »",
  ]

  /// Lines of an example that all mean something else.
  static let exampleLines = [
    "client litige", "client risque élevé", "client risque = élevé", "client litige, promesse",
    "facture litige", "facture « a » litige", "facture « A » litige", "facture montant 1 €",
    "paiement le 01/02/2026 : 1 €", "paiement le 01/02/2026 : 2 €", "paiement le 02/02/2026 : 1 €",
    "paiement « a » le 01/02/2026 : 1 €", "litige du 01/02/2026",
    "litige du 01/02/2026 au 02/02/2026",
    "litige « a » du 01/02/2026", "promesse le 01/02/2026", "promesse « a » le 01/02/2026",
    "le 01/02/2026 : rien", "le 02/02/2026 : rien", "le 01/02/2026 : email",
    "le 01/02/2026 : email, email", "le 01/02/2026 : email ferme",
  ]

  /// Declarations that all mean something else.
  static let declarations = [
    "", "scénario « a »", "scénario « A »", "exemple « a »", "exemple « a »\nscénario « b »",
    "scénario « a »\nscénario « b »", "champ « a » texte client", "champ « a » texte facture",
    "champ « a » entier client", "champ « A » texte client", "soit a = 1", "soit a = 2",
    "soit b = 1", "taux BCE 01/07/2026 = 1 %", "taux légal 01/07/2026 = 1 %",
    "taux BCE 01/01/2026 = 1 %", "taux BCE 01/07/2026 = 1,5 %", "modèle « a »\n---\n---",
    "modèle « A »\n---\n---", "modèle « a »\n---\n\n---", "modèle « a »\n---\n{solde}\n---",
    "modèle « a »\nlangue fr\n---\n---",
    "modèle « a »\nlangue en\n---\n---", "modèle « a »\nobjet « a »\n---\n---",
    "modèle « a »\n---\n{si litige}a{fin}\n---", "modèle « a »\n---\n{si litige}{sinon}a{fin}\n---",
    "modèle « a »\n---\n{pour chaque facture}a{fin}\n---",
  ]

  @Test(
    "what is not the same is told apart, to the cent and the letter of a text",
    arguments: [
      items, conditions.map { "si \($0) alors manuel" },
      exampleLines.map { "exemple « a »\n\($0)" }, declarations,
    ]
  )
  func differences(_ texts: [String]) throws {
    var seen: [[UInt8]: String] = [:]
    for text in texts {
      let other = seen.updateValue(text, forKey: try meaning(text).bytes)
      #expect(other == nil, "\(text) and \(other ?? "")")
    }
  }

  /// Texts that mean the same.
  static let equals: [(String, String)] = [
    ("J+7 email", "j + 7 jours  COURRIEL # commentaire"),
    ("si solde > 1000 € alors manuel", "si (solde) > 1 k€ alors\n manuelle"),
    ("seuil 1,50 €", "seuil 1.5 EUR"),
    ("espacement 2 semaines", "espacement 14 jours"),
    ("si risque = eleve alors manuel", "si RISQUE est élevé alors manuel"),
    ("scénario « a b »", "scenario a b"),
    ("jours ouvrés lundi à mercredi", "jours ouvrés mardi, mercredi et lundi"),
    ("modèle « a »\n---\na\n---", "modèle « a »\r\n  ---\r\na\r\n ---\r\n"),
  ]

  @Test("spelling, layout and comments do not matter", arguments: equals)
  func equality(_ one: String, _ other: String) throws {
    #expect(try meaning(one) == meaning(other))
  }
}
