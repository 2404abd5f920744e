import Diagnostics
import Reporting

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The streams of the program and what is known about the person behind them.
final class Console {
  /// The language of messages.
  var language: MessageLanguage
  /// Whether standard output may have colours.
  let outputStyle: DiagnosticRenderer.Style
  /// Whether standard error may have colours.
  let errorStyle: DiagnosticRenderer.Style
  /// Whether standard error is a terminal, where progress can be shown.
  let errorIsTerminal: Bool
  /// The width of the terminal, or 100 columns where there is none.
  let width: Int
  private var pending: [UInt8] = []
  private var outputIsBroken = false

  init(
    language: MessageLanguage,
    outputStyle: DiagnosticRenderer.Style,
    errorStyle: DiagnosticRenderer.Style,
    errorIsTerminal: Bool,
    width: Int
  ) {
    self.language = language
    self.outputStyle = outputStyle
    self.errorStyle = errorStyle
    self.errorIsTerminal = errorIsTerminal
    self.width = width
  }

  /// The process's own streams.
  static var standard: Console {
    let isPlain = environmentValue("NO_COLOR").map { !$0.isEmpty } ?? false
    let isDumb = environmentValue("TERM") == "dumb"
    func style(_ descriptor: Int32) -> DiagnosticRenderer.Style {
      isatty(descriptor) == 1 && !isPlain && !isDumb ? .coloured : .plain
    }
    return Console(
      language: MessageLanguage(environment: environmentValue),
      outputStyle: style(STDOUT_FILENO),
      errorStyle: style(STDERR_FILENO),
      errorIsTerminal: isatty(STDERR_FILENO) == 1,
      width: terminalWidth
    )
  }

  /// Collects a result for standard output.
  func write(_ text: String) { output.write(text) }

  /// Standard output, which takes results piece by piece.
  var output: TextOutput {
    TextOutput { [self] piece in
      pending.append(contentsOf: piece)
      if pending.count > 1 << 16 { flush() }
    }
  }

  /// Writes what is collected; a failure is remembered and told by `checkOutput`.
  func flush() {
    if !pending.isEmpty, !outputIsBroken { outputIsBroken = !put(pending, STDOUT_FILENO) }
    pending.removeAll(keepingCapacity: true)
  }

  /// Fails if a result could not be written, for instance because the disk is full.
  func checkOutput() throws(Failure) {
    flush()
    guard outputIsBroken else { return }
    throw .output(
      Message(
        fr: "impossible d'écrire le résultat : disque plein ou sortie fermée",
        en: "the result cannot be written: disk full or output closed"
      )
    )
  }

  /// Writes a message for the person, in its language.
  func tell(_ message: Message) {
    complain(text: message.text(in: language))
  }

  /// Writes lines to standard error.
  func complain(text: String) {
    _ = put(Array("\(text)\n".utf8), STDERR_FILENO)
  }

  /// Writes text to standard error as it is, without a line end.
  func put(progress text: String) {
    _ = put(Array(text.utf8), STDERR_FILENO)
  }

  private func put(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = systemWrite(
          descriptor,
          UnsafeRawBufferPointer(rebasing: buffer[written...])
        )
        if count > 0 {
          written += count
        } else if count < 0, errno == EINTR {
          continue
        } else {
          return false
        }
      }
      return true
    }
  }

  private static var terminalWidth: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return environmentValue("COLUMNS").flatMap { Int($0) }.map { min(max($0, 40), 1_000) } ?? 100
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}

/// Ends the process.
func exitProcess(_ status: ExitStatus) -> Never { exit(status.rawValue) }

/// A variable of the environment: asked for one by one, as to make a table of them all takes as long
/// as the shortest commands.
private func environmentValue(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

extension MessageLanguage {
  /// The language of a locale: English for an English one, French for all others.
  init(environment value: (String) -> String?) {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.compactMap { value($0) }.first { !$0.isEmpty } ?? ""
    self = locale == "en" || locale.hasPrefix("en_") || locale.hasPrefix("en.") ? .english : .french
  }
}
