import Diagnostics

/// How a CSV file is written.
struct CSVLayout: Hashable {
  /// How its characters are written in bytes.
  var encoding: TextEncoding
  /// What stands between fields.
  var separator: UInt8
  /// How many bytes of text stand before the header: the line `sep=;` that some programs write for
  /// others to read.
  var preamble = 0
  /// Whether there may be bytes that are no text: somebody said that the file is UTF-8.
  private(set) var mayBeIllFormed = false

  /// The separators that are recognised, in order of preference.
  static let separators = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]

  /// Finds out how a file is written, as far as it is not said.
  init(
    of source: ByteSource,
    encoding: TextEncoding? = nil,
    separator: UInt8? = nil
  ) throws(FileProblem) {
    if let encoding {
      self.encoding = encoding
      mayBeIllFormed = encoding == .utf8
    } else {
      self.encoding = try CSVLayout.encoding(of: source)
    }
    self.separator = separator ?? CSVLayout.separators[0]
    let start = try CSVLayout.start(of: source, self.encoding)
    if let (declared, length) = CSVLayout.declaration(start) {
      self.separator = separator ?? declared
      preamble = length
    } else if separator == nil {
      self.separator = try CSVLayout.likeliestSeparator(source, self)
    }
  }

  private static func encoding(of source: ByteSource) throws(FileProblem) -> TextEncoding {
    var survey = UnicodeSurvey()
    var reader = try source.reader()
    while let piece = try reader.next() { survey.read(piece) }
    if let encoding = survey.encoding() { return encoding }
    return .singleByte(try singleByteEncoding(of: source, survey))
  }

  /// Windows-1252, the only one of the old encodings that is read unasked: most files that are not
  /// Unicode are, and a wrong guess would put wrong names into the ledger.
  private static func singleByteEncoding(
    of source: ByteSource,
    _ survey: UnicodeSurvey
  ) throws(FileProblem) -> SingleByteEncoding {
    var guess = EncodingGuess()
    var reader = try source.reader()
    while let piece = try reader.next() { guess.read(piece) }
    let likeliest = guess.likeliest()
    let isWindows = likeliest == .windows1252
    // What is UTF-8 by chance, as `’é` of an old Mac, is less than what is not.
    if survey.hasUTF8, isWindows || survey.wellFormed > survey.illFormed {
      throw .mixedEncodings(line: try line(of: survey.firstIllFormed, in: source))
    }
    guard isWindows else {
      let misfit = guess.firstMisfit(in: .windows1252) ?? survey.firstIllFormed
      throw .otherEncoding(likeliest, line: try line(of: misfit, in: source))
    }
    return .windows1252
  }

  /// The line in which a byte stands, from 1.
  private static func line(of offset: Int, in source: ByteSource) throws(FileProblem) -> Int {
    var reader = try source.reader()
    var line = 1
    var rest = offset
    var isBehindReturn = false
    while rest > 0, let piece = try reader.next() {
      for byte in piece.prefix(rest) {
        if byte == 0x0D || byte == 0x0A && !isBehindReturn { line += 1 }
        isBehindReturn = byte == 0x0D
      }
      rest -= min(rest, piece.count)
    }
    return line
  }

  private static func start(
    of source: ByteSource,
    _ encoding: TextEncoding
  ) throws(FileProblem) -> [UInt8] {
    var decoder = TextDecoder(encoding)
    var reader = try source.reader()
    var text: [UInt8] = []
    if let piece = try reader.next() { decoder.decode(Array(piece.prefix(64)), into: &text) }
    return text
  }

  /// The separator a first line `sep=;` declares, and the length of that line.
  private static func declaration(_ start: [UInt8]) -> (separator: UInt8, length: Int)? {
    guard start.count >= 6, String(decoding: start[..<4], as: UTF8.self).lowercased() == "sep="
    else { return nil }
    switch (start[5], start.count > 6 ? start[6] : 0) {
    case (0x0D, 0x0A): return (start[4], 7)
    case (0x0A, _), (0x0D, _): return (start[4], 6)
    case _: return nil
    }
  }

  /// The separator that parts the first rows into equally many fields, and the header into most.
  private static func likeliestSeparator(
    _ source: ByteSource,
    _ layout: CSVLayout
  ) throws(FileProblem) -> UInt8 {
    var best = (separator: layout.separator, isRegular: false, count: 1)
    for separator in separators {
      var candidate = layout
      candidate.separator = separator
      let counts = try fieldCounts(source, candidate)
      guard let count = counts.first, count > 1 else { continue }
      let isRegular = counts.allSatisfy { $0 == count }
      if isRegular == best.isRegular ? count > best.count : isRegular {
        best = (separator, isRegular, count)
      }
    }
    return best.separator
  }

  /// The numbers of fields in the first rows that are not blank.
  private static func fieldCounts(
    _ source: ByteSource,
    _ layout: CSVLayout
  ) throws(FileProblem) -> [Int] {
    var reader = try CSVReader(source, layout)
    var counts: [Int] = []
    do {
      while counts.count < 20, try reader.next() {
        if !reader.record.isBlank { counts.append(reader.record.count) }
      }
    } catch .unclosedQuote, .fieldTooLong, .tooManyFields {
      // With another separator than its own a file may well look broken.
      return counts
    }
    return counts
  }
}
