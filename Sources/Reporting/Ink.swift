import Diagnostics
import Receivables

/// What a stretch of text for a person is, and so how it looks on a terminal with colours.
enum Ink {
  /// A title or a customer.
  case strong
  /// What is read second: column heads, reasons, places.
  case faint
  /// What is wrong.
  case alarm
  /// What holds.
  case success
  /// The title of what is done in a mode.
  case mode(ActionMode)

  fileprivate var code: String {
    switch self {
    case .strong: "1"
    case .faint: "2"
    case .alarm: "31"
    case .success: "32"
    case .mode(.manual): "1;33"
    case .mode(.approval): "1;36"
    case .mode(.automatic): "1;32"
    }
  }
}

extension DiagnosticRenderer.Style {
  /// The text as it looks; measure and cut it before.
  func paint(_ text: String, _ ink: Ink) -> String {
    switch self {
    case .plain: text
    case .coloured: "\u{1B}[\(ink.code)m\(text)\u{1B}[0m"
    }
  }
}
