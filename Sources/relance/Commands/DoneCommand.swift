import Diagnostics
import Planning
import Receivables
import Reporting
import Semantics
import Storage

extension Command {
  /// The command `relance done`.
  static let done = Command(
    name: "done",
    operands: Message(fr: "FICHIER…", en: "FILE…"),
    summary: Message(
      fr: "inscrit dans l'historique ce qu'une personne a fait : appels, tâches",
      en: "writes into the history what a person has done: calls, tasks"
    ),
    details: Message(
      fr: """
        Les actions manuelles d'un jour reviennent au plan chaque jour tant que personne ne dit
        qu'elles sont faites. On les nomme par --invoice ou --customer, répétables, ou par le
        fichier de `relance plan … --todo F.csv` où l'on a répondu oui : `--from F.csv`.
        Un jour passé convient aussi, tant que l'historique de ces factures n'est pas allé plus
        loin. Une promesse, un litige ou une pause notés ce jour-là viennent peut-être de l'appel :
        ils n'empêchent pas de l'inscrire.
        """,
      en: """
        The manual actions of a day come again in the plan every day until somebody says that they
        are done. They are named by --invoice or --customer, repeatable, or by the file of
        `relance plan … --todo F.csv` with yes as an answer: `--from F.csv`.
        A day in the past will do too, as long as the history of these invoices has not gone
        further. A promise, dispute or hold noted on that day may come of the call: it does not keep
        the call from being recorded.
        """
    ),
    options: [.ledger, .date, .from, .invoices, .customers, .channel, .wait],
    run: { invocation throws(Failure) in try invocation.recordDone() }
  )
}

extension Option {
  fileprivate static let from = Option(
    name: "from",
    form: .value(Message(verbatim: "F.csv")),
    summary: Message(
      fr: "le fichier de `plan --todo`, avec les réponses",
      en: "the file of `plan --todo`, with the answers"
    )
  )

  fileprivate static let invoices = Option(
    name: "invoice",
    form: .values(Message(fr: "FACTURE", en: "INVOICE")),
    summary: Message(
      fr: "l'action où figure cette facture, répétable",
      en: "the action with this invoice, repeatable"
    )
  )

  fileprivate static let customers = Option(
    name: "customer",
    form: .values(Message(fr: "CLIENT", en: "CUSTOMER")),
    summary: Message(
      fr: "les actions de ce client, répétable",
      en: "the actions of this customer, repeatable"
    )
  )

  fileprivate static let channel = Option(
    name: "channel",
    form: .value(Message(verbatim: Channel.allCases.map(\.rawValue).joined(separator: "|"))),
    summary: Message(
      fr: "seulement celles de ce canal",
      en: "only those of this channel"
    )
  )
}

extension Invocation {
  fileprivate func recordDone() throws(Failure) -> ExitStatus {
    let date = try pastDate()
    let channel = try channel()
    let invoices = arguments.values(of: .invoices)
    let customers = arguments.values(of: .customers)
    let sheet = arguments.value(of: .from)
    guard sheet != nil || !invoices.isEmpty || !customers.isEmpty else {
      throw .usage(
        Message(
          fr: "`relance done` attend `--invoice`, `--customer` ou `--from F.csv`",
          en: "`relance done` needs `--invoice`, `--customer` or `--from F.csv`"
        ),
        help: Message(
          fr: "par exemple `--invoice F-1021 --invoice F-1022`",
          en: "for example `--invoice F-1021 --invoice F-1022`"
        )
      )
    }
    let analysis = try scenarios(arguments.operands)
    let recording = try planRecording(
      of: analysis,
      on: date,
      .ofInvoices,
      .everything,
      .morning
    )
    try expectKnown(invoices: invoices, customers: customers, in: recording.ledger)
    let decisions = try sheet.map { path throws(Failure) in
      try self.decisions(in: path, of: date, .manual)
    }
    let (plan, recorded, outcome) = try recording.run { plan in
      plan.actions.filter { action in
        guard action.mode == .manual, channel == nil || action.channel == channel else {
          return false
        }
        let message = action.messageID(on: date)
        return customers.contains(action.customer)
          || action.invoices.contains { invoices.contains($0.id) }
          || (decisions ?? []).contains { $0.message == message && $0.answer == .yes }
      }
    }
    console.tell(outcome, of: recorded, in: plan)
    let review = DecisionReview(decisions ?? [], recorded: recorded, plan: plan, mode: .manual)
    try writeFates(review, ledger: recording.ledger)
    let missing =
      invoices.filter { id in !recorded.contains { $0.invoices.contains { $0.id == id } } }
      + customers.filter { id in !recorded.contains { $0.customer == id } }
    for id in missing { console.tell(review.absence(of: id)) }
    return .done
  }

  private func channel() throws(Failure) -> Channel? {
    guard let text = arguments.value(of: .channel) else { return nil }
    if let channel = Channel.allCases.first(where: { $0.rawValue.folded == text.folded }) {
      return channel
    }
    throw .usage(
      Message(
        fr: "canal inconnu : `\(printable(text))`",
        en: "unknown channel: `\(printable(text))`"
      ),
      help: Message(
        verbatim: Channel.allCases.map(\.rawValue).joined(separator: ", ")
      )
    )
  }
}
