import Receivables

extension Rational {
  /// The number for programs, rounded to at most so many decimals: `1234.5`.
  func plain(decimals: Int) -> String {
    AmountText.english.write(self, decimals: decimals).filter { $0 != "," }
  }
}

/// How many decimals figures have that are no amounts, in all forms of a report.
enum Precision {
  /// Of days: `82.4`.
  static let days = 1
  /// Of shares, as fractions of one: `0.4167`.
  static let shares = 4
  /// Of shares that people read in percent: `41,7 %`.
  static let percent = 1
}
