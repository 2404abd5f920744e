import Diagnostics
import Testing

@testable import Storage

@Suite("Reading CSV")
struct CSVReaderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The rows of some bytes with their numbers, the layout found out.
  private func rows(_ bytes: some Sequence<UInt8>) throws -> [(row: Int, fields: [String])] {
    let source = try ByteSource(path: try folder.write("f.csv", bytes))
    var reader = try CSVReader(source, try CSVLayout(of: source))
    var rows: [(row: Int, fields: [String])] = []
    while try reader.next() {
      rows.append((reader.record.row, (0..<reader.record.count).map(reader.record.rawText)))
    }
    return rows
  }

  static let texts: [(text: String, rows: [[String]])] = [
    ("a;b\n1;2", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a\tb\r1\t2\r", [["a", "b"], ["1", "2"]]),
    ("a;b\n\n1;2\n", [["a", "b"], [""], ["1", "2"]]),
    ("a;b\n1,5;2,5\n", [["a", "b"], ["1,5", "2,5"]]),
    ("Nom, prénom;Date\nDupont, Jean;x\n", [["Nom, prénom", "Date"], ["Dupont, Jean", "x"]]),
    ("a,b,c\n\"x;y\",2,3\n", [["a", "b", "c"], ["x;y", "2", "3"]]),
    ("a;b\n\"x\"\"y\";\"\"\n", [["a", "b"], ["x\"y", ""]]),
    ("a;b\n\"x\r\ny\";2\n", [["a", "b"], ["x\r\ny", "2"]]),
    ("a;b\n5\" pipe;2\n", [["a", "b"], ["5\" pipe", "2"]]),
    ("a;b\n\"x\" ;2\n", [["a", "b"], ["x", "2"]]),
    ("a;b;\n1;2;\n", [["a", "b", ""], ["1", "2", ""]]),
    ("\u{FEFF}a;b\n1;é\n", [["a", "b"], ["1", "é"]]),
    ("sep=,\r\na,b;c\r\n1,2\r\n", [["a", "b;c"], ["1", "2"]]),
    ("alone\nx\n", [["alone"], ["x"]]),
    ("", []),
  ]

  @Test("separators, quotes, line ends", arguments: texts)
  func layouts(_ text: String, _ expected: [[String]]) throws {
    #expect(try rows(text.utf8).map(\.fields) == expected)
  }

  @Test("rows are counted as a spreadsheet counts them")
  func rowNumbers() throws {
    #expect(try rows("a;b\n\"1\n2\";3\n\n4;5".utf8).map(\.row) == [1, 2, 3, 4])
  }

  static let encodedTexts: [(name: String, bytes: [UInt8])] = [
    ("UTF-8", Array("œ€é;1\nx;2".utf8)),
    ("UTF-8", Array("\u{FEFF}œ€é;1\nx;2".utf8)),
    ("Windows-1252", [0x9C, 0x80, 0xE9] + Array(";1\nx;2".utf8)),
    ("UTF-16LE", littleEndian("\u{FEFF}œ€é;1\nx;2")),
    ("UTF-16BE", bigEndian("\u{FEFF}œ€é;1\nx;2")),
  ]

  @Test(
    "UTF-8 with and without mark, Windows-1252 and UTF-16 are recognised",
    arguments: encodedTexts
  )
  func encodings(_ name: String, _ bytes: [UInt8]) throws {
    #expect(try rows(bytes).map(\.fields) == [["œ€é", "1"], ["x", "2"]])
    let source = try ByteSource(path: folder.file("f.csv"))
    #expect(try CSVLayout(of: source).encoding.name == name)
  }

  @Test("all of Windows-1252, and characters beyond the basic plane in UTF-16")
  func wholeTables() throws {
    var text: [UInt8] = []
    var decoder = TextDecoder(.singleByte(.windows1252))
    decoder.decode(Array(0x80...0xFF), into: &text)
    let expected =
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
      + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
    #expect(String(decoding: text, as: UTF8.self) == expected)

    var wide = TextDecoder(.utf16LittleEndian)
    var decoded: [UInt8] = []
    for byte in littleEndian("😀x") + [0x41] { wide.decode([byte], into: &decoded) }
    wide.finish(into: &decoded)
    #expect(String(decoding: decoded, as: UTF8.self) == "😀x\u{FFFD}")
  }

  /// Texts as old programs wrote them, with the line in which their encoding shows.
  static let oldTexts: [(encoding: SingleByteEncoding, text: String, line: Int)] = [
    (.macRoman, "Client;Ville\rSociété;Évry\r", 2),
    (.macRoman, "a\r\nb\r\nd’été\r\n", 3),
    (.cp850, "a\nb\nSociété\n", 3),
  ]

  @Test(
    "other old encodings are refused with their line, read where they are named",
    arguments: oldTexts
  )
  func oldEncodings(_ encoding: SingleByteEncoding, _ text: String, _ line: Int) throws {
    let problem = FileProblem.otherEncoding(encoding, line: line)
    let bytes = encoded(text, encoding)
    #expect(throws: problem) { try rows(bytes) }
    #expect(problem.help?.fr.contains("CSV UTF-8") == true)
    let option = try #require(TextEncoding(name: encoding.name.lowercased()))
    #expect(option == .singleByte(encoding))
    #expect(problem.help?.fr.contains("--encoding \(encoding.name.lowercased())") == true)
    let source = try ByteSource(path: folder.file("f.csv"))
    var reader = try CSVReader(source, try CSVLayout(of: source, encoding: option))
    var fields: [String] = []
    while try reader.next() { fields += (0..<reader.record.count).map(reader.record.rawText) }
    #expect(fields == text.split { $0.isNewline || $0 == ";" }.map(String.init))
    // Whoever says that it is Windows-1252 all the same gets what stands there.
    #expect(try CSVLayout(of: source, encoding: .singleByte(.windows1252)).separator == 0x3B)
  }

  @Test("a sheet is read in what it seems to be, as a spreadsheet sent it back")
  func sheetOfOldEncoding() throws {
    let bytes = encoded("oui;Société\roui;Évry\r", .macRoman)
    let sheet = try CSVSheet(path: try folder.write("f.csv", bytes))
    #expect(sheet.headings == ["oui", "Société"])
    #expect(sheet.rows.map(\.cells) == [["oui", "Évry"]])
  }

  static let broken: [(bytes: [UInt8], problem: FileProblem)] = [
    (Array("é;1\n".utf8) + [0xE9, 0x0A], .mixedEncodings(line: 2)),
    ([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xFF], .mixedEncodings(line: 2)),
    (Array("a;b\nx;\0\n".utf8), .nulByte(row: 2)),
    (Array("a;b\n1;2\n3;\"x\n4;5\n".utf8), .unclosedQuote(row: 3)),
    (
      Array("a;b\n1;\"".utf8) + [UInt8](repeating: 0x61, count: 1 << 21),
      .fieldTooLong(row: 2, field: 2)
    ),
    (Array("a;b\n".utf8) + [UInt8](repeating: 0x3B, count: 20_000), .tooManyFields(row: 2)),
  ]

  @Test("what is no CSV is told with its row", arguments: broken)
  func problems(_ bytes: [UInt8], _ problem: FileProblem) {
    #expect(throws: problem) { try rows(bytes) }
  }

  @Test("files that cannot be read")
  func unreadable() throws {
    #expect(throws: FileProblem.isAFolder) { try ByteSource(path: folder.path) }
    #expect {
      try ByteSource(path: folder.file("none.csv"))
    } throws: { error in
      guard case .unreadable(let words) = error as? FileProblem else { return false }
      return !words.isEmpty
    }
  }

  @Test("any bytes are rows or a problem, never a crash", arguments: 0..<300)
  func noise(_ seed: Int) throws {
    var generator = Generator(seed: UInt64(seed))
    let alphabet = Array("a1;,\t\"\r\n é\0\u{FEFF}=sep.-".utf8) + [0xE9, 0xFF, 0xFE, 0xC3, 0x80]
    let count = Int.random(in: 0..<400, using: &generator)
    let bytes = (0..<count).map { _ in
      seed % 2 == 0
        ? alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        : UInt8.random(in: 0...255, using: &generator)
    }
    do {
      let read = try rows(bytes)
      #expect(read.count <= bytes.count + 1)
    } catch is FileProblem {
      // A problem is an answer.
    }
  }

  @Test("what is written reads back", arguments: 0..<100)
  func roundTrip(_ seed: Int) throws {
    var generator = Generator(seed: UInt64(seed))
    let alphabet: [Character] = ["a", "é", ";", ",", "\"", "\n", "\r", " ", "\t", "1"]
    let written = (0..<5).map { _ in
      (0..<3).map { _ in
        String(
          (0..<Int.random(in: 0..<6, using: &generator)).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
          }
        )
      }
    }
    var writer = CSVWriter(separator: UInt8(ascii: ";"))
    writer.write(["x", "y", "z"])
    for row in written { writer.write(row) }
    let source = try ByteSource(path: try folder.write("f.csv", writer.take()))
    var reader = try CSVReader(source, try CSVLayout(of: source, separator: UInt8(ascii: ";")))
    _ = try reader.next()
    for row in written {
      #expect(try reader.next())
      #expect((0..<3).map(reader.record.rawText) == row)
    }
    #expect(try !reader.next())
  }
}

/// A text in the bytes of an old encoding.
private func encoded(_ text: String, _ encoding: SingleByteEncoding) -> [UInt8] {
  text.unicodeScalars.compactMap { scalar in
    (UInt8.min...UInt8.max).first { encoding.scalar($0) == scalar }
  }
}

private func littleEndian(_ text: String) -> [UInt8] {
  text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
}

private func bigEndian(_ text: String) -> [UInt8] {
  text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
}

/// A seeded source of random numbers (SplitMix64).
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
