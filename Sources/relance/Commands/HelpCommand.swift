import Diagnostics

extension Command {
  /// The command `relance help`.
  static let help = Command(
    name: "help",
    operands: Message(fr: "[COMMANDE]", en: "[COMMAND]"),
    summary: Message(fr: "explique une commande", en: "explains a command"),
    details: Message(verbatim: ""),
    options: [],
    run: { invocation throws(Failure) in
      let language = invocation.console.language
      if let name = invocation.arguments.operands.first {
        invocation.console.write(try Command.named(name).help(in: language))
      } else {
        invocation.console.write(Command.overview(in: language))
      }
      try invocation.console.checkOutput()
      return .done
    }
  )

  /// The help of all commands.
  static func overview(in language: MessageLanguage) -> String {
    let heading = Message(
      fr: """
        relance — vos règles de relance écrites en clair, et le plan du jour

        Usage : relance COMMANDE [OPTION…] [FICHIER…]

        Commandes :

        """,
      en: """
        relance — your reminder policy in plain text, and the plan of the day

        Usage: relance COMMAND [OPTION…] [FILE…]

        Commands:

        """
    )
    let closing = Message(
      fr: """

        `relance help COMMANDE` explique une commande et ses options.
        Rend 0 : fait ; 1 : erreur dans les scénarios ; 2 : commande mal écrite ; 3 : base illisible.

        """,
      en: """

        `relance help COMMAND` explains a command and its options.
        Exits with 0: done; 1: error in the scenarios; 2: wrong usage; 3: unreadable ledger.

        """
    )
    let rows = all.map { ($0.name, $0.summary.text(in: language)) }
    return heading.text(in: language) + aligned(rows) + closing.text(in: language)
  }

  /// The help of this command.
  func help(in language: MessageLanguage) -> String {
    let usage = Message(fr: "Usage : ", en: "Usage: ").text(in: language)
    var text = usage + "relance \(name)"
    if !options.isEmpty { text += " [OPTION…]" }
    let operands = operands.text(in: language)
    if !operands.isEmpty { text += " \(operands)" }
    text += "\n\n\(summary.text(in: language))\n"
    let details = details.text(in: language)
    if !details.isEmpty { text += "\n\(details)\n" }
    text += Message(fr: "\nOptions :\n", en: "\nOptions:\n").text(in: language)
    let rows = (options + Option.common).map { option in
      let placeholder = option.placeholder.map { " \($0.text(in: language))" } ?? ""
      return ("--\(option.name)\(placeholder)", option.summary.text(in: language))
    }
    return text + Command.aligned(rows)
  }

  private static func aligned(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { row in
      "  \(row.0)\(String(repeating: " ", count: width - row.0.count))  \(row.1)\n"
    }.joined()
  }
}
