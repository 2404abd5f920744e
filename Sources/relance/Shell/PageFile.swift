import Diagnostics
import Reporting

extension Option {
  /// The option `--html`.
  static let page = Option(
    name: "html",
    form: .value(Message(fr: "PAGE", en: "PAGE")),
    summary: Message(
      fr: "écrit aussi une page HTML dans ce fichier",
      en: "also writes an HTML page into this file"
    )
  )
}

extension Invocation {
  /// Writes a page into the file that `--html` names, if it is given: all of it or nothing.
  func writePage(_ write: (TextSettings, TextOutput) -> Void) throws(Failure) {
    guard let path = arguments.value(of: .page) else { return }
    guard !path.isEmpty else {
      throw .usage(
        Message(fr: "`--html` attend le nom d'un fichier", en: "`--html` needs a file name"),
        help: Message(fr: "par exemple `--html page.html`", en: "for example `--html page.html`")
      )
    }
    let settings = console.textSettings
    try writeFile(at: path, with: TextOutput.bytes { output in write(settings, output) })
  }
}
