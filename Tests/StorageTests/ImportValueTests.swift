import Receivables
import Testing

@testable import Storage

@Suite("What imported values mean")
struct ImportValueTests {
  let harness: ImportHarness

  init() throws { harness = try ImportHarness() }

  @Test("due dates are counted from the terms of the invoice, else of the customer")
  func paymentTerms() throws {
    let report = try harness.run([
      .customers:
        "id;conditions de paiement\nC1;45 jours fin de mois\nC2;30 jours fin de mois le 10",
      .invoices: """
      id;client;date;échéance;montant;conditions de paiement
      F1;C1;15/01/2026;;1;
      F2;C1;15/01/2026;;1;fin de mois 45 jours
      F3;C2;15/01/2026;;1;
      F4;C2;15/01/2026;20/01/2026;1;
      """,
    ])
    #expect(report.files[1].notes == [.dueDatesCounted(3)])
    // LAW.md: 15 January 2026 + 45 days to the month's end, and the other way round.
    #expect(
      try harness.ledger().accounts.flatMap(\.invoices).map(\.invoice.dueOn)
        == [day("2026-03-31"), day("2026-03-17"), day("2026-03-10"), day("2026-01-20")]
    )
  }

  @Test("customers that only invoices name are created under the first name")
  func createdCustomers() throws {
    let report = try harness.run([
      .customers: "id;nom\nC1;Un",
      .invoices: """
      doc_id;client;nom du client;échéance;montant;inconnu
      10.0;C1;autre;31/01/2026;1;
      11.0;C2;;31/01/2026;1;
      12.0;C2;Deux ;31/01/2026;1;
      13.0;C2;DEUX;31/01/2026;1;
      14.0;C2;Zwei;31/01/2026;1;
      15.0;C3;;13/01/2026;1;
      """,
    ])
    #expect(
      report.files[1].notes == [
        .customersCreated(2, first: ["C2", "C3"]), .severalNames(1, first: ["C2"]),
        .identifiersRepaired(6),
      ]
    )
    #expect(report.files[1].ignoredHeaders == ["inconnu"])
    let ledger = try harness.ledger()
    #expect(ledger.accounts.map(\.customer.id) == ["C1", "C2", "C3"])
    #expect(ledger.accounts.map(\.customer.name) == ["Un", "Deux", nil])
    #expect(ledger.accounts[1].invoices.map(\.invoice.id) == ["11", "12", "13", "14"])
  }

  @Test("a column whose dates all have the month first asks for `--date-format`")
  func monthFirst() throws {
    let text = "id;client;échéance;montant\nF1;C1;4/5/2013;1\nF2;C1;4/13/2013;1\n"
    let path = harness.folder.file("invoices.csv")
    #expect(
      throws: ImportError.column(
        path: path,
        .monthFirst(header: "échéance", row: 3, value: "4/13/2013", pattern: "M/D/YYYY")
      )
    ) {
      // Rejecting only the impossible ones would take the others for what they are not.
      try harness.run([.invoices: text]) { $0.rejectsPath = harness.folder.file("r.csv") }
    }
    try harness.run([.invoices: text]) { $0.dateFormat = DateFormat(pattern: "M/D/YYYY") }
    #expect(
      try harness.ledger().accounts[0].invoices.map(\.invoice.dueOn) == [
        day("2013-04-05"), day("2013-04-13"),
      ]
    )
  }

  @Test("a column of French dates with one slip rejects the slip")
  func oneSlip() throws {
    let found = harness.problems {
      try harness.run([
        .invoices: "id;client;échéance;montant\nF1;C1;31/01/2026;1\nF2;C1;4/13/2013;1\n"
      ])
    }
    #expect(found.map(\.reason) == [.monthFirst])
    #expect(found.map(\.row) == [3])
  }

  @Test("a mark that could part thousands is decided by the column, or asked for")
  func decimalMarks() throws {
    let french = "id;client;échéance;montant\nF1;C1;31/01/2026;1.234\nF2;C1;31/01/2026;12,50\n"
    try harness.run([.invoices: french])
    #expect(try harness.ledger().accounts[0].invoices.map(\.invoice.amount) == [123_400, 1_250])
    let open = "id;client;échéance;montant\nF3;C1;31/01/2026;1.234\nF4;C1;31/01/2026;12\n"
    #expect(
      throws: ImportError.column(
        path: harness.folder.file("invoices.csv"),
        .ambiguousAmounts(header: "montant", row: 2, value: "1.234")
      )
    ) {
      try harness.run([.invoices: open])
    }
    try harness.run([.invoices: open]) { $0.decimalMark = .comma }
    #expect(try harness.ledger().accounts[0].invoices.last?.invoice.amount == 1_200)
  }

  @Test("excess decimals are refused, or rounded and counted; noise is counted")
  func roundedAmounts() throws {
    let text =
      "id;client;échéance;montant\nF1;C1;31/01/2026;64982.589\nF2;C1;31/01/2026;2309.7899999999995\n"
    #expect(
      harness.problems { try harness.run([.invoices: text]) }.map(\.reason) == [
        .tooManyDecimals(.euro)
      ]
    )
    let report = try harness.run([.invoices: text]) { $0.excessDecimals = .rounded }
    #expect(report.files[0].notes.suffix(2) == [.noiseRemoved(1), .rounded(1)])
    #expect(
      try harness.ledger().accounts[0].invoices.map(\.invoice.amount) == [6_498_259, 230_979]
    )
  }

  @Test("`--currency` is for rows that name none; minor units follow the currency")
  func currencies() throws {
    try harness.run([
      .invoices:
        "id;client;échéance;montant;devise\nF1;C1;31/01/2026;1234;\nF2;C1;31/01/2026;1,5;EUR\n",
      .payments: "facture;date;montant\nF1;31/01/2026;34\nF2;31/01/2026;0,5\n",
    ]) { $0.currency = Currency(code: "JPY") }
    let invoices = try harness.ledger().accounts[0].invoices
    #expect(invoices.map(\.invoice.currency.code) == ["JPY", "EUR"])
    #expect(invoices.map(\.invoice.amount) == [1_234, 150])
    #expect(invoices.map { $0.payments.map(\.amount) } == [[34], [50]])
  }

  @Test("`--where` leaves the other rows out; one file can fill several tables")
  func conditions() throws {
    let text = """
      id,customer,due,amount,Disputed,settled
      F1,C1,2026-01-31,10.50,Yes,2026-02-05
      F2,C1,2026-01-31,20.50,no,2026-02-06
      F3,C1,2026-01-31,30.50,YES,2026-01-20
      """
    let path = try harness.folder.write("all.csv", text)
    var options = ImportOptions(sources: [
      .init(.invoices, path), .init(.payments, path), .init(.disputes, path),
    ])
    options.mappings = try [
      "payments.invoice_id=id", "payments.paid_on=settled", "disputes.invoice_id=id",
      "disputes.opened_on=due", "disputes.closed_on=settled",
    ].map { try ColumnMapping(argument: $0) }
    options.conditions = [try RowCondition(argument: "disputes.Disputed=yes")]
    let report = try Importer(options).run(into: harness.ledgerPath)
    #expect(report.files.map(\.inserted) == [3, 3, 2])
    #expect(report.files[2].leftOut == 1 && report.files[2].notes == [.emptyDisputes(1)])
    let invoices = try harness.ledger().accounts[0].invoices
    #expect(invoices.map { $0.payments.map(\.amount) } == [[1_050], [2_050], [3_050]])
    #expect(invoices.map(\.disputes.count) == [1, 0, 1])
  }

  @Test("columns of the company's own are added for `champ`")
  func ownColumns() throws {
    let report = try harness.run([
      .customers: "id;Région\nC1;PACA", .invoices: "id;client;échéance;montant\nF1;C1;31/01/2026;1",
    ]) { $0.mappings = [try ColumnMapping(argument: "customers.région=Région")] }
    #expect(report.files[0].notes == [.columnsAdded(["région"])])
    let ledger = try Database(path: harness.ledgerPath, access: .reading).readLedger(
      extraColumns: [ExtraColumn(table: .customers, name: "Région", kind: .text)])
    #expect(ledger.accounts.map(\.customer.extras) == [[.text("PACA")]])
    let again = try harness.run([.customers: "id;Région\nC2;IDF"]) {
      $0.mappings = [try ColumnMapping(argument: "customers.REGION=Région")]
    }
    #expect(again.files[0].notes.isEmpty)
  }

  @Test("an export with a line for each invoice names its customers over and over")
  func repeatedCustomers() throws {
    let report = try harness.run([.customers: "id;nom\nC1;Un\nC2;Deux\nC1;Un\nC1;Un"])
    #expect(report.files[0].inserted == 2 && report.files[0].unchanged == 2)
    let found = harness.problems { try harness.run([.customers: "id;nom\nC3;Un\nC3;Autre"]) }
    #expect(found.map(\.reason) == [.repeated(row: 2)])
  }

  @Test("dates that prove nothing are read with the day first, and the summary says so")
  func openDates() throws {
    let text = "id;client;date;échéance;montant\nF1;C1;01/02/2026;05/03/2026;1\n"
    let report = try harness.run([.invoices: text])
    #expect(report.files[0].notes.first == .dayFirstAssumed(["date", "échéance"]))
    #expect(try harness.ledger().accounts[0].invoices[0].invoice.dueOn == day("2026-03-05"))
    // One date beyond the twelfth proves it for the whole file.
    let proven = "id;client;date;échéance;montant\nF2;C1;01/02/2026;15/03/2026;1\n"
    #expect(try harness.run([.invoices: proven]).files[0].notes.isEmpty)
  }
}
