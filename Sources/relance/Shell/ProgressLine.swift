import Diagnostics

/// One line on a terminal that tells how far a long work is; elsewhere nothing.
///
/// It appears only once the work has taken a second, and is gone when it ends.
final class ProgressLine {
  private let console: Console
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var shown: ContinuousClock.Instant?

  init(_ console: Console) {
    self.console = console
    start = clock.now
  }

  /// Shows where the work is, at most ten times a second.
  func show(_ message: @autoclosure () -> Message) {
    guard console.errorIsTerminal else { return }
    let now = clock.now
    guard now - start > .seconds(1), shown.map({ now - $0 > .milliseconds(100) }) ?? true else {
      return
    }
    shown = now
    console.put(progress: "\r\u{1B}[K\(printable(message().text(in: console.language)))")
  }

  /// Takes the line away.
  func clear() {
    if shown != nil { console.put(progress: "\r\u{1B}[K") }
    shown = nil
  }
}
