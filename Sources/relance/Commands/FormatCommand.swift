import Diagnostics
import Formatting
import Syntax

extension Command {
  /// The command `relance fmt`.
  static let format = Command(
    name: "fmt",
    operands: Message(fr: "FICHIER…", en: "FILE…"),
    summary: Message(
      fr: "remet des fichiers de scénarios en forme",
      en: "writes scenario files in their canonical form"
    ),
    details: Message(
      fr: """
        Une ligne par instruction, les étapes en colonnes, les accents rétablis, un seul mot par
        notion (`courriel` devient `email`), `1 000,50 €` et `22/11/2026` ; les commentaires et
        l'ordre restent. Le sens ne change pas : le résultat est relu, et abandonné s'il diffère.
        Un fichier qui contient une erreur est laissé tel quel. Un fichier peut être un dossier
        (tous ses *.relance) ou `-` (de l'entrée vers la sortie standard).
        Rend 0 si tout va bien, 1 si un fichier contient une erreur ou, avec `--check`, n'est pas
        en forme, 3 si un fichier ne peut pas être écrit : il garde alors son ancien contenu.
        """,
      en: """
        One statement a line, steps in columns, accents restored, one word for one thing
        (`courriel` becomes `email`), `1 000,50 €` and `22/11/2026`; comments and order stay.
        The meaning does not change: the result is read again, and thrown away if it differs.
        A file with an error is left as it is. A file may be a folder (all its *.relance) or
        `-` (from standard input to standard output).
        Exits with 0 if all is well, 1 if a file has an error or, with `--check`, is not in its
        canonical form, 3 if a file cannot be written: it keeps its old content.
        """
    ),
    options: [.check, .showDifference],
    run: { invocation throws(Failure) in try invocation.format() }
  )
}

extension Option {
  fileprivate static let check = Option(
    name: "check",
    form: .flag,
    summary: Message(
      fr: "n'écrit rien ; nomme les fichiers à remettre en forme et rend 1 s'il y en a",
      en: "writes nothing; names the files to be formatted and exits with 1 if there are any"
    )
  )

  fileprivate static let showDifference = Option(
    name: "diff",
    form: .flag,
    summary: Message(
      fr: "n'écrit rien ; montre ce qui changerait",
      en: "writes nothing; shows what would change"
    )
  )
}

extension Invocation {
  fileprivate func format() throws(Failure) -> ExitStatus {
    let operands = arguments.operands
    if operands.isEmpty { _ = try scenarioTexts(operands) }
    var run = FormattingRun(invocation: self)
    for operand in operands {
      for text in try scenarioTexts([operand]) {
        run.format(text, from: operand == "-" ? .standardInput : .file)
      }
    }
    try console.checkOutput()
    if !operands.contains("-") { console.tell(run.summary) }
    return run.status
  }
}

/// What a run of `relance fmt` has done so far.
private struct FormattingRun {
  /// Where a text was read and where it is written back.
  enum Origin {
    case file
    case standardInput
  }

  private let console: Console
  private let isDry: Bool
  private let names: Bool
  private let differences: Bool
  private var changed = 0
  private var unchanged = 0
  private(set) var status = ExitStatus.done

  init(invocation: Invocation) {
    console = invocation.console
    names = invocation.arguments.has(.check)
    differences = invocation.arguments.has(.showDifference)
    isDry = names || differences
  }

  /// Formats one file.
  mutating func format(_ text: SourceText, from origin: Origin) {
    switch Formatting.format(parse(text, file: 0), of: text) {
    case .unreadable(let errors):
      let renderer = DiagnosticRenderer(
        files: SourceFiles([text]),
        language: console.language,
        style: console.errorStyle
      )
      for error in errors { console.complain(text: renderer.render(error)) }
      worsen(.filesHaveErrors)
    case .unfaithful:
      console.tell(
        Message(
          fr: "\(printable(text.name)) : laissé tel quel, sa remise en forme changerait son sens"
            + " (défaut de relance à signaler)",
          en: "\(printable(text.name)): left as it is, formatting would change its meaning"
            + " (a defect of relance, please report it)"
        )
      )
      worsen(.filesHaveErrors)
    case .canonical(let bytes):
      if bytes == text.bytes { unchanged += 1 } else { changed += 1 }
      deliver(bytes, instead: text, to: origin)
    }
  }

  private mutating func deliver(_ bytes: [UInt8], instead text: SourceText, to origin: Origin) {
    let differs = bytes != text.bytes
    if names, differs { worsen(.filesHaveErrors) }
    if differences, differs {
      console.write(UnifiedDiff(from: text, to: bytes).text)
    } else if names, differs {
      console.write("\(printable(text.name))\n")
    }
    guard !isDry else { return }
    switch origin {
    case .standardInput:
      console.write(String(decoding: bytes, as: UTF8.self))
    case .file:
      guard differs else { return }
      do throws(Failure) {
        try replaceFile(at: text.name, with: bytes)
      } catch {
        console.complain(error, [])
        worsen(error.status)
        changed -= 1
      }
    }
  }

  private mutating func worsen(_ status: ExitStatus) {
    if status.rawValue > self.status.rawValue { self.status = status }
  }

  /// How many files were or would be changed.
  var summary: Message {
    func files(_ count: Int) -> Message {
      Message(
        fr: "\(count) fichier\(count > 1 ? "s" : "")",
        en: "\(count) file\(count == 1 ? "" : "s")"
      )
    }
    let changed = files(self.changed)
    let unchanged = files(self.unchanged)
    return Message(
      fr: "\(changed.fr) \(isDry ? "à remettre" : "remis") en forme,"
        + " \(unchanged.fr) déjà en forme",
      en: "\(changed.en) \(isDry ? "to be formatted" : "formatted"),"
        + " \(unchanged.en) in form already"
    )
  }
}
