import Diagnostics
import Receivables
import Syntax

/// The invoices of an example with what happens to them.
struct InvoiceBook {
  /// The invoices in the order of their lines.
  private(set) var accounts: [InvoiceAccount] = []
  /// Whether every line could be taken.
  private(set) var isWhole = true

  private let syntax: ExampleSyntax
  private let facts: FactReader
  private let allLinesWereRead: Bool
  private var places: [FoldedText: Int] = [:]
  private var labels: [FoldedText: NameSyntax] = [:]

  /// Reads the `facture` lines.
  init(of syntax: ExampleSyntax, isWhole allLinesWereRead: Bool, facts: FactReader) {
    self.syntax = syntax
    self.facts = facts
    self.allLinesWereRead = allLinesWereRead
    for line in syntax.lines {
      guard case .invoice(let label, _) = line.kind, let label else { continue }
      if let earlier = labels.updateValue(label, forKey: label.folded) {
        facts.checker.findings.report(
          .duplicateName(label, of: earlier, Message(fr: "nom de facture", en: "invoice name"))
        )
      }
    }
    for line in syntax.lines {
      guard case .invoice(let label, let stated) = line.kind else { continue }
      add(label, stated, line.range)
    }
    if accounts.isEmpty, isWhole, allLinesWereRead { reportNoInvoice() }
  }

  private mutating func add(
    _ label: NameSyntax?,
    _ stated: [ExampleSyntax.Fact],
    _ range: SourceRange
  ) {
    var draft = InvoiceDraft()
    let reported = facts.checker.findings.diagnostics.count
    let extras = facts.state(stated, about: &draft)
    let isRight = !facts.checker.findings.diagnostics[reported...].hasErrors
    guard isRight, let dueOn = draft.dueOn, let amount = draft.amount else {
      if isRight { reportIncomplete(draft, range) }
      isWhole = false
      return
    }
    if let code = draft.currency, Currency(code: code) != amount.currency {
      report(
        .currency,
        at: range,
        Message(
          fr: "la devise n'est pas celle du montant, \(amount.currency.code)",
          en: "the currency is not that of the amount, \(amount.currency.code)"
        )
      )
    }
    let id = label?.text ?? freeIdentifier()
    var invoice = Invoice(
      id: id,
      dueOn: dueOn,
      amount: amount.minorUnits,
      currency: amount.currency
    )
    invoice.number = draft.number ?? id
    invoice.kind = draft.kind
    invoice.issuedOn = draft.issuedOn
    invoice.hasInstalmentPlan = draft.hasInstalmentPlan
    invoice.extras = extras
    places[id.folded] = accounts.count
    accounts.append(InvoiceAccount(invoice))
  }

  /// `F1`, `F2`… as far as no label is like it.
  private func freeIdentifier() -> String {
    var number = accounts.count + 1
    while labels["F\(number)".folded] != nil || places["F\(number)".folded] != nil { number += 1 }
    return "F\(number)"
  }

  // MARK: What happens

  /// Adds payments, disputes and promises to the invoices they name.
  mutating func attachEvents() {
    for line in syntax.lines {
      switch line.kind {
      case .payment(let label, let day, let amount):
        guard let place = place(of: label, line.range) else { continue }
        guard amount.value.currency == accounts[place].invoice.currency else {
          report(
            .currency,
            at: amount.range,
            Message(
              fr: "la facture est en \(accounts[place].invoice.currency.code)",
              en: "the invoice is in \(accounts[place].invoice.currency.code)"
            )
          )
          continue
        }
        accounts[place].payments.append(
          Payment(paidOn: day.value, amount: amount.value.minorUnits)
        )
      case .dispute(let label, let from, let until):
        guard let place = place(of: label, line.range) else { continue }
        accounts[place].disputes.append(Dispute(openedOn: from.value, closedOn: until?.value))
      case .promise(let label, let day):
        guard let place = place(of: label, line.range) else { continue }
        accounts[place].promises.append(PaymentPromise(promisedOn: day.value))
      case .scenario, .customer, .invoice, .expectation: break
      }
    }
    for place in accounts.indices { accounts[place].payments.sort { $0.paidOn < $1.paidOn } }
  }

  /// The invoice a line is about: the one it names, or the only one.
  private mutating func place(of label: NameSyntax?, _ range: SourceRange) -> Int? {
    guard let label else {
      if accounts.count == 1, isWhole { return 0 }
      if accounts.count > 1 { reportWhich(range) }
      return nil
    }
    if let place = places[label.folded] { return place }
    if labels[label.folded] == nil, allLinesWereRead {
      facts.checker.findings.reportUnknown(
        label,
        .unknownName(
          label,
          Message(fr: "nom de facture", en: "invoice name"),
          among: labels.values.map { $0.text }
        )
      )
    }
    isWhole = false
    return nil
  }

  // MARK: What is wrong

  private func report(
    _ code: DiagnosticCode,
    at range: SourceRange,
    _ message: Message,
    help: Message? = nil
  ) {
    facts.checker.report(code, at: range, message, help: help)
  }

  private func reportNoInvoice() {
    report(
      .structure,
      at: syntax.name.range,
      Message(fr: "l'exemple n'a pas de facture", en: "the example has no invoice"),
      help: InvoiceBook.invoiceLine
    )
  }

  private func reportIncomplete(_ draft: InvoiceDraft, _ range: SourceRange) {
    let missing: Message
    switch (draft.dueOn, draft.amount) {
    case (nil, nil):
      missing = Message(
        fr: "il manque l'échéance et le montant de la facture",
        en: "the invoice's due date and amount are missing"
      )
    case (nil, _):
      missing = Message(
        fr: "il manque l'échéance de la facture",
        en: "the invoice's due date is missing"
      )
    case (_, _):
      missing = Message(
        fr: "il manque le montant de la facture",
        en: "the invoice's amount is missing"
      )
    }
    report(.structure, at: range, missing, help: InvoiceBook.invoiceLine)
  }

  private func reportWhich(_ range: SourceRange) {
    report(
      .structure,
      at: range,
      Message(fr: "de quelle facture s'agit-il ?", en: "which invoice is this about?"),
      help: Message(
        fr: "donner un nom à chaque facture, `facture « A » échéance …`, et le dire ici",
        en: "give each invoice a name, `facture « A » échéance …`, and name it here"
      )
    )
  }

  private static var invoiceLine: Message {
    Message(
      fr: "par exemple `facture échéance 10/01/2026, montant 1 200 €`",
      en: "for example `facture échéance 10/01/2026, montant 1 200 €`"
    )
  }
}
