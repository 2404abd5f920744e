/// Names that a ledger should not hold, and may.
let hostileTexts = [
  "",
  "\"",
  "\\",
  "a\"b\\c/d",
  "\"\u{301}é",
  "\u{0}\u{1}\u{1F}\u{7F}\u{80}\u{9B}2J",
  "\u{1B}[31mrouge\u{1B}[0m",
  "\u{1B}]0;titre\u{7}",
  "ligne 1\nligne 2\r\nligne 3\rligne 4\u{85}\u{2028}\u{2029}fin",
  "tab\tulation",
  "\u{202E}gnp.erutcaf",
  "\u{2067}abc\u{2069}",
  "=cmd|' /C calc'!A0",
  "+33 1 23 45 67 89",
  "-1",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "＝1+1",
  "a,b;c",
  "東京電力株式会社",
  "👨‍👩‍👧 Famille",
  "e\u{301}\u{301}\u{301}\u{301}",
  String(repeating: "long ", count: 200),
  String(repeating: "x", count: 1_000),
]

/// Whether a character could end a line, move the cursor or turn the direction of writing.
func steersTerminal(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: true
  default: false
  }
}
