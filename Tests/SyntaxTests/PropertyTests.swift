import Diagnostics
import Syntax
import Testing

/// A generator whose numbers depend on its seed alone (SplitMix64).
private struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite("Whatever the text, reading it keeps its promises")
struct PropertyTests {
  static let pieces = [
    "J", "R", "+7", "-5", " ", " ", " ", "\n", "\n", ";", "email", "courrier", "doux", "si",
    "alors",
    "sinon", "et", "ou", "non", "(", ")", ",", ":", "solde", "retard moyen", "> ", "= ", "≠",
    "=\u{338}",
    "500 €", "1.000", "1 000,50 €", "30 jours", "12 %", "22/11/2026", "31/02/26", "« a »", "\"b\"",
    "« ", "»", "\"", "scénario A", "modèle M", "exemple E", "---\n", "{solde}", "{si a}", "{fin}",
    "{", "}", "soit x", "champ y texte client", "taux BCE", "l'", "d'", "&&", "#c\n", "\u{430}",
    "\u{200B}", "\t", "\u{A0}", "le ", "client risque élevé", "facture", "dans", "entre", "est",
    "avec pénalités", "à direction", "e\u{301}", "🙂", "\u{0}",
  ]

  static func text(seed: UInt64) -> String {
    var dice = Dice(seed: seed)
    let count = Int.random(in: 1...60, using: &dice)
    return (0..<count).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
  }

  @Test("tokens and white space cover every byte, in order", arguments: UInt64(1)...300)
  func coverage(_ seed: UInt64) {
    let source = source(PropertyTests.text(seed: seed))
    let spaces: Set<UInt8> = [
      0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0xC2, 0xA0, 0xE2, 0x80, 0x89, 0xAF,
    ]
    var offset = 0
    for token in lex(source) + [Token(.lineEnd, source.bytes.count, source.bytes.count)] {
      #expect(token.lower >= offset && token.upper >= token.lower)
      let gap = source.bytes[offset..<max(token.lower, offset)]
      #expect(gap.allSatisfy { spaces.contains($0) })
      offset = token.upper
    }
  }

  @Test(
    "any bytes are read without a crash, each finding inside the text",
    arguments: UInt64(1)...300
  )
  func anyBytes(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    var bytes = Array(PropertyTests.text(seed: seed).utf8)
    // Damage some bytes, so that encodings break too.
    for _ in 0..<Int.random(in: 0...3, using: &dice) {
      guard let index = bytes.indices.randomElement(using: &dice) else { continue }
      bytes[index] = UInt8.random(in: 0...255, using: &dice)
    }
    let source = SourceText(name: "f", bytes: bytes)
    _ = lex(source)
    let tree = parse(source, file: 0)
    for diagnostic in tree.diagnostics {
      #expect(diagnostic.range.lower >= 0 && diagnostic.range.upper <= bytes.count)
      #expect(!diagnostic.message.fr.isEmpty && !diagnostic.message.en.isEmpty)
    }
  }

  @Test("one error at most for a statement", arguments: UInt64(1)...300)
  func oneErrorEach(_ seed: UInt64) {
    let source = source(PropertyTests.text(seed: seed))
    let separators = lex(source).filter { $0.kind == .semicolon || $0.kind == .lineEnd }
    let braces = source.bytes.filter { $0 == 0x7B }
    let blocks = lex(source).filter { $0.kind == .word && source.text(of: $0).hasPrefix("mod") }
    let errors = parse(source, file: 0).diagnostics.filter { $0.severity == .error }
    #expect(errors.count <= separators.count + 1 + 2 * braces.count + blocks.count)
  }

  @Test("line ends of any kind give the same tree", arguments: UInt64(1)...200)
  func lineEnds(_ seed: UInt64) {
    let text = PropertyTests.text(seed: seed)
    let expected = tree(text)
    for lineEnd in ["\r\n", "\r"] {
      let other = tree(
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
      )
      #expect(dump(other) == dump(expected))
      #expect(told(other) == told(expected))
    }
  }

  @Test(
    "composed and decomposed letters give the same tree",
    arguments: [
      "scénario Été\nJ+7 prévenance email à comptabilité\nsi risque = élevé alors à valider",
      "priorité 3\nfériés Alsace-Moselle\ndécaler au jour ouvré précédent\npénalités 3 × taux légal",
      "modèle Élan\nobjet « Échéance {échéance} »\n---\n{si payé ≠ 0 €}é{fin}\n---",
      "si solde ≠ 3 € alors sans relevé, canal tâche",
    ]
  )
  func normalForms(_ text: String) {
    let decomposed = text.unicodeScalars.map { PropertyTests.decompositions[$0] ?? String($0) }
    let other = tree(decomposed.joined())
    #expect(told(other) == [])
    // Swift's strings compare by canonical equivalence, which is what is promised here.
    #expect(dump(other) == dump(tree(text)))
  }

  private static let decompositions: [Unicode.Scalar: String] = [
    "é": "e\u{301}", "É": "E\u{301}", "à": "a\u{300}", "â": "a\u{302}", "≠": "=\u{338}",
  ]
}

extension SourceText {
  fileprivate func text(of token: Token) -> String {
    text(SourceRange(file: 0, lower: token.lower, upper: token.upper))
  }
}
