import Receivables

/// A JSON value that keeps the order of its keys and knows how it is laid out.
///
/// The standard encoders keep no order, and the outputs of this program promise one.
enum JSONValue {
  /// `null`
  case null
  /// `true` or `false`
  case truth(Bool)
  /// A whole number.
  case integer(Int64)
  /// A whole number that may be wider than an amount, as a sum of amounts can be.
  case whole(Int128)
  /// A number rounded to at most so many decimals.
  case decimal(Rational, places: Int)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue], JSONLayout)
  /// An object, its members in the order of writing.
  case object(JSONObject, JSONLayout)

  /// A text, or `null`.
  init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

  /// A whole number, or `null`.
  init(_ number: Int64?) { self = number.map(JSONValue.integer) ?? .null }

  /// A whole number, or `null`.
  init(_ number: Int?) { self.init(number.map { Int64($0) }) }

  /// A number rounded to at most so many decimals, or `null`.
  init(_ number: Rational?, places: Int) {
    self = number.map { .decimal($0, places: places) } ?? .null
  }

  /// The text of the document, ended by a line feed.
  var document: String {
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .null: text += "null"
    case .truth(let value): text += value ? "true" : "false"
    case .integer(let number): text += String(number)
    case .whole(let number): text += String(number)
    case .decimal(let number, let places): text += number.plain(decimals: places)
    case .string(let string): writeJSONString(string, to: &text)
    case .array(let values, let layout):
      writeList(values, layout, brackets: ("[", "]"), to: &text, indent: indent) { value, text in
        value.write(to: &text, indent: indent + 2)
      }
    case .object(let object, let layout):
      writeList(object.members, layout, brackets: ("{", "}"), to: &text, indent: indent) {
        member,
        text in
        writeJSONString(member.key, to: &text)
        text += ": "
        member.value.write(to: &text, indent: indent + 2)
      }
    }
  }

  private func writeList<Item>(
    _ items: [Item],
    _ layout: JSONLayout,
    brackets: (opening: String, closing: String),
    to text: inout String,
    indent: Int,
    writeItem: (Item, inout String) -> Void
  ) {
    text += brackets.opening
    for (position, item) in items.enumerated() {
      switch layout {
      case .oneLine: text += position == 0 ? "" : ", "
      case .linePerItem: text += "\(position == 0 ? "" : ",")\n\(spaces(indent + 2))"
      }
      writeItem(item, &text)
    }
    if case .linePerItem = layout, !items.isEmpty { text += "\n\(spaces(indent))" }
    text += brackets.closing
  }
}

/// The members of a JSON object in the order of writing; no key may stand twice.
struct JSONObject: ExpressibleByDictionaryLiteral {
  /// A key and its value.
  struct Member {
    let key: String
    let value: JSONValue
  }

  /// The members in order.
  private(set) var members: [Member]

  init(dictionaryLiteral elements: (String, JSONValue)...) {
    members = elements.map { Member(key: $0.0, value: $0.1) }
  }

  /// The members of both, those on the left first.
  static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.members += right.members
    return sum
  }

  /// Adds a member behind the others.
  mutating func append(_ key: String, _ value: JSONValue) {
    members.append(Member(key: key, value: value))
  }
}

/// Where a list or an object breaks its lines.
enum JSONLayout {
  /// Nowhere.
  case oneLine
  /// After each item.
  case linePerItem
}

/// Writes a JSON string in which nothing can end a line or steer a terminal.
///
/// Beside what JSON demands, DEL, the C1 controls, the line separators U+2028 and U+2029 and the
/// marks that turn the direction of writing are escaped: the value stays the same.
private func writeJSONString(_ string: String, to text: inout String) {
  text += "\""
  for scalar in string.unicodeScalars {
    switch scalar.value {
    case 0x22: text += "\\\""
    case 0x5C: text += "\\\\"
    case 0x0A: text += "\\n"
    case 0x0D: text += "\\r"
    case 0x09: text += "\\t"
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
      let digits = String(scalar.value, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    default: text.unicodeScalars.append(scalar)
    }
  }
  text += "\""
}
