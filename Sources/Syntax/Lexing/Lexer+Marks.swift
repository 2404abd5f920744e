extension Lexer {
  /// Reads an operator or mark; gives `nil` and stays if there is none.
  mutating func lexSymbol() -> Token.Symbol? {
    guard let (symbol, length) = symbol(at: position) else { return nil }
    position += length
    return symbol
  }

  /// The operator or mark at an offset.
  func symbol(at offset: Int) -> (Token.Symbol, length: Int)? {
    let next = byte(offset + 1)
    switch byte(offset) {
    case 0x28: return (.leftParenthesis, 1)
    case 0x29: return (.rightParenthesis, 1)
    case 0x2C: return (.comma, 1)
    case 0x3A: return (.colon, 1)
    case 0x25: return (.percent, 1)
    case 0x2B: return (.plus, 1)
    case 0x2D: return (.minus, 1)
    case 0x2A: return (.times, 1)
    case 0x21: return next == 0x3D ? (.notEqual, 2) : nil
    case 0x3D:
      // `=` and U+0338 is `≠` as some systems save it: never drop the mark.
      if isStroke(at: offset + 1) { return (.notEqual, 3) }
      return next == 0x3D && !isStroke(at: offset + 2) ? (.equal, 2) : (.equal, 1)
    case 0x3C:
      if isStroke(at: offset + 1) { return nil }
      if next == 0x3E { return (.notEqual, 2) }
      return next == 0x3D ? (.lessOrEqual, 2) : (.less, 1)
    case 0x3E:
      if isStroke(at: offset + 1) { return nil }
      return next == 0x3D ? (.greaterOrEqual, 2) : (.greater, 1)
    case 0xC3: return next == 0x97 ? (.times, 2) : nil
    case 0xE2:
      switch (next, byte(offset + 2)) {
      case (0x89, 0xA0): return (.notEqual, 3)
      case (0x89, 0xA4): return (.lessOrEqual, 3)
      case (0x89, 0xA5): return (.greaterOrEqual, 3)
      case (0x88, 0x92), (0x80, 0x93): return (.minus, 3)
      case (0x82, 0xAC): return (.euro, 3)
      default: return nil
      }
    default: return nil
    }
  }

  private func isStroke(at offset: Int) -> Bool {
    byte(offset) == 0xCC && byte(offset + 1) == 0xB8
  }

  /// Reads a quoted text, up to the line's end where it is not closed; stays if there is none.
  mutating func lexString() -> Bool {
    guard let quotes = quotationMarks(at: position) else { return false }
    let closing = quotes.closing
    position += quotes.opening.count
    while position < end, byte(position) != 0x0A, byte(position) != 0x0D {
      guard matches(closing, at: position) else {
        position += 1
        continue
      }
      position += closing.count
      guard matches(closing, at: position) else { return true }
      position += closing.count
    }
    return true
  }

  /// The marks that open at an offset.
  private func quotationMarks(at offset: Int) -> QuotationMarks? {
    switch byte(offset) {
    case 0x22: .straight
    case 0xC2 where byte(offset + 1) == 0xAB: .guillemets
    case 0xE2 where byte(offset + 1) == 0x80 && byte(offset + 2) == 0x9C: .curly
    default: nil
    }
  }

  private func matches(_ mark: [UInt8], at offset: Int) -> Bool {
    for (index, expected) in mark.enumerated() where byte(offset + index) != expected {
      return false
    }
    return true
  }
}

/// The three ways to quote a text.
enum QuotationMarks: CaseIterable {
  /// `« … »`
  case guillemets
  /// `"…"`
  case straight
  /// `“…”`
  case curly

  /// The bytes before the text.
  var opening: [UInt8] {
    switch self {
    case .guillemets: [0xC2, 0xAB]
    case .straight: [0x22]
    case .curly: [0xE2, 0x80, 0x9C]
    }
  }

  /// The bytes behind the text; doubled, they stand for themselves in it.
  var closing: [UInt8] {
    switch self {
    case .guillemets: [0xC2, 0xBB]
    case .straight: [0x22]
    case .curly: [0xE2, 0x80, 0x9D]
    }
  }
}
