import Receivables

/// How far the runs of a simulation lie apart.
public struct SimulationSpread: Sendable {
  /// How many runs there were.
  public let runs: Int
  /// How many actions.
  public let actions: FigureRange
  /// How many of them a person carries out.
  public let manual: FigureRange
  /// How many customers are in an action.
  public let customersContacted: FigureRange
  /// The payments received, in euro cents.
  public let cashIn: FigureRange
  /// What is owed at the end, in euro cents.
  public let openBalanceEnd: FigureRange
  /// The actions and payments of each week.
  public let weeks: [Week]

  /// A week over all runs.
  public struct Week: Sendable {
    /// The Monday with which it begins.
    public let monday: CalendarDate
    /// How many actions.
    public let actions: FigureRange
    /// The payments received, in euro cents.
    public let cashIn: FigureRange
  }

  /// The spread of some runs of one period; `nil` without any.
  public init?(of runs: [Simulation]) {
    guard let first = runs.first else { return nil }
    self.runs = runs.count
    func range(_ figure: (Simulation) -> Int64?) -> FigureRange {
      FigureRange(of: runs.compactMap(figure))
    }
    actions = range { Int64($0.totals.actions) }
    manual = range { Int64($0.totals.manual) }
    customersContacted = range { Int64($0.totals.customersContacted) }
    cashIn = range { $0.totals.cashIn }
    openBalanceEnd = range { $0.totals.openBalanceEnd }
    let weeks = runs.map { $0.weeks }
    self.weeks = first.weeks.enumerated().map { index, week in
      Week(
        monday: week.monday,
        actions: FigureRange(of: weeks.map { Int64($0[index].actions) }),
        cashIn: FigureRange(of: weeks.compactMap { $0[index].cashIn })
      )
    }
  }
}

/// The middle of some figures, and between what most of them lie.
///
/// Each is one of the figures themselves, by nearest rank: the smallest that at least one tenth, a
/// half or nine tenths of them do not exceed.
public struct FigureRange: Hashable, Sendable {
  /// A tenth of the figures are not above it.
  public let low: Int64
  /// Half of them are not above it.
  public let median: Int64
  /// Nine tenths of them are not above it.
  public let high: Int64

  /// The range of some figures in any order; zero without any.
  public init(of figures: [Int64]) {
    let sorted = figures.sorted()
    func rank(_ tenths: Int) -> Int64 {
      sorted.isEmpty ? 0 : sorted[max(0, (sorted.count * tenths + 9) / 10 - 1)]
    }
    (low, median, high) = (rank(1), rank(5), rank(9))
  }
}
