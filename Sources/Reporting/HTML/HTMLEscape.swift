/// A text in which nothing is a tag, an entity or the end of a quoted attribute.
///
/// Its lines and all its other characters stay as they are.
public func escapedHTML(_ text: String) -> String {
  var text = text
  var escaped: [UInt8] = []
  text.withUTF8 { escaped.append(escapingHTML: $0) }
  return String(decoding: escaped, as: UTF8.self)
}

extension [UInt8] {
  /// Adds a text in which nothing is a tag, an entity or the end of a quoted attribute.
  mutating func append(escapingHTML text: UnsafeBufferPointer<UInt8>) {
    append(text) { text, index in
      switch text[index] {
      case UInt8(ascii: "&"): Replacement(by: "&amp;")
      case UInt8(ascii: "<"): Replacement(by: "&lt;")
      case UInt8(ascii: ">"): Replacement(by: "&gt;")
      case UInt8(ascii: "\""): Replacement(by: "&quot;")
      case UInt8(ascii: "'"): Replacement(by: "&#39;")
      default: nil
      }
    }
  }
}
