import Receivables
import Testing

@testable import Storage

/// A row that no ledger may have, and how it must be told.
struct BrokenLedger: Sendable, CustomTestStringConvertible {
  let statement: String
  let table: String
  let row: LedgerPlace.Row
  let column: String
  let identifier: String?
  let value: InvalidValue

  init(
    _ statement: String,
    _ table: String,
    _ row: Int64,
    _ column: String,
    _ identifier: String?,
    _ value: InvalidValue
  ) {
    self.statement = statement
    self.table = table
    self.row = .rowid(row)
    self.column = column
    self.identifier = identifier
    self.value = value
  }

  var testDescription: String { statement }

  static let all: [BrokenLedger] = [
    BrokenLedger(
      "INSERT INTO customers (id) VALUES (NULL)",
      "customers",
      2,
      "id",
      nil,
      .absent
    ),
    BrokenLedger("INSERT INTO customers (id) VALUES ('')", "customers", 2, "id", nil, .absent),
    BrokenLedger(
      "INSERT INTO customers (id) VALUES ('C1')",
      "customers",
      2,
      "id",
      "C1",
      .duplicate("C1")
    ),
    BrokenLedger(
      "INSERT INTO customers (id, risk) VALUES ('C2', 'fort')",
      "customers",
      2,
      "risk",
      "C2",
      .unknownWord("fort", allowed: LedgerWords.risk.allowed)
    ),
    BrokenLedger(
      "INSERT INTO customers (id, strategic) VALUES ('C2', 'oui')",
      "customers",
      2,
      "strategic",
      "C2",
      .notATruthValue("oui")
    ),
    BrokenLedger(
      "INSERT INTO customers (id, insolvency_on) VALUES ('C2', '2026-02-30')",
      "customers",
      2,
      "insolvency_on",
      "C2",
      .notADate("2026-02-30")
    ),
    BrokenLedger(
      "INSERT INTO customers (id, credit_limit_minor) VALUES ('C2', 'beaucoup')",
      "customers",
      2,
      "credit_limit_minor",
      "C2",
      .notMinorUnits("beaucoup")
    ),
    BrokenLedger(
      "INSERT INTO customers (id, name) VALUES ('C2', CAST(x'C9' AS TEXT))",
      "customers",
      2,
      "name",
      "C2",
      .notText
    ),
    BrokenLedger(
      "INSERT INTO customers (id, name) VALUES ('C2', x'41')",
      "customers",
      2,
      "name",
      "C2",
      .notText
    ),
    BrokenLedger(
      "INSERT INTO contacts (customer_id, role) VALUES ('C9', 'direction')",
      "contacts",
      1,
      "customer_id",
      "C9",
      .danglingCustomer("C9")
    ),
    BrokenLedger(
      "INSERT INTO contacts (customer_id, role) VALUES ('C1', 'chef')",
      "contacts",
      1,
      "role",
      "C1",
      .unknownWord("chef", allowed: LedgerWords.role.allowed)
    ),
    BrokenLedger(
      "INSERT INTO contacts (customer_id, role) VALUES ('C1', '')",
      "contacts",
      1,
      "role",
      "C1",
      .absent
    ),
    BrokenLedger(
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor) VALUES ('F2', 'C9', '2026-01-01', 1)",
      "invoices",
      2,
      "customer_id",
      "F2",
      .danglingCustomer("C9")
    ),
    BrokenLedger(
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor) VALUES ('F1', 'C1', '2026-01-01', 1)",
      "invoices",
      2,
      "id",
      "F1",
      .duplicate("F1")
    ),
    BrokenLedger(
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor) VALUES ('F2', 'C1', '', 1)",
      "invoices",
      2,
      "due_on",
      "F2",
      .absent
    ),
    BrokenLedger(
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor) VALUES ('F2', 'C1', '10/01/2026', 1)",
      "invoices",
      2,
      "due_on",
      "F2",
      .notADate("10/01/2026")
    ),
    BrokenLedger(
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor) VALUES ('F2', 'C1', '2026-01-10 00:00:00', 1)",
      "invoices",
      2,
      "due_on",
      "F2",
      .dateWithTime("2026-01-10 00:00:00")
    ),
    BrokenLedger(
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor) VALUES ('F2', 'C1', '1899-12-31', 1)",
      "invoices",
      2,
      "due_on",
      "F2",
      .dateOutOfRange("1899-12-31")
    ),
    BrokenLedger(
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor) VALUES ('F2', 'C1', '2200-01-01', 1)",
      "invoices",
      2,
      "due_on",
      "F2",
      .dateOutOfRange("2200-01-01")
    ),
    BrokenLedger(
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor) VALUES ('F2', 'C1', '2026-01-01', 12.0)",
      "invoices",
      2,
      "amount_minor",
      "F2",
      .notMinorUnits("12.0")
    ),
    BrokenLedger(
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor) VALUES ('F2', 'C1', '2026-01-01', '12,50')",
      "invoices",
      2,
      "amount_minor",
      "F2",
      .notMinorUnits("12,50")
    ),
    BrokenLedger(
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor) VALUES ('F2', 'C1', '2026-01-01', NULL)",
      "invoices",
      2,
      "amount_minor",
      "F2",
      .absent
    ),
    BrokenLedger(
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor, currency) VALUES ('F2', 'C1', '2026-01-01', 1, 'FRF')",
      "invoices",
      2,
      "currency",
      "F2",
      .notACurrency("FRF")
    ),
    BrokenLedger(
      "INSERT INTO invoices (id, customer_id, due_on, amount_minor, kind) VALUES ('F2', 'C1', '2026-01-01', 1, 'devis')",
      "invoices",
      2,
      "kind",
      "F2",
      .unknownWord("devis", allowed: LedgerWords.invoiceKind.allowed)
    ),
    BrokenLedger(
      "INSERT INTO payments VALUES ('F9', '2026-01-01', 1)",
      "payments",
      1,
      "invoice_id",
      "F9",
      .danglingInvoice("F9")
    ),
    BrokenLedger(
      "INSERT INTO payments VALUES ('F1', NULL, 1)",
      "payments",
      1,
      "paid_on",
      "F1",
      .absent
    ),
    BrokenLedger(
      "INSERT INTO disputes VALUES ('F9', '2026-01-01', NULL)",
      "disputes",
      1,
      "invoice_id",
      "F9",
      .danglingInvoice("F9")
    ),
    BrokenLedger(
      "INSERT INTO promises VALUES ('F1', NULL, 'demain')",
      "promises",
      1,
      "promised_on",
      "F1",
      .notADate("demain")
    ),
    BrokenLedger(
      "INSERT INTO holds VALUES ('', NULL, '2026-01-01', NULL, NULL)",
      "holds",
      1,
      "customer_id",
      nil,
      .nothingHeld
    ),
    BrokenLedger(
      "INSERT INTO holds VALUES (NULL, 'F9', '2026-01-01', NULL, NULL)",
      "holds",
      1,
      "invoice_id",
      "F9",
      .danglingInvoice("F9")
    ),
    BrokenLedger(
      "INSERT INTO holds VALUES ('C9', NULL, '2026-01-01', NULL, NULL)",
      "holds",
      1,
      "customer_id",
      "C9",
      .danglingCustomer("C9")
    ),
    BrokenLedger(
      "INSERT INTO exchange_rates VALUES ('USD', '2026-01-01', 0)",
      "exchange_rates",
      1,
      "per_euro",
      "USD",
      .notARate("0")
    ),
    BrokenLedger(
      "INSERT INTO exchange_rates VALUES ('USD', '2026-01-01', '1,08')",
      "exchange_rates",
      1,
      "per_euro",
      "USD",
      .notARate("1,08")
    ),
    BrokenLedger(
      "INSERT INTO exchange_rates VALUES ('', '2026-01-01', 1)",
      "exchange_rates",
      1,
      "currency",
      nil,
      .absent
    ),
    BrokenLedger(
      """
      INSERT INTO reminders VALUES ('F1', 'C1', 's', 'x', 'dix', 'email', 'relance', 'doux', 'manuel',
      '2026-01-01', '', '', '')
      """,
      "reminders",
      1,
      "rank",
      "F1",
      .notAnInteger("dix")
    ),
    BrokenLedger(
      """
      INSERT INTO reminders VALUES ('F1', 'C1', 's', 'x', 0, 'email', 'relance', 'doux', 'manuel',
      '2026-01-01', 'hier', '', '')
      """,
      "reminders",
      1,
      "occurrence",
      "F1",
      .notADate("hier")
    ),
  ]
}
