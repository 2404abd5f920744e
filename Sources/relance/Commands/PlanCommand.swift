import Diagnostics
import Planning
import Receivables
import Reporting
import Semantics
import Storage

extension Command {
  /// The command `relance plan`.
  static let plan = Command(
    name: "plan",
    operands: Message(fr: "FICHIER…", en: "FILE…"),
    summary: Message(
      fr: "le plan d'un jour : qui contacter, comment, et pourquoi",
      en: "the plan of a day: whom to contact, how, and why"
    ),
    details: Message(
      fr: """
        Rien n'est envoyé, et sans --record la base n'est pas modifiée. Un fichier peut être un
        dossier (tous ses *.relance) ou `-` (l'entrée standard).
        --record inscrit les actions automatiques dans l'historique, toutes ou aucune : elles ne
        reviendront pas. --review et --todo écrivent ce qui attend une personne, pour
        `relance record` et `relance done`.
        """,
      en: """
        Nothing is sent, and without --record the ledger is not changed. A file may be a folder
        (all its *.relance) or `-` (standard input).
        --record writes the automatic actions into the history, all of them or none: they will not
        come again. --review and --todo write what waits for a person, for `relance record` and
        `relance done`.
        """
    ),
    options: [
      .ledger, .date, .format, .statuses, .customer, .record, .review, .todo, .freshWithin, .wait,
      .threads,
    ],
    run: { invocation throws(Failure) in try invocation.plan() }
  )
}

extension Option {
  fileprivate static let format = Option(
    name: "format",
    form: .value(Message(verbatim: PlanFormat.all.map(\.name).joined(separator: "|"))),
    summary: Message(
      fr: "la forme du résultat [table]",
      en: "the form of the result [table]"
    )
  )

  fileprivate static let statuses = Option(
    name: "statuses",
    form: .flag,
    summary: Message(
      fr: "ajoute l'état de chaque facture et sa raison",
      en: "adds the status of every invoice and its reason"
    )
  )

  fileprivate static let customer = Option(
    name: "customer",
    form: .value(Message(fr: "CLIENT", en: "CUSTOMER")),
    summary: Message(
      fr: "un seul client, par son identifiant",
      en: "one customer only, by identifier"
    )
  )

  fileprivate static let record = Option(
    name: "record",
    form: .flag,
    summary: Message(
      fr: "inscrit les actions automatiques dans l'historique",
      en: "writes the automatic actions into the history"
    )
  )

  fileprivate static let review = Option(
    name: "review",
    form: .value(Message(verbatim: "F.csv")),
    summary: Message(
      fr: "écrit ici les actions à valider, pour `relance record`",
      en: "writes the actions to approve here, for `relance record`"
    )
  )

  fileprivate static let todo = Option(
    name: "todo",
    form: .value(Message(verbatim: "F.csv")),
    summary: Message(
      fr: "écrit ici les actions à faire à la main, pour `relance done`",
      en: "writes the actions to do by hand here, for `relance done`"
    )
  )
}

extension Invocation {
  fileprivate func plan() throws(Failure) -> ExitStatus {
    let format = try planFormat()
    let sheets = try newSheets()
    let plan = try arguments.has(.record) ? recordedPlan() : plannedDay()
    let report = PlanReport(
      plan.plan,
      files: plan.analysis.files,
      statuses: arguments.has(.statuses) ? .listed : .counted
    )
    for (mode, path) in sheets {
      let sheet = DecisionSheet(of: report.plan, mode)
      let bytes = TextOutput.bytes { output in
        sheet.write(files: report.files, console.language, to: output)
      }
      try createFile(at: path, with: bytes)
    }
    format.write(report, console.textSettings, console.output)
    try console.checkOutput()
    return .done
  }

  private var selection: LedgerSelection {
    arguments.value(of: .customer).map { .customer($0) } ?? .everything
  }

  private func plannedDay() throws(Failure) -> (plan: Plan, analysis: Analysis) {
    let date = try date()
    let path = try ledgerPath()
    for option in [Option.freshWithin, .wait] where arguments.has(option) {
      throw .usage(
        Message(
          fr: "`--\(option.name)` n'a de sens qu'avec `--record`",
          en: "`--\(option.name)` makes sense with `--record` only"
        ),
        help: nil
      )
    }
    let analysis = try scenarios(arguments.operands)
    let detail: StatusDetail = arguments.has(.statuses) ? .listed : .counted
    return (try plan(path, selection, analysis, on: date, statuses: detail), analysis)
  }

  /// The plan of the day at the moment of its recording: what the machine does by itself is recorded
  /// (R98).
  private func recordedPlan() throws(Failure) -> (plan: Plan, analysis: Analysis) {
    let date = try pastDate()
    _ = try ledgerPath()
    let analysis = try scenarios(arguments.operands)
    let recording = try planRecording(of: analysis, on: date, .ofLedger, selection)
    let (plan, recorded, outcome) = try recording.run { plan in
      plan.actions.filter { $0.mode == .automatic }
    }
    console.tell(outcome, of: recorded, in: plan)
    return (plan, analysis)
  }

  /// The files to be written of the actions of each mode.
  ///
  /// One that exists already may hold a person's decisions: it is told before anything is done.
  private func newSheets() throws(Failure) -> [(mode: ActionMode, path: String)] {
    var sheets: [(mode: ActionMode, path: String)] = []
    for (mode, option) in [(ActionMode.approval, Option.review), (.manual, .todo)] {
      guard let path = arguments.value(of: option) else { continue }
      try expectNoFile(at: path)
      sheets.append((mode, path))
    }
    return sheets
  }

  private func planFormat() throws(Failure) -> PlanFormat {
    guard let name = arguments.value(of: .format) else { return .table }
    if let format = PlanFormat.named(name) { return format }
    let names = PlanFormat.all.map(\.name).joined(separator: ", ")
    throw .usage(
      Message(
        fr: "forme inconnue : `\(printable(name))`",
        en: "unknown form: `\(printable(name))`"
      ),
      help: Message(fr: "formes possibles : \(names)", en: "possible forms: \(names)")
    )
  }
}
