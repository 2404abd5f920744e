import Diagnostics
import Planning
import Receivables
import Semantics
import Syntax

/// The templates that the program brings along for a purpose, in the template language itself, so that
/// the parser and the checker of scenario files hold them to the same rules as anyone's.
///
/// One template serves all tones of its channel: what differs stands behind `{si ton = …}`.
public struct BuiltInTemplates: Sendable {
  /// What a message is for, as far as its words go.
  public enum Purpose: Hashable, Sendable {
    /// That of its nature.
    case nature(Nature)
    /// Insolvency proceedings were opened: of whatever nature, it must neither claim nor threaten.
    case insolvency

    /// All of them.
    public static let all = Nature.allCases.map { Purpose.nature($0) } + [.insolvency]

    /// The purpose of a planned message: its nature, but where that would say what is not true.
    ///
    /// A claim of invoices none of which is past due announces their due dates (R104: a claim holds
    /// either past due invoices alone, or one alone); one of invoices that are settled gives thanks.
    init(_ action: PlannedAction) {
      let isClaim = action.nature.isClaim
      let isPastDue = action.invoices.contains { $0.daysLate > 0 }
      self =
        switch action.event {
        case .insolvency: .insolvency
        case .payment: .nature(isClaim ? .thanks : action.nature)
        case .partialPayment, .brokenPromise, nil:
          .nature(isClaim && !isPastDue ? .preDueNotice : action.nature)
        }
    }

    /// The beginning of the names of its templates.
    var name: String {
      switch self {
      case .nature(let nature): nature.rawValue
      case .insolvency: "procédure collective"
      }
    }
  }

  /// What they are for.
  public let purpose: Purpose
  /// Their text in French, as a scenario file.
  public let french: String
  /// Their text in English, as a scenario file.
  public let english: String

  /// The templates of all purposes.
  public static let all = [
    preDueNotice, reminder, statement, formalNotice, litigation, thanks, insolvency,
  ]

  /// The columns that the templates ask for, as a file of its own.
  public static let columns = SourceText(
    name: "colonnes",
    bytes: Array(BuiltInFact.declarations.utf8)
  )

  /// All of them as files to be checked, one for each purpose and language.
  ///
  /// Each needs `columns` beside it.
  public static var sources: [SourceText] {
    all.flatMap { templates in
      [("fr", templates.french), ("en", templates.english)].map { language, text in
        SourceText(name: "\(templates.purpose.name) \(language)", bytes: Array(text.utf8))
      }
    }
  }

  /// What they declare.
  static let scenarios = analyze([columns] + sources).scenarios

  private static let byName = Dictionary(
    scenarios.templates.map { ($0.name, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  /// The name of the template for a message.
  public static func name(
    _ purpose: Purpose,
    _ channel: Channel,
    _ language: MessageLanguage
  ) -> String {
    let family: Channel =
      switch channel {
      case .email, .letter, .sms, .call, .task: channel
      case .registered: .letter
      }
    return "\(purpose.name) \(family.rawValue) \(language.code)"
  }

  /// The template for a message.
  static func template(for action: PlannedAction, _ language: MessageLanguage) -> Template? {
    byName[name(Purpose(action), action.channel, language)]
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
