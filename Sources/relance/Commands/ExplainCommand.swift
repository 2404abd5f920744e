import Diagnostics
import Planning
import Receivables
import Reporting
import Semantics
import Storage

extension Command {
  /// The command `relance explain`.
  static let explain = Command(
    name: "explain",
    operands: Message(fr: "FICHIER… FACTURE", en: "FILE… INVOICE"),
    summary: Message(
      fr: "pourquoi une facture est là où elle est",
      en: "why an invoice is where it is"
    ),
    details: Message(
      fr: """
        Le scénario choisi, les règles qui tiennent ou non avec les valeurs qu'elles ont vues,
        chaque étape et pourquoi elle est due ou non, avec les lignes des fichiers.
        La facture est nommée par son identifiant, après les fichiers.
        """,
      en: """
        The scenario chosen, the rules that hold or do not with the values they saw, each step
        and why it is due or not, with the lines of the files.
        The invoice is named by its identifier, behind the files.
        """
    ),
    options: [.ledger, .date],
    run: { invocation throws(Failure) in try invocation.explain() }
  )
}

extension Invocation {
  fileprivate func explain() throws(Failure) -> ExitStatus {
    guard let invoice = arguments.operands.last, arguments.operands.count >= 2 else {
      throw .usage(
        Message(
          fr: "`relance explain` attend des fichiers de scénarios, puis une facture",
          en: "`relance explain` needs scenario files, then an invoice"
        ),
        help: Message(
          fr: "par exemple `relance explain standard.relance --db factures.sqlite F-1021`",
          en: "for example `relance explain standard.relance --db ledger.sqlite F-1021`"
        )
      )
    }
    let date = try date()
    let path = try ledgerPath()
    let analysis = try scenarios(arguments.operands.dropLast())
    let ledger = try readLedger(path, .customerOfInvoice(invoice), analysis.scenarios)
    let planner = Planner(
      scenarios: analysis.scenarios,
      files: analysis.files,
      exchangeRates: ledger.exchangeRates
    )
    guard
      let account = ledger.accounts.first,
      let explanation = planner.explain(invoice, of: account, on: date)
    else { throw try unknown(invoice: invoice, in: path) }
    console.write(explanation.text(files: analysis.files, console.textSettings))
    try console.checkOutput()
    return .done
  }
}
