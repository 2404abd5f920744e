import Diagnostics
import Storage

extension Command {
  /// The command `relance dispute`.
  static let dispute = Command(
    name: "dispute",
    operands: Message(fr: "FACTURE…", en: "INVOICE…"),
    summary: Message(
      fr: "inscrit un litige sur une facture, ou le clôt",
      en: "writes a dispute about an invoice, or closes it"
    ),
    details: Message(
      fr: """
        La facture est en litige dès le jour donné. Avec --close, elle ne l'est plus dès ce jour.
        Plusieurs factures : toutes ou aucune.
        """,
      en: """
        The invoice is disputed from the day on. With --close it is no longer from that day on.
        Several invoices: all of them or none.
        """
    ),
    options: [.ledger, .date, .reason, .close, .wait],
    run: { invocation throws(Failure) in
      let invoices = try invocation.subjects("relance dispute F-1021 --db factures.sqlite")
      let day = try invocation.pastDate()
      let isClosing = invocation.arguments.has(.close)
      return try invocation.writeFacts(aboutInvoices: invoices) { invoice in
        isClosing ? .settlement(invoice: invoice, on: day) : .dispute(invoice: invoice, on: day)
      }
    }
  )
}

extension Option {
  fileprivate static let close = Option(
    name: "close",
    form: .flag,
    summary: Message(fr: "clôt le litige ce jour-là", en: "closes the dispute on that day")
  )
}
