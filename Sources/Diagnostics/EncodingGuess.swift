/// Finds out piece by piece in which old encoding a text that is no UTF-8 makes sense.
///
/// `Soci_t_` has a byte for `é` that is a letter in every such encoding; in all but the right one it
/// is a capital behind a small letter, a sign within a word, or nothing that a business writes. Each
/// byte beyond ASCII counts for an encoding or against it by the bytes beside it.
public struct EncodingGuess: Sendable {
  private var readings = SingleByteEncoding.allCases.map(Reading.init)
  private var before: UInt8 = 0
  private var current: UInt8 = 0
  private var count = 0

  /// A guess at a text of which nothing was read yet.
  public init() {}

  /// Looks at the next bytes of the text.
  public mutating func read(_ bytes: [UInt8]) {
    for byte in bytes { read(byte) }
  }

  private mutating func read(_ next: UInt8) {
    if current >= 0x80 {
      for index in readings.indices {
        readings[index].read(current, before: before, after: next, at: count - 1)
      }
    }
    (before, current) = (current, next)
    count += 1
  }

  /// The encoding in which most of the text makes sense, once all of it was read; Windows-1252 where
  /// another does no better, and `nil` if none does.
  public mutating func likeliest() -> SingleByteEncoding? {
    read(0)
    var best = readings[0]
    for reading in readings where reading.score > best.score { best = reading }
    return best.score < 0 ? nil : best.encoding
  }

  /// The offset of the first byte that makes no sense in an encoding.
  public func firstMisfit(in encoding: SingleByteEncoding) -> Int? {
    readings.first { $0.encoding == encoding }?.firstMisfit
  }
}

/// What a text looks like in one encoding.
private struct Reading: Sendable {
  let encoding: SingleByteEncoding
  /// What makes sense less what does not.
  var score = 0
  var firstMisfit: Int?
  private let shapes: [Shape]

  init(_ encoding: SingleByteEncoding) {
    self.encoding = encoding
    shapes = (UInt8.min...UInt8.max).map { Shape(encoding.scalar($0)) }
  }

  mutating func read(_ byte: UInt8, before: UInt8, after: UInt8, at offset: Int) {
    if shapes[Int(byte)].fits(between: shapes[Int(before)], and: shapes[Int(after)]) {
      score += 1
    } else {
      score -= 1
      firstMisfit = firstMisfit ?? offset
    }
  }
}

/// What a character can stand beside.
private enum Shape: Sendable {
  case small
  case capital
  /// It may stand between letters: an apostrophe, a dash, a space.
  case joint
  /// It does not follow a letter.
  case opening
  /// It does not stand between letters.
  case sign
  /// Nobody writes it to customers.
  case stray

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "a"..."z", "ß"..."ö", "ø"..."ÿ", "œ", "š", "ž": self = .small
    case "A"..."Z", "À"..."Ö", "Ø"..."Þ", "Œ", "Š", "Ž", "Ÿ": self = .capital
    case "\u{A0}", "\u{AD}", "’", "‘", "´", "–", "—", "…", "·", "°", "€": self = .joint
    case "‚", "„", "•", "¡", "¿": self = .opening
    case "\0"..."\u{7F}", "†", "‡", "‰", "‹", "›", "“", "”", "«", "»", "™", "®", "©", "§", "¶", "£",
      "¥", "±", "÷", "×", "¹", "²", "³", "¼", "½", "¾", "ª", "º", "µ":
      self = .sign
    case _: self = .stray
    }
  }

  private var isLetter: Bool { self == .small || self == .capital }

  /// Whether it makes sense between two others.
  func fits(between before: Shape, and after: Shape) -> Bool {
    switch self {
    case .small, .joint: true
    case .capital: !before.isLetter || before == .capital && after != .small
    case .opening: !before.isLetter
    case .sign: !before.isLetter || !after.isLetter
    case .stray: false
    }
  }
}
