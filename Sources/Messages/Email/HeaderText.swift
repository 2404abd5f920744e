import FoundationEssentials

/// Header fields of Internet messages (RFC 5322), with other than ASCII in encoded words (RFC 2047).
enum HeaderText {
  /// The most bytes of text in an encoded word: with its marks and a field's name a line of it keeps
  /// to the 76 characters that RFC 2047 allows.
  private static let chunk = 36

  /// A field of free text, such as the subject.
  static func field(_ name: String, _ text: String) -> String {
    let line = plainLine(text)
    guard isPlain(line) else {
      return "\(name): \(encodedWords(line).joined(separator: "\r\n "))\r\n"
    }
    return folded("\(name):", line.split(separator: " ").map(String.init))
  }

  /// A field of addresses, one a line.
  static func field(_ name: String, _ mailboxes: [Mailbox]) -> String {
    "\(name): \(mailboxes.map(text).joined(separator: ",\r\n "))\r\n"
  }

  private static func text(of mailbox: Mailbox) -> String {
    let name = plainLine(mailbox.name)
    if name.isEmpty { return mailbox.address }
    guard isPlain(name), name.utf8.count <= 60 else {
      return "\(encodedWords(name).joined(separator: "\r\n "))\r\n <\(mailbox.address)>"
    }
    var quoted = "\""
    for character in name {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.append(character)
    }
    return "\(quoted)\" <\(mailbox.address)>"
  }

  /// Whether a text can stand in a header as it is: printable ASCII that nobody takes for an encoded
  /// word, no word so long that its line could not be folded.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !text.contains("=?")
      && text.split(separator: " ").allSatisfy { $0.utf8.count <= 60 }
      && !text.contains("  ") && text.trimmed == text
  }

  /// Words in lines of at most 76 characters, each further line begun with a space.
  private static func folded(_ start: String, _ words: [String]) -> String {
    var lines = [start]
    for word in words {
      let last = lines[lines.count - 1]
      if last.utf8.count + 1 + word.utf8.count <= 76 {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(" \(word)")
      }
    }
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  /// Encoded words of whole characters, which a reader puts together without spaces.
  private static func encodedWords(_ text: String) -> [String] {
    var words: [String] = []
    var bytes: [UInt8] = []
    func close() {
      guard !bytes.isEmpty else { return }
      words.append("=?utf-8?B?\(Data(bytes).base64EncodedString())?=")
      bytes = []
    }
    for scalar in text.unicodeScalars {
      let encoded = Array(String(scalar).utf8)
      if bytes.count + encoded.count > chunk { close() }
      bytes += encoded
    }
    close()
    return words
  }
}

/// A name and an e-mail address.
struct Mailbox: Hashable {
  /// The name, perhaps empty.
  let name: String
  /// The address.
  let address: String

  /// The mailboxes that a cell of the ledger holds, several parted by `;`, `,` or spaces; `nil` where
  /// one of them is no address that a header can carry.
  static func all(in text: String?, name: String) -> [Mailbox]? {
    let parts = (text ?? "").split { $0 == ";" || $0 == "," || $0.isWhitespace }
    guard !parts.isEmpty, parts.allSatisfy(isAddress) else { return nil }
    return parts.map { Mailbox(name: name, address: String($0)) }
  }

  /// Whether a text is `local@domain` of letters, digits and the signs that need no quotes.
  private static func isAddress(_ text: Substring) -> Bool {
    let sides = text.split(separator: "@", omittingEmptySubsequences: false)
    guard sides.count == 2, sides.allSatisfy({ !$0.isEmpty }), text.utf8.count <= 254 else {
      return false
    }
    let signs = Set("!#$%&'*+-/=?^_`{|}~.".utf8)
    func isWord(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    return !text.hasPrefix("-") && !text.contains("..") && !sides[0].hasPrefix(".")
      && !sides[0].hasSuffix(".")
      && sides[0].utf8.allSatisfy { isWord($0) || signs.contains($0) }
      && sides[1].utf8.allSatisfy { isWord($0) || $0 == 0x2D || $0 == 0x2E }
      && !sides[1].hasPrefix(".") && !sides[1].hasSuffix(".")
  }
}
