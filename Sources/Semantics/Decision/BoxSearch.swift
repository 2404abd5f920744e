import Receivables

/// A side of a box: what a path through a diagram says of one axis.
struct BoxSide {
  /// The axis.
  let level: Int
  /// The values; `nil` for "no value".
  let values: Interval?
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

/// Looks for an invoice that some sets have in common, the most ordinary ones first.
///
/// The sets are followed down their diagrams side by side, so that their intersection, which may be
/// far larger than each of them, is never built. Two sets are known to meet or not at every step;
/// of more, the combinations that led nowhere are remembered. The common points fall into boxes: one
/// of plain fields holds an invoice as it is; where derived axes or several figures of one invoice
/// come in, `BoxFigures` looks for figures that fit together.
struct BoxSearch {
  /// What is looked for.
  enum Goal {
    /// An invoice, as ordinary as can be.
    case invoice
    /// Whether there is one.
    case existence
  }

  /// How many boxes are looked into before nothing is claimed.
  static let boxLimit = 200

  /// The box in which an invoice was found.
  private(set) var box: [BoxSide] = []
  /// How often a set was looked at.
  private(set) var work = 0
  /// Whether the search was given up.
  var isExhausted: Bool { work >= workLimit }

  private let workLimit: Int
  private var boxes = 0
  private var isUndecided = false
  private var deadEnds: Set<[Node]> = []
  private let goal: Goal
  private let figures: BoxFigures

  /// A search that finds figures in a given way and looks at sets so many times at most.
  init(for goal: Goal, by figures: BoxFigures, workLimit: Int) {
    self.goal = goal
    self.figures = figures
    self.workLimit = workLimit
  }

  /// The figures of an invoice in all sets, or why there are none.
  mutating func search(_ sets: [Node], in axes: inout SpaceAxes) -> BoxOutcome {
    if let found = find(sets, behind: [], in: &axes) { return .found(found) }
    return isUndecided || isExhausted ? .unknown : .impossible
  }

  /// The figures of an invoice in sets to which others have led.
  private mutating func find(
    _ sets: [Node],
    behind others: [Node],
    in axes: inout SpaceAxes
  ) -> Figures? {
    work += sets.count
    guard !isExhausted, let sets = reduced(sets, behind: others, in: &axes) else { return nil }
    if sets.isEmpty { return figuresOfBox(axes) }
    if goal == .existence, sets.count <= 2 {
      var free = FreeBox()
      let other = sets.count == 2 ? sets[1] : .always
      if free.add(box, axes), axes.hold(sets[0], other, behind: free) { return Figures() }
    }
    if sets.count > 2, deadEnds.contains(sets) { return nil }
    for branch in branches(sets, in: &axes) {
      guard boxes < BoxSearch.boxLimit else { return nil }
      box.append(branch.side)
      if let found = find(branch.sets, behind: sets, in: &axes) { return found }
      box.removeLast()
    }
    if sets.count > 2 { deadEnds.insert(sets) }
    return nil
  }

  /// The sets that still restrict the points of the first one, each once; `nil` if one of them
  /// excludes it.
  ///
  /// Where the step from the sets before left both the first one and another as they were, both still
  /// meet as they did.
  private func reduced(
    _ sets: [Node],
    behind others: [Node],
    in axes: inout SpaceAxes
  ) -> [Node]? {
    guard let start = sets.firstIndex(where: { $0 != .always }) else { return [] }
    let first = sets[start]
    if first == .never { return nil }
    let isSame = others.first == first
    var result: [Node] = []
    result.reserveCapacity(sets.count - start)
    result.append(first)
    var changed = [first]
    for index in sets.indices.dropFirst(start + 1) where sets[index] != .always {
      let set = sets[index]
      if isSame, others[index] == set {
        if !changed.contains(set) { result.append(set) }
        continue
      }
      guard axes.diagram.meet(first, set.complement) else { continue }
      guard axes.diagram.meet(first, set) else { return nil }
      if !result.contains(set) {
        result.append(set)
        changed.append(set)
      }
    }
    return result
  }

  private mutating func figuresOfBox(_ axes: borrowing SpaceAxes) -> Figures? {
    boxes += 1
    if boxes == BoxSearch.boxLimit { isUndecided = true }
    var free = FreeBox()
    if goal == .existence, free.add(box, axes) { return Figures() }
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
    let sets: [Node]
    /// How many questions it leaves open, and how far it lies from the usual value; the first
    /// number counts most.
    let cost: (Int, Int, Int)
  }

  /// The common runs of the first level that any of the sets asks for, the usual ones first.
  private func branches(_ sets: [Node], in axes: inout SpaceAxes) -> [Branch] {
    var walk = Diagram.Walk(sets, in: axes.diagram)
    let usual = goal == .invoice ? figures.natural(axes.axes[walk.level]).usual : nil
    var branches: [Branch] = []
    var isLast = false
    while !isLast {
      let (cut, children) = (walk.cut, walk.children)
      isLast = !walk.advance(in: axes.diagram)
      guard !children.contains(.never) else { continue }
      let end = isLast ? Diagram.end : walk.cut
      let values = axes.values(level: walk.level, from: cut, to: end)
      let distance = usual.map { self.distance(of: values, from: $0, branches.count) } ?? (0, 0)
      branches.append(
        Branch(
          side: BoxSide(level: walk.level, values: values),
          sets: children,
          cost: (children.count { $0 != .always }, distance.0, distance.1)
        )
      )
    }
    return branches.sorted { $0.cost < $1.cost }
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
