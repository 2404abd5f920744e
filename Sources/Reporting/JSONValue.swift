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
  indirect case whole(Int128)
  /// A number rounded to at most so many decimals.
  indirect case decimal(Rational, places: Int)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue], JSONLayout)
  /// A list that may be long: its items are asked for one by one when they are written.
  case rows(count: Int, (Int) -> JSONValue)
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

  /// A line for each item of a list that may be long.
  static func rows<Item>(_ items: [Item], _ row: @escaping (Item) -> JSONValue) -> JSONValue {
    .rows(count: items.count) { row(items[$0]) }
  }
}

/// The members of a JSON object in the order of writing; no key may stand twice.
struct JSONObject: ExpressibleByDictionaryLiteral {
  /// The members in order, each a key and its value.
  private(set) var members: [(String, JSONValue)]

  init(dictionaryLiteral elements: (String, JSONValue)...) { members = elements }

  /// The members of both, those on the left first.
  static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.members += right.members
    return sum
  }

  /// Adds a member behind the others.
  mutating func append(_ key: String, _ value: JSONValue) {
    members.append((key, value))
  }
}

/// Where a list or an object breaks its lines.
enum JSONLayout {
  /// Nowhere.
  case oneLine
  /// After each item.
  case linePerItem
}
