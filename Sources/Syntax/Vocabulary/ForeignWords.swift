/// Words of other languages and registers that people write by habit; each is told as a mistake and
/// read as what it means, so that the rest of the statement is looked at too.
enum ForeignWord: CaseIterable, Hashable, Sendable {
  case and
  case or
  case not
  case then
  case otherwise
  /// `n'est pas`, for `est non`.
  case isNot

  /// The word of the language that was meant.
  var connective: Connective {
    switch self {
    case .and: .and
    case .or: .or
    case .not: .not
    case .then: .then
    case .otherwise: .otherwise
    case .isNot: .is
    }
  }
}

extension Vocabulary {
  /// How people write the words of the language by habit.
  static let foreignWords = WordTable(ForeignWord.allCases) { word in
    switch word {
    case .and: ["and"]
    case .or: ["or"]
    case .not: ["not"]
    case .then: ["then"]
    case .otherwise: ["else"]
    case .isNot: ["n'est pas", "n'est"]
    }
  }

  /// How people write comparisons out; looked for only where a comparison is missing, as names may
  /// hold these words.
  static let writtenRelations = WordTable(Relation.allCases) { relation in
    switch relation {
    case .equal: ["égal à", "égale à", "vaut"]
    case .notEqual: ["différent de", "différente de"]
    case .less: ["inférieur à", "inférieure à", "moins de", "plus petit que", "plus petite que"]
    case .lessOrEqual: ["au plus"]
    case .greater:
      ["supérieur à", "supérieure à", "plus de", "plus grand que", "plus grande que", "dépasse"]
    case .greaterOrEqual: ["au moins"]
    }
  }

  /// The same in signs; an arrow of two signs comes as two tokens.
  static let foreignSigns: [(sign: String, connective: Connective)] =
    [("&&", .and), ("&", .and), ("||", .or), ("|", .or), ("!", .not)] + arrows.map { ($0, .then) }

  /// Arrows as keyboards and word processors have them; the last two are what Word makes of `-->` and
  /// `==>`, in letters of its own.
  private static let arrows = [
    "→", "⇒", "➔", "➜", "➝", "➞", "⟶", "⟹", "\u{F0E0}", "\u{F0E8}",
  ]
}
