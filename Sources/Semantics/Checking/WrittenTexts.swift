import Diagnostics

/// Collects the texts of conditions as they are written: what is compared is folded, and a customer of
/// `PME` is better known by that than as one of `pme`.
final class WrittenTexts {
  /// The first spelling of each text.
  private(set) var spellings: [FoldedText: String] = [:]

  /// Notes a text, unless it was written before.
  func note(_ text: String, as folded: FoldedText) {
    if spellings[folded] == nil { spellings[folded] = text }
  }
}
