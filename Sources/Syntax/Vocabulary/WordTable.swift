import Diagnostics

/// The spellings of a closed list of meanings: of each the canonical one first, then its synonyms,
/// feminine and plural forms.
///
/// Spellings are compared folded and may be of several words; the longest that fits is meant.
public struct WordTable<Value: Sendable>: Sendable {
  /// A meaning and how it is spelled.
  public struct Entry: Sendable {
    /// The meaning.
    public let value: Value
    /// Its spellings, the canonical one first; never empty.
    public let spellings: [String]

    /// The spelling that the formatter writes and messages show.
    public var canonical: String { spellings.first ?? "" }
  }

  /// The meanings in the order in which messages list them.
  public let entries: [Entry]
  private let values: [FoldedText: Value]
  /// For each first word of a spelling, the number of words of the longest that begins with it.
  private let longest: [FoldedText: Int]

  /// A table of meanings, each with its spellings, the canonical one first.
  public init(_ values: some Sequence<Value>, spelled spellings: (Value) -> [String]) {
    let entries = values.map { Entry(value: $0, spellings: spellings($0)) }
    var index: [FoldedText: Value] = [:]
    var longest: [FoldedText: Int] = [:]
    for entry in entries {
      for spelling in entry.spellings {
        let folded = spelling.folded
        index[folded] = entry.value
        let words = folded.text.utf8.split(separator: UInt8(ascii: " "))
        guard let first = words.first.map({ FoldedText(Substring($0)) }) else { continue }
        longest[first] = max(longest[first] ?? 0, words.count)
      }
    }
    self.entries = entries
    self.values = index
    self.longest = longest
  }

  /// The meaning of a whole spelling.
  public func value(_ spelling: FoldedText) -> Value? { values[spelling] }

  /// How many words the longest spelling has that begins with a word; 0 if there is none.
  public func longestSpelling(beginningWith word: FoldedText) -> Int { longest[word] ?? 0 }

  /// The canonical spellings, as messages list what is expected.
  public var canonicalSpellings: [String] { entries.map(\.canonical) }

  /// All spellings, as suggestions are looked for.
  public var allSpellings: [String] { entries.flatMap(\.spellings) }
}
