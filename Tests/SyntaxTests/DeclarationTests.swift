import Diagnostics
import Syntax
import Testing

@Suite("Files are declarations in any order")
struct DeclarationTests {
  static let samples: [Reading] = [
    Reading("champ « région » texte client", "column «région» text customers"),
    Reading("champ région texte client", "column région text customers"),
    Reading("champ date de naissance date client", "column date de naissance date customers"),
    Reading("champ x booléen facture", "column x truth invoices"),
    Reading(
      "soit gros client = encours > 50 000 €",
      "definition gros client = (> encours 5000000EUR)"
    ),
    Reading("taux BCE 01/07/2026 = 2,15 %", "rate ecb 2026-07-01 43/2000"),
    Reading("taux légal 2026-07-01 = 6,5 %", "rate legal 2026-07-01 13/200"),
    // R28: items before the first header are an anonymous scenario.
    Reading(
      "J email\nscénario A\nJ+1 email",
      "scenario -",
      "  step J [email]",
      "scenario A",
      "  step J+1 [email]"
    ),
    // R26: `soit`, `champ` and `taux` end nothing.
    Reading(
      "scénario A\nJ email\nsoit x = 1\nJ+1 email",
      "scenario A",
      "  step J [email]",
      "  step J+1 [email]",
      "definition x = 1"
    ),
    // R30: bare words or a quoted name.
    Reading("scénario Standard B2B", "scenario Standard B2B"),
    Reading("\u{FEFF}scénario « A »", "scenario «A»"),
    // R27: `scénario` right behind an example's header belongs to it.
    Reading(
      "exemple « e »\nscénario A\nle 01/01/2026 : rien\nscénario B\nJ email",
      "example «e»",
      "  scenario A",
      "  expect 2026-01-01 nothing",
      "scenario B",
      "  step J [email]"
    ),
    Reading(""),
  ]

  @Test("each declaration, each block", arguments: samples)
  func declarations(_ reading: Reading) {
    let tree = tree(reading.source)
    #expect(told(tree) == [])
    #expect(dump(tree) == reading.expected)
  }

  @Test(
    "templates with their placeholders",
    arguments: [
      Reading(
        "modèle « M »\nlangue fr\nobjet « Facture {facture} »\n---\nBonjour {nom},\n---\n",
        "template «M» language=fr",
        "  subject Facture {facture}",
        "  body Bonjour {nom},\n"
      ),
      Reading(
        "modèle M\r\n---\r\n{si nombre > 1}a{sinon}b{fin}\r\nc\r\n---",
        "template M language=-",
        "  subject ",
        "  body {if (> nombre 1)|a|b}\nc\n"
      ),
      Reading(
        "modèle M\n---\n{pour chaque facture}\n- {date de facture}\n{fin}\n---",
        "template M language=-",
        "  subject ",
        "  body {each|\n- {date de facture}\n}\n"
      ),
      Reading(
        "modèle M\nobjet \"a \"\"{nom}\"\"\"\n---\n{si a}{si b}c{fin}{fin}\n---",
        "template M language=-",
        "  subject a \"{nom}\"",
        "  body {if a|{if b|c|}|}\n"
      ),
      Reading("modèle M\n---\n---", "template M language=-", "  subject ", "  body "),
    ]
  )
  func templates(_ reading: Reading) {
    let tree = tree(reading.source)
    #expect(told(tree) == [])
    #expect(dump(tree) == reading.expected)
  }

  @Test(
    "lines of examples",
    arguments: [
      Reading(
        "client risque élevé, segment = A, email « a@b.fr », stratégique",
        "customer risque élevé, segment=A, email=«a@b.fr», stratégique"
      ),
      Reading("client procédure collective", "customer procédure collective"),
      Reading("client particulier est non", "customer particulier=non"),
      Reading(
        "facture échéance 10/01/2026, montant 1 200 €",
        "invoice échéance=2026-01-10, montant=120000EUR"
      ),
      Reading(
        "facture « F1 » échéance 10/01/2026, montant -200 €",
        "invoice «F1» échéance=2026-01-10, montant=(- 20000EUR)"
      ),
      Reading("facture F1 échéance 10/01/2026", "invoice F1 échéance=2026-01-10"),
      Reading("paiement le 01/02/2026 : 200 €", "payment 2026-02-01 20000EUR"),
      Reading("paiement F1 le 01/02/2026 : -200 €", "payment F1 2026-02-01 -20000EUR"),
      Reading("litige du 01/02/2026 au 03/02/2026", "dispute 2026-02-01 2026-02-03"),
      Reading("litige « F1 » du 01/02/2026", "dispute «F1» 2026-02-01 -"),
      Reading("promesse le 01/02/2026", "promise 2026-02-01"),
      Reading("le 19/01/2026 : manuel email doux", "expect 2026-01-19 [email] doux manuel"),
      Reading(
        "le 19/01/2026 : courrier avec pénalités, indemnité, appel ferme",
        "expect 2026-01-19 [courrier] with=pénalités,indemnité ; [appel] ferme"
      ),
      Reading("le 03/02/2026 : rien", "expect 2026-02-03 nothing"),
    ]
  )
  func exampleLines(_ reading: Reading) {
    let tree = tree("exemple « e »\n" + reading.source)
    #expect(told(tree) == [])
    #expect(dump(tree) == ["example «e»"] + reading.expected.map { "  " + $0 })
  }

  @Test("bare words can be parted into a field and its value, in their places")
  func partings() {
    let name = NameSyntax(
      "limite  de crédit",
      at: SourceRange(file: 0, lower: 10, upper: 28),
      .words
    )
    let partings = name.partings.map { parting in
      "\(parting.head.text) \(parting.head.range.lower)-\(parting.head.range.upper) | "
        + "\(parting.tail.text) \(parting.tail.range.lower)-\(parting.tail.range.upper)"
    }
    #expect(partings == ["limite  de 10-20 | crédit 21-28", "limite 10-16 | de crédit 18-28"])
  }
}
