import Diagnostics
import Syntax
import TestSupport
import Testing

@Suite("Numbers, dates and characters that mislead are told")
struct TextMistakeTests {
  @Test(
    "numbers that can be read in two ways (R12, R13, R102)",
    arguments: [
      Mistake("seuil ⟦1.000⟧ €", "SYN004 `1.000` peut se lire de deux façons"),
      Mistake("seuil ⟦12,500⟧ €", "SYN004 `12,500` peut se lire de deux façons"),
      Mistake("si solde > ⟦1.000⟧ alors manuel", "SYN004 `1.000` peut se lire de deux façons"),
      Mistake("seuil ⟦1 00⟧ €", "SYN004 deux nombres de suite : `1` et `00`"),
      Mistake("seuil ⟦1 0000⟧ €", "SYN004 deux nombres de suite : `1` et `0000`"),
      Mistake("seuil ⟦1,400,00⟧ €", "SYN004 `1,400,00` ne se lit pas comme un nombre"),
      Mistake("soit x = ⟦1.2.3⟧", "SYN004 `1.2.3` ne se lit pas comme un nombre"),
      Mistake("soit x = ⟦1,2345678⟧", "SYN010 `1,2345678` a plus de 6 décimales"),
      Mistake("seuil ⟦10,0055⟧ €", "SYN010 `10,0055` a plus de décimales que la devise (EUR : 2)"),
      Mistake("seuil ⟦0,5⟧ JPY", "SYN010 `0,5` a plus de décimales que la devise (JPY : 0)"),
      Mistake("seuil ⟦99999999999999999999⟧ €", "SYN010 `99999999999999999999` est trop grand"),
      Mistake("soit x = ⟦1,5⟧ mois", "SYN010 `1,5` n'est pas un nombre entier"),
    ]
  )
  func numbers(_ mistake: Mistake) { expectTold(mistake) }

  @Test(
    "days that do not exist (R16)",
    arguments: [
      Mistake("fériés le ⟦31/02/2026⟧", "SYN006 `31/02/2026` n'existe pas dans le calendrier"),
      Mistake("fériés le ⟦29/02/2026⟧", "SYN006 `29/02/2026` n'existe pas dans le calendrier"),
      Mistake("fériés le ⟦2026-13-01⟧", "SYN006 `2026-13-01` n'existe pas dans le calendrier"),
      Mistake("fériés le ⟦01/02/26⟧", "SYN006 `01/02/26` a une année de deux chiffres"),
      Mistake("fériés le ⟦01/02/1899⟧", "SYN006 `01/02/1899` est hors des années 1900 à 2199"),
      Mistake("fériés le ⟦01/02⟧", "SYN006 `01/02` n'est pas une date"),
      Mistake("fériés le ⟦001/02/2026⟧", "SYN006 `001/02/2026` n'est pas une date"),
      Mistake("fériés le ⟦22⟧-11-2026", "SYN010 il faut une date au lieu de `22`"),
    ]
  )
  func dates(_ mistake: Mistake) { expectTold(mistake) }

  @Test(
    "characters that are not what they seem",
    arguments: [
      Mistake("J+7 ⟦em\u{430}il⟧", "SYN002 `em\u{430}il` contient un caractère trompeur (U+0430)"),
      Mistake(
        "J+7 ⟦e\u{200B}mail⟧",
        "SYN002 `e\u{200B}mail` contient un caractère trompeur (U+200B)"
      ),
      Mistake("J+7 ⟦ｅmail⟧", "SYN002 `ｅmail` contient un caractère trompeur (U+FF45)"),
      Mistake("J+7 email ⟦；⟧ J+8 email", "SYN002 caractère trompeur (U+FF1B)"),
      Mistake("J+7\u{2003}email", "SYN002 caractère trompeur (U+2003)"),
      Mistake("J⟦—⟧7 email", "SYN002 caractère trompeur (U+2014)"),
      Mistake(
        "scénario ⟦« A\u{202E}B »⟧",
        "SYN002 ce texte contient un caractère invisible (U+202E)"
      ),
      // A word in another script is a word like any other.
      Mistake("pour segment = Москва"),
    ]
  )
  func characters(_ mistake: Mistake) {
    expectTold(
      mistake.source == "J+7\u{2003}email"
        ? Mistake("J+7⟦\u{2003}⟧email", mistake.said[0]) : mistake
    )
  }

  @Test("a word with a look-alike letter is read as it was meant, and its fix writes it so")
  func intendedWord() throws {
    let tree = tree("J+7 em\u{430}il")
    #expect(dump(tree) == ["scenario -", "  step J+7 [email]"])
    let fix = try #require(tree.diagnostics.first?.fix)
    #expect(fix.edits.map { $0.replacement } == ["email"])
    #expect(fix.safety == .safe)
  }

  @Test(
    "a file that is not UTF-8 gets one finding, with what it seems to be and where",
    arguments: [
      ([0x4A, 0x2B, 0x37, 0x20, 0xE9, 0x0A], 4, "Windows-1252", "J+7 é\n"),
      ([0xFF, 0xFE, 0x4A, 0x00, 0x2B, 0x00], 0, "UTF-16 LE", "J+"),
      ([0xFE, 0xFF, 0x00, 0x4A, 0x00, 0x2B], 0, "UTF-16 BE", "J+"),
      ([0x4A, 0x00, 0x2B, 0x00, 0x37, 0x00], 0, "UTF-16 LE", "J+7"),
      ([0x31, 0x20, 0x80], 2, "Windows-1252", "1 €"),
    ] as [([UInt8], Int, String, String)]
  )
  func encodings(_ bytes: [UInt8], _ offset: Int, _ name: String, _ decoded: String) throws {
    let tree = parse(SourceText(name: "f", bytes: bytes), file: 0)
    let diagnostic = try #require(tree.diagnostics.first)
    #expect(tree.diagnostics.count == 1)
    #expect(tree.declarations.isEmpty)
    #expect(diagnostic.code == .encoding)
    #expect(diagnostic.range.lower == offset)
    #expect(diagnostic.message.fr.contains(name))
    #expect(diagnostic.fix?.edits.first?.replacement == decoded)
  }

  @Test("bytes that no encoding explains are told without a guess")
  func noGuess() throws {
    let tree = parse(SourceText(name: "f", bytes: [0x41, 0x81, 0xE9]), file: 0)
    let diagnostic = try #require(tree.diagnostics.first)
    #expect(diagnostic.message.fr == "le fichier n'est pas en UTF-8 (octet 81 à la position 1)")
    #expect(diagnostic.fix == nil)
  }
}
