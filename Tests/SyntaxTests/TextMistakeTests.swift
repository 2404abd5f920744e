import Diagnostics
import Syntax
import TestSupport
import Testing

/// A mistake that a word processor made, and the text with its fix applied; `nil` if it has none.
struct Office: CustomTestStringConvertible, Sendable {
  let mistake: Mistake
  let fixed: String?
  var testDescription: String { mistake.source }

  init(_ source: String, _ said: String, _ fixed: String?) {
    mistake = Mistake(source, said)
    self.fixed = fixed
  }
}

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
    "a number or day that can be meant in one way only is offered so",
    arguments: [
      ("seuil 1,400,00 €", "seuil 1 400,00 €"), ("seuil 1,400.00 €", "seuil 1 400,00 €"),
      ("seuil 1.400,5 €", "seuil 1 400,5 €"), ("seuil 12.345.678 €", "seuil 12 345 678 €"),
      ("seuil 1,400.005 TND", nil), ("soit x = 1.2.3", nil), ("soit x = 1.40,00", nil),
      ("si mois dans (1,400,00) alors manuel", nil),
      ("seuil 1 00 €", "seuil 100 €"), ("seuil 1 0000 €", "seuil 10 000 €"),
      ("seuil 15 20 €", nil), ("seuil 12 500 00 €", nil), ("si mois dans (1 2) alors manuel", nil),
      ("fériés le 31/02/2026", "fériés le 28/02/2026"),
      ("fériés le 2028-02-30", "fériés le 2028-02-29"),
      ("fériés le 12/31/2026", "fériés le 31/12/2026"),
      ("fériés le 2026-31-12", "fériés le 2026-12-31"),
      ("fériés le 32/12/2026", nil), ("fériés le 31/02", nil),
    ] as [(String, String?)]
  )
  func clearReadings(_ source: String, _ fixed: String?) throws {
    let finding = try #require(tree(source).diagnostics.first)
    let edits = finding.fix?.edits ?? []
    var bytes = Array(source.utf8)
    for edit in edits.reversed() {
      bytes.replaceSubrange(edit.range.lower..<edit.range.upper, with: edit.replacement.utf8)
    }
    #expect((finding.fix == nil ? nil : String(decoding: bytes, as: UTF8.self)) == fixed)
    #expect(finding.fix.map { $0.safety == .proposed } ?? true)
    if let fixed { #expect(tree(fixed).diagnostics.isEmpty) }
  }

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

  @Test("a name in mixed quotes is read as it was meant, and its fix writes it so")
  func mixedQuotes() throws {
    let tree = tree("scénario “A\"\nJ+7 email\nscénario \"B”\nJ+7 email")
    #expect(dump(tree).filter { $0.hasPrefix("scenario") } == ["scenario «A»", "scenario «B»"])
    #expect(tree.diagnostics.map { $0.fix?.safety } == [.safe, .safe])
  }

  /// A placeholder is read by itself, whatever quotes stand around it and behind it.
  @Test(
    "a quote that a placeholder opens is not closed behind it",
    arguments: ["\"", "“", "”", "«"],
    ["\"", "”", "“", "»"]
  )
  func quotesInPlaceholders(_ opening: String, _ closing: String) throws {
    for condition in ["si client = ", ""] {
      let text = "{\(condition)\(opening)A} B\(closing) » suite"
      let tree = tree("modèle « m »\n  objet « Relance \(text)\n---\nBonjour \(text)\n---\n")
      #expect(!tree.diagnostics.isEmpty)
    }
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
      ([0x70, 0x72, 0x8E, 0x76, 0x75], 2, "MacRoman (Excel pour Mac)", "prévu"),
      ([0x70, 0x72, 0x82, 0x76, 0x75], 2, "CP850 (logiciels de DOS)", "prévu"),
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

  @Test(
    "what word processors put is told with what to type instead",
    arguments: [
      // Quotes of other shapes, and quotes that are apostrophes.
      Office(
        "pour pays = ⟦‘⟧FR’",
        "SYN010 `‘` n'est pas un signe du langage",
        "pour pays = « FR »"
      ),
      Office(
        "pour nom = ⟦‘⟧L’Oréal’",
        "SYN010 `‘` n'est pas un signe du langage",
        "pour nom = « L’Oréal »"
      ),
      Office("scénario ⟦„⟧A“", "SYN010 `„` n'est pas un signe du langage", "scénario « A »"),
      Office("scénario ⟦”⟧A B”", "SYN010 `”` n'est pas un signe du langage", "scénario « A B »"),
      Office("scénario ⟦‹⟧A›", "SYN010 `‹` n'est pas un signe du langage", "scénario « A »"),
      Office("scénario ⟦″⟧A″", "SYN010 `″` n'est pas un signe du langage", "scénario « A »"),
      Office("scénario ⟦'⟧A'", "SYN010 `'` n'est pas un signe du langage", "scénario « A »"),
      Office("scénario ⟦”⟧A\"", "SYN010 `”` n'est pas un signe du langage", "scénario « A »"),
      Office("scénario ⟦„⟧A\"", "SYN010 `„` n'est pas un signe du langage", "scénario « A »"),
      Office("scénario ⟦‹⟧ A ›", "SYN010 `‹` n'est pas un signe du langage", "scénario « A »"),
      Office(
        "scénario ⟦“A B\"⟧",
        "SYN010 un texte ne se met pas entre `“` et `\"`",
        "scénario « A B »"
      ),
      Office(
        "scénario ⟦\"A”⟧",
        "SYN010 un texte ne se met pas entre `\"` et `”`",
        "scénario « A »"
      ),
      Office(
        "scénario ⟦« A\"⟧  ",
        "SYN010 un texte ne se met pas entre `«` et `\"`",
        "scénario « A »  "
      ),
      Office("scénario ⟦“A“⟧", "SYN010 un texte ne se met pas entre `“` et `“`", "scénario « A »"),
      Office(
        "si nom = ⟦“A\"⟧ alors manuel",
        "SYN010 un texte ne se met pas entre `“` et `\"`",
        "si nom = « A » alors manuel"
      ),
      Office("si nom = ⟦“A\" ou nom = “B\"⟧", "SYN010 texte jamais fermé", nil),
      Office("scénario ⟦« A \"B\" C⟧", "SYN010 texte jamais fermé", nil),
      Office("si nom = ⟦\"A ou nom = “B⟧", "SYN010 texte jamais fermé", nil),
      Office("scénario ⟦‘⟧A", "SYN010 `‘` n'est pas un signe du langage", nil),
      Office(
        "pour date d⟦‘⟧émission > 01/01/2026",
        "SYN010 `‘` n'est pas une apostrophe",
        "pour date d'émission > 01/01/2026"
      ),
      Office("pour x = l⟦´⟧un", "SYN010 `´` n'est pas une apostrophe", "pour x = l'un"),
      Office("seuil 1⟦’⟧000 €", "SYN010 `’` ne sépare pas les milliers", "seuil 1 000 €"),
      Office(
        "pour solde > 5⟦'⟧000 €",
        "SYN010 `'` ne sépare pas les milliers",
        "pour solde > 5 000 €"
      ),
      Office("seuil 1⟦’⟧00 €", "SYN010 le caractère `’` (U+2019) n'a pas de sens ici", nil),
      // Digits and signs that are raised or of full width.
      Office("J⟦⁺⟧7 email", "SYN002 caractère en exposant ou en indice (U+207A)", "J+7 email"),
      Office("J+⟦⁷⟧ email", "SYN002 caractère en exposant ou en indice (U+2077)", "J+7 email"),
      Office("J+⟦₁₁⟧ email", "SYN002 caractère en exposant ou en indice (U+2081)", "J+11 email"),
      Office("J+⟦¹⟧ email", "SYN002 caractère en exposant ou en indice (U+00B9)", "J+1 email"),
      Office("J+⟦³⟧ email", "SYN002 caractère en exposant ou en indice (U+00B3)", "J+3 email"),
      Office("J+7⟦²⟧ email", "SYN002 caractère en exposant ou en indice (U+00B2)", nil),
      Office("espacement 7⟦²⟧ jours", "SYN002 caractère en exposant ou en indice (U+00B2)", nil),
      Office("J+⟦１０⟧ email", "SYN002 `１０` contient un caractère trompeur (U+FF11)", "J+10 email"),
      Office("J⟦﹢⟧7 email", "SYN002 caractère trompeur (U+FE62)", "J+7 email"),
      Office("pour solde ⟦⩾⟧ 5 €", "SYN002 caractère trompeur (U+2A7E)", "pour solde ≥ 5 €"),
      // Arrows.
      Office(
        "si litige ⟦➔⟧ manuel",
        "SYN010 `➔` n'est pas du langage",
        "si litige alors manuel"
      ),
      Office(
        "si litige ⟦\u{F0E0}⟧manuel",
        "SYN010 `\u{F0E0}` n'est pas du langage",
        "si litige alors manuel"
      ),
      Office("J+7 ⟦→⟧ email", "SYN010 `→` n'est pas du langage", "J+7  email"),
      Office("J+7 ⟦->⟧ email", "SYN010 `->` n'est pas du langage", "J+7  email"),
      Office("J+7 ⟦=>⟧ email", "SYN010 `=>` n'est pas du langage", "J+7  email"),
      Office("⟦⇒⟧ J+7 email", "SYN010 `⇒` n'est pas du langage", " J+7 email"),
      Office("J+7 email ⟦➔⟧ courrier", "SYN010 `➔` n'est pas du langage", nil),
      Office("J+7 email ⟦->⟧ courrier", "SYN010 `->` n'est pas du langage", nil),
      // Bullets.
      Office("⟦–⟧ J+7 email", "SYN010 une ligne ne commence pas par une puce", "J+7 email"),
      Office("⟦—⟧\u{A0}J+7 email", "SYN010 une ligne ne commence pas par une puce", "J+7 email"),
      Office("⟦•⟧\tJ+7 email", "SYN010 une ligne ne commence pas par une puce", "J+7 email"),
      Office(
        "⟦\u{F0B7}⟧ si litige alors manuel",
        "SYN010 une ligne ne commence pas par une puce",
        "si litige alors manuel"
      ),
      Office("⟦-⟧7 email", "SYN010 aucune ligne ne commence par `-`", nil),
      // What looks like a line end.
      Office(
        "J+7 email⟦\u{2028}⟧J+9 email\u{2029}J+11 email",
        "SYN002 ce séparateur (U+2028) n'est pas une fin de ligne",
        "J+7 email\nJ+9 email\nJ+11 email"
      ),
      Office(
        "J+7 email⟦\u{85}⟧J+9 email",
        "SYN002 ce séparateur (U+0085) n'est pas une fin de ligne",
        "J+7 email\nJ+9 email"
      ),
      Office(
        "scénario « A »\u{B}⟦J⟧+9 email\u{B}J+11 email",
        "SYN010 `J` n'a pas sa place après `« A »`",
        "scénario « A »\nJ+9 email\nJ+11 email"
      ),
      Office(
        "scénario « A »\u{C}⟦J⟧+9 email",
        "SYN010 `J` n'a pas sa place après `« A »`",
        "scénario « A »\nJ+9 email"
      ),
      Office(
        "scénario « A » ⟦J⟧+9 email\u{B}J+11 email",
        "SYN010 `J` n'a pas sa place après `« A »`",
        nil
      ),
    ]
  )
  func wordProcessors(_ office: Office) throws {
    expectTold(office.mistake)
    let marked = MarkedSource(office.mistake.source)
    let fix = parse(marked.text, file: 0).diagnostics.first?.fix
    var bytes = marked.text.bytes
    for edit in fix?.edits.reversed() ?? [] {
      bytes.replaceSubrange(edit.range.lower..<edit.range.upper, with: edit.replacement.utf8)
    }
    #expect((fix == nil ? nil : String(decoding: bytes, as: UTF8.self)) == office.fixed)
  }

  @Test(
    "files of other programs are told as what they are, with nothing else",
    arguments: [
      ("PK\u{3}\u{4}\u{14}\0\u{6}", "docx"), ("{\\rtf1\\ansi J+7 email\\par}", "RTF"),
      ("%PDF-1.7\n", "PDF"), ("<!DOCTYPE html>\n<p>J+7 email</p>", "HTML"),
      ("\u{FEFF}<?xml version=\"1.0\"?>", "XML"), ("<HTML>", "HTML"),
    ]
  )
  func otherFormats(_ text: String, _ name: String) throws {
    let tree = tree(text)
    #expect(tree.diagnostics.count == 1)
    let diagnostic = try #require(tree.diagnostics.first)
    #expect(diagnostic.code == .encoding && diagnostic.range.lower == 0 && diagnostic.fix == nil)
    #expect(diagnostic.message.fr.hasPrefix("le fichier n'est pas du texte mais "))
    #expect(diagnostic.message.fr.contains(name) && diagnostic.message.en.contains(name))
    #expect(diagnostic.help?.fr.contains("Texte brut") == true)
  }

  @Test("an old Word document is told by its first bytes")
  func compoundFile() {
    let bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
    let said = told(parse(SourceText(name: "f", bytes: bytes), file: 0))
    #expect(said == ["SYN001 le fichier n'est pas du texte mais un document de Word ou d'Excel"])
  }

  @Test("bytes that no encoding explains are told without a guess")
  func noGuess() throws {
    let bytes: [UInt8] = [0x61, 0xB2, 0x62]
    let tree = parse(SourceText(name: "f", bytes: bytes), file: 0)
    let diagnostic = try #require(tree.diagnostics.first)
    #expect(diagnostic.message.fr == "le fichier n'est pas en UTF-8 (octet B2 à la position 1)")
    #expect(diagnostic.fix == nil)
  }
}
