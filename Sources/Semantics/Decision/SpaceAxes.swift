import Diagnostics
import Receivables

/// The axes of a condition space and the diagram over them.
///
/// Axes of fields come first, in an order given beforehand; those of derived values follow as
/// conditions bring them up. So every set asks for plain fields before anything derived from them.
struct SpaceAxes: ~Copyable {
  /// The diagram; its levels are the places of the axes.
  var diagram: Diagram
  /// The axes by level.
  private(set) var axes: [Axis] = []
  /// How many of them, the first ones, are axes of fields.
  let fieldCount: Int

  private var levels: [Subject: Int] = [:]
  private var cuts: [Cut] = []
  private var cutNumbers: [AxisCut: Int32] = [:]

  /// How far from one another the ranks of neighbouring cuts are at first.
  private static let rankDistance: Int64 = 1 << 32

  private struct AxisCut: Hashable {
    let level: Int
    let cut: Cut
  }

  /// Axes for fields, in the order in which sets ask for them.
  init(_ fields: [(FieldReference, ValueType)], budget: Int) {
    diagram = Diagram(budget: budget)
    fieldCount = fields.count
    for (reference, type) in fields { _ = add(Axis(reference, type)) }
  }

  /// The level of an axis, if there is such an axis.
  func level(of subject: Subject) -> Int? { levels[subject] }

  /// Adds an axis behind the others; its level.
  mutating func add(_ axis: Axis) -> Int {
    axes.append(axis)
    levels[axis.subject] = axes.count - 1
    return axes.count - 1
  }

  /// The points whose coordinate is a value in an interval.
  mutating func node(level: Int, _ interval: Interval) -> Node {
    do throws(ArithmeticOverflow) {
      guard let trimmed = try axes[level].trimmed(interval) else { return .never }
      return node(level: level, trimmed: trimmed)
    } catch {
      return .exhausted
    }
  }

  /// The points that have a value on an axis.
  mutating func presence(level: Int) -> Node { node(level: level, .all) }

  /// The place of a text on the axis of a text field.
  mutating func place(of word: FoldedText, level: Int) -> Rational {
    Rational(Int64(axes[level].words.place(of: word)))
  }

  /// The values of a run of an axis, from a cut to the next, within the axis's domain; `nil` if the
  /// run holds nothing but "no value".
  func values(level: Int, from first: Int32, to last: Int32) -> Interval? {
    let domain = axes[level].domain
    if last != Diagram.end, cuts[Int(last)] == .presence { return nil }
    let lower: Cut? =
      first == Diagram.start || cuts[Int(first)] == .presence ? domain.lower : cuts[Int(first)]
    return Interval(from: lower, to: last == Diagram.end ? domain.upper : cuts[Int(last)])
  }

  /// Whether the coordinate of a run may be "no value".
  func mayBeAbsent(level: Int, from first: Int32) -> Bool {
    first == Diagram.start && axes[level].hasAbsence
  }

  /// Whether a cut parts "no value" from the values.
  func isPresence(_ cut: Int32) -> Bool { cuts[Int(cut)] == .presence }

  /// What a set leads to once a coordinate is known; `nil` for the value is "no value".
  func child(of node: Node, at value: Rational?) -> Node {
    var result = node
    for run in diagram.runs(of: node) {
      if run.cut != Diagram.start {
        guard let value, cuts[Int(run.cut)] <= .before(value) else { break }
      }
      result = run.child
    }
    return result
  }

  /// The points of a set whose coordinate is moved to a value; `nil` for "no value".
  mutating func restriction(_ node: Node, level: Int, to value: Rational?) -> Node {
    var known: [Node: Node] = [:]
    return restriction(node, level, value, &known)
  }

  private mutating func restriction(
    _ node: Node,
    _ level: Int,
    _ value: Rational?,
    _ known: inout [Node: Node]
  ) -> Node {
    if node == .exhausted || diagram.level(of: node) > level { return node }
    if diagram.level(of: node) == level { return child(of: node, at: value) }
    if let result = known[node] { return result }
    let runs = diagram.runs(of: node).map { run in
      Diagram.Edge(cut: run.cut, child: restriction(run.child, level, value, &known))
    }
    let result = diagram.node(level: diagram.level(of: node), runs: runs)
    known[node] = result
    return result
  }

  private mutating func node(level: Int, trimmed: Interval) -> Node {
    let lower = trimmed.lower ?? (axes[level].hasAbsence ? .presence : nil)
    var runs: [Diagram.Edge] = []
    if let lower {
      runs.append(Diagram.Edge(cut: Diagram.start, child: .never))
      runs.append(Diagram.Edge(cut: number(of: lower, level: level), child: .always))
    } else {
      runs.append(Diagram.Edge(cut: Diagram.start, child: .always))
    }
    if let upper = trimmed.upper {
      runs.append(Diagram.Edge(cut: number(of: upper, level: level), child: .never))
    }
    return diagram.node(level: level, runs: runs)
  }

  private mutating func number(of cut: Cut, level: Int) -> Int32 {
    let key = AxisCut(level: level, cut: cut)
    if let known = cutNumbers[key] { return known }
    let new = Int32(cuts.count)
    cuts.append(cut)
    cutNumbers[key] = new
    let place = axes[level].cuts.partitioningIndex(where: { cuts[Int($0)] > cut })
    axes[level].cuts.insert(new, at: place)
    rank(cutAt: place, level: level)
    return new
  }

  /// Ranks a new cut between its neighbours; only where no rank is left between them all are ranked
  /// anew.
  private mutating func rank(cutAt place: Int, level: Int) {
    let own = axes[level].cuts
    let before = place > 0 ? diagram.ranks[Int(own[place - 1])] : nil
    let after = place + 1 < own.count ? diagram.ranks[Int(own[place + 1])] : nil
    switch (before, after) {
    case (nil, nil): diagram.setRank(0, ofCut: own[place])
    case (let before?, nil): diagram.setRank(before + SpaceAxes.rankDistance, ofCut: own[place])
    case (nil, let after?): diagram.setRank(after - SpaceAxes.rankDistance, ofCut: own[place])
    case (let before?, let after?) where after - before > 1:
      diagram.setRank(before + (after - before) / 2, ofCut: own[place])
    case (_?, _?):
      for (rank, cut) in own.enumerated() {
        diagram.setRank(Int64(rank) * SpaceAxes.rankDistance, ofCut: cut)
      }
    }
  }
}
