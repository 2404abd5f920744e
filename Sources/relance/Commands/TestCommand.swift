import Diagnostics
import Planning
import Reporting
import Semantics

extension Command {
  /// The command `relance test`.
  static let test = Command(
    name: "test",
    operands: Message(fr: "FICHIER…", en: "FILE…"),
    summary: Message(
      fr: "joue les exemples des fichiers de scénarios",
      en: "plays the examples of scenario files"
    ),
    details: Message(
      fr: """
        Chaque bloc `exemple` est une petite histoire : un client, ses factures, et ce qu'on
        attend certains jours. Tous les jours sont joués, chaque action est tenue pour faite ;
        ce qui ne va pas comme prévu est montré à côté de ce qu'on attendait, avec l'explication.
        Rend 0 si tous les exemples réussissent, 1 sinon.
        """,
      en: """
        Each `exemple` block is a small story: a customer, its invoices, and what is expected on
        some days. Every day is played and each action taken as done; what goes otherwise is
        shown beside what was expected, with the explanation.
        Exits with 0 if all examples pass, 1 if not.
        """
    ),
    options: [.testFormat, .coverage],
    run: { invocation throws(Failure) in try invocation.test() }
  )
}

extension Option {
  fileprivate static let testFormat = Option(
    name: "format",
    form: .value(Message(verbatim: TestFormat.all.map(\.name).joined(separator: "|"))),
    summary: Message(fr: "la forme du résultat [text]", en: "the form of the result [text]")
  )

  fileprivate static let coverage = Option(
    name: "coverage",
    form: .flag,
    summary: Message(
      fr: "ajoute les étapes et les règles qu'aucun exemple ne vérifie",
      en: "adds the steps and rules that no example exercises"
    )
  )
}

extension Invocation {
  fileprivate func test() throws(Failure) -> ExitStatus {
    let format = try testFormat()
    let analysis = try scenarios(arguments.operands)
    let report = TestReport(
      runExamples(of: analysis),
      files: analysis.files,
      coverage: arguments.has(.coverage) ? .listed : .hidden
    )
    format.write(report, console.textSettings, console.output)
    try console.checkOutput()
    if analysis.examples.isEmpty {
      let files = arguments.operands.map { printable($0) }.joined(separator: ", ")
      console.tell(
        Message(
          fr: "aucun exemple dans \(files) : rien n'est vérifié",
          en: "no example in \(files): nothing is checked"
        )
      )
    }
    return report.examples.hasPassed ? .done : .filesHaveErrors
  }

  private func testFormat() throws(Failure) -> TestFormat {
    guard let name = arguments.value(of: .testFormat) else { return .text }
    if let format = TestFormat.named(name) { return format }
    let names = TestFormat.all.map(\.name).joined(separator: ", ")
    throw .usage(
      Message(
        fr: "forme inconnue : `\(printable(name))`",
        en: "unknown form: `\(printable(name))`"
      ),
      help: Message(fr: "formes possibles : \(names)", en: "possible forms: \(names)")
    )
  }
}
