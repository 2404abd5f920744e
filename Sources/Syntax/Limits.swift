/// How much the parser takes, so that any bytes are read in bounded time and space.
public enum Limits {
  /// The most bytes of a file: 16 MiB.
  public static let fileSize = 16 * 1024 * 1024
  /// The deepest nesting of parentheses, `non`, signs, sums, products and placeholders.
  public static let nesting = 200
  /// The most statements of a file.
  public static let statements = 100_000
  /// The most findings told of one file; one more then says that there are others.
  public static let diagnostics = 100
  /// The longest duration or offset in days.
  public static let days = 100_000
  /// The most decimals of a number.
  public static let decimals = 6
}
