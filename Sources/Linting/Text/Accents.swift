import Diagnostics
import Semantics
import Syntax

/// How the words of the language are written with their accents.
enum Accents {
  /// The fields by each of their names.
  static let fields: [FoldedText: Field] = {
    var table: [FoldedText: Field] = [:]
    for field in Field.allCases {
      for name in [field.entry.name] + field.entry.synonyms { table[name.folded] = field }
    }
    return table
  }()

  /// The one right form of a word in lower case; `nil` for a word that is none of the language, and
  /// for one that has several (`du` and `dû`).
  static func form(of word: FoldedText) -> String? {
    guard let forms = forms[word], forms.count == 1 else { return nil }
    return forms.first
  }

  private static let forms: [FoldedText: Set<String>] = {
    var forms: [FoldedText: Set<String>] = [:]
    for phrase in phrases {
      for word in phrase.split(separator: " ") {
        forms[FoldedText(word), default: []].insert(lowercase(String(word)))
      }
    }
    return forms
  }()

  private static var phrases: [String] {
    statementPhrases + actionPhrases + settingPhrases + fieldPhrases
  }

  private static var statementPhrases: [String] {
    Vocabulary.statements.allSpellings + Vocabulary.templateLines.allSpellings
      + Vocabulary.placeholders.allSpellings + Vocabulary.exampleLines.allSpellings
      + Vocabulary.withoutSettings.allSpellings + Vocabulary.events.allSpellings
      + Vocabulary.connectives.allSpellings + Vocabulary.particles.allSpellings
  }

  private static var actionPhrases: [String] {
    Vocabulary.actionWords.allSpellings + Vocabulary.invoiceModes.allSpellings
      + Vocabulary.effects.allSpellings + Vocabulary.enclosures.allSpellings
      + Vocabulary.roles.allSpellings
  }

  private static var settingPhrases: [String] {
    Vocabulary.weekdays.allSpellings + Vocabulary.holidayRegions.allSpellings
      + Vocabulary.dayShifts.allSpellings + Vocabulary.catchUps.allSpellings
      + Vocabulary.groupings.allSpellings + Vocabulary.capScopes.allSpellings
      + Vocabulary.referenceRates.allSpellings + Vocabulary.durationUnits.allSpellings
      + Vocabulary.columnKinds.allSpellings
  }

  private static var fieldPhrases: [String] {
    var phrases = MessageField.allCases.map { $0.rawValue }
    for field in Field.allCases { phrases += [field.entry.name] + field.entry.synonyms }
    for type in ValueType.allCases {
      guard let list = ClosedList(of: type) else { continue }
      for entry in list.entries { phrases += [entry.word] + entry.synonyms }
    }
    return phrases
  }

  /// A word in lower case.
  static func lowercase(_ word: String) -> String {
    var text = ""
    for scalar in word.unicodeScalars { text += scalar.properties.lowercaseMapping }
    return text
  }

  /// A right form in the case in which a word was written: all capitals, a capital first, or none.
  static func form(_ form: String, inCaseOf word: String) -> String {
    let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
    guard let first = letters.first, first.properties.isUppercase else { return form }
    let isCapitals = letters.count > 1 && letters.allSatisfy { !$0.properties.isLowercase }
    var text = ""
    for (index, scalar) in form.unicodeScalars.enumerated() {
      let isCapital = isCapitals || index == 0
      text += isCapital ? scalar.properties.uppercaseMapping : String(Character(scalar))
    }
    return text
  }
}
