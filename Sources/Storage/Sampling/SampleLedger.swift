import Receivables

/// A made-up ledger of any size, the same for the same seed: what speed is measured on.
///
/// Invoices stand in order of issue over two years up to the day; a few customers have many of them
/// and many have few. About a quarter is open on the day, some not due yet, others late by days or
/// by a year. Payments stand roughly in order of day, as a bank's file has them, and so do the
/// reminders. There are part payments, overpayments, credit notes, disputes, promises, holds,
/// instalment plans and four currencies.
public struct SampleLedger: Sendable {
  /// How many invoices it has.
  public var invoices: Int
  /// How many customers it has.
  public var customers: Int
  /// What decides everything that is drawn by lot.
  public var seed: UInt64
  /// The day about which it is made: nothing in it is later, but due dates and promises.
  public var day: CalendarDate

  /// A ledger of a number of invoices, and a twentieth of it as customers unless said otherwise.
  public init(invoices: Int, customers: Int? = nil, seed: UInt64 = 1, day: CalendarDate) {
    self.invoices = max(0, invoices)
    self.customers = max(1, customers ?? invoices / 20)
    self.seed = seed
    self.day = day
  }

  /// The identifiers of the steps that its history names, with their ranks and channels: those of
  /// the scenario it is made for.
  static let steps: [(id: String, rank: Int, channel: String, nature: String, tone: String)] = [
    ("rappel", 35, "email", "relance", "doux"),
    ("courrier", 105, "courrier", "relance", "ferme"),
    ("mise en demeure", 225, "recommandé", "mise en demeure", "ferme"),
  ]

  /// Writes the ledger into a file that does not exist yet.
  public func write(to path: String) throws(LedgerError) {
    let database = try Database(path: path, access: .creating)
    // The file is new: whoever is interrupted starts again.
    try database.execute("PRAGMA journal_mode = OFF")
    try database.execute("PRAGMA synchronous = OFF")
    try database.transaction { () throws(LedgerError) in
      for table in LedgerTable.allCases { try database.createBareTable(table) }
      try writeCustomers(database)
      try writeExchangeRates(database)
      var writer = try InvoiceWriter(database, self)
      try writer.writeAll()
      try database.createTables()
    }
  }

  private func writeCustomers(_ database: Database) throws(LedgerError) {
    let rows = try RowWriter(
      database,
      .customers,
      [
        .id, .name, .segment, .category, .country, .language, .risk, .strategic, .sensitive,
        .consumer, .email, .phone, .address, .creditLimit, .paymentTerms, .insolvencyOn,
      ]
    )
    let contacts = try RowWriter(database, .contacts, [.customerID, .role, .name, .email, .phone])
    var lot = Lot(seed: seed ^ 0xC0)
    for number in 0..<customers {
      let id = SampleLedger.customerID(number)
      try rows.write([
        .text(id), .text("Établissements \(number)"),
        .text(lot.pick(["PME", "ETI", "GE", "public"])),
        .text(lot.pick(["industrie", "commerce", "services", "bâtiment"])),
        .text(lot.pick(["FR", "FR", "FR", "BE", "CH", "US"])), .text("fr"),
        .text(lot.pick(["faible", "faible", "modéré", "élevé"])),
        .integer(lot.happens(3) ? 1 : 0), .integer(lot.happens(2) ? 1 : 0),
        .integer(lot.happens(10) ? 1 : 0),
        lot.happens(80) ? .text("compta\(number)@example.com") : .null,
        lot.happens(60) ? .text("+33 1 23 45 67 89") : .null,
        lot.happens(90) ? .text("\(number % 200) rue de la Gare, 56000 Vannes") : .null,
        lot.happens(50) ? .integer(Int64(lot.below(100)) * 100_000) : .null,
        .text("30 jours fin de mois"),
        lot.happens(1) ? .text(day.adding(days: -lot.below(700)).description) : .null,
      ])
      guard lot.happens(70) else { continue }
      try contacts.write([
        .text(id), .text(lot.pick(["principal", "comptabilité"])), .text("Contact \(number)"),
        .text("contact\(number)@example.com"), .null,
      ])
    }
  }

  private func writeExchangeRates(_ database: Database) throws(LedgerError) {
    let rows = try RowWriter(database, .exchangeRates, [.currency, .validFrom, .perEuro])
    for (currency, rate) in [("USD", 108), ("GBP", 85), ("CHF", 95)] {
      for month in 0..<24 {
        try rows.write([
          .text(currency), .text(day.adding(days: -30 * month).description),
          .text("\(rate / 100).\(rate % 100 / 10)\((rate + month) % 10)"),
        ])
      }
    }
  }

  /// The identifier of a customer by its number.
  static func customerID(_ number: Int) -> String { "C-" + padded(number, to: 6) }
}

/// A number with leading zeros.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Writes rows of some columns of a table.
struct RowWriter {
  private let statement: Statement

  init(
    _ database: Database,
    _ table: LedgerTable,
    _ columns: [ColumnName]
  ) throws(LedgerError) {
    let names = columns.map(\.rawValue).joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    statement = try database.prepare(
      "INSERT INTO \(table.rawValue) (\(names)) VALUES (\(places))"
    )
  }

  /// Adds a row, its values in the order of the columns.
  func write(_ values: [StoredValue]) throws(LedgerError) {
    for (index, value) in values.enumerated() {
      switch value {
      case .null: statement.bindNull(index + 1)
      case .integer(let number): statement.bind(index + 1, number)
      case .text(let text): statement.bind(index + 1, text)
      }
    }
    _ = try statement.step()
  }
}

/// Numbers by lot, the same for the same seed (SplitMix64).
struct Lot {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to, not including, another that is positive.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(1, bound))).high)
  }

  /// Whether something of so many per cent happens.
  mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

  /// One of some things.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
