#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file whose bytes are read piece by piece, as often as needed.
///
/// What can be read only once, such as a pipe, is kept in memory.
struct ByteSource {
  /// The path as the user gave it.
  let path: String
  /// How many bytes there are.
  let size: Int64

  private let content: [UInt8]?

  /// Opens a file to see whether it can be read.
  init(path: String) throws(FileProblem) {
    self.path = path
    let status = FileStatus(path: path)
    if status.size != nil, !status.isFile { throw .isAFolder }
    var reader = try ByteReader(path: path)
    guard !status.isRegular else {
      content = nil
      size = status.size ?? 0
      return
    }
    var content: [UInt8] = []
    while let piece = try reader.next() { content += piece }
    size = Int64(content.count)
    self.content = content
  }

  /// Reads the file from its beginning.
  func reader() throws(FileProblem) -> ByteReader {
    if let content { return ByteReader(content: content) }
    return try ByteReader(path: path)
  }
}

/// The pieces of a file, one after the other.
struct ByteReader {
  private let file: OpenFile?
  private var content: [UInt8]

  private static let pieceLength = 1 << 18

  init(path: String) throws(FileProblem) {
    file = try OpenFile(path: path)
    content = []
  }

  init(content: [UInt8]) {
    file = nil
    self.content = content
  }

  /// The next bytes; `nil` at the end.
  mutating func next() throws(FileProblem) -> [UInt8]? {
    guard let file else {
      defer { content = [] }
      return content.isEmpty ? nil : content
    }
    return try file.read(upTo: ByteReader.pieceLength)
  }
}

/// A file descriptor that closes itself.
private final class OpenFile {
  private let descriptor: Int32

  init(path: String) throws(FileProblem) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(words: String(cString: strerror(errno))) }
  }

  deinit {
    close(descriptor)
  }

  func read(upTo length: Int) throws(FileProblem) -> [UInt8]? {
    var failure: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      var result = -1
      repeat {
        result = readBytes(buffer.baseAddress, length)
      } while result < 0 && errno == EINTR
      if result < 0 { failure = errno }
      count = max(0, result)
    }
    guard failure == 0 else { throw .unreadable(words: String(cString: strerror(failure))) }
    return piece.isEmpty ? nil : piece
  }

  private func readBytes(_ start: UnsafeMutableRawPointer?, _ length: Int) -> Int {
    #if canImport(Glibc)
    Glibc.read(descriptor, start, length)
    #elseif canImport(Musl)
    Musl.read(descriptor, start, length)
    #else
    Darwin.read(descriptor, start, length)
    #endif
  }
}
