import Diagnostics
import Semantics

extension Command {
  /// The command `relance prelude`.
  static let prelude = Command(
    name: "prelude",
    operands: Message(verbatim: ""),
    summary: Message(
      fr: "montre les règles que tout scénario contient",
      en: "shows the rules that every scenario contains"
    ),
    details: Message(
      fr: "Tout scénario se termine par ces règles, sauf s'il dit `sans prélude`.",
      en: "Every scenario ends with these rules unless it says `sans prélude`."
    ),
    options: [],
    run: { invocation throws(Failure) in
      try invocation.expectNoOperands()
      invocation.console.write(Prelude.text)
      try invocation.console.checkOutput()
      return .done
    }
  )
}
