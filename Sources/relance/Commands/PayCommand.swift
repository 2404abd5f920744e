import Diagnostics
import Storage

extension Command {
  /// The command `relance pay`.
  static let pay = Command(
    name: "pay",
    operands: Message(fr: "FACTURE…", en: "INVOICE…"),
    summary: Message(
      fr: "inscrit un paiement reçu",
      en: "writes a payment received"
    ),
    details: Message(
      fr: """
        Le montant est dans la devise de la facture ; négatif, c'est un remboursement. --balance
        solde la facture. Le même paiement n'est pas inscrit deux fois, sauf avec --again.
        """,
      en: """
        The amount is in the invoice's currency; a negative one is a refund. --balance pays all that
        is owed. The same payment is not written twice, except with --again.
        """
    ),
    options: [.ledger, .amount, .wholeBalance, .date, .again, .reason, .wait],
    run: { invocation throws(Failure) in
      let invoices = try invocation.subjects(
        "relance pay F-1021 --db factures.sqlite --amount 1234,50"
      )
      let day = try invocation.pastDate()
      let amount: LedgerFact.PaidAmount
      switch (invocation.arguments.value(of: .amount), invocation.arguments.has(.wholeBalance)) {
      case (let text?, false): amount = .written(text)
      case (nil, true): amount = .balance
      case (nil, false), (.some, true):
        throw .usage(
          Message(
            fr: "`relance pay` attend soit `--amount MONTANT`, soit `--balance`",
            en: "`relance pay` needs either `--amount AMOUNT` or `--balance`"
          ),
          help: nil
        )
      }
      let repetition: LedgerFact.Repetition = invocation.arguments.has(.again) ? .allowed : .refused
      return try invocation.writeFacts(aboutInvoices: invoices) { invoice in
        .payment(invoice: invoice, on: day, amount, repetition)
      }
    }
  )
}

extension Option {
  fileprivate static let amount = Option(
    name: "amount",
    form: .value(Message(fr: "MONTANT", en: "AMOUNT")),
    summary: Message(fr: "combien, comme 1234,50", en: "how much, as in 1234.50")
  )

  fileprivate static let wholeBalance = Option(
    name: "balance",
    form: .flag,
    summary: Message(fr: "tout ce qui reste dû", en: "all that is still owed")
  )

  fileprivate static let again = Option(
    name: "again",
    form: .flag,
    summary: Message(
      fr: "même s'il y en a déjà un du même montant ce jour-là",
      en: "even if there is one of the same amount on that day"
    )
  )
}
