import Diagnostics
import Syntax
import Testing

@Suite("Whatever the size, reading ends soon and tells the limit")
struct LimitTests {
  static func tree(_ parts: (String, Int)...) -> SyntaxTree {
    let text = parts.map { String(repeating: $0.0, count: $0.1) }.joined()
    return parse(SourceText(name: "f", bytes: Array(text.utf8)), file: 0)
  }

  static let tooDeep = "SYN010 plus de 200 niveaux emboîtés"

  @Test("a file of more than 16 MiB is refused")
  func fileSize() {
    let tree = LimitTests.tree(("# commentaire\n", 1_200_000))
    #expect(told(tree) == ["SYN010 le fichier dépasse 16 Mio"])
  }

  @Test(
    "nesting up to 200 is read, a hundred thousand levels are told",
    arguments: ["(", "non ", "-"]
  )
  func nesting(_ opening: String) {
    let closing = opening == "(" ? ")" : ""
    #expect(told(LimitTests.tree(("soit x = ", 1), (opening, 190), ("a", 1), (closing, 190))) == [])
    #expect(told(LimitTests.tree(("soit x = ", 1), (opening, 100_000))) == [LimitTests.tooDeep])
  }

  @Test("a sum is as deep as it is long", arguments: ["+", "-", "*"])
  func sums(_ sign: String) {
    #expect(told(LimitTests.tree(("soit x = a", 1), (" \(sign) a", 190))) == [])
    #expect(
      told(LimitTests.tree(("soit x = a", 1), (" \(sign) a", 100_000))) == [LimitTests.tooDeep]
    )
  }

  @Test("parentheses to the left of sums add up", .timeLimit(.minutes(5)))
  func heights() {
    let tree = LimitTests.tree(("soit x = ", 1), ("(", 150), ("a", 1), (" + a)", 150))
    #expect(told(tree) == [])
    let deeper = LimitTests.tree(("soit x = ", 1), ("(", 150), ("a", 1), (" + a + a)", 150))
    #expect(told(deeper) == [LimitTests.tooDeep])
  }

  @Test("chains of `et` and lists may be long")
  func chains() {
    #expect(told(LimitTests.tree(("soit x = a", 1), (" et b", 20_000))) == [])
    #expect(told(LimitTests.tree(("soit x = a dans (a", 1), (", b", 20_000), (")", 1))) == [])
  }

  @Test("blocks of placeholders nest up to 200")
  func placeholders() {
    let head = ("modèle M\n---\n", 1)
    let tail = ("\n---\n", 1)
    #expect(told(LimitTests.tree(head, ("{si a}", 200), ("{fin}", 200), tail)) == [])
    #expect(
      told(LimitTests.tree(head, ("{si a}", 201), ("{fin}", 201), tail)) == [LimitTests.tooDeep]
    )
  }

  @Test("at most 100 findings are told, then one that says so")
  func findings() {
    let said = told(LimitTests.tree(("J+7 couriel\n", 5_000)))
    #expect(said.count == 101)
    #expect(said.last == "SYN010 plus de 100 erreurs : la lecture du fichier s'arrête ici")
  }

  @Test("more than 100 000 statements are refused")
  func statements() {
    let said = told(LimitTests.tree(("J;", 100_001)))
    #expect(said == ["SYN010 plus de 100000 lignes : la lecture du fichier s'arrête ici"])
  }

  @Test(
    "a line of a megabyte of anything",
    .timeLimit(.minutes(5)),
    arguments: [
      "a", "email ", "\"", "« ", "1", "1 000 ", "(", "; ", "é", "{", "=", "\u{301}", "д", "l'a ",
    ]
  )
  func longLines(_ piece: String) {
    let tree = LimitTests.tree(("J+7 ", 1), (piece, 1_000_000 / piece.utf8.count))
    #expect(tree.diagnostics.count <= 101)
  }
}
