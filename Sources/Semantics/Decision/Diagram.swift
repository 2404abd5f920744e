/// A set of points of a diagram's space: a node, and whether its answer is turned round.
struct Node: Hashable, Sendable {
  /// The place of the node, doubled; odd if the answer is turned round.
  private let code: UInt32

  fileprivate init(place: Int) { code = UInt32(truncatingIfNeeded: place) << 1 }

  private init(code: UInt32) { self.code = code }

  /// All points.
  static let always = Node(code: 0)
  /// No point.
  static let never = Node(code: 1)
  /// A set that was not worked out, as the diagram's budget is spent.
  static let exhausted = Node(code: .max)

  /// All other points.
  var complement: Node { self == .exhausted ? self : Node(code: code ^ 1) }

  /// Whether the node stands for all points or none.
  var isTerminal: Bool { code <= 1 }

  fileprivate var place: Int { Int(code >> 1) }

  fileprivate var isTurned: Bool { code & 1 == 1 }

  fileprivate func turned(with other: Node) -> Node { Node(code: code ^ (other.code & 1)) }

  /// The two codes of a pair as a key; the order of the pair counts.
  fileprivate func key(with other: Node) -> UInt64 { UInt64(code) << 32 | UInt64(other.code) }

  fileprivate func precedes(_ other: Node) -> Bool { code < other.code }
}

/// Sets of points as ordered interval decision diagrams.
///
/// A node asks for one coordinate, its level; its edges part the axis into runs, each with the set
/// of what is asked further down. Nodes are shared, none has a single run, neighbouring runs lead to
/// different sets, and the first run's set is never turned round: equal sets are equal nodes
/// (Bryant 1986; Strehl and Thiele 1998 for intervals; Brace, Rudell and Bryant 1990 for sharing
/// complements).
///
/// The diagram knows of an axis only in which order its cuts lie. When `budget` nodes exist, sets
/// that would need another one are `exhausted`, and so is what depends on them.
struct Diagram: ~Copyable {
  /// A run of an axis: the cut where it begins and the set it leads to.
  struct Edge: Hashable {
    /// The beginning; `Diagram.start` for the first run.
    let cut: Int32
    /// What is left to be asked.
    let child: Node
  }

  /// Stands for the beginning of every axis.
  static let start: Int32 = -1
  /// Stands for the end of every axis.
  static let end = Int32.max

  /// The most nodes.
  let budget: Int
  /// The order of the cuts along their axes; those of different axes are never compared.
  private(set) var ranks: [Int64] = []

  private var levels: [Int32] = [.max]
  private var firstEdges: [Int32] = [0, 0]
  private var edges: [Edge] = []
  private var slots: [Int32]
  private var conjunctions = ComputedTable()
  private var meetings = ComputedTable()
  private var pending: [Edge] = []

  /// A diagram of so many nodes at most.
  init(budget: Int) {
    self.budget = min(budget, 1 << 28)
    slots = Array(repeating: 0, count: 1 << 10)
  }

  /// The nodes made so far, the one for all points among them.
  var nodeCount: Int { levels.count }

  /// The level that a set asks for first; above all levels where it asks for none.
  func level(of node: Node) -> Int { Int(levels[node.place]) }

  /// The runs of a set's first level, with what each leads to.
  func runs(of node: Node) -> [Edge] {
    edges[edgeRange(node)].map { Edge(cut: $0.cut, child: $0.child.turned(with: node)) }
  }

  /// Sets the order of a cut along its axis; a cut not known before becomes known.
  mutating func setRank(_ rank: Int64, ofCut cut: Int32) {
    while ranks.count <= Int(cut) { ranks.append(0) }
    ranks[Int(cut)] = rank
  }

  /// Whether a cut lies before another of the same axis.
  func precedes(_ left: Int32, _ right: Int32) -> Bool {
    if left == Diagram.end || right == Diagram.start { return false }
    if left == Diagram.start || right == Diagram.end { return true }
    return ranks[Int(left)] < ranks[Int(right)]
  }

  /// The cuts of a level between which a set has all its points.
  struct Span {
    fileprivate let level: Int32
    fileprivate let lower: Int32
    fileprivate let upper: Int32
  }

  /// Between which cuts of the level that it asks for first a set has all its points; neighbouring
  /// runs differ, so that only the first and the last run can be without any.
  func span(of node: Node) -> Span {
    guard !node.isTerminal, node != .exhausted else {
      return Span(level: .max, lower: Diagram.start, upper: Diagram.end)
    }
    let range = edgeRange(node)
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    return Span(
      level: levels[node.place],
      lower: child(of: node, edge: first) == .never ? edges[first + 1].cut : Diagram.start,
      upper: child(of: node, edge: last) == .never ? edges[last].cut : Diagram.end
    )
  }

  /// Whether two sets need different values of the level that both ask for first, so that they have
  /// no point in common; known at a glance from where the first and the last of their runs lie.
  func areApart(_ left: Span, _ right: Span) -> Bool {
    guard left.level == right.level else { return false }
    return !precedes(left.lower, right.upper) || !precedes(right.lower, left.upper)
  }

  /// The same of sets themselves.
  func areApart(_ left: Node, _ right: Node) -> Bool {
    guard levels[left.place] == levels[right.place] else { return false }
    return areApart(span(of: left), span(of: right))
  }

  /// The places of a set's edges.
  func edgeRange(_ node: Node) -> Range<Int> {
    Int(firstEdges[node.place])..<Int(firstEdges[node.place + 1])
  }

  /// The beginning of the run of an edge.
  func cut(ofEdge edge: Int) -> Int32 { edges[edge].cut }

  /// What an edge of a set leads to.
  func child(of node: Node, edge: Int) -> Node { edges[edge].child.turned(with: node) }
}

// MARK: Making nodes

extension Diagram {
  /// The set whose first level has these runs, in their order.
  mutating func node(level: Int, runs: [Edge]) -> Node {
    let base = pending.count
    for run in runs {
      guard run.child != .exhausted else {
        pending.removeSubrange(base...)
        return .exhausted
      }
      addRun(run.cut, run.child, base)
    }
    return finish(level: Int32(level), base)
  }

  /// Adds a run to those waiting from `base` on; one that leads where its neighbour does joins it.
  private mutating func addRun(_ cut: Int32, _ child: Node, _ base: Int) {
    if pending.count > base, pending[pending.count - 1].child == child { return }
    pending.append(Edge(cut: cut, child: child))
  }

  /// Makes a node of the runs that wait from `base` on, or finds the one that has them.
  private mutating func finish(level: Int32, _ base: Int) -> Node {
    defer { pending.removeSubrange(base...) }
    let first = pending[base].child
    guard pending.count > base + 1 else { return first }
    if first.isTurned {
      for index in base..<pending.count {
        pending[index] = Edge(cut: pending[index].cut, child: pending[index].child.complement)
      }
    }
    let node = shared(level, base)
    return node == .exhausted ? node : node.turned(with: first)
  }

  private mutating func shared(_ level: Int32, _ base: Int) -> Node {
    let mask = slots.count - 1
    var slot = hash(level, pending[base...]) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot])
      if levels[place] == level, hasPendingEdges(place, base) { return Node(place: place) }
      slot = (slot + 1) & mask
    }
    guard levels.count < budget else { return .exhausted }
    let place = levels.count
    levels.append(level)
    edges.append(contentsOf: pending[base...])
    firstEdges.append(Int32(edges.count))
    slots[slot] = Int32(place)
    if levels.count * 2 > slots.count { growSlots() }
    return Node(place: place)
  }

  private func hasPendingEdges(_ place: Int, _ base: Int) -> Bool {
    let first = Int(firstEdges[place])
    let count = Int(firstEdges[place + 1]) - first
    guard count == pending.count - base else { return false }
    for offset in 0..<count where edges[first + offset] != pending[base + offset] { return false }
    return true
  }

  private func hash(_ level: Int32, _ runs: ArraySlice<Edge>) -> Int {
    var mixed = UInt64(UInt32(bitPattern: level)) &+ 0x9E37_79B9_7F4A_7C15
    for run in runs {
      mixed = scrambled(mixed ^ UInt64(UInt32(bitPattern: run.cut)))
      mixed = scrambled(mixed ^ run.child.key(with: .always))
    }
    return Int(truncatingIfNeeded: mixed >> 1)
  }

  private mutating func growSlots() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for place in 1..<levels.count {
      let range = Int(firstEdges[place])..<Int(firstEdges[place + 1])
      var slot = hash(levels[place], edges[range]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(place)
    }
    conjunctions.grow(to: slots.count)
    meetings.grow(to: slots.count)
  }
}

// MARK: Operations

extension Diagram {
  /// The points of both sets.
  mutating func intersection(_ left: Node, _ right: Node) -> Node {
    if left == .never || right == .never { return .never }
    if left == .exhausted || right == .exhausted { return .exhausted }
    if left == .always || left == right { return right }
    if right == .always { return left }
    if left == right.complement || areApart(left, right) { return .never }
    let (first, second) = left.precedes(right) ? (left, right) : (right, left)
    let key = first.key(with: second)
    if let known = conjunctions.value(of: key) { return Node(known) }
    let base = pending.count
    var walk = PairWalk(first, second, in: self)
    repeat {
      let child = intersection(walk.left, walk.right)
      guard child != .exhausted else {
        pending.removeSubrange(base...)
        return .exhausted
      }
      addRun(walk.cut, child, base)
    } while walk.advance(in: self)
    let result = finish(level: Int32(walk.level), base)
    if result != .exhausted { conjunctions.store(result.packed, for: key) }
    return result
  }

  /// The points of either set.
  mutating func union(_ left: Node, _ right: Node) -> Node {
    intersection(left.complement, right.complement).complement
  }

  /// Whether two sets have a point in common; no node is made to find out.
  ///
  /// Neither set may be exhausted.
  mutating func meet(_ left: Node, _ right: Node) -> Bool {
    if left == .never || right == .never || left == right.complement { return false }
    if left == .always || right == .always || left == right { return true }
    if areApart(left, right) { return false }
    let (first, second) = left.precedes(right) ? (left, right) : (right, left)
    let key = first.key(with: second)
    if let known = meetings.value(of: key) { return known == 1 }
    var walk = PairWalk(first, second, in: self)
    var found = false
    repeat { found = meet(walk.left, walk.right) } while !found && walk.advance(in: self)
    meetings.store(found ? 1 : 0, for: key)
    return found
  }

  /// The points that some choice of the coordinates of some levels brings into a set.
  mutating func projection(_ node: Node, without levels: Set<Int>) -> Node {
    var known: [Node: Node] = [:]
    return projection(node, without: levels, &known)
  }

  private mutating func projection(
    _ node: Node,
    without levels: Set<Int>,
    _ known: inout [Node: Node]
  ) -> Node {
    if node.isTerminal || node == .exhausted { return node }
    if let result = known[node] { return result }
    let level = level(of: node)
    var result: Node
    if levels.contains(level) {
      result = .never
      for run in runs(of: node) {
        result = union(result, projection(run.child, without: levels, &known))
      }
    } else {
      let runs = runs(of: node).map { run in
        Edge(cut: run.cut, child: projection(run.child, without: levels, &known))
      }
      result = self.node(level: level, runs: runs)
    }
    known[node] = result
    return result
  }

  /// The levels on which a set depends.
  func support(of node: Node) -> Set<Int> {
    var seen: Set<Int> = []
    var support: Set<Int> = []
    var waiting = node == .exhausted ? [] : [node.place]
    while let place = waiting.popLast() {
      guard place != 0, seen.insert(place).inserted else { continue }
      support.insert(Int(levels[place]))
      for index in Int(firstEdges[place])..<Int(firstEdges[place + 1]) {
        waiting.append(edges[index].child.place)
      }
    }
    return support
  }
}

extension Node {
  fileprivate init(_ packed: UInt32) { self.init(code: packed) }

  fileprivate var packed: UInt32 { code }
}

/// Spreads the bits of a key (the finalizer of MurmurHash3).
func scrambled(_ key: UInt64) -> UInt64 {
  var mixed = key
  mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
  mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
  return mixed ^ (mixed >> 33)
}
