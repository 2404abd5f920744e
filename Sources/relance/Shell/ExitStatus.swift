/// What the program tells its caller at the end; scripts rely on the numbers.
enum ExitStatus: Int32 {
  /// Done.
  case done = 0
  /// The scenario files have errors, or an example fails.
  case filesHaveErrors = 1
  /// The command line is wrong.
  case usage = 2
  /// The ledger, or a file to be written, is not what it should be.
  case ledger = 3
}
