import Diagnostics

/// A source in which `⟦` and `⟧` stand round the stretch that a diagnostic must underline.
public struct MarkedSource {
  /// The source without its marks.
  public let text: SourceText
  /// The marked stretches in order.
  public let ranges: [SourceRange]

  /// Takes the marks out of a source.
  public init(_ marked: String, name: String = "essai.relance") {
    var bytes: [UInt8] = []
    var ranges: [SourceRange] = []
    var open: [Int] = []
    for character in marked {
      switch character {
      case "⟦": open.append(bytes.count)
      case "⟧":
        if let lower = open.popLast() {
          ranges.append(SourceRange(file: 0, lower: lower, upper: bytes.count))
        }
      default: bytes += Array(String(character).utf8)
      }
    }
    text = SourceText(name: name, bytes: bytes)
    self.ranges = ranges
  }

  /// The code and underlined text of each diagnostic, for comparison with what was marked.
  public func told(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { "\($0.code.name) ⟦\(text.text($0.range))⟧ at \($0.range.lower)" }
  }

  /// What `told` must give if each marked stretch is reported with its code.
  public func expected(_ codes: [String]) -> [String] {
    zip(codes, ranges).map { code, range in "\(code) ⟦\(text.text(range))⟧ at \(range.lower)" }
  }
}
