import Diagnostics
import Receivables
import Syntax

extension ValueType {
  /// The type as messages name it, with its article.
  public var title: Message {
    switch self {
    case .text: Message(fr: "un texte", en: "a text")
    case .integer: Message(fr: "un nombre entier", en: "a whole number")
    case .number: Message(fr: "un nombre", en: "a number")
    case .percentage: Message(fr: "un pourcentage", en: "a percentage")
    case .money: Message(fr: "un montant", en: "an amount")
    case .duration: Message(fr: "une durée", en: "a duration")
    case .date: Message(fr: "une date", en: "a date")
    case .truth: Message(fr: "vrai ou faux", en: "true or false")
    case .risk: Message(fr: "un niveau de risque", en: "a risk rating")
    case .kind: Message(fr: "un type de facture", en: "a kind of invoice")
    case .weekday: Message(fr: "un jour de la semaine", en: "a day of the week")
    }
  }

  /// Whether the values are the words of a closed list.
  public var isClosedList: Bool {
    switch self {
    case .risk, .kind, .weekday: true
    case .text, .integer, .number, .percentage, .money, .duration, .date, .truth: false
    }
  }

  /// Whether values of the type have an order.
  public var isOrdered: Bool {
    switch self {
    case .integer, .number, .percentage, .money, .duration, .date: true
    case .text, .truth, .risk, .kind, .weekday: false
    }
  }

  /// The type it is compared as: a whole number is a number.
  var comparable: ValueType {
    switch self {
    case .integer: .number
    case .text, .number, .percentage, .money, .duration, .date, .truth, .risk, .kind, .weekday: self
    }
  }

  /// The type of a column declared with `champ`.
  init(_ kind: ExtraColumn.Kind) {
    switch kind {
    case .text: self = .text
    case .integer: self = .integer
    case .number: self = .number
    case .percentage: self = .percentage
    case .money: self = .money
    case .duration: self = .duration
    case .date: self = .date
    case .truth: self = .truth
    }
  }
}

extension Weekday {
  /// The French name.
  public var french: String {
    switch self {
    case .monday: "lundi"
    case .tuesday: "mardi"
    case .wednesday: "mercredi"
    case .thursday: "jeudi"
    case .friday: "vendredi"
    case .saturday: "samedi"
    case .sunday: "dimanche"
    }
  }
}

/// A closed list of values that conditions compare with, and the words that name them.
public struct ClosedList: Sendable {
  /// A value, its canonical word first among the accepted ones.
  public struct Entry: Sendable {
    /// The value.
    public let value: Value
    /// The canonical word.
    public let word: String
    /// Other words that are understood, feminine forms among them.
    public let synonyms: [String]
  }

  /// The values in their natural order.
  public let entries: [Entry]

  /// The list of a type, if it has one.
  public init?(of type: ValueType) {
    switch type {
    case .risk:
      entries = Risk.allCases.map { risk in
        let synonyms =
          switch risk {
          case .low: [String]()
          case .moderate: ["modérée"]
          case .high: ["élevée"]
          case .unknown: ["inconnue"]
          }
        return Entry(value: .risk(risk), word: risk.rawValue, synonyms: synonyms)
      }
    case .kind:
      entries = InvoiceKind.allCases.map { kind in
        let synonyms =
          switch kind {
          case .standard, .downPayment, .creditNote: [String]()
          case .recurring: ["récurrent"]
          case .exceptional: ["exceptionnel"]
          }
        return Entry(value: .kind(kind), word: kind.rawValue, synonyms: synonyms)
      }
    case .weekday:
      entries = Weekday.allCases.map { day in
        Entry(value: .weekday(day), word: day.french, synonyms: [])
      }
    case .text, .integer, .number, .percentage, .money, .duration, .date, .truth:
      return nil
    }
  }

  /// The entry a word names.
  public func entry(named word: FoldedText) -> Entry? {
    entries.first { entry in
      entry.word.folded == word || entry.synonyms.contains { $0.folded == word }
    }
  }

  /// The canonical words, parted by commas.
  public var words: String {
    var text = ""
    for entry in entries {
      if !text.isEmpty { text += ", " }
      text += entry.word
    }
    return text
  }
}
