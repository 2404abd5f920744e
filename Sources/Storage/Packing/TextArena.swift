import CSQLite

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Many texts one behind the other, each with its length before it.
///
/// Millions of identifiers cost their bytes and no more; a `String` is made only of those that are
/// needed.
struct TextArena: Sendable {
  /// The lengths, in seven bits a byte from the lowest, and the bytes; length 0 is an absent text,
  /// others are one more than their count.
  private(set) var bytes: [UInt8] = []

  /// Where the next text will stand.
  var end: Int { bytes.count }

  /// Makes room for so many bytes.
  mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  /// Adds a text, or that there is none.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>?) {
    guard let text else {
      bytes.append(0)
      return
    }
    var length = text.count + 1
    while length >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: length) | 0x80)
      length >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: length))
    bytes.append(contentsOf: text)
  }

  /// Forgets all texts, but not how much room they took.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Adds all texts of another arena behind these.
  mutating func append(_ other: TextArena) { bytes.append(contentsOf: other.bytes) }

  /// Asks for the memory of the text at a place, without waiting for it.
  func prefetch(_ place: Int) {
    bytes.withUnsafeBufferPointer { relance_prefetch($0.baseAddress.map { $0 + place }) }
  }

  /// Adds the text at a place of another arena.
  mutating func append(textAt place: Int, of other: TextArena) {
    var end = place
    _ = other.range(&end)
    bytes.append(contentsOf: other.bytes[place..<end])
  }

  /// The text at a place, which moves behind it; `nil` if it is absent.
  func next(_ place: inout Int) -> String? {
    guard let range = range(&place) else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
  }

  /// Whether the text at a place is of the same bytes as another.
  func holds(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    var place = place
    guard let range = range(&place), range.count == text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let mine = bytes.baseAddress, let other = text.baseAddress else { return true }
      return memcmp(mine + range.lowerBound, other, text.count) == 0
    }
  }

  /// Whether the text at a place is of the same bytes as that at a place of another arena.
  func areEqual(_ place: Int, _ other: TextArena, _ otherPlace: Int) -> Bool {
    var otherPlace = otherPlace
    guard let range = other.range(&otherPlace) else { return false }
    return other.bytes.withUnsafeBufferPointer {
      holds(UnsafeBufferPointer(rebasing: $0[range]), at: place)
    }
  }

  /// Whether the text at one place comes before that at another, in the order of bytes.
  func precedes(_ left: Int, _ right: Int) -> Bool {
    var (left, right) = (left, right)
    guard let one = range(&left), let other = range(&right) else { return false }
    let order = bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map {
        memcmp($0 + one.lowerBound, $0 + other.lowerBound, min(one.count, other.count))
      } ?? 0
    }
    return order == 0 ? one.count < other.count : order < 0
  }

  /// Where the bytes of the text at a place are; the place moves behind them.
  private func range(_ place: inout Int) -> Range<Int>? {
    var length = 0
    var shift = 0
    while true {
      let byte = bytes[place]
      place += 1
      length |= Int(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    guard length > 0 else { return nil }
    let start = place
    place += length - 1
    return start..<place
  }
}
