import Diagnostics
import Receivables
import Semantics

/// The templates that the program brings along for a nature, in the template language itself, so that
/// the parser and the checker of scenario files hold them to the same rules as anyone's.
///
/// One template serves all tones of its channel: what differs stands behind `{si ton = …}`.
public struct BuiltInTemplates: Sendable {
  /// What they are for.
  public let nature: Nature
  /// Their text in French, as a scenario file.
  public let french: String
  /// Their text in English, as a scenario file.
  public let english: String

  /// The templates of all natures.
  public static let all = [preDueNotice, reminder, statement, formalNotice, litigation, thanks]

  /// All of them as files to be checked, one for each nature and language.
  public static var sources: [SourceText] {
    all.flatMap { templates in
      [("fr", templates.french), ("en", templates.english)].map { language, text in
        SourceText(name: "\(templates.nature.rawValue) \(language)", bytes: Array(text.utf8))
      }
    }
  }

  /// What they declare.
  static let scenarios = analyze(sources).scenarios

  private static let byName = Dictionary(
    scenarios.templates.map { ($0.name, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  /// The name of the template for a message.
  public static func name(
    _ nature: Nature,
    _ channel: Channel,
    _ language: MessageLanguage
  ) -> String {
    let family: Channel =
      switch channel {
      case .email, .letter, .sms, .call, .task: channel
      case .registered: .letter
      }
    return "\(nature.rawValue) \(family.rawValue) \(language.code)"
  }

  /// The template for a message.
  static func template(
    _ nature: Nature,
    _ channel: Channel,
    _ language: MessageLanguage
  ) -> Template? {
    byName[name(nature, channel, language)]
  }
}

extension MessageLanguage {
  /// The code of the language, as HTML and templates name it.
  public var code: String {
    switch self {
    case .french: "fr"
    case .english: "en"
    }
  }

  /// The language a ledger or a template asks for; French where it is none we know.
  init(named name: String?) {
    let folded = (name ?? "").folded.text
    let isEnglish =
      folded == "en" || folded == "eng" || folded == "english" || folded == "anglais"
      || folded.hasPrefix("en-") || folded.hasPrefix("en_")
    self = isEnglish ? .english : .french
  }
}
