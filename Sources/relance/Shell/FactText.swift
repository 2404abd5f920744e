import Diagnostics
import Receivables
import Storage

extension Option {
  /// The option `--reason`.
  static let reason = Option(
    name: "reason",
    form: .value(Message(fr: "TEXTE", en: "TEXT")),
    summary: Message(
      fr: "pourquoi ; `relance history` le montre",
      en: "why; `relance history` shows it"
    )
  )
}

extension Invocation {
  /// The operands, of which there must be some.
  func subjects(_ example: String) throws(Failure) -> [String] {
    if !arguments.operands.isEmpty { return arguments.operands }
    throw .usage(
      Message(
        fr: "`relance \(command.name)` attend \(command.operands.fr)",
        en: "`relance \(command.name)` needs \(command.operands.en)"
      ),
      help: Message(fr: "par exemple `\(example)`", en: "for example `\(example)`")
    )
  }

  /// Writes the facts that `make` gives for each operand, all or none, and says what was written.
  func writeFacts(
    about operands: [String],
    _ make: (LedgerSubject) -> LedgerFact
  ) throws(Failure) -> ExitStatus {
    try writeFacts(operands) { database, operand throws(LedgerError) in
      make(try database.subject(named: operand))
    }
  }

  /// Writes facts about invoices.
  func writeFacts(
    aboutInvoices operands: [String],
    _ make: (String) -> LedgerFact
  ) throws(Failure) -> ExitStatus {
    try writeFacts(operands) { database, operand throws(LedgerError) in
      make(try database.invoice(named: operand))
    }
  }

  private func writeFacts(
    _ operands: [String],
    _ make: (Database, String) throws(LedgerError) -> LedgerFact
  ) throws(Failure) -> ExitStatus {
    let path = try ledgerPath()
    let patience = try patience()
    let written: [WrittenFact]
    do throws(LedgerError) {
      let database = try Database(path: path, access: .writing, patience: patience)
      var facts: [LedgerFact] = []
      for operand in operands { facts.append(try make(database, operand)) }
      written = try database.write(facts, reason: arguments.value(of: .reason))
    } catch {
      throw Failure(error)
    }
    for fact in written { console.write(fact.message.text(in: console.language) + "\n") }
    try console.checkOutput()
    return .done
  }
}

extension WrittenFact {
  /// What was written, in one sentence.
  fileprivate var message: Message {
    switch fact {
    case .dispute(let invoice, let day):
      Message(
        fr: "\(printable(invoice)) : en litige depuis le \(day.frenchDescription)",
        en: "\(printable(invoice)): disputed since \(day)"
      )
    case .settlement(let invoice, let day):
      Message(
        fr: "\(printable(invoice)) : litige clos le \(day.frenchDescription)",
        en: "\(printable(invoice)): dispute closed on \(day)"
      )
    case .promise(let invoice, let made, let due):
      Message(
        fr: "\(printable(invoice)) : paiement promis pour le \(due.frenchDescription) "
          + "(promesse du \(made.frenchDescription))",
        en: "\(printable(invoice)): payment promised for \(due) (promise of \(made))"
      )
    case .hold(let subject, let from, let until):
      Message(
        fr: "\(subject.name.fr) : en pause du \(from.frenchDescription) "
          + (until.map { "au \($0.frenchDescription)" } ?? "jusqu'à nouvel ordre"),
        en: "\(subject.name.en): held from \(from) " + (until.map { "to \($0)" } ?? "on")
      )
    case .release(let subject, let day):
      Message(
        fr: "\(subject.name.fr) : pause levée le \(day.frenchDescription)",
        en: "\(subject.name.en): hold lifted on \(day)"
      )
    case .payment(let invoice, let day, _, _): paymentMessage(of: invoice, on: day)
    }
  }

  private func paymentMessage(of invoice: String, on day: CalendarDate) -> Message {
    guard let payment else { return Message(verbatim: printable(invoice)) }
    // What the ledger has as a negative payment is money given back.
    let amount = Money(
      minorUnits: Int64(clamping: payment.paid.minorUnits.magnitude),
      currency: payment.paid.currency
    )
    let what =
      payment.paid.minorUnits < 0
      ? Message(fr: "\(amount.french) remboursés", en: "\(amount.english) refunded")
      : Message(fr: "\(amount.french) payés", en: "\(amount.english) paid")
    let isOverpaid = payment.balance.minorUnits < 0
    return Message(
      fr: "\(printable(invoice)) : \(what.fr) le \(day.frenchDescription), "
        + "solde \(payment.balance.french)"
        + (isOverpaid ? " (attention : plus que ce qui était dû)" : ""),
      en: "\(printable(invoice)): \(what.en) on \(day), "
        + "balance \(payment.balance.english)" + (isOverpaid ? " (note: more than was owed)" : "")
    )
  }
}
