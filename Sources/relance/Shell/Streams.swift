import Diagnostics
import Syntax

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The name of standard input among the files of a command.
let standardInputName = "entrée"

/// The bytes of standard input, as far as a scenario file may be long.
func readStandardInput() throws(Failure) -> [UInt8] {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = buffer.withUnsafeMutableBytes { systemRead($0) }
    if count > 0 {
      bytes += buffer[..<count]
      if bytes.count > Limits.fileSize { throw .tooLarge(standardInputName) }
    } else if count < 0, errno == EINTR {
      continue
    } else if count < 0 {
      throw .unreadable(
        Message(fr: "entrée standard illisible", en: "standard input cannot be read")
      )
    } else {
      return bytes
    }
  }
}

private func systemRead(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(STDIN_FILENO, buffer.baseAddress, buffer.count)
}

/// The civil day on the clock of the machine.
func today() -> (year: Int, month: Int, day: Int) {
  var seconds = time(nil)
  var parts = tm()
  localtime_r(&seconds, &parts)
  return (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
}

/// Lets a write beyond a limit on the size of files fail instead of ending the program: what failed is
/// told, and the ledger is left as it was.
func keepRunningWhenAWriteFails() {
  _ = signal(SIGXFSZ, SIG_IGN)
}
