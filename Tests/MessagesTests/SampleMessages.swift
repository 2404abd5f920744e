import Diagnostics
import Planning
import Receivables
import Semantics
import Testing

@testable import Messages

/// The day of the samples, a Monday.
let sampleDay = CalendarDate(year: 2026, month: 2, day: 2) ?? .earliest

/// The company that is owed, as a scenario file says it.
let sampleCreditor = """
  soit créancier = « Ateliers Brunel SAS »
  soit adresse du créancier = « 14, rue des Forges, 69007 Lyon »
  soit email du créancier = « compta@ateliers-brunel.example »
  soit téléphone du créancier = « 04 99 00 12 34 »
  soit mentions du créancier = « SAS au capital de 50 000 € – RCS Lyon 000 000 000 »
  soit signataire = « Claire Brunel, service comptabilité »
  soit IBAN = « FR76 0000 0000 0000 0000 0000 000 »
  soit BIC = « EXAMFRPP »

  """

/// A customer with an address for every channel.
func sampleCustomer(language: String? = nil) -> CustomerAccount {
  var customer = Customer(id: "C-12")
  customer.name = "Menuiserie Le Gall & Fils"
  customer.language = language
  customer.email = "contact@legall.example"
  customer.phone = "02 98 00 11 22"
  customer.address = "3 bis, quai de l'Odet\n29000 Quimper"
  return CustomerAccount(customer)
}

extension CustomerAccount {
  /// The account with invoices due so many days after the samples' day, or on the day before it.
  func owing(
    _ amounts: [(id: String, amount: Int64)],
    dueIn days: Int = -1,
    currency: Currency = .euro
  ) -> Self {
    var account = self
    for (id, amount) in amounts {
      var invoice = Invoice(
        id: id,
        dueOn: sampleDay.adding(days: days),
        amount: amount,
        currency: currency
      )
      invoice.issuedOn = sampleDay.adding(days: -32)
      account.invoices.append(InvoiceAccount(invoice))
    }
    return account
  }
}

/// The messages of the samples' day for an account, as scenario files plan and word them.
func messages(_ scenario: String, to account: CustomerAccount) throws -> [RenderedMessage] {
  let analysis = analyze([SourceText(name: "essai.relance", bytes: Array(scenario.utf8))])
  try #require(analysis.diagnostics.isEmpty, "\(analysis.diagnostics.map { $0.message.fr })")
  let rates = ExchangeRates(entries: [])
  let planner = Planner(
    scenarios: analysis.scenarios,
    files: analysis.files,
    exchangeRates: rates
  )
  let plan = planner.plan(Ledger(accounts: [account], exchangeRates: rates), on: sampleDay)
  let writer = MessageWriter(scenarios: analysis.scenarios, rates: rates)
  return plan.actions.map { writer.message(for: $0, to: account, on: plan.date) }
}

/// The text with plain spaces where French asks for those that break no line.
func spaced(_ text: String) -> String {
  String(text.map { $0 == "\u{A0}" || $0 == "\u{202F}" ? " " : $0 })
}
