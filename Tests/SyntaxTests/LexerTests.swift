import Diagnostics
import Syntax
import Testing

@Suite("Texts are parted into tokens")
struct LexerTests {
  /// Words stand for themselves, `⏎` for a line end that ends a statement; other tokens carry a mark.
  static func tokens(of text: String) -> String {
    let source = source(text)
    return lex(source).map { token in
      let written = source.text(SourceRange(file: 0, lower: token.lower, upper: token.upper))
      return switch token.kind {
      case .word, .elision, .string: written
      case .number: "#\(written)"
      case .date: "@\(written)"
      case .symbol(let symbol): symbol.rawValue
      case .semicolon: ";"
      case .lineEnd: "⏎"
      case .comment: "//"
      case .body: "BODY"
      case .unknown: "?\(written)"
      }
    }
    .joined(separator: " ")
  }

  @Test(
    "words, elisions and hyphens (R4, R5, R6)",
    arguments: [
      Reading("sous-traitant aujourd'hui s'il", "sous-traitant aujourd'hui s'il"),
      Reading("l'encours D’une qu'elle", "l' encours D’ une qu' elle"),
      Reading("J-5 F-12 A4-x", "J - #5 F - #12 A4 - x"),
      Reading("7j 30jours", "#7 j #30 jours"),
      Reading("a- -b a--b", "a - - b a - - b"),
      Reading("gros_client _x", "gros_client _x"),
      Reading("Ωμέγα 北京 ÉTÉ", "Ωμέγα 北京 ÉTÉ"),
      // Decomposed as files of a Mac are: the marks belong to their words.
      Reading("e\u{301}che\u{301}ance-x", "e\u{301}che\u{301}ance-x"),
      Reading("l' x", "l ?' x"),
    ]
  )
  func words(_ reading: Reading) {
    #expect(LexerTests.tokens(of: reading.source) == reading.expected[0])
  }

  @Test(
    "numbers and dates (R11, R12, R16)",
    arguments: [
      Reading("1 000,50 1000.50", "#1 000,50 #1000.50"),
      Reading("1\u{A0}000\u{202F}000\u{2009}000", "#1\u{A0}000\u{202F}000\u{2009}000"),
      Reading("1 0000", "#1 #0000"),
      Reading("2026 000", "#2026 #000"),
      Reading("1  000", "#1 #000"),
      Reading("1\t000", "#1 #000"),
      Reading("12 34 000", "#12 #34 000"),
      Reading("3 000 jours", "#3 000 jours"),
      Reading("(1,2) (1, 2)", "( #1,2 ) ( #1 , #2 )"),
      Reading("1.2.3 1,", "#1.2.3 #1 ,"),
      Reading("22/11/2026 1/7/2026 2026-11-22", "@22/11/2026 @1/7/2026 @2026-11-22"),
      Reading("2026-11 2026-1-5", "#2026 - #11 #2026 - #1 - #5"),
      Reading("2026-11-223", "#2026 - #11 - #223"),
      Reading("24/12/2026,31/12/2026", "@24/12/2026 , @31/12/2026"),
    ]
  )
  func numbers(_ reading: Reading) {
    #expect(LexerTests.tokens(of: reading.source) == reading.expected[0])
  }

  @Test(
    "operators in all their spellings, U+0338 never dropped (R99)",
    arguments: [
      Reading("= == ≠ != <> < <= ≤ > >= ≥", "= = ≠ ≠ ≠ < <= <= > >= >="),
      Reading("=\u{338} a=\u{338}b", "≠ a ≠ b"),
      Reading("<\u{338} ==\u{338}", "?< ?\u{338} = ≠"),
      Reading("+ - − – * × ( ) , : % €", "+ - - - * * ( ) , : % €"),
      Reading("a && b || !c", "a ?&& b ?|| ?! c"),
      Reading("-> => :=", "- > = > : ="),
    ]
  )
  func operators(_ reading: Reading) {
    #expect(LexerTests.tokens(of: reading.source) == reading.expected[0])
  }

  @Test(
    "texts end on their line, doubled closing quotes stand for one",
    arguments: [
      Reading("« a » \"b\" “c”", "« a » \"b\" “c”"),
      Reading("\"a\"\"b\" c", "\"a\"\"b\" c"),
      Reading("« a »» ; # b » c", "« a »» ; # b » c"),
      Reading("« a\nb", "« a ⏎ b"),
      Reading("\"\" \"\"\"\"", "\"\" \"\"\"\""),
      Reading("x # \"b\nc", "x // ⏎ c"),
    ]
  )
  func strings(_ reading: Reading) {
    #expect(LexerTests.tokens(of: reading.source) == reading.expected[0])
  }

  @Test(
    "a line end ends the statement unless a mark or word carries it on (R8, R9, R99)",
    arguments: [
      Reading("x\ny\n\n\nz\n", "x ⏎ y ⏎ z ⏎"),
      Reading("\n\na", "a"),
      Reading("x si\ny", "x si y"),
      Reading("a +\nb,\nc :\nd =\ne", "a + b , c : d = e"),
      Reading("a et\nb ou\nnon\nc alors\nd sinon\ne", "a et b ou non c alors d sinon e"),
      Reading("x avec\ny dans\nz entre\nw à\nv", "x avec y dans z entre w à v"),
      Reading("a\net b\n  OU c\n\n# d\nalors e", "a et b OU c // alors e"),
      Reading("a\nsinon b\navec c\nsi d", "a sinon b avec c ⏎ si d"),
      Reading("x # b\n# c\nd", "x // ⏎ // d"),
      // After `;` the next line begins a statement of its own.
      Reading("a;\net b", "a ; et b"),
      Reading("a ; \n b", "a ; b"),
      // Right of a comparison a word is a value.
      Reading("pour segment = A\nJ", "pour segment = A ⏎ J"),
      Reading("pour segment est A\nJ", "pour segment est A ⏎ J"),
      Reading("pour segment est non A\nJ", "pour segment est non A ⏎ J"),
      Reading("pour segment est non\nrenseigné", "pour segment est non renseigné"),
      Reading("a = ET\nJ", "a = ET ⏎ J"),
      Reading("a = non\nJ", "a = non ⏎ J"),
      Reading("a = Est\nJ", "a = Est ⏎ J"),
      Reading("a = Est et\nJ", "a = Est et J"),
      // What can only begin a statement is no operand of the line before.
      Reading("si solde >\nJ+7 email", "si solde > ⏎ J + #7 email"),
      Reading("soit x =\nsoit y", "soit x = ⏎ soit y"),
      Reading("si x ou\nsi y", "si x ou ⏎ si y"),
      Reading("pays =\nSI", "pays = SI"),
      Reading("nom =\nJ", "nom = J"),
      // The last word of a name carries nothing on either.
      Reading("scénario Groupe A\nJ", "scénario Groupe A ⏎ J"),
      Reading("client segment A\nfacture", "client segment A ⏎ facture"),
      // The `=` of `soit` compares nothing.
      Reading("soit x = non\ny", "soit x = non y"),
      Reading("soit x = A\nJ", "soit x = A ⏎ J"),
      Reading("soit x = y = non\nJ", "soit x = y = non ⏎ J"),
      // Inside parentheses a line begins no statement of names.
      Reading("si (\nclient = X) et\ny", "si ( ⏎ client = X ) et y"),
      Reading("si (\n((langue = X)) ou\n(y) et\nz)", "si ( ⏎ ( ( langue = X ) ) ou ( y ) et z )"),
      Reading("si (x\nsoit y =\nscénario (A\nJ", "si ( x ⏎ soit y = ⏎ scénario ( A ⏎ J"),
      Reading("si (x ; client A\nJ", "si ( x ; client A ⏎ J"),
      // Inside parentheses the parser decides, so the token is there.
      Reading("(\nx\n)", "( ⏎ x ⏎ )"),
      Reading("x\r\ny\rz", "x ⏎ y ⏎ z"),
      // R3: other separators are no line ends.
      Reading("a\u{0B}b\u{0C}c\u{2028}d\u{85}e", "a b c ?\u{2028} d ?\u{85} e"),
    ]
  )
  func lineEnds(_ reading: Reading) {
    #expect(LexerTests.tokens(of: reading.source) == reading.expected[0])
  }

  @Test(
    "`---` opens a text only behind a template's header",
    arguments: [
      Reading("modèle X\n---\nJ+7 {a}\n---\nJ", "modèle X ⏎ BODY ⏎ J"),
      Reading("modèle X\n  --- \na\n\t---\t\nJ", "modèle X ⏎ BODY ⏎ J"),
      Reading("modèle X\n---\na", "modèle X ⏎ BODY"),
      Reading("J\n---\na", "J ⏎ - - - a"),
      Reading("modèle X\n---\n---\n---\n", "modèle X ⏎ BODY ⏎ - - - ⏎"),
      Reading("modèle X\nscénario Y\n---\n", "modèle X ⏎ scénario Y ⏎ - - - ⏎"),
    ]
  )
  func bodies(_ reading: Reading) {
    #expect(LexerTests.tokens(of: reading.source) == reading.expected[0])
  }
}
