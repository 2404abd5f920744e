/// How wide a column is.
enum Columns {
  /// The width that costs least: for each narrower cell the square of the spaces that fill it, for
  /// each wider one the square of `gap`; of equals the widest.
  ///
  /// So a column is as wide as its widest cell, but for a few that are much wider than the others: it
  /// leaves no gap that the eye would not cross.
  static func width(_ cells: [Int], bearing gap: Int) -> Int {
    let widths = cells.map { min($0, widest) }.sorted()
    var best: (width: Int, cost: Int)?
    var sum = 0
    var squares = 0
    for (index, width) in widths.enumerated() {
      sum += width
      squares += width * width
      let filling = (index + 1) * width * width - 2 * width * sum + squares
      let cost = filling + gap * gap * (widths.count - index - 1)
      if cost <= best?.cost ?? Int.max { best = (width, cost) }
    }
    return best?.width ?? 0
  }

  /// Cells beyond this are all the same: wider than any column.
  private static let widest = 1_000
}
