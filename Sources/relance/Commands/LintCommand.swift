import Diagnostics
import Linting
import Receivables
import Reporting
import Semantics
import Storage

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
        `# lint: ignorer CODE raison`, au bout d'une ligne ou au-dessus, tait un conseil.
        Avec `--db`, dit aussi ce qui est vrai de ces clients ce jour-là : factures que rien ne
        prend, scénarios et taux inconnus, adresses absentes, clients trop sollicités, actions
        qui attendent une personne.
        Rend 0 si tout va bien, 1 si un fichier contient une erreur.
        """,
      en: """
        A file may be a folder (all its *.relance) or `-` (standard input).
        Each mistake is told once, in its place, with what to write instead.
        `# lint: ignorer CODE reason`, at the end of a line or above it, silences an advice.
        With `--db` it also tells what is true of these customers on that day: invoices that
        nothing takes, unknown scenarios and rates, missing addresses, customers contacted too
        often, actions that wait for a person.
        Exits with 0 if all is well, 1 if a file has an error.
        """
    ),
    options: [.strict, .format, .fix, .unsafe, .explain, .ledger, .date],
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

  fileprivate static let format = Option(
    name: "format",
    form: .value(Message(verbatim: LintFormat.all.map(\.name).joined(separator: "|"))),
    summary: Message(fr: "la forme du résultat [text]", en: "the form of the result [text]")
  )

  fileprivate static let fix = Option(
    name: "fix",
    form: .flag,
    summary: Message(
      fr: "corrige dans les fichiers ce qui ne peut pas changer le plan",
      en: "corrects in the files what cannot change the plan"
    )
  )

  fileprivate static let unsafe = Option(
    name: "unsafe",
    form: .flag,
    summary: Message(
      fr: "avec --fix : applique aussi les propositions, à relire",
      en: "with --fix: applies proposals too, to be looked at"
    )
  )

  fileprivate static let explain = Option(
    name: "explain",
    form: .value(Message(verbatim: "CODE")),
    summary: Message(
      fr: "explique un code, comme SEQ310",
      en: "explains a code, such as SEQ310"
    )
  )
}

extension Invocation {
  fileprivate func lint() throws(Failure) -> ExitStatus {
    if let code = arguments.value(of: .explain) { return try explain(code) }
    let format = try lintFormat()
    let date = try date()
    var texts = try scenarioTexts(arguments.operands)
    if arguments.has(.fix) {
      texts = try fix(texts, on: date)
    } else if arguments.has(.unsafe) {
      throw .usage(
        Message(fr: "`--unsafe` va avec `--fix`", en: "`--unsafe` goes with `--fix`"),
        help: nil
      )
    }
    let analysis = analyze(texts)
    let findings = try findings(in: analysis, on: date)
    let report = LintReport(
      findings,
      files: analysis.files,
      fileCount: texts.count,
      version: programVersion
    )
    format.write(report, console.textSettings, console.output)
    try console.checkOutput()
    console.tell(summary(of: findings, files: texts.count))
    let limit: Severity = arguments.has(.strict) ? .warning : .error
    return findings.contains { $0.severity >= limit } ? .filesHaveErrors : .done
  }

  /// The findings, with those about the ledger if one is given.
  private func findings(
    in analysis: Analysis,
    on date: CalendarDate
  ) throws(Failure) -> [Diagnostic] {
    let subject = LintSubject(analysis, on: date)
    guard arguments.value(of: .ledger) != nil else { return review(subject) }
    let path = try ledgerPath()
    // What the files ask of the ledger is known only once they are right.
    guard !analysis.diagnostics.hasErrors else { return review(subject) }
    return review(subject, against: try readLedger(path, .everything, analysis.scenarios))
  }

  private func lintFormat() throws(Failure) -> LintFormat {
    guard let name = arguments.value(of: .format) else { return .text }
    if let format = LintFormat.named(name) { return format }
    let names = LintFormat.all.map(\.name).joined(separator: ", ")
    throw .usage(
      Message(
        fr: "forme inconnue : `\(printable(name))`",
        en: "unknown form: `\(printable(name))`"
      ),
      help: Message(fr: "formes possibles : \(names)", en: "possible forms: \(names)")
    )
  }

  private func explain(_ code: String) throws(Failure) -> ExitStatus {
    try expectNoOperands()
    guard let page = CodePage.named(code) else {
      let codes = CodePage.all.map(\.code.name)
      let near = Spelling.nearest(to: code, among: codes) ?? codes.joined(separator: ", ")
      throw .usage(
        Message(
          fr: "code inconnu : `\(printable(code))`",
          en: "unknown code: `\(printable(code))`"
        ),
        help: Message(fr: "par exemple \(near)", en: "for example \(near)")
      )
    }
    console.write(page.text(in: console.language))
    try console.checkOutput()
    return .done
  }
}

// MARK: Fixing

extension Invocation {
  /// Corrects the files and tells what was corrected; gives the files as they are now.
  private func fix(_ texts: [SourceText], on date: CalendarDate) throws(Failure) -> [SourceText] {
    guard !arguments.operands.contains("-") else {
      throw .usage(
        Message(
          fr: "`--fix` ne peut pas corriger l'entrée standard",
          en: "`--fix` cannot correct standard input"
        ),
        help: Message(fr: "donner un fichier", en: "give a file")
      )
    }
    let safety: FixSafety = arguments.has(.unsafe) ? .proposed : .safe
    let outcome = applyFixes(upTo: safety, to: texts, on: date)
    for (index, text) in outcome.texts.enumerated() where text.bytes != texts[index].bytes {
      try replaceFile(at: text.name, with: text.bytes)
      console.tell(corrections(outcome.fixed.filter { $0.range.file == index }, in: text))
    }
    return outcome.texts
  }

  private func corrections(_ fixed: [Diagnostic], in text: SourceText) -> Message {
    var counts: [String: Int] = [:]
    for finding in fixed { counts[finding.code.name, default: 0] += 1 }
    let list = counts.sorted { $0.key < $1.key }
      .map { $0.value == 1 ? $0.key : "\($0.key) × \($0.value)" }
      .joined(separator: ", ")
    let name = printable(text.name)
    return Message(
      fr: "\(name) : \(fixed.count) correction\(fixed.count > 1 ? "s" : "") (\(list))",
      en: "\(name): \(fixed.count) correction\(fixed.count == 1 ? "" : "s") (\(list))"
    )
  }
}

// MARK: The last line

extension Invocation {
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
