/// Where the columns of a group of steps begin: what is done, and the steps' own `si`.
struct StepColumns {
  /// Between two columns, and before a comment.
  static let gap = 2

  private let action: Int
  private let condition: Int

  /// The columns of the steps among some entries.
  ///
  /// A step without `si`, or on several lines, has no part in the place of the column of `si`.
  init(of entries: ArraySlice<Page.Entry>) {
    let steps = entries.compactMap { entry in entry.cells.map { (cells: $0, indent: entry.indent) }
    }
    let column = StepColumns.column(steps.map { $0.indent + $0.cells.head.count })
    action = column
    let ends = steps.compactMap { step -> Int? in
      guard !step.cells.condition.isEmpty else { return nil }
      let line =
        StepColumns.start(of: step.cells, indent: step.indent, action: column)
        + step.cells.action.flat
      let width = line.count + StepColumns.gap + step.cells.condition.flat.count
      return width > LineBreaker.width ? nil : line.count
    }
    condition = StepColumns.column(ends)
  }

  private static func column(_ cells: [Int]) -> Int { Columns.width(cells, bearing: 22) + gap }

  /// A step on one line in columns; without the column of `si` where that makes it fit; else on
  /// several lines.
  func lines(of cells: StepCells, indent: Int, comments: [Comment]) -> [String] {
    let start = StepColumns.start(of: cells, indent: indent, action: action)
    if comments.isEmpty {
      let line = start + cells.action.flat
      let endings =
        cells.condition.isEmpty
        ? [line]
        : [condition, 0].map { column in
          padded(line, to: column - StepColumns.gap) + spaces(StepColumns.gap)
            + cells.condition.flat
        }
      if let fitting = endings.first(where: { $0.count <= LineBreaker.width }) { return [fitting] }
    }
    return LineBreaker(cells.phrase, behind: start, hang: start.count, comments: comments).lines
  }

  /// The head of a step up to the column of what is done, if anything is.
  private static func start(of cells: StepCells, indent: Int, action: Int) -> String {
    let head = spaces(indent) + cells.head
    return cells.action.isEmpty ? head : padded(head, to: action - gap) + spaces(gap)
  }
}

extension Page.Entry {
  /// The cells of a step.
  var cells: StepCells? {
    guard case .statement(let statement, _, _) = content, case .step(let cells) = statement.content
    else { return nil }
    return cells
  }
}

/// A text with spaces behind it up to a width.
func padded(_ text: String, to width: Int) -> String { text + spaces(width - text.count) }
