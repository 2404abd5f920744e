import Diagnostics
import Receivables
import Testing

@testable import Storage

@Suite("Importing into a ledger")
struct ImportTests {
  let harness: ImportHarness

  init() throws { harness = try ImportHarness() }

  @Test("a French export of every table becomes the ledger it describes")
  func everyTable() throws {
    let report = try harness.run([
      .customers: """
      Code client;Raison sociale;Segment;Catégorie;Pays;Langue;Risque;Stratégique;Sensible;\
      Particulier;E-mail;Tél.;Adresse;Limite de crédit;Scénario;Conditions de paiement;\
      Procédure collective
      C1;Dupont SA;PME;A;FR;fr;Élevé;oui;non;;a@b.fr;+33 1;1 rue X;5 000,00 €;Standard;30 jours;\
      01/02/2026
      """,
      .contacts: "client;rôle;nom;mail\nC1;Compta;Mme Y;y@b.fr",
      .invoices: """
      N° facture;Client;Type;Date facture;Échéance;Montant TTC;Devise;Échéancier
      F1;C1;Facture;01/01/2026;31/01/2026;1 234,50;eur;x
      F2;C1;Avoir;01/01/2026;31/01/2026;-100,00;USD;
      """,
      .payments: "Facture;Date de paiement;Montant\nF1;02/02/2026;(12,34)\nF2;03/02/2026;5,00 $",
      .disputes: "facture;ouvert le;clos le\nF1;04/02/2026;05/02/2026",
      .promises: "facture;faite le;promis pour le\nF1;06/02/2026;07/02/2026",
      .holds: "client;facture;du;au;motif\nC1;;08/02/2026;;congés\n;F1;09/02/2026;10/02/2026;",
      .exchangeRates: "devise;à partir du;cours\nUSD;01/01/2026;1,0821",
      .reminders: "facture;étape;canal;date\nF1;Rappel 1;email;07/02/2026",
    ])
    #expect(report.files.map(\.table) == LedgerTable.allCases)
    #expect(report.files.map(\.inserted) == [1, 1, 2, 2, 1, 1, 2, 1, 1])
    #expect(report.files.allSatisfy { $0.ignoredHeaders.isEmpty })
    // No day of these columns is beyond the twelfth; in the others one is.
    #expect(
      report.files.flatMap(\.notes) == [
        .dayFirstAssumed(["Procédure collective"]), .dayFirstAssumed(["Date de paiement"]),
        .dayFirstAssumed(["ouvert le", "clos le"]),
        .dayFirstAssumed(["faite le", "promis pour le"]),
        .dayFirstAssumed(["du", "au"]), .dayFirstAssumed(["date"]),
      ]
    )

    let ledger = try harness.ledger()
    let account = try #require(ledger.accounts.first)
    let customer = account.customer
    #expect(customer.id == "C1" && customer.name == "Dupont SA" && customer.risk == .high)
    #expect(customer.isStrategic && !customer.isSensitive && !customer.isConsumer)
    #expect(customer.creditLimit == 500_000 && customer.insolvencyOn == day("2026-02-01"))
    #expect(account.contacts.map(\.role) == [.accounting])
    #expect(account.holds.map(\.reason) == ["congés"])
    let first = try #require(account.invoices.first)
    #expect(first.invoice.amount == 123_450 && first.invoice.hasInstalmentPlan)
    #expect(first.invoice.number == "F1" && first.invoice.kind == .standard)
    #expect(first.payments == [Payment(paidOn: day("2026-02-02"), amount: -1_234)])
    #expect(first.disputes.count == 1 && first.promises.count == 1 && first.holds.count == 1)
    let reminder = try #require(first.reminders.first)
    // Sent 7 days after the due date: a rank of 35 fifths of a day.
    #expect(reminder.rank == 35 && reminder.nature == "relance" && reminder.occurrence == nil)
    let second = try #require(account.invoices.last)
    #expect(second.invoice.kind == .creditNote && second.invoice.amount == -10_000)
    #expect(second.invoice.currency == Currency(code: "USD") && second.payments.count == 1)
    let usd = try #require(Currency(code: "USD"))
    #expect(
      ledger.exchangeRates.rate(of: usd, on: day("2026-01-01"))
        == Rational(numerator: 10_821, denominator: 10_000)
    )
  }

  static let invoiceHeader =
    "id;client;date facture;échéance;montant;devise;conditions de paiement\n"

  static let badRows: [(row: String, column: String?, value: String, reason: RowReason)] = [
    (";C1;;31/01/2026;1;;", "id", "", .absent),
    ("F1;;;31/01/2026;1;;", "client", "", .absent),
    ("F1;C1;;31/01/2026;;;", "montant", "", .absent),
    ("F1;C1;;31/02/2026;1;;", "échéance", "31/02/2026", .notADate),
    ("F1;C1;31/01/26;31/01/2026;1;;", "date facture", "31/01/26", .shortYear),
    ("F1;C1;;31/01/2026;1,234567;;", "montant", "1,234567", .tooManyDecimals(.euro)),
    ("F1;C1;;31/01/2026;douze;;", "montant", "douze", .notAnAmount),
    ("F1;C1;;31/01/2026;12,00 $;EUR;", "montant", "12,00 $", .otherCurrency(.euro)),
    ("F1;C1;;31/01/2026;99999999999999999999;;", "montant", "99999999999999999999", .tooLarge),
    ("F1;C1;;31/01/2026;1;FRF;", "devise", "FRF", .notACurrency),
    ("F1;C1;;;1;;", "échéance", "", .noDueDate),
    ("F1;C1;;;1;;30 jours", "échéance", "", .noDueDate),
    ("F1;C1;01/01/2026;;1;;NAA8", "échéance", "", .unknownTerms("NAA8")),
    ("2,96062E+09;C1;;31/01/2026;1;;", "id", "2,96062E+09", .cutNumber),
    ("F1;C1;;31/01/2026;1;", nil, "", .fieldCount(6, expected: 7)),
    ("F1;C1;;31/01/2026;1;;;x", nil, "", .fieldCount(8, expected: 7)),
    ("F1;\"C1\"x;;31/01/2026;1;;", nil, "", .textBehindQuote),
    ("F0;C1;;31/01/2026;1;;", "id", "F0", .repeated(row: 2)),
  ]

  @Test("a row that cannot be taken is told with file, row, column and value", arguments: badRows)
  func badRow(_ row: String, _ column: String?, _ value: String, _ reason: RowReason) throws {
    let text = Self.invoiceHeader + "F0;C1;;13/01/2026;1,50;;\n" + row + "\n"
    let found = harness.problems { try harness.run([.invoices: text]) }
    let problem = try #require(found.first)
    #expect(found.count == 1)
    #expect(problem.row == 3 && problem.column == column && problem.value == value)
    #expect(problem.reason == reason)
    for language in MessageLanguage.allCases {
      let message = problem.message.text(in: language)
      #expect(message.contains("invoices.csv:3"))
      #expect(message.contains(column.map { "`\($0)`" } ?? ":"))
    }
    #expect(!harness.folder.names.contains("ledger.db"))
  }

  @Test("all errors of a row and of all rows are told, the first ones in full")
  func allErrors() throws {
    let text = Self.invoiceHeader + String(repeating: "F1;C1;;x;y;;\n", count: 30)
    do {
      try harness.run([.invoices: text])
      Issue.record("imported")
    } catch ImportError.rows(let problems, let total) {
      #expect(problems.count == 20 && total == 60)
      let messages = ImportError.rows(problems, total: total).messages
      #expect(messages.count == 22)
      #expect(messages[20].message.en == "… and 40 more errors")
      // They are told only where rows may not be rejected, so what would allow it is told too.
      #expect(messages[21].help?.fr.hasPrefix("`--rejects rejets.csv` ") == true)
      #expect(messages[21].help?.en.hasPrefix("`--rejects rejects.csv` ") == true)
    }
  }

  @Test("an error anywhere leaves the ledger as it was")
  func allOrNothing() throws {
    try harness.run([
      .customers: "id;nom\nC1;Avant", .invoices: "id;client;échéance;montant\nF1;C1;31/01/2026;1",
    ])
    let before = try harness.ledger().accounts.map(facts)
    #expect(throws: ImportError.self) {
      try harness.run(
        [
          .customers: "id;nom\nC1;Après\nC2;Neuf",
          .invoices: "id;client;échéance;montant\nF2;C2;31/01/2026;1\nF3;C2;hier;1",
        ]
      ) { $0.existingRows = .updated }
    }
    #expect(try harness.ledger().accounts.map(facts) == before)
    #expect(!harness.folder.names.contains { $0.hasPrefix("ledger.db-") })
  }

  @Test("rejected rows are written with reasons, corrected, and imported again")
  func rejects() throws {
    let rejects = harness.folder.file("rejets.csv")
    let report = try harness.run([
      .invoices: "id;client;échéance;montant\nF1;C1;31/01/2026;1\nF2;C1;31/02/2026;x\nF3;C1;1\n"
    ]) { $0.rejectsPath = rejects }
    #expect(report.files[0].inserted == 1 && report.files[0].rejected == 2)
    #expect(report.files[0].rejectsPath == rejects)
    let text = try harness.folder.text("rejets.csv")
    #expect(text.hasPrefix("\u{FEFF}motif du rejet;id;client;échéance;montant\r\n"))
    let rows = text.split(separator: "\r\n")
    #expect(rows.count == 3)
    #expect(rows[1].hasSuffix(";F2;C1;31/02/2026;x"))
    #expect(rows[1].contains("`31/02/2026` n'est pas une date"))
    #expect(rows[1].contains("`x` n'est pas un montant"))
    #expect(rows[2].hasSuffix(";F3;C1;1"))
    #expect(harness.folder.names == ["invoices.csv", "ledger.db", "rejets.csv"])

    let corrected = text.replacing("31/02/2026;x", with: "28/02/2026;2")
      .replacing("F3;C1;1", with: "F3;C1;28/02/2026;3")
    let second = try harness.run([.invoices: corrected]) { $0.rejectsPath = rejects }
    #expect(second.files[0].inserted == 2 && second.files[0].ignoredHeaders.isEmpty)
    #expect(try harness.ledger().accounts[0].invoices.map(\.invoice.amount) == [100, 200, 300])
  }

  @Test("a payment of a rejected invoice is rejected with it; each table has its own file")
  func cascade() throws {
    let report = try harness.run([
      .invoices: "id;client;échéance;montant\nF1;C1;31/02/2026;1\n",
      .payments: "facture;date;montant\nF1;31/01/2026;1\n",
    ]) { $0.rejectsPath = harness.folder.file("r.csv") }
    #expect(report.files.map(\.rejected) == [1, 1])
    #expect(
      report.files.map(\.rejectsPath)
        == [harness.folder.file("r-invoices.csv"), harness.folder.file("r-payments.csv")]
    )
    #expect(try harness.folder.text("r-payments.csv").contains("ni dans la base ni dans l'import"))
    #expect(try harness.ledger().accounts.isEmpty)
  }

  @Test("rows the ledger has are refused, or updated in the columns the file has")
  func updates() throws {
    try harness.run([
      .invoices:
        "id;client;échéance;montant;devise\nF1;C1;31/01/2026;1,50;USD\nF2;C1;31/01/2026;2;EUR"
    ])
    let text =
      "id;client;montant;échéance\nF1;C1;3;31/01/2026\nF2;C1;2;31/01/2026\nF3;C1;4;31/01/2026"
    let found = harness.problems { try harness.run([.invoices: text]) }
    #expect(found.map(\.row) == [2, 3])
    #expect(found.map(\.reason) == [.alreadyInLedger, .alreadyInLedger])
    let report = try harness.run([.invoices: text]) { $0.existingRows = .updated }
    let file = report.files[0]
    #expect(file.inserted == 1 && file.updated == 1 && file.unchanged == 1)
    let invoices = try harness.ledger().accounts[0].invoices.map(\.invoice)
    #expect(invoices.map(\.amount) == [300, 200, 400])
    // The file has no currency: the ledger's stays.
    #expect(invoices.map(\.currency.code) == ["USD", "EUR", "EUR"])
  }

  @Test("the same payments twice are refused; with `--update` only new ones are added")
  func paymentsTwice() throws {
    let invoices = "id;client;échéance;montant\nF1;C1;31/01/2026;100"
    // Two equal payments of one day can both be true.
    let january = "facture;date;montant\nF1;02/01/2026;10\nF1;02/01/2026;10\nF1;13/01/2026;5\n"
    let first = try harness.run([.invoices: invoices, .payments: january])
    #expect(first.files[1].inserted == 3 && first.files[1].notes == [.repeated(1)])
    let found = harness.problems { try harness.run([.payments: january]) }
    #expect(found.map(\.reason) == [.alreadyInLedger, .alreadyInLedger, .alreadyInLedger])
    #expect(found.first?.value == "F1, 02/01/2026, 10")
    let again = try harness.run([.payments: january]) { $0.existingRows = .updated }
    #expect(again.files[0].inserted == 0 && again.files[0].unchanged == 3)
    // Three of that day and amount in the file, two in the ledger: one is new.
    let later = january + "F1;02/01/2026;10\nF1;14/01/2026;6\n"
    let third = try harness.run([.payments: later]) { $0.existingRows = .updated }
    #expect(third.files[0].inserted == 2 && third.files[0].unchanged == 3)
    #expect(
      try harness.ledger().accounts[0].invoices[0].payments.map(\.amount) == [
        1_000, 1_000, 1_000, 500, 600,
      ]
    )
  }
}
