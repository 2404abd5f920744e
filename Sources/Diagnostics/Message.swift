/// A sentence for the user in both languages of the program.
public struct Message: Hashable, Sendable {
  /// The French wording, the default.
  public let fr: String
  /// The English wording.
  public let en: String

  /// A message in both languages.
  public init(fr: String, en: String) {
    self.fr = fr
    self.en = en
  }

  /// A text that is the same in both languages, such as a quoted word.
  public init(verbatim text: String) {
    self.fr = text
    self.en = text
  }

  /// The wording in a language.
  public func text(in language: MessageLanguage) -> String {
    switch language {
    case .french: fr
    case .english: en
    }
  }
}

/// The languages messages are written in.
public enum MessageLanguage: Sendable, CaseIterable {
  /// French, the default.
  case french
  /// English, with `--lang en` or an English locale.
  case english
}
