import Diagnostics
import Syntax
import TestSupport
import Testing

/// A source with the stretches marked that must be underlined, and what must be said of each.
struct Mistake: CustomTestStringConvertible, Sendable {
  let source: String
  let said: [String]
  var testDescription: String { source }

  init(_ source: String, _ said: String...) {
    self.source = source
    self.said = said
  }
}

/// Makes sure that a source gets what is expected of it, at its marks, and nothing else.
func expectTold(_ mistake: Mistake) {
  let marked = MarkedSource(mistake.source)
  let diagnostics = parse(marked.text, file: 0).diagnostics
  #expect(diagnostics.map { "\($0.code.name) \($0.message.fr)" } == mistake.said)
  #expect(diagnostics.map { $0.range } == marked.ranges)
}

@Suite("Each mistake is told once, in its place, in the words of the user")
struct MistakeTests {
  @Test(
    "conditions",
    arguments: [
      Mistake("si solde ⟦>⟧ alors manuel", "SYN010 il manque une valeur ou un champ après `>`"),
      Mistake(
        "si solde ⟦>⟧ et retard > 3 jours alors manuel",
        "SYN010 il manque une valeur ou un champ après `>`"
      ),
      Mistake("J+7 email ⟦si⟧", "SYN010 il manque une valeur ou un champ après `si`"),
      // Nothing, or words, between a field and its value.
      Mistake(
        "si prescription ⟦6⟧ mois alors manuel",
        "SYN010 il manque une comparaison entre `prescription` et `6`"
      ),
      Mistake(
        "J+7 email si segment ⟦« PME »⟧",
        "SYN010 il manque une comparaison entre `segment` et `« PME »`"
      ),
      Mistake(
        "si retard ⟦supérieur à⟧ 30 jours alors manuel",
        "SYN010 `supérieur à` n'est pas du langage"
      ),
      Mistake(
        "si retard ⟦est inférieur ou égal à⟧ 30 jours alors manuel",
        "SYN010 `est inférieur ou égal à` n'est pas du langage"
      ),
      // A value that is missing at the end of a line is told there, and the next line is read.
      Mistake(
        "pour segment ⟦=⟧\npriorité 10\nJ email",
        "SYN010 il manque une valeur ou un champ après `=`"
      ),
      Mistake(
        "pour segment ⟦=⟧\nmodèle « M »\n---\n---",
        "SYN010 il manque une valeur ou un champ après `=`"
      ),
      Mistake(
        "jours ouvrés lundi⟦,⟧\nindemnité 40 €",
        "SYN010 il manque un jour de la semaine après `,`"
      ),
      Mistake("si litige alors manuel⟦,⟧\nsans prélude", "SYN010 il manque un effet après `,`"),
      Mistake("si litige ⟦manuel⟧", "SYN010 il manque `alors` avant `manuel`"),
      Mistake("si litige = 3 ⟦manuel⟧", "SYN010 il faut `alors` au lieu de `manuel`"),
      Mistake("si 1 < x ⟦<⟧ 3 alors manuel", "SYN010 une comparaison n'a que deux côtés"),
      Mistake("si ⟦(⟧solde > 3 € alors manuel", "SYN010 parenthèse jamais fermée"),
      Mistake("si solde > 3 €⟦)⟧ alors manuel", "SYN010 `)` sans `(`"),
      // R7: `;` ends the statement inside parentheses too.
      Mistake("pour ⟦(⟧solde > 3 €; seuil 3 €", "SYN010 parenthèse jamais fermée"),
      Mistake("pour ⟦(⟧a; b; c) et d", "SYN010 parenthèse jamais fermée"),
      Mistake(
        "si segment dans ⟦PME⟧, ETI alors manuel",
        "SYN010 il faut une liste entre parenthèses au lieu de `PME`"
      ),
      Mistake(
        "si solde entre 1 € ⟦alors⟧ manuel",
        "SYN010 il faut `et` et la seconde borne au lieu de `alors`"
      ),
      Mistake("si retard > 48 ⟦heures⟧ alors manuel", "SYN010 `heures` n'est pas une unité"),
      Mistake(
        "si retard > 3 jours ⟦ouvrables⟧ alors manuel",
        "SYN010 `ouvrables` n'est pas une unité"
      ),
      Mistake("si ⟦l'⟧encours > 3 € alors manuel", "SYN010 `l'` est de trop"),
      Mistake("si nom = ⟦« abc alors manuel⟧", "SYN010 texte jamais fermé"),
      Mistake(
        "si ⟦somme⟧(solde) > 3 € alors manuel",
        "SYN010 `somme(…)` : le langage n'a pas de fonctions"
      ),
    ]
  )
  func conditions(_ mistake: Mistake) { expectTold(mistake) }

  @Test(
    "habits from elsewhere, each with what is written here",
    arguments: [
      Mistake("si a ⟦&&⟧ b alors manuel", "SYN010 `&&` n'est pas du langage"),
      Mistake("si a ⟦||⟧ b alors manuel", "SYN010 `||` n'est pas du langage"),
      Mistake("si ⟦!⟧a alors manuel", "SYN010 `!` n'est pas du langage"),
      Mistake("si a = 3 ⟦and⟧ b alors manuel", "SYN010 `and` n'est pas du langage"),
      Mistake("si ⟦not⟧ a alors manuel", "SYN010 `not` n'est pas du langage"),
      Mistake("si a ⟦then⟧ manuel", "SYN010 `then` n'est pas du langage"),
      Mistake("si a ⟦->⟧ manuel", "SYN010 `->` n'est pas du langage"),
      Mistake("si a ⟦=>⟧ manuel", "SYN010 `=>` n'est pas du langage"),
      Mistake("si a > 3 jours ⟦=>⟧ ton ferme", "SYN010 `=>` n'est pas du langage"),
      Mistake("si a ⟦⇒⟧ manuel", "SYN010 `⇒` n'est pas du langage"),
      Mistake("si a alors manuel ⟦else⟧ exclure", "SYN010 `else` n'est pas du langage"),
      Mistake("⟦if⟧ a then manuel", "SYN010 aucune ligne ne commence par `if`"),
      Mistake("si nom ⟦n'est pas⟧ X alors manuel", "SYN010 `n'est pas` n'est pas du langage"),
      Mistake("si solde ⟦:=⟧ 5 € alors manuel", "SYN010 `:=` n'est pas du langage"),
      Mistake("si segment ⟦:⟧ PME alors manuel", "SYN010 `:` n'est pas du langage"),
      Mistake("soit x ⟦:=⟧ solde", "SYN010 `:=` n'est pas du langage"),
      Mistake(
        "si solde =⟦>⟧ 3 € alors manuel",
        "SYN010 il faut une valeur ou un champ au lieu de `>`"
      ),
      Mistake(
        "⟦SI⟧(solde>500 €;\"manuel\";\"auto\")\nJ+7 email",
        "SYN010 une règle ne s'écrit pas comme dans un tableur"
      ),
      Mistake("si solde ⟦/⟧ 2 > 3 € alors manuel", "SYN010 `/` n'est pas un signe du langage"),
      Mistake("seuil 15 ⟦$⟧", "SYN010 il manque la devise après `15`"),
    ]
  )
  func habits(_ mistake: Mistake) {
    // `$` is told at the number whose currency it should be.
    expectTold(
      mistake.source == "seuil 15 ⟦$⟧"
        ? Mistake("seuil ⟦15⟧ $", "SYN010 il manque la devise après `15`") : mistake
    )
  }

  @Test(
    "steps and actions",
    arguments: [
      // R10: a step's `si` has no `alors`.
      Mistake(
        "J+45 email si risque = élevé ⟦alors⟧ manuel",
        "SYN010 le `si` d'une étape n'a pas de `alors`"
      ),
      Mistake("J+9 ⟦couriel⟧", "SYN003 il faut un mot d'action au lieu de `couriel`"),
      // Of several words all are meant, and all underlined.
      Mistake(
        "J+7 ⟦mise en demeurre⟧ recommandée",
        "SYN003 il faut un mot d'action au lieu de `mise en demeurre`"
      ),
      Mistake(
        "J+7 ⟦relevé de compt⟧ email doux",
        "SYN003 il faut un mot d'action au lieu de `relevé de compt`"
      ),
      Mistake("⟦au paiment⟧ email", "SYN003 il faut un moment au lieu de `au paiment`"),
      Mistake("J+9 email doux ⟦ferme⟧", "SYN010 deux tons pour une étape"),
      Mistake("J+9 email ⟦appel⟧", "SYN010 deux canaux pour une étape"),
      Mistake("J+9 tâche ⟦tâche⟧", "SYN010 ce canal est déjà dit"),
      Mistake("J+9 email SMS + ⟦neutre⟧", "SYN010 il faut un canal au lieu de `neutre`"),
      Mistake("J+9 ⟦jourss⟧ email", "SYN003 il faut une unité au lieu de `jourss`"),
      Mistake("J+9 ⟦jour ouvréss⟧ email", "SYN003 il faut une unité au lieu de `jour ouvréss`"),
      Mistake("espacement 7 ⟦jourss⟧", "SYN003 il faut une unité au lieu de `jourss`"),
      Mistake("J+9 email⟦,⟧ appel", "SYN010 il faut un mot d'action au lieu de `,`"),
      Mistake("J+9 ⟦:⟧ email", "SYN010 il faut un mot d'action au lieu de `:`"),
      Mistake("J+9 doux ⟦sinon⟧ courrier", "SYN010 il faut un mot d'action au lieu de `sinon`"),
      Mistake("⟦J7⟧ email", "SYN010 aucune ligne ne commence par `J7`"),
      Mistake("⟦email⟧ J+7", "SYN010 aucune ligne ne commence par `email`"),
      Mistake("J+1 ⟦an⟧ email", "SYN010 un moment ne se compte pas en années"),
      Mistake("J+⟦7,5⟧ email", "SYN010 `7,5` n'est pas un nombre entier"),
      Mistake("R⟦-⟧3 email", "SYN010 il faut `+` et un nombre de jours au lieu de `-`"),
      Mistake("R+3 ⟦semaines⟧ email", "SYN010 `R` se compte en jours"),
      Mistake("J+7 email à ⟦directeur⟧", "SYN003 il faut un contact au lieu de `directeur`"),
      Mistake(
        "J+7 email modèle ⟦Rappel⟧",
        "SYN010 il faut un nom entre guillemets au lieu de `Rappel`"
      ),
      Mistake("J+7 email délai ⟦8⟧", "SYN010 il manque l'unité après `8`"),
      Mistake("J+7 email;\n⟦avec⟧ pénalités", "SYN010 aucune ligne ne commence par `avec`"),
      Mistake("J+⟦200000⟧ email", "SYN010 `200000` dépasse 100000 jours"),
    ]
  )
  func steps(_ mistake: Mistake) { expectTold(mistake) }

  @Test(
    "a line end behind an operator or a comma is white space where a statement may go on (L2)",
    arguments: [
      "si segment =|PME alors manuel", "si segment =|seuil alors manuel",
      "si segment dans (seuil,|plafond) alors manuel",
      "si retard >|jours depuis relance alors manuel",
      "si retard moyen >|taux de retard alors manuel",
      "J+7 email avec relevé,|pénalités délai 8 jours",
      "J+7 email avec relevé,|indemnité", "si litige alors ton doux,|modèle « M »",
      "si litige alors manuel,|sans relance", "jours ouvrés lundi,|mardi",
    ]
  )
  func carriedOn(_ text: String) {
    #expect(items(text.replacing("|", with: "\n")) == items(text.replacing("|", with: " ")))
  }

  @Test(
    "what is offered reads as what was meant",
    arguments: [
      ("si segment « PME » alors manuel", "si segment = « PME » alors manuel"),
      ("si retard est supérieur à 30 jours alors manuel", "si retard > 30 jours alors manuel"),
      ("si solde au moins 5 € alors manuel", "si solde >= 5 € alors manuel"),
      ("si solde := 5 € alors manuel", "si solde = 5 € alors manuel"),
      ("J+9 email + neutre", "J+9 email neutre"),
      ("J+9 tâche tâche", "J+9 tâche"),
      ("J+9 jourss email", "J+9 jours email"),
      ("J+9 mise en demeurre", "J+9 mise en demeure"),
      (
        "exemple E\nclient risque élevé,\nle 01/01/2026 : rien",
        "exemple E\nclient risque élevé\nle 01/01/2026 : rien"
      ),
    ]
  )
  func offered(_ source: String, _ fixed: String) throws {
    let fix = try #require(tree(source).diagnostics.first?.fix)
    var bytes = Array(source.utf8)
    for edit in fix.edits.reversed() {
      bytes.replaceSubrange(edit.range.lower..<edit.range.upper, with: edit.replacement.utf8)
    }
    #expect(fix.safety == .proposed)
    #expect(String(decoding: bytes, as: UTF8.self) == fixed)
    #expect(tree(fixed).diagnostics.isEmpty)
  }

  @Test(
    "rules",
    arguments: [
      Mistake("si litige ⟦alors⟧", "SYN010 il manque un effet après `alors`"),
      Mistake("si litige alors ⟦ferme⟧", "SYN010 il faut un effet au lieu de `ferme`"),
      Mistake("si litige alors ⟦manuelement⟧", "SYN010 il faut un effet au lieu de `manuelement`"),
      Mistake(
        "si litige alors manuel ⟦et⟧ ton ferme",
        "SYN010 `et` n'a pas sa place après `manuel`"
      ),
      Mistake(
        "si litige alors manuel sinon ⟦si⟧ a alors exclure",
        "SYN010 il faut un effet au lieu de `si`"
      ),
      // R65: one thing is set once.
      Mistake(
        "si litige alors ton doux, ⟦ton ferme⟧",
        "SYN010 une règle ne fixe qu'une fois la même chose"
      ),
      Mistake(
        "si litige alors retarder de 3 jours, ⟦avancer de 3 jours⟧",
        "SYN010 une règle ne fixe qu'une fois la même chose"
      ),
    ]
  )
  func rules(_ mistake: Mistake) { expectTold(mistake) }

  @Test(
    "settings and declarations",
    arguments: [
      Mistake("seuil ⟦15⟧", "SYN010 il manque la devise après `15`"),
      Mistake("espacement 2 ⟦mois⟧", "SYN010 ici se comptent des jours ou des semaines"),
      // R45: `BCE` alone is no rate.
      Mistake("pénalités ⟦BCE⟧", "SYN010 il manque `+` et des points après `BCE`"),
      Mistake("pénalités ⟦taux légal⟧ + 10", "SYN010 le taux légal se multiplie"),
      Mistake(
        "sans ⟦mise⟧ en demeure",
        "SYN010 il faut `étape`, `prélude` ou `pénalités` au lieu de `mise`"
      ),
      Mistake("décaler ⟦au⟧ lendemain", "SYN010 il faut le sens du décalage au lieu de `au`"),
      Mistake("priorité ⟦haute⟧", "SYN010 il faut un nombre entier au lieu de `haute`"),
      Mistake("plafond 1 ⟦email⟧ par client", "SYN010 il faut `contacts` au lieu de `email`"),
      Mistake("⟦prioritée⟧ 3", "SYN003 aucune ligne ne commence par `prioritée`"),
      Mistake("champ région ⟦text⟧ client", "SYN003 il faut le type du champ au lieu de `text`"),
      Mistake(
        "champ région texte ⟦clients⟧",
        "SYN003 il faut la table du champ au lieu de `clients`"
      ),
      Mistake("⟦scénario⟧\nJ+7 email", "SYN010 il manque le nom du scénario après `scénario`"),
      Mistake("⟦---⟧\n", "SYN010 aucune ligne ne commence par `-`"),
    ]
  )
  func settings(_ mistake: Mistake) {
    // The three dashes are three signs.
    expectTold(
      mistake.source == "⟦---⟧\n" ? Mistake("⟦-⟧--\n", mistake.said[0]) : mistake
    )
  }
}
