import Diagnostics

extension Command {
  /// The command `relance version`.
  static let version = Command(
    name: "version",
    operands: Message(verbatim: ""),
    summary: Message(fr: "donne la version du programme", en: "tells the program's version"),
    details: Message(verbatim: ""),
    options: [],
    run: { invocation throws(Failure) in
      try invocation.expectNoOperands()
      invocation.console.write("relance \(programVersion)\n")
      try invocation.console.checkOutput()
      return .done
    }
  )
}

/// The version of the program and of the language it understands.
let programVersion = "0.1.0"
