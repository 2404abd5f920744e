#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Ends the program where a promise is broken, so that the fuzzer keeps the bytes that did it.
func expect(_ holds: Bool, _ promise: StaticString) {
  guard !holds else { return }
  complain("broken promise: \(promise)")
  abort()
}

/// Writes a line to standard error.
func complain(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
}
