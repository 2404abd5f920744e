import Diagnostics

extension Console {
  /// Tells why a command could not be carried out.
  func complain(_ failure: Failure, _ words: [String]) {
    let program = "relance"
    switch failure {
    case .usage(let message, let help):
      complain(text: "\(program) : \(message.text(in: language))")
      if let help { complain(text: help.text(in: language)) }
    case .files:
      break
    case .unreadable(let message), .ledger(let message), .output(let message):
      complain(text: "\(program) : \(message.text(in: language))")
    }
  }
}
