/// Writes findings for people: the message, the line with the stretch underlined, notes and help.
public struct DiagnosticRenderer: Sendable {
  /// Whether escape sequences for colours are written.
  public enum Style: Sendable {
    /// Text alone.
    case plain
    /// For a terminal.
    case coloured
  }

  private let files: SourceFiles
  private let language: MessageLanguage
  private let style: Style

  /// A renderer of findings in `files`.
  public init(files: SourceFiles, language: MessageLanguage, style: Style) {
    self.files = files
    self.language = language
    self.style = style
  }

  /// The finding as several lines, each ended by a line feed.
  public func render(_ diagnostic: Diagnostic) -> String {
    let heading = "\(title(diagnostic.severity))[\(diagnostic.code.name)]"
    var text = paint(heading, colour(diagnostic.severity))
    text += " \(printable(diagnostic.message.text(in: language)))\n"
    let width = gutterWidth(diagnostic)
    text += excerpt(at: diagnostic.range, label: diagnostic.label, gutter: width)
    for note in diagnostic.notes {
      text += "\(spaces(width)) = note : \(printable(note.message.text(in: language)))\n"
      text += excerpt(at: note.range, label: nil, gutter: width)
    }
    if let help = diagnostic.help {
      let word = Message(fr: "aide", en: "help").text(in: language)
      text += "\(spaces(width)) = \(word) : \(printable(help.text(in: language)))\n"
    }
    return text
  }

  private func excerpt(at range: SourceRange, label: Message?, gutter: Int) -> String {
    guard let source = files.text(of: range) else { return "" }
    let (line, column) = source.lines.position(of: range.lower, in: source.bytes)
    let content = source.lines.content(ofLine: line, in: source.bytes)
    let window = ExcerptWindow(of: content, around: range, in: source.bytes)
    let blank = spaces(gutter)
    var text = "\(blank)--> \(printable(source.name)):\(line):\(column)\n\(blank) |\n"
    let number = String(line)
    text += "\(spaces(gutter - number.utf8.count))\(number) | \(window.text)\n"
    var marks = "\(spaces(window.indent))\(repeated("^", max(window.width, 1)))"
    if let label { marks += " \(printable(label.text(in: language)))" }
    text += "\(blank) | \(paint(marks, "31"))\n"
    return text
  }

  private func gutterWidth(_ diagnostic: Diagnostic) -> Int {
    let ranges = [diagnostic.range] + diagnostic.notes.map { $0.range }
    let lines = ranges.map { range in files.text(of: range)?.lines.line(of: range.lower) ?? 1 }
    return String(lines.max() ?? 1).utf8.count + 1
  }

  private func title(_ severity: Severity) -> String {
    switch severity {
    case .error: Message(fr: "erreur", en: "error").text(in: language)
    case .warning: Message(fr: "avertissement", en: "warning").text(in: language)
    case .information: Message(fr: "conseil", en: "advice").text(in: language)
    }
  }

  private func colour(_ severity: Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .information: "1;34"
    }
  }

  private func paint(_ text: String, _ colour: String) -> String {
    switch style {
    case .plain: text
    case .coloured: "\u{1B}[\(colour)m\(text)\u{1B}[0m"
    }
  }

  private func spaces(_ count: Int) -> String { repeated(" ", count) }

  private func repeated(_ character: Character, _ count: Int) -> String {
    String(repeating: character, count: max(count, 0))
  }
}

/// The part of a line that is shown around a stretch, so that a line of a megabyte stays readable.
private struct ExcerptWindow {
  let text: String
  let indent: Int
  let width: Int

  /// The most bytes shown on either side of the stretch, and of the stretch itself.
  private static let reach = 120

  init(of line: Range<Int>, around range: SourceRange, in bytes: [UInt8]) {
    let lower = min(max(range.lower, line.lowerBound), line.upperBound)
    let upper = min(max(range.upper, lower), line.upperBound)
    let shownUpper = min(upper, lower + ExcerptWindow.reach)
    var start = max(line.lowerBound, lower - ExcerptWindow.reach)
    var end = min(line.upperBound, shownUpper + ExcerptWindow.reach)
    while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    if start == 0, bytes[start..<end].starts(with: [0xEF, 0xBB, 0xBF]), lower >= 3 { start = 3 }
    let before = printable(String(decoding: bytes[start..<lower], as: UTF8.self))
    let marked = printable(String(decoding: bytes[lower..<shownUpper], as: UTF8.self))
    let after = printable(String(decoding: bytes[shownUpper..<end], as: UTF8.self))
    let cutBefore = start > line.lowerBound && start != 3 ? "…" : ""
    let cutAfter = end < line.upperBound ? "…" : ""
    text = cutBefore + before + marked + after + cutAfter
    indent = cutBefore.count + before.count
    width = marked.count
  }
}
