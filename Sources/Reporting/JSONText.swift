import Receivables

extension JSONValue {
  /// Writes the document, ended by a line feed.
  func write(to output: TextOutput) {
    var text = JSONText(output: output)
    text.write(self, indent: 0)
    text.end()
  }
}

/// A JSON document as it is written.
private struct JSONText {
  let output: TextOutput
  /// What is not handed on yet.
  private var pending: [UInt8] = []

  init(output: TextOutput) { self.output = output }

  mutating func end() {
    pending.append("\n")
    output.write(pending)
  }

  mutating func write(_ value: JSONValue, indent: Int) {
    switch value {
    case .null: pending.append("null")
    case .truth(let value): pending.append(value ? "true" : "false")
    case .integer(let number): pending.append(number)
    case .whole(let number): pending.append(String(number))
    case .decimal(let number, let places): pending.append(number.plain(decimals: places))
    case .string(let string): write(string)
    case .array(let values, let layout):
      writeList(values.count, layout, brackets: ("[", "]"), indent: indent) { text, index in
        text.write(values[index], indent: indent + 2)
      }
    case .rows(let count, let row):
      writeList(count, .linePerItem, brackets: ("[", "]"), indent: indent) { text, index in
        text.write(row(index), indent: indent + 2)
        text.handOn()
      }
    case .object(let object, let layout):
      let members = object.members
      writeList(members.count, layout, brackets: ("{", "}"), indent: indent) { text, index in
        let (key, value) = members[index]
        text.write(key)
        text.pending.append(": ")
        text.write(value, indent: indent + 2)
      }
    }
  }

  private mutating func writeList(
    _ count: Int,
    _ layout: JSONLayout,
    brackets: (opening: String, closing: String),
    indent: Int,
    writeItem: (inout JSONText, Int) -> Void
  ) {
    pending.append(brackets.opening)
    for index in 0..<count {
      switch layout {
      case .oneLine: pending.append(index == 0 ? "" : ", ")
      case .linePerItem:
        pending.append(index == 0 ? "\n" : ",\n")
        write(spaces: indent + 2)
      }
      writeItem(&self, index)
    }
    if case .linePerItem = layout, count > 0 {
      pending.append("\n")
      write(spaces: indent)
    }
    pending.append(brackets.closing)
  }

  private mutating func write(spaces count: Int) {
    pending.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }

  private mutating func handOn() {
    output.write(pending)
    pending.removeAll(keepingCapacity: true)
  }

  /// Writes a string in which nothing can end a line or steer a terminal.
  ///
  /// Beside what JSON demands, DEL, the C1 controls, the line separators U+2028 and U+2029 and the
  /// marks that turn the direction of writing are escaped: the value stays the same.
  private mutating func write(_ string: String) {
    pending.append("\"")
    var string = string
    string.withUTF8 { pending.append($0, replacing: escape) }
    pending.append("\"")
  }
}

/// What stands in a string for the character at an index that cannot stand there itself, if that is
/// one.
@inline(__always)
private func escape(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Replacement? {
  switch text[index] {
  case 0x22: Replacement(by: "\\\"")
  case 0x5C: Replacement(by: "\\\\")
  case 0x0A: Replacement(by: "\\n")
  case 0x0D: Replacement(by: "\\r")
  case 0x09: Replacement(by: "\\t")
  case 0..<0x20, 0x7F: Replacement(by: hexadecimalEscape(UInt32(text[index])))
  // U+0080 to U+009F.
  case 0xC2 where text[index + 1] < 0xA0:
    Replacement(2, by: hexadecimalEscape(UInt32(text[index + 1])))
  case 0xE2 where text[index + 1] == 0x80 || text[index + 1] == 0x81:
    directionEscape(0x2000 + UInt32(text[index + 1] & 0x3F) << 6 + UInt32(text[index + 2] & 0x3F))
  default: nil
  }
}

/// The escape of a scalar of General Punctuation that ends a line or turns the direction of writing.
private func directionEscape(_ scalar: UInt32) -> Replacement? {
  switch scalar {
  case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
    Replacement(3, by: hexadecimalEscape(scalar))
  default: nil
  }
}

private func hexadecimalEscape(_ scalar: UInt32) -> String {
  let digits = String(scalar, radix: 16)
  return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
}
