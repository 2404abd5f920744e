import Diagnostics
import Receivables

/// Turns the cells of imported files into what the ledger keeps.
struct CellConverter {
  let options: ImportOptions
  /// The decimal marks of the columns where it is known, by field.
  let marks: [Int: DecimalMark]

  /// The value of a cell; amounts of invoices and payments are in `currency`.
  func value(
    _ text: String,
    _ binding: HeaderMatch.Binding,
    currency: Currency,
    _ counts: inout ImportCounts
  ) throws(RowReason) -> StoredValue {
    guard !text.isEmpty else {
      switch binding.column.presence {
      case .required: throw .absent
      case .requiredInLedger, .optional, .importOnly: return .null
      }
    }
    switch binding.column.kind {
    case .identifier: return .text(try identifier(text, &counts))
    case .text: return .text(text)
    case .date, .occurrence: return .text(try date(text).description)
    case .invoiceAmount: return .integer(try amount(text, binding, currency, &counts))
    case .euroAmount: return .integer(try amount(text, binding, .euro, &counts))
    case .truth: return try truth(text, binding.column.name)
    case .currency: return .text(try self.currency(text).code)
    case .risk: return .text(try word(text, LedgerWords.risk).rawValue)
    case .invoiceKind: return .text(try word(text, ImportWords.invoiceKind).rawValue)
    case .role: return .text(try word(text, ImportWords.role).rawValue)
    case .rate: return .text(try rate(text))
    case .integer:
      guard let number = Int64(text) else { throw .notAnInteger }
      return .integer(number)
    }
  }

  /// A currency as a cell names it.
  func currency(_ text: String) throws(RowReason) -> Currency {
    guard let currency = ImportWords.currency(text) else { throw .notACurrency }
    return currency
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
    _ text: String,
    _ binding: HeaderMatch.Binding,
    _ currency: Currency,
    _ counts: inout ImportCounts
  ) throws(RowReason) -> Int64 {
    if binding.isInMinorUnits {
      guard let number = Int64(text) else { throw .notMinorUnits }
      return number
    }
    let written = try amountText(text, mark: options.decimalMark ?? marks[binding.field])
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
