import Diagnostics

/// An option of a command, such as `--date JOUR`.
struct Option: Hashable {
  /// How often and with what an option is given.
  enum Form: Hashable {
    /// Alone.
    case flag
    /// With a value, once; what the value is, for the help.
    case value(Message)
    /// With a value, any number of times.
    case values(Message)
  }

  /// The name without its dashes.
  let name: String
  /// How it is given.
  let form: Form
  /// What it does.
  let summary: Message

  /// What the value is, for the help.
  var placeholder: Message? {
    switch form {
    case .flag: nil
    case .value(let placeholder), .values(let placeholder): placeholder
    }
  }
}

extension Option {
  /// `--lang`, which every command has.
  static let language = Option(
    name: "lang",
    form: .value(Message(verbatim: "fr|en")),
    summary: Message(fr: "langue des messages", en: "language of messages")
  )

  /// `--help`, which every command has.
  static let help = Option(
    name: "help",
    form: .flag,
    summary: Message(fr: "affiche cette aide", en: "shows this help")
  )

  /// The options every command has.
  static let common = [language, help]
}
