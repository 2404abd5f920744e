import Diagnostics
import Testing

@testable import Storage

@Suite("Headers of imported files")
struct HeaderTests {
  @Test("no header stands for two columns of a table", arguments: LedgerTable.allCases)
  func unambiguous(_ table: LedgerTable) {
    var columns: [String: ColumnName] = [:]
    for column in table.columns {
      for key in Set(([column.name.rawValue] + column.headers).map(HeaderNames.key)) {
        #expect(!key.isEmpty)
        let other = columns.updateValue(column.name, forKey: key)
        #expect(
          other == nil,
          "\(table): `\(key)` is \(column.name) and \(String(describing: other))"
        )
      }
    }
  }

  @Test(
    "headers in French and English, however they are written",
    arguments: [
      (.invoices, "Date échéance", .dueOn), (.invoices, "DATE D’ÉCHÉANCE", .dueOn),
      (.invoices, "due date", .dueOn), (.invoices, "due_on", .dueOn),
      (.invoices, "DueDate", .dueOn),
      (.invoices, "N° facture", .number), (.invoices, "Invoice #", .number),
      (.invoices, "Montant TTC", .amount), (.invoices, "Montant TTC (€)", .amount),
      (.invoices, "client", .customerID), (.invoices, "Code client", .customerID),
      (.invoices, "Nom du client", .customerName), (.invoices, "Devise", .currency),
      (.invoices, "Échéancier", .instalmentPlan),
      (.invoices, "Conditions de règlement", .paymentTerms),
      (.customers, "Client", .id), (.customers, "Raison sociale", .name),
      (.customers, "E-mail", .email), (.customers, "Tél.", .phone), (.customers, "Pays", .country),
      (.payments, "Facture", .invoiceID), (.payments, "Date de paiement", .paidOn),
      (.payments, "Montant réglé", .amount), (.contacts, "Rôle", .role),
      (.disputes, "Ouvert le", .openedOn), (.promises, "Promis pour le", .promisedOn),
      (.holds, "Jusqu'au", .untilOn), (.exchangeRates, "Cours", .perEuro),
      (.reminders, "Envoyée le", .sentOn),
    ] as [(LedgerTable, String, ColumnName)]
  )
  func recognised(_ table: LedgerTable, _ header: String, _ column: ColumnName) {
    #expect(HeaderNames(table).column(for: header)?.name == column)
  }

  @Test("an invoice's number identifies it where nothing else does")
  func numberIsIdentifier() throws {
    let alone = try HeaderMatch(
      .invoices,
      headers: ["N° facture", "Client", "Échéance", "Montant"],
      mappings: []
    )
    #expect(alone.binding(.id)?.field == 0 && alone.binding(.number) == nil)
    let both = try HeaderMatch(
      .invoices,
      headers: ["id", "N° facture", "Client", "Échéance", "Montant"],
      mappings: []
    )
    #expect(both.binding(.id)?.field == 0 && both.binding(.number)?.field == 1)
  }

  @Test("`--map` gives a column any header, and one header to several columns")
  func mappings() throws {
    let match = try HeaderMatch(
      .invoices,
      headers: ["doc", "Soldé avant", "wer", "wieviel", "sonst"],
      mappings: [
        try ColumnMapping(argument: "invoices.id=doc"),
        try ColumnMapping(argument: "invoices.échéance=Soldé avant"),
        try ColumnMapping(argument: "invoices.customer_id=wer"),
        try ColumnMapping(argument: "invoices.amount_minor=wieviel"),
        try ColumnMapping(argument: "invoices.customer_name=wer"),
        try ColumnMapping(argument: "customers.id=elsewhere"),
      ]
    )
    #expect(match.binding(.id)?.field == 0)
    #expect(match.binding(.dueOn)?.field == 1)
    #expect(match.binding(.customerID)?.field == 2)
    #expect(match.binding(.customerName)?.field == 2)
    #expect(match.binding(.amount)?.isInMinorUnits == false)
    #expect(match.ignored == ["sonst"])
  }

  @Test("only a header that says so holds minor units")
  func minorUnits() throws {
    for (header, isMinor) in [("amount_minor", true), ("montant_minor", true), ("Montant", false)] {
      let match = try HeaderMatch(
        .payments,
        headers: ["facture", "date", header],
        mappings: [try ColumnMapping(argument: "payments.amount_minor=\(header)")]
      )
      #expect(match.binding(.amount)?.isInMinorUnits == isMinor)
    }
  }

  @Test("problems name the headers and the option to write")
  func problems() throws {
    let missing = HeaderProblem.missingColumns(
      .invoices,
      [.customerID, .amount, .dueOn],
      found: ["N° facture", "Wert"]
    )
    #expect(throws: missing) {
      try HeaderMatch(.invoices, headers: ["N° facture", "Wert"], mappings: [])
    }
    #expect(missing.message.fr.contains("`N° facture`, `Wert`"))
    #expect(missing.help?.fr.contains(#"`--map "invoices.customer_id=En-tête"`"#) == true)
    #expect(throws: HeaderProblem.severalHeaders(.invoices, .dueOn, ["Échéance", "due date"])) {
      try HeaderMatch(
        .invoices,
        headers: ["facture", "client", "montant", "Échéance", "due date"],
        mappings: []
      )
    }
    #expect(throws: HeaderProblem.unknownHeader("Fällig", found: ["a", "b"])) {
      try HeaderMatch(
        .invoices,
        headers: ["a", "b"],
        mappings: [try ColumnMapping(argument: "invoices.due_on=Fällig")]
      )
    }
    #expect(throws: HeaderProblem.repeatedHeader("a")) {
      try HeaderMatch(
        .invoices,
        headers: ["a", "a"],
        mappings: [try ColumnMapping(argument: "invoices.due_on=a")]
      )
    }
  }

  @Test(
    "arguments of options that cannot be read",
    arguments: [
      ("due_on=x", OptionProblem.malformed("due_on=x")),
      ("invoices.due_on", .malformed("invoices.due_on")),
      ("invoices.=x", .malformed("invoices.=x")),
      ("invoices.due_on=", .malformed("invoices.due_on=")),
      ("factures.due_on=x", .unknownTable("factures")),
      ("payments.colour=x", .unknownColumn(.payments, "colour")),
    ]
  )
  func badOptions(_ argument: String, _ problem: OptionProblem) {
    #expect(throws: problem) { try ColumnMapping(argument: argument) }
    for language in MessageLanguage.allCases {
      #expect(!problem.message.text(in: language).isEmpty)
    }
  }
}
