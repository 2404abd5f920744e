/// Where a result goes, piece by piece, so that a long one never stands in memory as a whole.
public struct TextOutput {
  private let take: (UnsafeBufferPointer<UInt8>) -> Void

  /// An output whose pieces are taken one after another; a piece is UTF-8, but may end within a
  /// character.
  public init(_ take: @escaping (UnsafeBufferPointer<UInt8>) -> Void) { self.take = take }

  /// Where nothing is written: for pages that only lend their words.
  public static var nowhere: TextOutput { TextOutput { _ in } }

  /// Hands on a piece.
  public func write(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer(take) }

  /// Hands on a piece.
  public func write(_ text: String) {
    var text = text
    text.withUTF8(take)
  }

  /// All that is written, for results that are short or go into a file as a whole.
  public static func bytes(_ writing: (TextOutput) -> Void) -> [UInt8] {
    var bytes: [UInt8] = []
    writing(TextOutput { bytes.append(contentsOf: $0) })
    return bytes
  }

  /// All that is written as a text.
  public static func text(_ writing: (TextOutput) -> Void) -> String {
    String(decoding: bytes(writing), as: UTF8.self)
  }
}
