import Diagnostics

/// A text for people that is handed on line by line.
struct TextPage {
  /// How it is written.
  let settings: TextSettings
  /// The cells of a line: lines of more than 120 are hard to follow, below 60 nothing can be lined
  /// up.
  let width: Int
  private let output: TextOutput

  /// An empty page.
  init(_ settings: TextSettings, to output: TextOutput) {
    self.settings = settings
    self.output = output
    width = min(max(settings.width, 60), 120)
  }

  /// Adds a line.
  mutating func line(_ content: String = "") {
    output.write(content)
    output.write("\n")
  }

  /// Adds lines that are written already, the last one ended by a line feed.
  mutating func passage(_ written: String) { output.write(written) }

  /// Adds a line across the page with a title in it.
  mutating func rule(_ title: String, _ ink: Ink) {
    let title = cut(title, to: width - 6)
    let rest = String(repeating: "─", count: max(width - cellWidth(title) - 4, 0))
    line(paint("──", .faint) + " " + paint(title, ink) + " " + paint(rest, .faint))
  }

  /// Adds a text that breaks its lines at spaces.
  mutating func paragraph(_ content: String, _ ink: Ink? = nil) {
    for part in wrapped(content, to: width) { line(ink.map { paint(part, $0) } ?? part) }
  }

  /// A message in the page's language, with nothing in it that steers a terminal.
  func say(_ message: Message) -> String { printable(message.text(in: settings.language)) }

  /// The text as it looks; measure and cut it before.
  func paint(_ text: String, _ ink: Ink) -> String { settings.style.paint(text, ink) }

  /// The list with commas and `et` or `and` before its last item.
  func enumeration(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + say(Message(fr: " et ", en: " and ")) + last
  }
}
