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
  /// The spellings alone, by which the meanings are found.
  let index: SpellingIndex

  /// A table of meanings, each with its spellings, the canonical one first.
  public init(_ values: [Value], spelled spellings: (Value) -> [String]) {
    entries = values.map { Entry(value: $0, spellings: spellings($0)) }
    index = SpellingIndex(entries.map { $0.spellings })
  }

  /// The meaning of a whole spelling.
  public func value(_ spelling: FoldedText) -> Value? {
    index.entry(spelling).map { entries[$0].value }
  }

  /// The meaning of a word that is a whole spelling.
  func value(_ word: FoldedWord) -> Value? {
    index.longestSpelling(beginningWith: word) > 0 ? value(word.text) : nil
  }

  /// The canonical spellings, as messages list what is expected.
  public var canonicalSpellings: [String] { index.spellings.map { $0.first ?? "" } }

  /// All spellings, as suggestions are looked for.
  public var allSpellings: [String] { index.spellings.flatMap { $0 } }
}

extension WordTable where Value: Equatable {
  /// All spellings of a meaning, the canonical one first.
  public func spellings(_ value: Value) -> [String] {
    entries.first { $0.value == value }?.spellings ?? []
  }

  /// The spelling of a meaning that the formatter writes and messages show.
  public func canonical(_ value: Value) -> String { spellings(value).first ?? "" }
}

/// The spellings of a table, found by their folded forms.
///
/// It knows nothing of the meanings, so that it is compiled once and not for every table.
struct SpellingIndex: Sendable {
  /// The spellings of each entry.
  let spellings: [[String]]
  private let entries: [FoldedText: Int]
  /// For each first word of a spelling, the number of words of the longest that begins with it.
  private let longest: [FoldedText: Int]
  /// The shapes of all first words: most words are seen not to be one of them by their shape alone.
  private let shapes: UInt64

  /// An index of the spellings of some entries.
  init(_ spellings: [[String]]) {
    var entries: [FoldedText: Int] = [:]
    var longest: [FoldedText: Int] = [:]
    var shapes: UInt64 = 0
    for (entry, forms) in spellings.enumerated() {
      for form in forms {
        let folded = form.folded
        entries[folded] = entry
        let words = folded.text.utf8.split(separator: UInt8(ascii: " "))
        guard let first = words.first.map({ FoldedWord(FoldedText(Substring($0))) }) else {
          continue
        }
        longest[first.text] = max(longest[first.text] ?? 0, words.count)
        shapes |= first.shape
      }
    }
    self.spellings = spellings
    self.entries = entries
    self.longest = longest
    self.shapes = shapes
  }

  /// The entry that has a spelling.
  func entry(_ spelling: FoldedText) -> Int? { entries[spelling] }

  /// How many words the longest spelling has that begins with a word; 0 if there is none.
  func longestSpelling(beginningWith word: FoldedWord) -> Int {
    guard shapes & word.shape != 0 else { return 0 }
    return longest[word.text] ?? 0
  }
}

/// A word in folded form with its shape: one of 64 bits, given by its length and first letter.
struct FoldedWord {
  let text: FoldedText
  let shape: UInt64

  init(_ text: FoldedText) {
    self.text = text
    let bytes = text.text.utf8
    shape = 1 << ((7 &* UInt64(bytes.first ?? 0) &+ UInt64(bytes.count)) & 63)
  }
}
