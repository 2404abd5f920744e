/// Verdicts in a row, of which nearly all are plain: two bits each, without memory of their own.
struct VerdictList: RandomAccessCollection {
  private var holding: UInt64 = 0
  private var isUndecided: UInt64 = 0
  /// Those that are undecided, and behind them all that have no bits.
  private var others: [Verdict] = []
  private(set) var endIndex = 0

  var startIndex: Int { 0 }

  /// No verdicts.
  init() {}

  /// Which of the conditions hold, if there are few and all are decided.
  var bits: UInt64? { isUndecided == 0 && endIndex <= 64 ? holding : nil }

  /// Adds a verdict.
  mutating func append(_ verdict: Verdict) {
    defer { endIndex += 1 }
    guard endIndex < 64 else {
      others.append(verdict)
      return
    }
    switch verdict {
    case .holds: holding |= 1 << UInt64(endIndex)
    case .fails: break
    case .undecided:
      isUndecided |= 1 << UInt64(endIndex)
      others.append(verdict)
    }
  }

  /// The verdict at a place.
  subscript(place: Int) -> Verdict {
    guard place < 64 else { return others[isUndecided.nonzeroBitCount + place - 64] }
    let bit: UInt64 = 1 << UInt64(place)
    if isUndecided & bit != 0 {
      return others[(isUndecided & (bit - 1)).nonzeroBitCount]
    }
    return Verdict(holding & bit != 0)
  }

  /// The first verdict that is undecided, with its place.
  var undecided: (obstacle: Obstacle, place: Int)? {
    guard !others.isEmpty else { return nil }
    for (place, verdict) in enumerated() {
      if let obstacle = verdict.obstacle { return (obstacle, place) }
    }
    return nil
  }
}
