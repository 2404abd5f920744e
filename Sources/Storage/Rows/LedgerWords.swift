import Diagnostics
import Receivables

/// A closed list of words as it may be written in a ledger.
struct WordList<Value: Sendable>: Sendable {
  /// The words that a message shows, canonical first.
  let allowed: [String]

  private let values: [FoldedText: Value]

  /// A list of words and what they mean.
  init(_ words: KeyValuePairs<String, Value>) {
    allowed = words.map(\.key)
    values = Dictionary(
      words.map { ($0.key.folded, $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// What a word means, whatever its case and accents.
  subscript(_ word: String) -> Value? { values[word.folded] }
}

/// The words of the ledger's closed lists.
enum LedgerWords {
  static let risk = WordList<Risk>([
    "faible": .low, "modéré": .moderate, "élevé": .high,
    "low": .low, "medium": .moderate, "high": .high,
    "inconnu": .unknown, "unknown": .unknown,
  ])

  static let invoiceKind = WordList<InvoiceKind>([
    "standard": .standard, "récurrente": .recurring, "exceptionnelle": .exceptional,
    "acompte": .downPayment, "avoir": .creditNote,
  ])

  static let role = WordList<ContactRole>([
    "principal": .principal, "comptabilité": .accounting, "direction": .management,
    "commercial": .sales,
  ])
}
