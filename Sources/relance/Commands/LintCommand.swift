import Diagnostics
import Linting
import Semantics

extension Command {
  /// The command `relance lint`.
  static let lint = Command(
    name: "lint",
    operands: Message(fr: "FICHIER…", en: "FILE…"),
    summary: Message(
      fr: "vérifie des fichiers de scénarios",
      en: "checks scenario files"
    ),
    details: Message(
      fr: """
        Un fichier peut être un dossier (tous ses *.relance) ou `-` (l'entrée standard).
        Chaque erreur est dite une fois, à sa place, avec ce qu'il faut écrire.
        Rend 0 si tout va bien, 1 si un fichier contient une erreur.
        """,
      en: """
        A file may be a folder (all its *.relance) or `-` (standard input).
        Each mistake is told once, in its place, with what to write instead.
        Exits with 0 if all is well, 1 if a file has an error.
        """
    ),
    options: [.strict, .date],
    run: { invocation throws(Failure) in try invocation.lint() }
  )
}

extension Option {
  fileprivate static let strict = Option(
    name: "strict",
    form: .flag,
    summary: Message(
      fr: "compte les avertissements comme des erreurs",
      en: "counts warnings as errors"
    )
  )
}

extension Invocation {
  fileprivate func lint() throws(Failure) -> ExitStatus {
    let analysis = analyze(try scenarioTexts(arguments.operands))
    let findings = review(LintSubject(analysis, on: try date()))
    let renderer = DiagnosticRenderer(
      files: analysis.files,
      language: console.language,
      style: console.outputStyle
    )
    for finding in findings { console.write("\(renderer.render(finding))\n") }
    try console.checkOutput()
    let files = analysis.trees.count
    console.tell(summary(of: findings, files: files))
    let limit: Severity = arguments.has(.strict) ? .warning : .error
    return findings.contains { $0.severity >= limit } ? .filesHaveErrors : .done
  }

  private func summary(of findings: [Diagnostic], files: Int) -> Message {
    func count(_ severity: Severity) -> Int {
      findings.count { $0.severity == severity }
    }
    let checked = Message(
      fr: "\(files) \(files > 1 ? "fichiers vérifiés" : "fichier vérifié")",
      en: "\(files) \(files > 1 ? "files" : "file") checked"
    )
    guard !findings.isEmpty else {
      return Message(fr: "\(checked.fr), rien à signaler", en: "\(checked.en), nothing to report")
    }
    let errors = count(.error)
    let warnings = count(.warning)
    let advice = count(.information)
    return Message(
      fr: "\(checked.fr) : \(errors) erreur\(errors > 1 ? "s" : ""),"
        + " \(warnings) avertissement\(warnings > 1 ? "s" : ""),"
        + " \(advice) conseil\(advice > 1 ? "s" : "")",
      en: "\(checked.en): \(errors) error\(errors == 1 ? "" : "s"),"
        + " \(warnings) warning\(warnings == 1 ? "" : "s"), \(advice) advice"
    )
  }
}
