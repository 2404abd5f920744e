import Diagnostics
import Storage

extension Command {
  /// The command `relance promise`.
  static let promise = Command(
    name: "promise",
    operands: Message(fr: "FACTURE…", en: "INVOICE…"),
    summary: Message(
      fr: "inscrit une promesse de paiement",
      en: "writes a promise to pay"
    ),
    details: Message(
      fr: """
        `--for` est le jour promis, `--date` celui de la promesse. La dernière promesse faite est
        celle qui compte. Plusieurs factures : toutes ou aucune.
        """,
      en: """
        `--for` is the day promised, `--date` that of the promise. The promise made last is the one
        that counts. Several invoices: all of them or none.
        """
    ),
    options: [.ledger, .promisedDay, .date, .reason, .wait],
    run: { invocation throws(Failure) in
      let invoices = try invocation.subjects(
        "relance promise F-1021 --db factures.sqlite --for 2026-02-20"
      )
      let made = try invocation.pastDate()
      guard let due = try invocation.day(.promisedDay) else {
        throw .usage(
          Message(
            fr: "`relance promise` attend `--for JOUR`, le jour promis",
            en: "`relance promise` needs `--for DAY`, the day promised"
          ),
          help: nil
        )
      }
      return try invocation.writeFacts(aboutInvoices: invoices) { invoice in
        .promise(invoice: invoice, made: made, due: due)
      }
    }
  )
}

extension Option {
  fileprivate static let promisedDay = Option(
    name: "for",
    form: .value(Message(fr: "JOUR", en: "DAY")),
    summary: Message(fr: "le jour promis", en: "the day promised")
  )
}
