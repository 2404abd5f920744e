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
        Rien n'est envoyé et la base n'est pas modifiée. Un fichier peut être un dossier
        (tous ses *.relance) ou `-` (l'entrée standard).
        """,
      en: """
        Nothing is sent and the ledger is not changed. A file may be a folder
        (all its *.relance) or `-` (standard input).
        """
    ),
    options: [.ledger, .date, .format, .statuses, .customer],
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
}

extension Invocation {
  fileprivate func plan() throws(Failure) -> ExitStatus {
    let format = try planFormat()
    let date = try date()
    let path = try ledgerPath()
    let analysis = try scenarios(arguments.operands)
    let selection = arguments.value(of: .customer).map { LedgerSelection.customer($0) }
    let ledger = try readLedger(path, selection ?? .everything, analysis.scenarios)
    let planner = Planner(
      scenarios: analysis.scenarios,
      files: analysis.files,
      exchangeRates: ledger.exchangeRates
    )
    let report = PlanReport(
      planner.plan(ledger, on: date),
      files: analysis.files,
      statuses: arguments.has(.statuses) ? .listed : .counted
    )
    console.write(format.write(report, console.textSettings))
    try console.checkOutput()
    return .done
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
