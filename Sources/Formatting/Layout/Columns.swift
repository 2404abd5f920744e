/// How wide a column is.
enum Columns {
  /// What a cell costs that is wider than its column, in spaces.
  private static let overflow = 48

  /// The width at which the fewest spaces are wasted, counting a cell that is wider than the column
  /// as many; of equals the widest.
  ///
  /// So a column is as wide as its widest cell, but for one that is much wider than the others.
  static func width(_ cells: [Int]) -> Int {
    let widths = cells.sorted()
    var best: (width: Int, cost: Int)?
    var sum = 0
    for (index, width) in widths.enumerated() {
      sum += width
      let padding = width * (index + 1) - sum
      let cost = padding + overflow * (widths.count - index - 1)
      if cost <= best?.cost ?? Int.max { best = (width, cost) }
    }
    return best?.width ?? 0
  }
}
