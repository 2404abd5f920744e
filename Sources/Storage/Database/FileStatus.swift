#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the file system says about a path.
struct FileStatus {
  /// The size in bytes; `nil` if there is nothing.
  let size: Int64?
  /// Whether it is a file rather than a folder or nothing.
  let isFile: Bool
  /// Whether its bytes can be read more than once.
  let isRegular: Bool

  init(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      size = nil
      isFile = false
      isRegular = false
      return
    }
    let kind = status.st_mode & S_IFMT
    size = Int64(status.st_size)
    isFile = kind != S_IFDIR
    isRegular = kind == S_IFREG
  }
}
