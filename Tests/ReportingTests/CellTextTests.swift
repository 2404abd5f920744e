import Testing

@testable import Reporting

/// Texts and the cells they take.
private let widths: [(String, Int)] = [
  ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("1\u{202F}234,50\u{A0}€", 10), ("—…·«»→✓", 7),
  ("東京", 4), ("ＡＢ", 4), ("ｶﾅ", 2), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("🎉", 2),
  ("👨‍👩‍👧", 2), ("❤️", 2), ("👍🏽", 2), ("🇫🇷", 2), ("#️⃣", 2), ("a\u{200B}b", 2), ("שלום", 4), ("Ωж", 2),
  ("𠀋", 2), ("½", 1),
]

/// Text, cells, the text cut to them.
private let cuts: [(String, Int, String)] = [
  ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("abcd", 1, "…"), ("abcd", 0, ""), ("abcd", -1, ""),
  ("東京都", 6, "東京都"), ("東京都", 5, "東京…"), ("東京都", 4, "東…"), ("e\u{301}te\u{301}s", 3, "e\u{301}t…"),
]

/// Text, cells, the lines.
private let wraps: [(String, Int, [String])] = [
  ("", 10, []),
  ("un deux trois", 7, ["un deux", "trois"]),
  ("un deux trois", 13, ["un deux trois"]),
  ("anticonstitutionnel", 8, ["anticons", "titution", "nel"]),
  ("le anticonstitutionnel", 8, ["le", "anticons", "titution", "nel"]),
  ("1\u{202F}234,50\u{A0}€ dus", 10, ["1\u{202F}234,50\u{A0}€", "dus"]),
  ("attend « x » : non", 9, ["attend", "« x » :", "non"]),
  ("東京都 東京", 5, ["東京", "都", "東京"]),
  ("ab", 0, ["ab"]),
  (" ", 5, []),
  ("un  deux", 8, ["un deux"]),
  (" un deux ", 9, ["un deux"]),
  ("« un » : deux", 13, ["« un » : deux"]),
  ("東京 都", 7, ["東京 都"]),
  ("東京 都", 6, ["東京", "都"]),
]

@Suite("Text in terminal cells")
struct CellTextTests {
  @Test("wide characters take two cells, marks none", arguments: widths)
  func width(text: String, cells: Int) {
    #expect(cellWidth(text) == cells)
  }

  @Test("a text that is too long is cut with an ellipsis", arguments: cuts)
  func cutting(text: String, cells: Int, expected: String) {
    #expect(cut(text, to: cells) == expected)
  }

  @Test(
    "a column has its width, whatever the text",
    arguments: ["", "abc", "東京都庁舎前", "e\u{301}"],
    [ColumnEdge.left, .right]
  )
  func fitting(text: String, edge: ColumnEdge) {
    #expect(cellWidth(fitted(text, to: 6, flush: edge)) == 6)
  }

  @Test("figures are flush right, texts left")
  func edges() {
    #expect(fitted("ab", to: 4, flush: .left) == "ab  ")
    #expect(fitted("ab", to: 4, flush: .right) == "  ab")
  }

  @Test("lines break at spaces, but not within amounts and quotations", arguments: wraps)
  func wrapping(text: String, cells: Int, lines: [String]) {
    #expect(wrapped(text, to: cells) == lines)
  }

  @Test("parts that do not fit into a line go on in the next")
  func joining() {
    #expect(joined(["ab", "cd", "ef", "ghijkl"], by: " · ", to: 7) == ["ab · cd", "ef", "ghijkl"])
    #expect(joined(["abcdef"], by: " · ", to: 4) == ["abc…"])
    #expect(joined([], by: " · ", to: 4) == [])
  }
}
