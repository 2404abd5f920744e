import Diagnostics

/// A command of the program.
///
/// To add one, write a file with its `Command` and add a line to `Command.all`: help and the
/// reference are made from it.
struct Command: Sendable {
  /// The word that names it.
  let name: String
  /// Its operands, as the help shows them.
  let operands: Message
  /// One line on what it does.
  let summary: Message
  /// What else there is to know, as paragraphs.
  let details: Message
  /// Its own options, in the order of the help.
  let options: [Option]
  /// Carries it out.
  let run: @Sendable (Invocation) throws(Failure) -> ExitStatus

  /// Every command, in the order of the help.
  static let all: [Command] = [
    plan,
    explain,
    report,
    simulate,
    diff,
    outbox,
    lint,
    format,
    test,
    importLedger,
    record,
    done,
    dispute,
    promise,
    hold,
    release,
    pay,
    history,
    fields,
    prelude,
    help,
    bench,
    version,
  ]

  /// The command a word names.
  static func named(_ name: String) throws(Failure) -> Command {
    if let command = all.first(where: { $0.name == name }) { return command }
    let names = all.map(\.name)
    let help =
      Spelling.nearest(to: name, among: names).map {
        Message(fr: "vouliez-vous dire `relance \($0)` ?", en: "did you mean `relance \($0)`?")
      }
      ?? Message(
        fr: "commandes : \(names.joined(separator: ", ")) ; voir `relance help`",
        en: "commands: \(names.joined(separator: ", ")); see `relance help`"
      )
    throw .usage(
      Message(fr: "commande inconnue : `\(name)`", en: "unknown command: `\(name)`"),
      help: help
    )
  }
}

/// One run of a command: its arguments and the streams it talks to.
struct Invocation {
  /// The command.
  let command: Command
  /// Its options and operands.
  let arguments: Arguments
  /// The streams.
  let console: Console

  /// Reads a command line; none at all asks for help.
  init(_ words: [String], _ console: Console) throws(Failure) {
    self.console = console
    let name = words.first ?? Command.help.name
    switch name {
    case "--help", "-h":
      command = .help
    case "--version":
      command = .version
    default:
      command = try Command.named(name)
    }
    let arguments = try Arguments(words.dropFirst(), options: command.options + Option.common)
    try console.speak(arguments.value(of: .language))
    self.arguments = arguments
  }

  /// Fails where operands are given to a command that has none.
  func expectNoOperands() throws(Failure) {
    guard let first = arguments.operands.first else { return }
    throw .usage(
      Message(
        fr: "`relance \(command.name)` n'attend pas `\(first)`",
        en: "`relance \(command.name)` does not expect `\(first)`"
      ),
      help: Message(
        fr: "voir `relance help \(command.name)`",
        en: "see `relance help \(command.name)`"
      )
    )
  }
}

extension Console {
  /// Sets the language that `--lang` names.
  fileprivate func speak(_ name: String?) throws(Failure) {
    switch name {
    case nil: break
    case "fr": language = .french
    case "en": language = .english
    case let other?:
      throw .usage(
        Message(fr: "langue inconnue : `\(other)`", en: "unknown language: `\(other)`"),
        help: Message(fr: "`--lang fr` ou `--lang en`", en: "`--lang fr` or `--lang en`")
      )
    }
  }
}
