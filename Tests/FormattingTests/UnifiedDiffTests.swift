import Diagnostics
import Formatting
import TestSupport
import Testing

/// The difference between two texts.
private func difference(_ old: String, _ new: String) -> String {
  UnifiedDiff(
    from: SourceText(name: "essai.relance", bytes: Array(old.utf8)),
    to: Array(new.utf8)
  ).text
}

/// What a patch makes of lines, read as `patch` would; `nil` where it does not fit.
private func applied(_ patch: String, to old: [String]) -> [String]? {
  var result: [String] = []
  var position = 0
  for line in patch.split(separator: "\n").dropFirst(2) {
    let rest = String(line.dropFirst())
    switch line.first {
    case "@":
      let sides = line.split(separator: " ")[1].dropFirst().split(separator: ",")
      guard let start = Int(sides[0]), let count = Int(sides[1]) else { return nil }
      let next = count == 0 ? start : start - 1
      guard next >= position else { return nil }
      result += old[position..<next]
      position = next
    case "+":
      result.append(rest)
    case " ", "-":
      guard position < old.count, old[position] == rest else { return nil }
      if line.first == " " { result.append(rest) }
      position += 1
    default:
      return nil
    }
  }
  return result + old[position...]
}

@Suite("The difference that --diff shows")
struct UnifiedDiffTests {
  @Test("equal texts have none")
  func equalTexts() {
    #expect(difference("a\nb\n", "a\nb\n").isEmpty)
    #expect(difference("", "").isEmpty)
  }

  @Test("lines that changed with three around them, as in `diff -u`")
  func hunks() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = old.replacing("\n5\n", with: "\nfive\n").replacing("\n18\n", with: "\n18\n18a\n")
    #expect(
      difference(old, new) == """
        --- essai.relance
        +++ essai.relance
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8
        @@ -16,5 +16,6 @@
         16
         17
         18
        +18a
         19
         20

        """
    )
  }

  @Test("a missing line end at the end is told")
  func missingLineEnd() {
    #expect(
      difference("a", "a\n") == """
        --- essai.relance
        +++ essai.relance
        @@ -1,1 +1,1 @@
        -a
        \\ No newline at end of file
        +a

        """
    )
    #expect(difference("", "a\n").contains("@@ -0,0 +1,1 @@"))
  }

  @Test("applied to the old text it gives the new one, in as few lines as can be")
  func roundTrip() {
    for seed in 0..<200 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let old = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        "\(Int.random(in: 0..<9, using: &generator))"
      }
      var new = old
      var edits = 0
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<max(new.count, 1), using: &generator)
        if Bool.random(using: &generator) || new.isEmpty {
          new.insert("x", at: place)
        } else {
          new.remove(at: place)
        }
        edits += 1
      }
      let patch = difference(
        old.map { "\($0)\n" }.joined(),
        new.map { "\($0)\n" }.joined()
      )
      let changes = patch.split(separator: "\n").dropFirst(2).count { line in
        line.first == "+" || line.first == "-"
      }
      #expect(old == new || applied(patch, to: old) == new, "\(seed)\n\(patch)")
      #expect(changes <= edits, "\(seed)\n\(patch)")
    }
  }

  @Test("texts that have nothing in common are shown one after the other")
  func farApart() {
    let old = (0..<2_000).map { "a\($0)\n" }.joined()
    let new = (0..<2_000).map { "b\($0)\n" }.joined()
    let lines = difference(old, new).split(separator: "\n")
    #expect(lines.count == 4_003)
    #expect(lines[2] == "@@ -1,2000 +1,2000 @@")
    #expect(lines[3] == "-a0" && lines[4_002] == "+b1999")
  }
}
