import Diagnostics
import Receivables
import Testing

@testable import Storage

@Suite("Random ledgers")
struct RoundTripTests {
  let harness: ImportHarness

  init() throws { harness = try ImportHarness() }

  @Test("what is written into a ledger, or imported, reads back", arguments: 0..<25)
  func roundTrip(_ seed: Int) throws {
    var random = RandomLedger(seed: UInt64(seed))
    let expected = random.accounts()
    try harness.run(random.files(expected))
    let ledger = try harness.ledger()
    #expect(ledger.accounts.map(facts) == expected.map(facts))
  }

  @Test("any bytes as any file are imported, or refused with words", arguments: 0..<150)
  func noise(_ seed: Int) throws {
    var generator = Generator(seed: UInt64(seed))
    let pieces = [
      "id", "client", "échéance", "montant", "facture", "date", ";", ";", ";", "\n", "\n", "\"",
      "31/01/2026", "2026-01-31", "1,50", "1.234", "F1", "C1", "", "€", "é", "\0", ",", "-",
      "30 jours",
    ]
    let tables = LedgerTable.allCases
    var sources: [ImportOptions.Source] = []
    for table in tables.shuffled(using: &generator).prefix(2) {
      let text = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      let header =
        seed % 3 == 0 ? "" : table.columns.map(\.name.rawValue).joined(separator: ";") + "\n"
      sources.append(.init(table, try harness.folder.write("\(table).csv", header + text)))
    }
    do {
      _ = try Importer(ImportOptions(sources: sources)).run(into: harness.ledgerPath)
      _ = try harness.ledger()
    } catch let error as ImportError {
      #expect(!error.messages.isEmpty)
      #expect(error.messages.allSatisfy { !$0.message.fr.isEmpty && !$0.message.en.isEmpty })
      #expect(!harness.folder.names.contains("ledger.db"))
    }
  }
}

/// Valid ledgers of a seed, and files that say the same.
private struct RandomLedger {
  private var generator: Generator

  init(seed: UInt64) { generator = Generator(seed: seed) }

  /// Some customers with all that can be about them, in the order a ledger has them.
  mutating func accounts() -> [CustomerAccount] {
    (0..<Int.random(in: 1..<5, using: &generator)).map { number in account("C\(number)") }
  }

  private mutating func account(_ id: String) -> CustomerAccount {
    var customer = Customer(id: id)
    customer.name = text()
    customer.segment = text()
    customer.address = text()
    customer.risk = Risk.allCases.randomElement(using: &generator) ?? .unknown
    customer.isStrategic = Bool.random(using: &generator)
    customer.isConsumer = Bool.random(using: &generator)
    customer.creditLimit = maybe { Int64.random(in: 0..<1_000_000, using: &$0) }
    customer.insolvencyOn = maybeDay()
    var account = CustomerAccount(customer)
    if let name = text() { account.contacts = [Contact(role: .accounting, name: name)] }
    account.invoices = (0..<Int.random(in: 0..<4, using: &generator)).map { number in
      invoice("\(id)-F\(number)")
    }
    return account
  }

  private mutating func invoice(_ id: String) -> InvoiceAccount {
    let codes = ["EUR", "USD", "JPY", "TND"]
    var invoice = Invoice(
      id: id,
      dueOn: day(),
      amount: Int64.random(in: -10_000_000..<10_000_000, using: &generator),
      currency: codes.randomElement(using: &generator).flatMap { Currency(code: $0) } ?? .euro
    )
    invoice.number = text() ?? id
    invoice.kind = InvoiceKind.allCases.randomElement(using: &generator) ?? .standard
    invoice.issuedOn = maybeDay()
    invoice.hasInstalmentPlan = Bool.random(using: &generator)
    var account = InvoiceAccount(invoice)
    account.payments = (0..<Int.random(in: 0..<3, using: &generator)).map { _ in
      Payment(paidOn: day(), amount: Int64.random(in: -500..<500, using: &generator))
    }.sorted { ($0.paidOn, $0.amount) < ($1.paidOn, $1.amount) }
    if let opened = maybeDay() {
      account.disputes = [Dispute(openedOn: opened, closedOn: maybeDay())]
    }
    if let promised = maybeDay() {
      account.promises = [PaymentPromise(madeOn: maybeDay(), promisedOn: promised)]
    }
    if let from = maybeDay() {
      account.holds = [Hold(from: from, until: maybeDay(), reason: text())]
    }
    if let sent = maybeDay() {
      account.reminders = [
        Reminder(
          step: text() ?? "s",
          rank: Int.random(in: -50..<500, using: &generator),
          channel: "email",
          nature: "relance",
          sentOn: sent,
          occurrence: maybeDay(),
          messageID: text()
        )
      ]
    }
    return account
  }

  private mutating func maybe<Value>(_ value: (inout Generator) -> Value) -> Value? {
    Bool.random(using: &generator) ? value(&generator) : nil
  }

  private mutating func day() -> CalendarDate {
    CalendarDate(dayNumber: Int.random(in: -25_567...84_005, using: &generator))
  }

  private mutating func maybeDay() -> CalendarDate? {
    Bool.random(using: &generator) ? day() : nil
  }

  private mutating func text() -> String? {
    let texts = [
      nil, "Dupont & Fils", "« L'Été »", "a;b", "x\"y", "deux\nlignes", "12", "-", "œuf",
    ]
    return texts.randomElement(using: &generator) ?? nil
  }

  /// Files that say what the accounts say.
  func files(_ accounts: [CustomerAccount]) -> KeyValuePairs<LedgerTable, String> {
    let invoices = accounts.flatMap { account in account.invoices.map { (account.customer, $0) } }
    return [
      .customers: csv(
        "id,name,segment,address,risk,strategic,consumer,credit_limit_minor,insolvency_on",
        accounts.map(\.customer).map { customer in
          [
            customer.id, customer.name, customer.segment, customer.address,
            customer.risk == .unknown ? nil : customer.risk.rawValue,
            customer.isStrategic ? "1" : "0", customer.isConsumer ? "oui" : "",
            customer.creditLimit.map(String.init), customer.insolvencyOn?.description,
          ]
        }
      ),
      .contacts: csv(
        "customer_id,role,name",
        accounts.flatMap { account in
          account.contacts.map { [account.customer.id, $0.role.rawValue, $0.name] }
        }
      ),
      .invoices: csv(
        "id,customer_id,number,kind,issued_on,due_on,amount_minor,currency,instalment_plan",
        invoices.map { customer, account in
          let invoice = account.invoice
          return [
            invoice.id, customer.id, invoice.number, invoice.kind.rawValue,
            invoice.issuedOn?.frenchDescription, invoice.dueOn.description, String(invoice.amount),
            invoice.currency.code, invoice.hasInstalmentPlan ? "x" : nil,
          ]
        }
      ),
      .payments: csv(
        "invoice_id,paid_on,amount_minor",
        invoices.flatMap { _, account in
          account.payments.map { [account.invoice.id, $0.paidOn.description, String($0.amount)] }
        }
      ),
      .disputes: csv(
        "invoice_id,opened_on,closed_on",
        invoices.flatMap { _, account in
          account.disputes.map {
            [account.invoice.id, $0.openedOn.description, $0.closedOn?.description]
          }
        }
      ),
      .promises: csv(
        "invoice_id,made_on,promised_on",
        invoices.flatMap { _, account in
          account.promises.map {
            [account.invoice.id, $0.madeOn?.description, $0.promisedOn.description]
          }
        }
      ),
      .holds: csv(
        "invoice_id,from_on,until_on,reason",
        invoices.flatMap { _, account in
          account.holds.map {
            [account.invoice.id, $0.from.description, $0.until?.description, $0.reason]
          }
        }
      ),
      .reminders: csv(
        "invoice_id,step,rank,channel,nature,sent_on,occurrence,message_id",
        invoices.flatMap { _, account in
          account.reminders.map {
            [
              account.invoice.id, $0.step, String($0.rank), $0.channel, $0.nature,
              $0.sentOn.description, $0.occurrence?.description, $0.messageID,
            ]
          }
        }
      ),
    ]
  }

  private func csv(_ header: String, _ rows: [[String?]]) -> String {
    var writer = CSVWriter(separator: UInt8(ascii: ";"))
    writer.write(header.split(separator: ",").map(String.init))
    for row in rows { writer.write(row.map { $0 ?? "" }) }
    return String(decoding: writer.take(), as: UTF8.self)
  }
}
