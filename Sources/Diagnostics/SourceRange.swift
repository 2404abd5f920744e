/// A stretch of one file: half-open UTF-8 offsets and the index of the file.
public struct SourceRange: Hashable, Sendable {
  /// The index of the file in `SourceFiles`.
  public var file: Int
  /// Offset of the first byte.
  public var lower: Int
  /// Offset behind the last byte.
  public var upper: Int

  /// The stretch `lower..<upper` of a file.
  public init(file: Int, lower: Int, upper: Int) {
    self.file = file
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// Whether the stretch holds no byte.
  public var isEmpty: Bool { lower == upper }

  /// The smallest stretch that covers this one and another of the same file.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(file: file, lower: min(lower, other.lower), upper: max(upper, other.upper))
  }

  /// The empty stretch at this one's end.
  public var end: SourceRange { SourceRange(file: file, lower: upper, upper: upper) }

  /// The empty stretch at this one's start.
  public var start: SourceRange { SourceRange(file: file, lower: lower, upper: lower) }
}
