import Receivables

extension TableRow {
  /// A currency; `nil` if it is absent.
  func currency(_ slot: Slot) throws(LedgerError) -> Currency? {
    guard let text = try text(slot) else { return nil }
    guard let currency = Currency(code: text) else { throw failure(slot, .notACurrency(text)) }
    return currency
  }

  /// A whole number; `nil` if it is absent.
  func integer(_ slot: Slot) throws(LedgerError) -> Int64? {
    if storage(slot) == .integer { return rawInteger(slot) }
    guard let text = try text(slot) else { return nil }
    guard let number = Int64(text) else { throw failure(slot, .notAnInteger(text)) }
    return number
  }

  /// A decimal number; `nil` if it is absent.
  ///
  /// A floating-point number is taken as the shortest decimal that stands for it.
  func number(_ slot: Slot) throws(LedgerError) -> Rational? {
    if storage(slot) == .real {
      let text = rawReal(slot).description
      guard let number = Rational(decimal: text.utf8) else {
        throw failure(slot, .notANumber(text))
      }
      return number
    }
    guard let text = try text(slot) else { return nil }
    guard let number = Rational(decimal: text.utf8) else { throw failure(slot, .notANumber(text)) }
    return number
  }

  /// An exchange rate, which must be there and positive.
  func rate(_ slot: Slot) throws(LedgerError) -> Rational {
    guard try text(slot) != nil else { throw failure(slot, .absent) }
    guard let rate = try? number(slot), rate > .zero else {
      throw failure(slot, .notARate(try requiredText(slot)))
    }
    return rate
  }

  /// Whether a column says that something is active: it is neither absent, 0 nor empty.
  func isActive(_ slot: Slot) throws(LedgerError) -> Bool {
    guard let text = try text(slot) else { return false }
    return Rational(decimal: text.utf8) != .zero
  }
}
