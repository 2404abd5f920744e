import Diagnostics

/// Why a command could not be carried out.
enum Failure: Error {
  /// The command line is wrong; what to do about it.
  case usage(Message, help: Message?)
  /// The scenario files have errors, which have been told already.
  case files
  /// A scenario file cannot be read.
  case unreadable(Message)
  /// The ledger or a file of the import is not what it should be.
  case ledger(Message)
  /// What the command found cannot be written.
  case output(Message)

  /// The status the program exits with.
  var status: ExitStatus {
    switch self {
    case .usage: .usage
    case .files, .unreadable: .filesHaveErrors
    case .ledger, .output: .ledger
    }
  }
}
