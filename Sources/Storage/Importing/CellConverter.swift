import Diagnostics
import Receivables

/// A cell that a column of the ledger is filled from, with what is asked of it in every row.
struct BoundCell {
  let column: ColumnName
  let kind: ColumnKind
  /// Whether something must stand there.
  let isRequired: Bool
  /// Its number in the rows of the file.
  let field: Int
  /// Its place in the rows to be written.
  let place: Int
  /// Whether amounts are whole numbers of minor units.
  let isInMinorUnits: Bool
  /// The decimal mark of its amounts, if it is known.
  let mark: DecimalMark?

  /// The cell of a binding.
  init(_ binding: HeaderMatch.Binding, place: Int, mark: DecimalMark?) {
    column = binding.column.name
    kind = binding.column.kind
    isRequired =
      switch binding.column.presence {
      case .required: true
      case .requiredInLedger, .optional, .importOnly: false
      }
    field = binding.field
    self.place = place
    isInMinorUnits = binding.isInMinorUnits
    self.mark = mark
  }
}

/// Turns the cells of imported files into what the ledger keeps.
///
/// Values that are written as usual are read from their bytes; the others are made a text of, and
/// what is wrong with them is said by those who read texts.
struct CellConverter {
  let options: ImportOptions

  /// What words stand for that occurred already: a column has few of them, in many rows.
  private var knownWords: [KnownWord: StoredValue] = [:]

  private struct KnownWord: Hashable {
    let column: ColumnName
    let text: String
  }

  private static let mostKnownWords = 1_000

  init(options: ImportOptions) { self.options = options }

  /// Puts what a cell says into a row; amounts of invoices and payments are in `currency`.
  mutating func convert(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ cell: BoundCell,
    currency: Currency,
    into row: inout DraftRow,
    _ counts: inout ImportCounts
  ) throws(RowReason) {
    guard !bytes.isEmpty else {
      if cell.isRequired { throw .absent }
      return
    }
    switch cell.kind {
    case .identifier:
      if isPlainIdentifier(bytes) {
        row.set(cell.place, bytes)
      } else {
        row.set(cell.place, try identifier(text(bytes), &counts).utf8)
      }
    case .text: row.set(cell.place, bytes)
    case .date, .occurrence:
      if options.dateFormat == nil, let plain = PlainDate(bytes) {
        row.set(cell.place, plain.date)
      } else {
        row.set(cell.place, try date(text(bytes)))
      }
    case .invoiceAmount: row.set(cell.place, try amount(bytes, cell, currency, &counts))
    case .euroAmount: row.set(cell.place, try amount(bytes, cell, .euro, &counts))
    case .truth, .currency, .risk, .invoiceKind, .role:
      row.set(cell.place, try word(text(bytes), cell))
    case .rate: row.set(cell.place, try rate(text(bytes)).utf8)
    case .integer:
      guard let number = Int64(text(bytes)) else { throw .notAnInteger }
      row.set(cell.place, number)
    }
  }

  private func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// What a word of a column stands for.
  private mutating func word(_ text: String, _ cell: BoundCell) throws(RowReason) -> StoredValue {
    let key = KnownWord(column: cell.column, text: text)
    if let value = knownWords[key] { return value }
    let value = try newWord(text, cell)
    if knownWords.count < CellConverter.mostKnownWords { knownWords[key] = value }
    return value
  }

  private func newWord(_ text: String, _ cell: BoundCell) throws(RowReason) -> StoredValue {
    switch cell.kind {
    case .truth: try truth(text, cell.column)
    case .currency: .text(try currency(text).code)
    case .risk: .text(try word(text, LedgerWords.risk).rawValue)
    case .invoiceKind: .text(try word(text, ImportWords.invoiceKind).rawValue)
    case .role: .text(try word(text, ImportWords.role).rawValue)
    case .identifier, .text, .date, .occurrence, .invoiceAmount, .euroAmount, .rate, .integer:
      .text(text)
    }
  }

  /// A currency as a cell names it.
  func currency(_ text: String) throws(RowReason) -> Currency {
    guard let currency = ImportWords.currency(text) else { throw .notACurrency }
    return currency
  }

  /// Whether nothing of an identifier can come from a spreadsheet that took it for a number.
  private func isPlainIdentifier(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, isDigit(first) else { return true }
    return !bytes.contains { byte in
      byte == UInt8(ascii: ".") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
    }
  }

  /// Identifiers stay as they are written, but for what spreadsheets do to numbers.
  private func identifier(_ text: String, _ counts: inout ImportCounts) throws(RowReason) -> String
  {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, isDigit(first) else { return text }
    if text.hasSuffix(".0"), bytes.dropLast(2).allSatisfy(isDigit) {
      counts.identifiersRepaired += 1
      return String(text.dropLast(2))
    }
    // `2.96062E+09` was ten digits once, and several numbers may have become this one.
    let parts = text.split(whereSeparator: { "eE".contains($0) })
    if parts.count == 2, parts[1].hasPrefix("+"), parts[1].dropFirst().utf8.allSatisfy(isDigit),
      parts[0].utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
      )
    {
      throw .cutNumber
    }
    return text
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func date(_ text: String) throws(RowReason) -> CalendarDate {
    do {
      return try DateText(text, format: options.dateFormat).date()
    } catch {
      switch error {
      case .notADate: throw .notADate
      case .monthFirst: throw .monthFirst
      case .shortYear: throw .shortYear
      case .outOfRange: throw .dateOutOfRange
      case .dayNumber: throw .dayNumber
      }
    }
  }

  private func amount(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ cell: BoundCell,
    _ currency: Currency,
    _ counts: inout ImportCounts
  ) throws(RowReason) -> Int64 {
    if cell.isInMinorUnits {
      guard let number = Int64(text(bytes)) else { throw .notMinorUnits }
      return number
    }
    let mark = options.decimalMark ?? cell.mark
    if let amount = PlainNumber(bytes)?.minorUnits(of: currency, mark: mark) { return amount }
    let written = try amountText(text(bytes), mark: mark)
    if let symbol = written.currency, !ImportWords.isSymbol(symbol, of: currency) {
      throw .otherCurrency(currency)
    }
    do {
      let amount = try written.minorUnits(of: currency, excessDecimals: options.excessDecimals)
      switch amount.exactness {
      case .exact: break
      case .noiseRemoved: counts.noiseRemoved += 1
      case .rounded: counts.rounded += 1
      }
      return amount.minorUnits
    } catch {
      switch error {
      case .tooManyDecimals: throw .tooManyDecimals(currency)
      case .tooLarge: throw .tooLarge
      }
    }
  }

  private func amountText(_ text: String, mark: DecimalMark?) throws(RowReason) -> AmountText {
    do {
      return try AmountText(text, mark: mark)
    } catch {
      switch error {
      case .unreadable: throw .notAnAmount
      case .ambiguous: throw .ambiguousAmount
      }
    }
  }

  /// A rate has no thousands: its only mark is the decimal one.
  private func rate(_ text: String) throws(RowReason) -> String {
    let mark = DecimalMark.allCases.first { text.contains($0.rawValue) }
    guard let number = try? AmountText(text, mark: mark), number.currency == nil,
      let value = number.rational, value > .zero
    else { throw .notARate }
    return number.decimalText
  }

  private func truth(_ text: String, _ column: ColumnName) throws(RowReason) -> StoredValue {
    if let value = ImportWords.truth[text] { return .integer(value ? 1 : 0) }
    // The number or name of a plan says that there is one.
    guard column == .instalmentPlan else { throw .notATruthValue }
    return .text(text)
  }

  private func word<Value>(_ text: String, _ list: WordList<Value>) throws(RowReason) -> Value {
    guard let value = list[text] else { throw .unknownWord(allowed: list.allowed) }
    return value
  }
}
