import Diagnostics
import Formatting
import Syntax
import Testing

/// A file as it is typed, and in canonical form.
struct LayoutCase: CustomTestStringConvertible {
  let testDescription: String
  let typed: String
  let canonical: String

  init(_ description: String, _ typed: String, _ canonical: String) {
    testDescription = description
    self.typed = typed
    self.canonical = canonical
  }

  static let lines = [
    LayoutCase("nothing stays nothing", " \r\n\n", ""),
    LayoutCase(
      "one statement a line; without a header from the left margin",
      "J+7 email doux; J+21 courrier ferme ; si risque=élevé alors manuel;",
      """
      J+7   email doux
      J+21  courrier ferme
      si risque = élevé alors manuel

      """
    ),
    LayoutCase(
      "byte-order mark, CRLF, CR, tabs and spaces at the end go",
      "\u{FEFF}scénario « A »\r\n\tJ+7 email\t \rJ+8\u{A0}email",
      """
      scénario « A »
        J+7  email
        J+8  email

      """
    ),
    LayoutCase(
      "blank lines stay, one of several; none at the ends",
      "\n\nJ+7 email\n\n \n\nJ+8 email\n\n\n",
      """
      J+7  email

      J+8  email

      """
    ),
    LayoutCase(
      "items stand under their header, declarations between them too, those behind them do not",
      """
      priorité 1
      scénario « A »
      soit x = solde > 1 €
      J+7 email si x
      soit y = solde > 1 €
      exemple « e »
      client risque élevé
      """,
      """
      priorité 1
      scénario « A »
        soit x = solde > 1 €
        J+7  email  si x
      soit y = solde > 1 €
      exemple « e »
        client risque élevé

      """
    ),
    LayoutCase(
      "the text of a template stays as it is, but for its line ends",
      "modèle « M »\nlangue fr\nobjet \"F {facture}\"\n  ---\t\n  # {nom} \r\n\n\tFin ;\r ---\nJ+7 email",
      "(not formatted)"
    ),
    LayoutCase(
      "the text of a template stays as it is, but for its line ends",
      "modèle « M »\nlangue fr\nobjet \"F {facture}\"\n  ---\t\n  # {nom} \r\n\n\tFin ;\r ---\n",
      """
      modèle « M »
        langue fr
        objet « F {facture} »
      ---
        # {nom}\u{20}

      \tFin ;
      ---

      """
    ),
    LayoutCase(
      "a subject whose placeholders hold quotes keeps its own",
      "modèle « M »\nobjet \"{si pays = « FR »}a{fin}\"\n---\n---",
      """
      modèle « M »
        objet "{si pays = « FR »}a{fin}"
      ---
      ---

      """
    ),
  ]

  static let columns = [
    LayoutCase(
      "moment and label, what is done, and `si` stand in columns",
      """
      J-5 email prévenance
      J+30 « appel » appel ferme si solde > 500 €
      J+45 mise en demeure recommandée délai 8 jours avec pénalités, indemnité
      au paiement email remerciement si nombre de relances > 0
      """,
      """
      J-5             email prévenance
      J+30 « appel »  appel ferme         si solde > 500 €
      J+45            mise en demeure recommandée délai 8 jours avec pénalités, indemnité
      au paiement     email remerciement  si nombre de relances > 0

      """
    ),
    LayoutCase(
      "a label much longer than the others stands out of its column",
      """
      J+7 email
      J+21 courrier
      J+90 « conciliateur ou abandon » tâche
      """,
      """
      J+7   email
      J+21  courrier
      J+90 « conciliateur ou abandon »  tâche

      """
    ),
    LayoutCase(
      "a blank line or another item parts groups of steps, a comment does not",
      """
      J+7 email
      # plus tard
      J+21 courrier

      R+15 contentieux
      priorité 1
      au paiement email
      """,
      """
      J+7   email
      # plus tard
      J+21  courrier

      R+15  contentieux
      priorité 1
      au paiement  email

      """
    ),
  ]

  static let comments = [
    LayoutCase(
      "comments stand where they stood; those at the ends of lines that follow one another aligned",
      """
      #tête

      scénario « A » # nom
      # pour
      seuil 15 €# bas
      espacement 10 jours   # haut
      # fin

      scénario « B »
      """,
      """
      #tête

      scénario « A »  # nom
        # pour
        seuil 15 €           # bas
        espacement 10 jours  # haut
        # fin

      scénario « B »

      """
    ),
    LayoutCase(
      "a comment between blank lines keeps its indentation",
      """
      scénario « A »
        J+7 email

        # J+30 tâche

      # la suite

      scénario « B »
      """,
      """
      scénario « A »
        J+7  email

        # J+30 tâche

      # la suite

      scénario « B »

      """
    ),
    LayoutCase(
      "of a line that is parted, a comment stays with the last statement",
      "J+7 email; J+8 email # fin",
      """
      J+7  email
      J+8  email  # fin

      """
    ),
    LayoutCase(
      "comments inside a statement stay between its parts",
      """
      si solde > 200 € et # assez
        # et vieux
        retard > 30 jours # en jours
        alors manuel, # d'abord
          ton ferme
      """,
      """
      si solde > 200 €  # assez
         # et vieux
         et retard > 30 jours  # en jours
         alors manuel,  # d'abord
            ton ferme

      """
    ),
    LayoutCase(
      "comments where no line can end follow the statement",
      """
      seuil 15 €
      jours ouvrés lundi, # un
        # deux
        mardi # trois
      J+7 email
      """,
      """
      seuil 15 €
      jours ouvrés lundi, mardi  # un
      # deux
      # trois
      J+7  email

      """
    ),
  ]

  static let longLines = [
    LayoutCase(
      "a statement on several lines that fits on one stands on one",
      "si solde > 1 €\n  et litige\n\n  alors manuel,\n ton doux\n  sinon validation",
      "si solde > 1 € et litige alors manuel, ton doux sinon validation\n"
    ),
    LayoutCase(
      "a long rule is parted before `alors`, then before `et` or `ou`, the outermost first",
      """
      si risque = élevé et solde > 10 000 € et non stratégique ou segment dans (PME, ETI) alors validation
      si risque = élevé et solde > 10 000 € et non stratégique et retard moyen > 30 jours et encours > 5 000 € alors manuel sinon validation
      si risque = élevé et solde > 10 000 € et non stratégique ou retard moyen > 30 jours et (encours > 5 000 € ou échu > 2 000 €) et segment dans (PME, ETI, TPE, public, associations, « grandes entreprises ») alors manuel
      """,
      """
      si risque = élevé et solde > 10 000 € et non stratégique ou segment dans (PME, ETI) alors validation
      si risque = élevé
         et solde > 10 000 €
         et non stratégique
         et retard moyen > 30 jours
         et encours > 5 000 €
         alors manuel
         sinon validation
      si risque = élevé et solde > 10 000 € et non stratégique
         ou retard moyen > 30 jours
            et (encours > 5 000 € ou échu > 2 000 €)
            et segment dans (PME, ETI, TPE, public, associations, « grandes entreprises »)
         alors manuel

      """
    ),
    LayoutCase(
      "long lists are filled line by line",
      """
      fériés le 1/1/2026, 2/1/2026, 3/1/2026, 4/1/2026, 5/1/2026, 6/1/2026, 7/1/2026, 8/1/2026, 9/1/2026
      pour pays dans (AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, FR, GR, HR, HU, IE, IT, LT, LU, LV, MT, NL, PL, PT, RO, SE, SI, SK)
      """,
      """
      fériés le 01/01/2026, 02/01/2026, 03/01/2026, 04/01/2026, 05/01/2026, 06/01/2026, 07/01/2026,
                08/01/2026, 09/01/2026
      pour pays dans (AT, BE, BG, CY, CZ, DE, DK, EE, ES, FI, FR, GR, HR, HU, IE, IT, LT, LU, LV, MT, NL,
              PL, PT, RO, SE, SI, SK)

      """
    ),
    LayoutCase(
      "a long step is parted before `avec`, then in its condition",
      """
      J+45 mise en demeure recommandée délai 8 jours à comptabilité copie direction avec pénalités, indemnité, relevé
      J+60 « dernier appel avant le contentieux » appel sévère si solde > 10 000 € et non stratégique et risque = élevé
      """,
      """
      J+45  mise en demeure recommandée délai 8 jours à comptabilité copie direction
            avec pénalités, indemnité, relevé
      J+60 « dernier appel avant le contentieux »  appel sévère  si solde > 10 000 €
                                                      et non stratégique
                                                      et risque = élevé

      """
    ),
  ]
}

@Suite("Canonical layout")
struct LayoutTests {
  @Test(
    "each file has one layout",
    arguments: LayoutCase.lines + LayoutCase.columns + LayoutCase.comments + LayoutCase.longLines
  )
  func layout(_ sample: LayoutCase) {
    #expect(formatted(sample.typed) == sample.canonical)
    guard sample.canonical != "(not formatted)" else { return }
    #expect(formatted(sample.canonical) == sample.canonical)
  }

  @Test("a file with an error stays as it is, and the error is told")
  func errors() {
    let bytes = Array("J+7 email\nsi retard > alors manuel\n".utf8)
    let text = SourceText(name: "essai.relance", bytes: bytes)
    let tree = parse(text, file: 0)
    guard case .unreadable(let errors) = format(tree, of: text) else {
      Issue.record("formatted")
      return
    }
    #expect(errors.count == 1)
    #expect(errors == tree.diagnostics)
  }
}
