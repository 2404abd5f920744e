#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that appears under its name only when all of it is written.
final class AtomicFile {
  private let path: String
  private let temporaryPath: String
  private let stream: UnsafeMutablePointer<FILE>
  private var isFinished = false

  /// Begins a file beside the place where it will appear.
  init(path: String) throws(ImportError) {
    self.path = path
    temporaryPath = "\(path).\(getpid()).part"
    guard let stream = fopen(temporaryPath, "wb") else {
      throw .rejects(path: path, words: String(cString: strerror(errno)))
    }
    self.stream = stream
  }

  deinit {
    guard !isFinished else { return }
    fclose(stream)
    unlink(temporaryPath)
  }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) throws(ImportError) {
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw failure }
  }

  /// Makes the file appear in the place of any other of its name.
  func finish() throws(ImportError) {
    guard fflush(stream) == 0, fsync(fileno(stream)) == 0 else { throw failure }
    guard rename(temporaryPath, path) == 0 else { throw failure }
    fclose(stream)
    isFinished = true
  }

  private var failure: ImportError {
    .rejects(path: path, words: String(cString: strerror(errno)))
  }
}
