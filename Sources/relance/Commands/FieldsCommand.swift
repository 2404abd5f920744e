import Diagnostics
import Reporting

extension Command {
  /// The command `relance fields`.
  static let fields = Command(
    name: "fields",
    operands: Message(verbatim: ""),
    summary: Message(
      fr: "la liste des champs utilisables dans les conditions",
      en: "the list of fields that conditions can use"
    ),
    details: Message(verbatim: ""),
    options: [],
    run: { invocation throws(Failure) in
      try invocation.expectNoOperands()
      invocation.console.write(FieldTable.write(invocation.console.textSettings))
      try invocation.console.checkOutput()
      return .done
    }
  )
}
