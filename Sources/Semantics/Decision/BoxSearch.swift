import Receivables

/// A side of a box: what a path through a diagram says of one axis.
struct BoxSide {
  /// The axis.
  let level: Int
  /// The values; `nil` for "no value".
  let values: Interval?
}

/// Looks for an invoice among the common points of two sets, the most ordinary ones first.
///
/// The common points fall into boxes, one for each pair of paths. A box of plain fields holds an
/// invoice as it is; where derived axes or several figures of one invoice come in, `BoxFigures`
/// looks for figures that fit together.
struct BoxSearch {
  /// How many boxes are looked into before nothing is claimed.
  static let limit = 200

  private var attempts = 0
  private var isUndecided = false
  private(set) var box: [BoxSide] = []
  private let figures: BoxFigures

  /// A search that finds figures in a given way.
  init(_ figures: BoxFigures) { self.figures = figures }

  /// The figures of an invoice in both sets, or why there are none.
  mutating func search(_ left: Node, _ right: Node, in axes: inout SpaceAxes) -> BoxOutcome {
    if let found = find(left, right, in: &axes) { return .found(found) }
    return isUndecided ? .unknown : .impossible
  }

  /// Looks into the common points; the box in which an invoice is found is left in `box`.
  private mutating func find(_ left: Node, _ right: Node, in axes: inout SpaceAxes) -> Figures? {
    guard axes.diagram.meet(left, right) else { return nil }
    if left == .always, right == .always { return figuresOfBox(axes) }
    for branch in branches(left, right, in: &axes) {
      guard attempts < BoxSearch.limit else { return nil }
      box.append(branch.side)
      if let found = find(branch.left, branch.right, in: &axes) { return found }
      box.removeLast()
    }
    return nil
  }

  private mutating func figuresOfBox(_ axes: SpaceAxes) -> Figures? {
    attempts += 1
    if attempts == BoxSearch.limit { isUndecided = true }
    switch figures.figures(in: box, axes) {
    case .found(let found): return found
    case .impossible: return nil
    case .unknown:
      isUndecided = true
      return nil
    }
  }

  private struct Branch {
    let side: BoxSide
    let left: Node
    let right: Node
    /// How far the run lies from the usual value; the first number counts most.
    let distance: (Int, Int)
  }

  /// The common runs of the first level in which both sets have points, the usual ones first.
  private func branches(_ left: Node, _ right: Node, in axes: inout SpaceAxes) -> [Branch] {
    var walk = axes.diagram.walk(left, right)
    let level = Int(walk.level)
    let usual = figures.natural(axes.axes[level]).usual
    var branches: [Branch] = []
    var position = 0
    var isLast = false
    while !isLast {
      let (cut, first, second) = (walk.cut, walk.left, walk.right)
      isLast = !axes.diagram.advance(&walk)
      position += 1
      guard axes.diagram.meet(first, second) else { continue }
      let values = axes.values(level: level, from: cut, to: isLast ? Diagram.end : walk.cut)
      branches.append(
        Branch(
          side: BoxSide(level: level, values: values),
          left: first,
          right: second,
          distance: distance(of: values, from: usual, position)
        )
      )
    }
    return branches.sorted { $0.distance < $1.distance }
  }

  private func distance(
    of values: Interval?,
    from usual: Rational,
    _ position: Int
  ) -> (Int, Int) {
    guard let values else { return (3, 0) }
    if values.contains(usual) { return (0, 0) }
    let isAbove = values.lower.map { $0 > .before(usual) } ?? false
    return isAbove ? (1, position) : (2, -position)
  }
}

/// What a search found.
enum BoxOutcome {
  /// An invoice with these figures.
  case found(Figures)
  /// There is none.
  case impossible
  /// None was found, and there may be one.
  case unknown
}
