import Diagnostics

/// Names of files of an outbox, safe whatever the ledger's texts: letters, digits and hyphens, begun
/// with a number that no other file has.
struct OutboxNames {
  private let digits: Int
  private var number = 0

  /// Names for so many files.
  init(count: Int) {
    digits = max(String(count).utf8.count, 3)
  }

  /// A name for the next file: `012-menuiserie-le-gall`.
  mutating func next(for text: String) -> String {
    number += 1
    let figure = String(number)
    var name = String(repeating: "0", count: digits - figure.utf8.count) + figure
    var slug: [UInt8] = []
    for byte in text.folded.text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        slug.append(byte)
      case _ where slug.last != UInt8(ascii: "-") && !slug.isEmpty: slug.append(UInt8(ascii: "-"))
      case _: continue
      }
      if slug.count == 40 { break }
    }
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    if !slug.isEmpty { name += "-" + String(decoding: slug, as: UTF8.self) }
    return name
  }
}
