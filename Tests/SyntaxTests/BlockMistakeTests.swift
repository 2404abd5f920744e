import Diagnostics
import Syntax
import Testing

@Suite("Templates and examples tell their mistakes in place, and the file goes on")
struct BlockMistakeTests {
  @Test(
    "placeholders",
    arguments: [
      Mistake("modèle M\n---\na ⟦{}⟧ b\n---", "SYN010 rien entre les accolades"),
      Mistake("modèle M\n---\na ⟦{⟧solde\nb}\n---", "SYN010 accolade jamais fermée"),
      Mistake("modèle M\n---\n⟦{si a}⟧ b\n---", "SYN010 `{si a}` jamais fermé"),
      Mistake("modèle M\n---\n⟦{fin}⟧\n---", "SYN010 `{fin}` sans `{si …}` qui l'attende"),
      Mistake(
        "modèle M\n---\n{pour chaque facture}⟦{sinon}⟧{fin}\n---",
        "SYN010 `{sinon}` sans `{si …}` qui l'attende"
      ),
      Mistake(
        "modèle M\n---\n{si a ⟦>⟧}x{fin}\n---",
        "SYN010 il manque une valeur ou un champ après `>`"
      ),
      Mistake("modèle M\n---\n{⟦3⟧}\n---", "SYN010 il faut un champ au lieu de `3`"),
      Mistake("modèle M\nobjet « ⟦{⟧nom »\n---\n---", "SYN010 accolade jamais fermée"),
      Mistake(
        "modèle M\n---\n⟦{}⟧ ⟦{}⟧\n---",
        "SYN010 rien entre les accolades",
        "SYN010 rien entre les accolades"
      ),
    ]
  )
  func placeholders(_ mistake: Mistake) { expectTold(mistake) }

  @Test(
    "the frame of a template",
    arguments: [
      Mistake("⟦modèle M⟧\nscénario A\nJ email", "SYN010 le modèle `M` n'a pas de texte"),
      Mistake("modèle M\n⟦---⟧\nBonjour\n", "SYN010 texte de modèle jamais fermé"),
      // A text without its dashes is one mistake, however long.
      Mistake(
        "modèle M\n⟦Bonjour⟧\nsi vous pouvez\nau revoir\nscénario A\nJ email",
        "SYN010 aucune ligne ne commence par `Bonjour`"
      ),
      Mistake(
        "modèle M\nlangue fr\n⟦langue⟧ en\n---\n---",
        "SYN010 `langue` une seconde fois dans ce modèle"
      ),
      // R26: items behind a template or an example, told once for the block.
      Mistake(
        "modèle M\n---\n---\n⟦J⟧+7 email\nJ+8 email",
        "SYN010 `J` n'a pas sa place dans un modèle"
      ),
      Mistake(
        "exemple E\nle 01/01/2026 : rien\n⟦seuil⟧ 15 €\nJ+8 email",
        "SYN010 `seuil` n'a pas sa place dans un exemple"
      ),
    ]
  )
  func templates(_ mistake: Mistake) { expectTold(mistake) }

  @Test(
    "lines of examples",
    arguments: [
      Mistake(
        "exemple E\nle 01/01/2026 : ⟦riens⟧",
        "SYN003 il faut une action ou `rien` au lieu de `riens`"
      ),
      Mistake("exemple E\nle 01/01/2026 ⟦rien⟧", "SYN010 il faut `:` au lieu de `rien`"),
      Mistake(
        "exemple E\npaiement ⟦01/01/2026⟧ : 3 €",
        "SYN010 il faut `le` et une date au lieu de `01/01/2026`"
      ),
      Mistake("exemple E\npaiement le 01/01/2026 : ⟦3⟧", "SYN010 il manque la devise après `3`"),
      // A comma at the end of a line swallows no line behind it.
      Mistake(
        "exemple E\nclient risque élevé⟦,⟧\nfacture échéance 10/01/2026, montant 1 €",
        "SYN010 il manque un champ et sa valeur après `,`"
      ),
      Mistake(
        "exemple E\nfacture échéance 10/01/2026⟦,⟧\nle 01/01/2026 : email⟦,⟧\nlitige du 01/01/2026",
        "SYN010 il manque un champ et sa valeur après `,`",
        "SYN010 il manque une action ou `rien` après `,`"
      ),
      Mistake("exemple E\nclient risque élevé,\nlitige"),
      Mistake("exemple E\nfacture échéance 10/01/2026,\nfacture « 1 », montant 1 €"),
      Mistake("exemple E\n⟦client⟧", "SYN010 il manque un champ et sa valeur après `client`"),
      Mistake("exemple E\n⟦clients⟧ risque élevé", "SYN003 aucune ligne ne commence par `clients`"),
    ]
  )
  func exampleLines(_ mistake: Mistake) { expectTold(mistake) }

  @Test(
    "every mistake of a file is told, once, and the rest is read",
    arguments: [
      Mistake(
        "J+7 ⟦emial⟧\nJ+8 email\nsi solde ⟦>⟧ alors manuel\nJ+9 ⟦:⟧ email ; seuil ⟦15⟧ ; J+10 email",
        "SYN003 il faut un mot d'action au lieu de `emial`",
        "SYN010 il manque une valeur ou un champ après `>`",
        "SYN010 il faut un mot d'action au lieu de `:`",
        "SYN010 il manque la devise après `15`"
      ),
      // A parenthesis that is never closed does not swallow the lines behind it.
      Mistake(
        "si ⟦(⟧solde > 3 €\nJ+9 ⟦couriel⟧\nJ+10 email",
        "SYN010 parenthèse jamais fermée",
        "SYN003 il faut un mot d'action au lieu de `couriel`"
      ),
    ]
  )
  func recovery(_ mistake: Mistake) {
    expectTold(mistake)
    let marks: Set<Character> = ["⟦", "⟧"]
    let steps = dump(tree(mistake.source.filter { !marks.contains($0) }))
    #expect(steps.contains("  step J+10 [email]"))
  }

  /// Each misspelt text with what it was meant to be: both are read as the same, but for the one
  /// finding.
  @Test(
    "a misspelt word is told once, and what follows is read as if it were right",
    arguments: [
      (
        "⟦exmple⟧ E\nscénario A\nclient risque élevé\nle 01/01/2026 : rien\nscénario A\nJ email",
        "exemple", "SYN003 aucune ligne ne commence par `exmple`"
      ),
      (
        "exemple E\n⟦scénairo⟧ A\nclient risque élevé\n",
        "scénario", "SYN003 aucune ligne ne commence par `scénairo`"
      ),
      (
        "exemple E\nclient risque élevé\n⟦scénairo⟧ A\nJ+7 email",
        "scénario", "SYN003 aucune ligne ne commence par `scénairo`"
      ),
      (
        "⟦modle⟧ « M »\nlangue fr\nobjet « {facture} »\n---\nsi {solde}\n---\nscénario A\nJ email",
        "modèle", "SYN003 aucune ligne ne commence par `modle`"
      ),
      (
        "modèle M\n⟦objte⟧ « {facture} »\n---\n---", "objet",
        "SYN003 aucune ligne ne commence par `objte`"
      ),
      ("⟦soti⟧ gros = solde > 3 €", "soit", "SYN003 aucune ligne ne commence par `soti`"),
      (
        "⟦jour ouvrés⟧ lundi à vendredi", "jours ouvrés",
        "SYN003 aucune ligne ne commence par `jour ouvrés`"
      ),
      (
        "⟦à promese rompue⟧ appel", "à promesse rompue",
        "SYN003 il faut un moment au lieu de `à promese rompue`"
      ),
      (
        "J+7 ⟦mis en demeurre⟧ doux", "mise en demeure",
        "SYN003 il faut un mot d'action au lieu de `mis en demeurre`"
      ),
      (
        "J+7 email ⟦dou⟧ si litige", "doux", "SYN003 il faut un mot d'action au lieu de `dou`"
      ),
      (
        "regrouper par ⟦clent⟧", "client",
        "SYN003 il faut `client`, `niveau` ou `facture` au lieu de `clent`"
      ),
    ]
  )
  func readOn(_ source: String, _ meant: String, _ said: String) throws {
    expectTold(Mistake(source, said))
    let written = try #require(source.split(separator: "⟦").last?.split(separator: "⟧").first)
    let right = source.replacing("⟦\(written)⟧", with: meant)
    let wrong = source.replacing("⟦\(written)⟧", with: written)
    #expect(dump(tree(wrong)) == dump(tree(right)))
    #expect(tree(right).diagnostics.isEmpty)
    let fix = try #require(tree(wrong).diagnostics.first?.fix)
    #expect(fix.safety == .proposed && fix.edits.map { $0.replacement } == [meant])
  }

  @Test("a name whose declaration cannot be read is remembered, so that its uses are no mistakes")
  func unreadableNames() {
    let tree = tree("soit gros = >\nchamp x y z\nsoit bon = 1")
    #expect(tree.unreadable.map { $0.text } == ["gros", "x y"])
  }
}
