import Diagnostics
import Planning
import Semantics

/// A template's text with its placeholders filled in.
///
/// What comes from the ledger stays what it is, a piece of a line: its line ends become spaces, other
/// control characters go, and its bars make no cells of a table.
struct TemplateFilling {
  /// Answers the questions of the template.
  let subject: TemplateSubject
  /// How figures are written.
  let language: MessageLanguage
  /// The most characters of a name or another text of the ledger; for messages that must be short.
  var textLimit = Int.max

  /// What stands for a bar of the ledger while the text is laid out: a character that no text has, as
  /// it is taken out of all of them.
  static let bar: Unicode.Scalar = "\u{E07C}"

  /// The filled text.
  func fill(_ parts: [TemplatePart], _ focus: TemplateSubject.Focus = .message) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let words): text += words
      case .value(let expression, _):
        guard let value = subject.value(of: expression, focus) else { continue }
        text += inLine(value)
      case .conditional(let condition, let then, let otherwise):
        text += fill(subject.holds(condition, focus) ? then : otherwise, focus)
      case .eachInvoice(let inner):
        for index in subject.action.invoices.indices { text += fill(inner, .invoice(index)) }
      }
    }
    return text
  }

  private func inLine(_ value: TemplateValue) -> String {
    let words = language.write(value)
    guard case .text = value else { return words }
    let clean = singleLine(words)
    guard clean.count > textLimit else { return clean }
    return clean.prefix(max(textLimit - 1, 1)) + "."
  }
}

/// A text as a part of a line: line ends and tabs become spaces, other control characters and the
/// marks that turn the direction of writing go.
func singleLine(_ text: String) -> String {
  var line = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029:
      if line.last != " " { line.append(" ") }
    case 0x7C: line.append(TemplateFilling.bar)
    case 0..<0x20, 0x7F..<0xA0, 0xE07C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
      continue
    default: line.append(scalar)
    }
  }
  return String(line)
}

/// A text of which nothing is laid out any more, with the bars of the ledger in their places.
func withBars(_ text: String) -> String {
  guard text.unicodeScalars.contains(TemplateFilling.bar) else { return text }
  var plain = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    plain.append(scalar == TemplateFilling.bar ? "|" : scalar)
  }
  return String(plain)
}

/// A text of the ledger as one line without anything that could steer what shows it.
func plainLine(_ text: String) -> String { withBars(singleLine(text)) }
