/// A scenario file as it was read: a name for people and its bytes, unchanged.
///
/// Offsets everywhere in the program are offsets into `bytes`, so a byte-order mark counts.
public struct SourceText: Sendable {
  /// The name messages use: the path as the user gave it, or `entrée` for standard input.
  public let name: String
  /// The bytes as they were read.
  public let bytes: [UInt8]
  /// Where each line begins.
  public let lines: LineTable

  /// Keeps `bytes` under `name` and finds its lines.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    self.lines = LineTable(bytes)
  }

  /// The name of an anonymous scenario of this file: the last path component without `.relance`.
  public var baseName: String {
    let file = name.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0) } ?? ""
    let suffix = ".relance"
    return file.utf8.count > suffix.utf8.count && file.hasSuffix(suffix)
      ? String(file.dropLast(suffix.count)) : String(file)
  }

  /// The text between two offsets, malformed bytes shown as U+FFFD; offsets outside are clamped.
  public func text(_ range: SourceRange) -> String {
    let lower = min(max(range.lower, 0), bytes.count)
    let upper = min(max(range.upper, lower), bytes.count)
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }
}

/// The files of one command, in the order of the command line.
public struct SourceFiles: Sendable {
  /// The files; a `SourceRange` names its file by its index here.
  public private(set) var texts: [SourceText]

  /// Keeps the files in order.
  public init(_ texts: [SourceText]) {
    self.texts = texts
  }

  /// Adds a file behind the others and gives its index.
  public mutating func append(_ text: SourceText) -> Int {
    texts.append(text)
    return texts.count - 1
  }

  /// The file a range lies in, if it is one of these.
  public func text(of range: SourceRange) -> SourceText? {
    texts.indices.contains(range.file) ? texts[range.file] : nil
  }

  /// The place of a range's start as people write it: name, line and column.
  public func place(of range: SourceRange) -> SourcePlace? {
    guard let text = text(of: range) else { return nil }
    let position = text.lines.position(of: range.lower, in: text.bytes)
    return SourcePlace(file: text.name, line: position.line, column: position.column)
  }
}

/// A place as it is told to people: file, line and column counted from 1.
public struct SourcePlace: Hashable, Sendable, CustomStringConvertible {
  /// The file's name as the user gave it.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column in characters a person sees, from 1.
  public let column: Int

  /// A place by its three parts.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The place as `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }
}
