/// Writes rows of CSV.
struct CSVWriter {
  /// What was written and not yet taken.
  private(set) var bytes: [UInt8] = []

  private let separator: UInt8

  init(separator: UInt8) {
    self.separator = separator
  }

  /// Writes a row; fields are quoted where they must be.
  mutating func write(_ fields: some Sequence<String>) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(separator) }
      write(field)
    }
    bytes += [0x0D, 0x0A]
  }

  /// Gives up what was written.
  mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func write(_ field: String) {
    let quote = UInt8(ascii: "\"")
    let mustBeQuoted = field.utf8.contains { byte in
      byte == separator || byte == quote || byte == 0x0A || byte == 0x0D
    }
    guard mustBeQuoted else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(quote)
    for byte in field.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
