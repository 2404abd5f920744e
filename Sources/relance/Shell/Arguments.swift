import Diagnostics

/// The words of a command line, sorted into options and operands as the GNU conventions say:
/// `--date=D`, `--date D`, options and operands in any order, `--` ends the options.
struct Arguments {
  /// The operands in order.
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Sorts `words` by the options a command knows.
  init(_ words: ArraySlice<String>, options: [Option]) throws(Failure) {
    var rest = words
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      if word == "-h" {
        values[Option.help.name] = [""]
      } else if word.hasPrefix("--") {
        try take(word.dropFirst(2), &rest, options)
      } else if word.hasPrefix("-"), word != "-" {
        throw .usage(
          Message(fr: "option inconnue : `\(word)`", en: "unknown option: `\(word)`"),
          help: Message(
            fr: "les options s'écrivent avec deux tirets, comme `--date`",
            en: "options are written with two dashes, as in `--date`"
          )
        )
      } else {
        operands.append(word)
      }
    }
  }

  private mutating func take(
    _ word: Substring,
    _ rest: inout ArraySlice<String>,
    _ options: [Option]
  ) throws(Failure) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = options.first(where: { $0.name == name }) else {
      throw .unknownOption(name, options)
    }
    let attached = parts.count > 1 ? String(parts[1]) : nil
    switch option.form {
    case .flag:
      if attached != nil {
        throw .usage(
          Message(fr: "`--\(name)` ne prend pas de valeur", en: "`--\(name)` takes no value"),
          help: nil
        )
      }
      values[name] = [""]
    case .value, .values:
      guard let value = attached ?? rest.popFirst() else {
        throw .usage(
          Message(fr: "`--\(name)` attend une valeur", en: "`--\(name)` needs a value"),
          help: nil
        )
      }
      if case .value = option.form, values[name] != nil {
        throw .usage(
          Message(fr: "`--\(name)` est donné deux fois", en: "`--\(name)` is given twice"),
          help: nil
        )
      }
      values[name, default: []].append(value)
    }
  }

  /// The value of an option, if it was given.
  func value(of option: Option) -> String? { values[option.name]?.first }

  /// All values of an option, in order.
  func values(of option: Option) -> [String] { values[option.name] ?? [] }

  /// Whether an option was given.
  func has(_ option: Option) -> Bool { values[option.name] != nil }
}

extension Failure {
  fileprivate static func unknownOption(_ name: String, _ options: [Option]) -> Failure {
    let names = options.map { "--\($0.name)" }
    let help =
      Spelling.nearest(to: "--\(name)", among: names).map {
        Message(fr: "vouliez-vous dire `\($0)` ?", en: "did you mean `\($0)`?")
      }
      ?? Message(
        fr: "options possibles : \(names.joined(separator: ", "))",
        en: "possible options: \(names.joined(separator: ", "))"
      )
    return .usage(
      Message(fr: "option inconnue : `--\(name)`", en: "unknown option: `--\(name)`"),
      help: help
    )
  }
}
