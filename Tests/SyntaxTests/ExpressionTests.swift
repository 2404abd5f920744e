import Syntax
import Testing

@Suite("Conditions are read by their precedence")
struct ExpressionTests {
  static func expression(_ text: String) -> [String] {
    let tree = tree("soit x = \(text)")
    guard tree.diagnostics.isEmpty else { return told(tree) }
    return dump(tree).map { String($0.trimmingPrefix("definition x = ")) }
  }

  @Test(
    "operators (R17, R18, R19)",
    arguments: [
      Reading("a et b ou c et d", "(or (and a b) (and c d))"),
      Reading("a ou b et c", "(or a (and b c))"),
      Reading("a et (b ou c)", "(and a (or b c))"),
      Reading("a et b et c", "(and a b c)"),
      Reading("non a = b", "(not (= a b))"),
      Reading("non a et b", "(and (not a) b)"),
      Reading("non non a", "(not (not a))"),
      Reading("a + b * c - d", "(- (+ a (* b c)) d)"),
      Reading("(a + b) × 2 > -3", "(> (* (+ a b) 2) (- 3))"),
      Reading("retard > -5 jours", "(> retard (- 5days))"),
      Reading("a == b", "(= a b)"),
      Reading("a <> b", "(≠ a b)"),
      Reading("a ≤ b", "(<= a b)"),
      Reading("a =\u{338} b", "(≠ a b)"),
      Reading("a est b", "(= a b)"),
      Reading("a est non b", "(≠ a b)"),
      Reading("a est renseigné", "(present a)"),
      Reading("a est non renseignée", "(not (present a))"),
      Reading("a dans (b, « c d », 3)", "(in a b «c d» 3)"),
      Reading("a entre 1 et 3 et b", "(and (between a 1 3) b)"),
      Reading("a entre b + 1 et c * 2", "(between a (+ b 1) (* c 2))"),
      Reading("(\n  a\n  ou b\n)", "(or a b)"),
      Reading("a dans (b,\n  c\n)", "(in a b c)"),
      Reading("a >\n  3", "(> a 3)"),
    ]
  )
  func operators(_ reading: Reading) {
    #expect(ExpressionTests.expression(reading.source) == reading.expected)
  }

  @Test(
    "values with their units (R13, R14)",
    arguments: [
      Reading("1 000,50 €", "100050EUR"),
      Reading("1000.50 €", "100050EUR"),
      Reading("500 EUR", "50000EUR"),
      Reading("500 usd", "50000USD"),
      Reading("500 JPY", "500JPY"),
      Reading("10,05 TND", "10050TND"),
      Reading("1,5 k€", "150000EUR"),
      Reading("2 M€", "200000000EUR"),
      Reading("2 m€", "200000000EUR"),
      Reading("12,5 %", "1/8%"),
      Reading("12%", "3/25%"),
      Reading("30 jours", "30days"),
      Reading("30j", "30days"),
      Reading("2 semaines", "14weeks"),
      Reading("6 mois", "180months"),
      Reading("3 ans", "1095years"),
      Reading("7 jours ouvrés", "7workingDays"),
      Reading("0,125", "1/8"),
      Reading("22/11/2026", "2026-11-22"),
      Reading("2026-02-28", "2026-02-28"),
      Reading("« a\u{A0}» ", "«a»"),
      Reading("“a”", "«a»"),
      Reading("\" a\"\"b \"", "« a\"b »"),
    ]
  )
  func values(_ reading: Reading) {
    #expect(ExpressionTests.expression(reading.source) == reading.expected)
  }

  @Test(
    "names are runs of words; right of a comparison any word is a value (R6, R25, R99)",
    arguments: [
      Reading("nombre de relances > 0", "(> nombre de relances 0)"),
      Reading("retard > retard moyen", "(> retard retard moyen)"),
      Reading("date d'échéance < 01/01/2026", "(< date d'échéance 2026-01-01)"),
      Reading("jours depuis relance > 7 jours", "(> jours depuis relance 7days)"),
      Reading("pays = ET", "(= pays ET)"),
      Reading("pays = ET et a", "(and (= pays ET) a)"),
      Reading("pays = ET ou a", "(or (= pays ET) a)"),
      Reading("(pays = SI)", "(= pays SI)"),
      Reading("pays est SI", "(= pays SI)"),
      Reading("pays dans (SI, ET, FR)", "(in pays SI ET FR)"),
      Reading("segment = A", "(= segment A)"),
    ]
  )
  func names(_ reading: Reading) {
    #expect(ExpressionTests.expression(reading.source) == reading.expected)
  }
}
