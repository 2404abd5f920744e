import Receivables
import Testing

@testable import Storage

@Suite("Reading a ledger")
struct LedgerReadingTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("every column of every table arrives where it belongs")
  func everyColumn() throws {
    let database = try folder.ledger(
      """
      INSERT INTO customers VALUES ('C1', 'Dupont SA', 'PME', 'A', 'FR', 'fr', 'élevé', 1, 1, 1,
      'a@b.fr', '+33 1', '1 rue X', 500000, 'Standard', '30 jours', '2026-02-01')
      """,
      """
      INSERT INTO contacts VALUES ('C1', 'comptabilité', 'Mme Y', 'y@b.fr', '+33 2', '2 rue Y')
      """,
      """
      INSERT INTO invoices VALUES ('F1', 'C1', '2026-001', 'acompte', '2026-01-01', '2026-01-31',
      123450, 'USD', 1)
      """,
      "INSERT INTO payments VALUES ('F1', '2026-02-03', -50)",
      "INSERT INTO payments VALUES ('F1', '2026-02-02', 100)",
      "INSERT INTO disputes VALUES ('F1', '2026-02-04', '2026-02-05')",
      "INSERT INTO promises VALUES ('F1', '2026-02-06', '2026-02-07')",
      "INSERT INTO holds VALUES ('C1', NULL, '2026-02-08', '2026-02-09', 'congés')",
      "INSERT INTO holds VALUES (NULL, 'F1', '2026-02-10', NULL, NULL)",
      "INSERT INTO exchange_rates VALUES ('USD', '2026-01-01', '1.0821')",
      """
      INSERT INTO reminders VALUES ('F1', 'C1', 'Standard', 'J+7 relance email', 35, 'email',
      'relance', 'doux', 'automatique', '2026-02-11', '', 'm1', 'r1')
      """,
      """
      INSERT INTO reminders VALUES ('gone', 'C1', 'Standard', 'à promesse rompue', 0, 'appel',
      'relance', 'ferme', 'manuel', '2026-02-12', '2026-02-08', '', 'r2')
      """,
      """
      INSERT INTO reminders VALUES ('gone', 'gone', 'S', 's', 0, 'appel', 'relance', 'ferme',
      'manuel', '2026-02-12', '', '', 'r2')
      """
    )
    let ledger = try database.readLedger()

    let account = try #require(ledger.accounts.first)
    #expect(ledger.accounts.count == 1)
    let customer = account.customer
    #expect(
      [customer.id, customer.name, customer.segment, customer.category, customer.country]
        == ["C1", "Dupont SA", "PME", "A", "FR"]
    )
    #expect(
      [customer.language, customer.email, customer.phone, customer.address, customer.scenario]
        == ["fr", "a@b.fr", "+33 1", "1 rue X", "Standard"]
    )
    #expect(customer.risk == .high)
    #expect(customer.isStrategic && customer.isSensitive && customer.isConsumer)
    #expect(customer.creditLimit == 500_000)
    #expect(customer.paymentTerms == "30 jours")
    #expect(customer.insolvencyOn == day("2026-02-01"))

    let contact = try #require(account.contacts.first)
    #expect(contact.role == .accounting)
    #expect(
      [contact.name, contact.email, contact.phone, contact.address]
        == ["Mme Y", "y@b.fr", "+33 2", "2 rue Y"]
    )
    #expect(
      account.holds
        == [Hold(from: day("2026-02-08"), until: day("2026-02-09"), reason: "congés")]
    )
    #expect(account.otherReminders.map(\.step) == ["à promesse rompue"])
    #expect(account.otherReminders.first?.occurrence == day("2026-02-08"))
    #expect(account.otherReminders.first?.messageID == nil)

    let invoice = try #require(account.invoices.first)
    #expect(invoice.invoice.id == "F1")
    #expect(invoice.invoice.number == "2026-001")
    #expect(invoice.invoice.kind == .downPayment)
    #expect(invoice.invoice.issuedOn == day("2026-01-01"))
    #expect(invoice.invoice.dueOn == day("2026-01-31"))
    #expect(invoice.invoice.amount == 123_450)
    #expect(invoice.invoice.currency == Currency(code: "USD"))
    #expect(invoice.invoice.hasInstalmentPlan)
    #expect(
      invoice.payments == [
        Payment(paidOn: day("2026-02-02"), amount: 100),
        Payment(paidOn: day("2026-02-03"), amount: -50),
      ]
    )
    #expect(
      invoice.disputes == [Dispute(openedOn: day("2026-02-04"), closedOn: day("2026-02-05"))]
    )
    #expect(
      invoice.promises
        == [PaymentPromise(madeOn: day("2026-02-06"), promisedOn: day("2026-02-07"))]
    )
    #expect(invoice.holds == [Hold(from: day("2026-02-10"))])
    let reminder = try #require(invoice.reminders.first)
    #expect(
      [reminder.step, reminder.channel, reminder.nature, reminder.messageID]
        == ["J+7 relance email", "email", "relance", "m1"]
    )
    #expect(reminder.rank == 35)
    #expect(reminder.sentOn == day("2026-02-11"))
    #expect(reminder.occurrence == nil)

    let usd = try #require(Currency(code: "USD"))
    #expect(
      ledger.exchangeRates.rate(of: usd, on: day("2026-01-01"))
        == Rational(numerator: 10_821, denominator: 10_000)
    )
  }

  @Test("views on tables of another program are a ledger; columns they lack are absent")
  func views() throws {
    let database = try folder.database(
      "CREATE TABLE kna1 (kunnr INTEGER PRIMARY KEY, name1 TEXT)",
      "CREATE TABLE bsid (belnr INTEGER, kunnr INTEGER, faedt TEXT, wrbtr TEXT)",
      "INSERT INTO kna1 VALUES (7, ''), (8, 'Martin')",
      "INSERT INTO bsid VALUES (4711, 8, '20260131', '123450')",
      "CREATE VIEW customers AS SELECT kunnr AS ID, name1 AS name FROM kna1",
      """
      CREATE VIEW invoices AS SELECT belnr AS id, kunnr AS customer_id, wrbtr AS amount_minor,
      substr(faedt, 1, 4) || '-' || substr(faedt, 5, 2) || '-' || substr(faedt, 7) AS due_on
      FROM bsid
      """
    )
    let ledger = try database.readLedger()
    #expect(ledger.accounts.map(\.customer.id) == ["7", "8"])
    #expect(ledger.accounts.map(\.customer.name) == [nil, "Martin"])
    #expect(ledger.accounts.map(\.customer.risk) == [.unknown, .unknown])
    let invoice = try #require(ledger.accounts.last?.invoices.first?.invoice)
    #expect(invoice.id == "4711" && invoice.number == "4711")
    #expect(invoice.dueOn == day("2026-01-31") && invoice.issuedOn == nil)
    #expect(invoice.amount == 123_450 && invoice.currency == .euro)
    #expect(invoice.kind == .standard && !invoice.hasInstalmentPlan)
    #expect(try database.readLedger(.customer("8")).accounts.count == 1)
  }

  @Test("NULL, empty and blank text are absent")
  func absent() throws {
    let database = try folder.ledger(
      "INSERT INTO customers (id, name, email, phone, risk) VALUES ('C1', NULL, '', '  ', '')",
      """
      INSERT INTO invoices (id, customer_id, number, kind, issued_on, due_on, amount_minor,
      currency, instalment_plan) VALUES ('F1', 'C1', '', '', '', '2026-01-31', 1, '', '')
      """
    )
    let account = try #require(try database.readLedger().accounts.first)
    #expect(account.customer.name == nil && account.customer.email == nil)
    #expect(account.customer.phone == nil && account.customer.risk == .unknown)
    let invoice = try #require(account.invoices.first?.invoice)
    #expect(invoice.number == "F1" && invoice.kind == .standard && invoice.issuedOn == nil)
    #expect(invoice.currency == .euro && !invoice.hasInstalmentPlan)
  }

  @Test(
    "words of closed lists are read whatever their case, accents and language",
    arguments: [
      ("faible", Risk.low), ("FAIBLE", .low), ("low", .low), ("modéré", .moderate),
      ("Modere", .moderate), ("medium", .moderate), ("élevé", .high), ("ELEVE", .high),
      ("e\u{301}leve\u{301}", .high), ("High", .high), ("inconnu", .unknown),
    ]
  )
  func risks(_ word: String, _ risk: Risk) throws {
    let database = try folder.ledger("INSERT INTO customers (id, risk) VALUES ('C1', '\(word)')")
    #expect(try database.readLedger().accounts.map(\.customer.risk) == [risk])
  }

  @Test(
    "R51: an instalment plan is active if it is neither absent, 0 nor empty",
    arguments: [
      ("NULL", false), ("''", false), ("0", false), ("'0'", false), ("0.0", false), ("1", true),
      ("'plan 12'", true), ("3", true),
    ]
  )
  func instalmentPlans(_ literal: String, _ isActive: Bool) throws {
    let database = try folder.ledger(
      "INSERT INTO customers (id) VALUES ('C1')",
      """
      INSERT INTO invoices (id, customer_id, due_on, amount_minor, instalment_plan)
      VALUES ('F1', 'C1', '2026-01-31', 1, \(literal))
      """
    )
    let invoices = try database.readLedger().accounts.flatMap(\.invoices)
    #expect(invoices.map(\.invoice.hasInstalmentPlan) == [isActive])
  }

  @Test(
    "R21: an exchange rate is its shortest decimal form, stored as text or as a real number",
    arguments: [
      ("'1.1'", 11, 10), ("1.1", 11, 10), ("2", 2, 1), ("0.1", 1, 10), ("1e-7", 1, 10_000_000),
      ("655.957", 655_957, 1000),
    ] as [(String, Int128, Int128)]
  )
  func rates(_ literal: String, _ numerator: Int128, _ denominator: Int128) throws {
    let database = try folder.database(
      "CREATE TABLE customers (id)",
      "CREATE TABLE invoices (id, customer_id, due_on, amount_minor)",
      "CREATE TABLE exchange_rates (currency, valid_from, per_euro)",
      "INSERT INTO exchange_rates VALUES ('usd', '2026-01-01', \(literal))"
    )
    let usd = try #require(Currency(code: "USD"))
    let rates = try database.readLedger().exchangeRates
    #expect(
      rates.rate(of: usd, on: day("2026-02-01"))
        == Rational(numerator: numerator, denominator: denominator)
    )
  }

  @Test("R31: the scenario files' own columns are found by their folded names")
  func extraColumns() throws {
    let database = try folder.ledger(
      "ALTER TABLE customers ADD COLUMN \"Région_Sud\"",
      "ALTER TABLE customers ADD COLUMN remise",
      "ALTER TABLE invoices ADD COLUMN retenue",
      "ALTER TABLE invoices ADD COLUMN livraison",
      "INSERT INTO customers (id, \"Région_Sud\", remise) VALUES ('C1', 'PACA', 12.5), ('C2', '', '')",
      """
      INSERT INTO invoices (id, customer_id, due_on, amount_minor, retenue, livraison)
      VALUES ('F1', 'C1', '2026-01-31', 1, 250, '2026-01-02')
      """
    )
    let ledger = try database.readLedger(extraColumns: [
      ExtraColumn(table: .invoices, name: "retenue", kind: .money),
      ExtraColumn(table: .customers, name: "région sud", kind: .text),
      ExtraColumn(table: .customers, name: "REMISE", kind: .percentage),
      ExtraColumn(table: .invoices, name: "livraison", kind: .date),
      ExtraColumn(table: .invoices, name: "nowhere", kind: .integer),
    ])
    let share = try #require(Rational(numerator: 125, denominator: 1000))
    #expect(
      ledger.accounts.map(\.customer.extras) == [
        [nil, .text("PACA"), .percentage(Percentage(fraction: share)), nil, nil],
        [nil, nil, nil, nil, nil],
      ]
    )
    #expect(
      ledger.accounts.flatMap(\.invoices).map(\.invoice.extras)
        == [[.money(250), nil, nil, .date(day("2026-01-02")), nil]]
    )
  }

  @Test("the order of the rows does not matter")
  func rowOrder() throws {
    let database = try folder.ledger(
      "INSERT INTO customers (id) VALUES ('B'), ('A')",
      """
      INSERT INTO invoices (id, customer_id, due_on, amount_minor)
      VALUES ('F2', 'A', '2026-01-31', 1), ('F1', 'A', '2026-01-31', 1)
      """,
      "INSERT INTO contacts (customer_id, role, name) VALUES ('A', 'direction', 'Z'), ('A', 'direction', 'Y')",
      "INSERT INTO payments VALUES ('F1', '2026-02-03', 2), ('F1', '2026-02-03', 1), ('F1', '2026-01-03', 3)"
    )
    let ledger = try database.readLedger()
    #expect(ledger.accounts.map(\.customer.id) == ["A", "B"])
    let account = try #require(ledger.accounts.first)
    #expect(account.contacts.map(\.name) == ["Y", "Z"])
    #expect(account.invoices.map(\.invoice.id) == ["F1", "F2"])
    #expect(account.invoices.first?.payments.map(\.amount) == [3, 1, 2])
  }

  @Test("one customer is read with all that is its own, and nothing else")
  func oneCustomer() throws {
    let database = try folder.ledger(
      "INSERT INTO customers (id) VALUES ('A'), ('B')",
      """
      INSERT INTO invoices (id, customer_id, due_on, amount_minor)
      VALUES ('A1', 'A', '2026-01-31', 1), ('B1', 'B', '2026-01-31', 1)
      """,
      "INSERT INTO contacts (customer_id, role) VALUES ('A', 'direction'), ('B', 'direction')",
      "INSERT INTO payments VALUES ('A1', '2026-02-03', 2), ('B1', '2026-02-03', 1)",
      "INSERT INTO disputes VALUES ('A1', '2026-02-03', NULL), ('B1', '2026-02-03', NULL)",
      "INSERT INTO promises VALUES ('A1', NULL, '2026-02-03'), ('B1', NULL, '2026-02-03')",
      // The invoice decides whose a hold is, whatever customer stands beside it.
      "INSERT INTO holds VALUES ('A', NULL, '2026-02-03', NULL, 'a'), ('A', 'B1', '2026-02-03', NULL, 'b')",
      """
      INSERT INTO reminders VALUES
      ('A1', 'A', 's', '1', 0, 'email', 'relance', 'doux', 'manuel', '2026-02-03', '', 'm', 'r'),
      ('B1', 'A', 's', '2', 0, 'email', 'relance', 'doux', 'manuel', '2026-02-03', '', 'm', 'r'),
      ('X1', 'A', 's', '3', 0, 'email', 'relance', 'doux', 'manuel', '2026-02-03', '', 'm', 'r')
      """
    )
    let whole = try database.readLedger()
    for (selection, id) in [
      (LedgerSelection.customer("A"), "A"), (.customerOfInvoice("A1"), "A"), (.customer("B"), "B"),
    ] {
      let part = try database.readLedger(selection)
      #expect(part.accounts.map(\.customer.id) == [id])
      let expected = whole.accounts.filter { $0.customer.id == id }
      #expect(part.accounts.map(facts) == expected.map(facts))
    }
    #expect(throws: LedgerError.unknownCustomer("Z")) { try database.readLedger(.customer("Z")) }
    #expect(throws: LedgerError.unknownInvoice("Z1")) {
      try database.readLedger(.customerOfInvoice("Z1"))
    }
  }
}

/// Everything an account says, for comparison.
func facts(_ account: CustomerAccount) -> String { String(describing: account) }

/// The day of an ISO text.
func day(_ text: String) -> CalendarDate {
  CalendarDate(isoBytes: text.utf8) ?? .earliest
}
