import Syntax
import Testing

@Suite("The samples of the contract are read whole")
struct ContractTests {
  @Test("the one-liner is a scenario of three steps and a rule")
  func oneLine() {
    let tree = tree(ContractSamples.oneLine)
    #expect(told(tree) == [])
    #expect(
      dump(tree) == [
        "scenario -",
        "  step J+7 [email] doux",
        "  step J+21 [courrier] ferme",
        "  step J+45 [recommandé] mise en demeure",
        "  rule (= risque élevé) then manuel",
      ]
    )
  }

  @Test("the file of section 3")
  func file() {
    let tree = tree(ContractSamples.file)
    #expect(told(tree) == [])
    #expect(
      dump(tree) == [
        "column «région» text customers",
        "definition gros_client = (or (> encours 5000000EUR) stratégique)",
        "rate ecb 2026-07-01 43/2000",
        "scenario «Standard B2B»",
        "  description «PME et ETI, France»",
        "  for (and (in segment PME ETI) (not particulier))",
        "  priority 10",
        "  cap 1 client 7",
        "  threshold 1500EUR",
        "  penalties ecb+1/10",
        "  indemnity 4000EUR",
        "  step J-5 [email] prévenance",
        "  step J+7 [email] doux to=comptabilité",
        "  step J+21 [courrier] ferme with=pénalités",
        "  step J+30 label=«appel» [appel] ferme if=(> solde 50000EUR)",
        "  step J+45 [recommandé] mise en demeure grace=8",
        "  step R+15 contentieux",
        "  step au paiement [email] remerciement if=(> nombre de relances 0)",
        "  step à promesse rompue [appel] ferme",
        "  rule (= risque élevé) then manuel",
        "  rule gros_client then validation",
        "  rule (< solde 20000EUR) then without=mise en demeure, without=contentieux",
        "  rule (> retard moyen 30days) then tone=ferme, shift=-3",
        "scenario «Particuliers»",
        "  inherits «Standard B2B»",
        "  without step J+30",
        "  for particulier",
        "  indemnity 0EUR",
      ]
    )
  }

  @Test("the prelude")
  func prelude() {
    #expect(
      items(ContractSamples.prelude) == [
        "rule litige then suspendre",
        "rule échéancier then suspendre",
        "rule promesse then suspendre",
        "rule procédure collective then suspendre",
        "rule (<= encours 0EUR) then suspendre",
        "rule sensible then manuel",
      ]
    )
  }

  @Test("the template of section 9")
  func template() {
    let tree = tree(ContractSamples.template)
    #expect(told(tree) == [])
    let body = """
      Bonjour {nom},
      Sauf erreur de notre part, {if (> nombre 1)|les factures suivantes restent impayées|la facture suivante reste impayée} :
      {each|
      - {facture} du {date de facture}, échue le {échéance} : {solde}
      }
      Total : {total}.

      """
    #expect(
      dump(tree) == [
        "template «Rappel doux» language=fr",
        "  subject Facture {facture} échue le {échéance}",
        "  body \(body)",
      ]
    )
  }

  @Test("the example of section 10")
  func example() {
    let tree = tree(ContractSamples.example)
    #expect(told(tree) == [])
    #expect(
      dump(tree) == [
        "example «un client risqué passe en manuel»",
        "  scenario «Standard B2B»",
        "  customer risque élevé, segment PME, email=«a@b.fr»",
        "  invoice échéance=2026-01-10, montant=120000EUR",
        "  payment 2026-02-01 20000EUR",
        "  expect 2026-01-19 [email] doux manuel",
        "  expect 2026-02-02 [courrier] ferme manuel",
        "  expect 2026-02-03 nothing",
      ]
    )
  }
}
