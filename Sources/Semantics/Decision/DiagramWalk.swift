extension Diagram {
  /// The common runs of two sets on the first level that either asks for; one of them must.
  struct PairWalk {
    /// The level.
    let level: Int
    /// What the first set leads to from the current run.
    private(set) var left: Node
    /// What the second set leads to.
    private(set) var right: Node
    /// Where the run begins.
    private(set) var cut = Diagram.start

    private let leftSet: Node
    private let rightSet: Node
    private var leftEdges: Range<Int>
    private var rightEdges: Range<Int>

    /// The first common run.
    init(_ left: Node, _ right: Node, in diagram: borrowing Diagram) {
      leftSet = left
      rightSet = right
      level = min(diagram.level(of: left), diagram.level(of: right))
      leftEdges = diagram.level(of: left) == level ? diagram.edgeRange(left) : 0..<0
      rightEdges = diagram.level(of: right) == level ? diagram.edgeRange(right) : 0..<0
      self.left = left
      self.right = right
      stepLeft(diagram)
      stepRight(diagram)
    }

    /// Goes on to the next common run, if there is one.
    mutating func advance(in diagram: borrowing Diagram) -> Bool {
      let leftCut = leftEdges.isEmpty ? Diagram.end : diagram.cut(ofEdge: leftEdges.lowerBound)
      let rightCut = rightEdges.isEmpty ? Diagram.end : diagram.cut(ofEdge: rightEdges.lowerBound)
      if leftCut == rightCut {
        guard leftCut != Diagram.end else { return false }
        cut = leftCut
        stepLeft(diagram)
        stepRight(diagram)
      } else if diagram.precedes(leftCut, rightCut) {
        cut = leftCut
        stepLeft(diagram)
      } else {
        cut = rightCut
        stepRight(diagram)
      }
      return true
    }

    private mutating func stepLeft(_ diagram: borrowing Diagram) {
      guard !leftEdges.isEmpty else { return }
      left = diagram.child(of: leftSet, edge: leftEdges.lowerBound)
      leftEdges = leftEdges.lowerBound + 1..<leftEdges.upperBound
    }

    private mutating func stepRight(_ diagram: borrowing Diagram) {
      guard !rightEdges.isEmpty else { return }
      right = diagram.child(of: rightSet, edge: rightEdges.lowerBound)
      rightEdges = rightEdges.lowerBound + 1..<rightEdges.upperBound
    }
  }

  /// The common runs of any number of sets on the first level that one of them asks for.
  struct Walk {
    /// The level.
    let level: Int
    /// What the sets lead to from the current run.
    private(set) var children: [Node]
    /// Where the run begins.
    private(set) var cut = Diagram.start

    private let sets: [Node]
    private var edges: [Range<Int>]

    /// The first common run; at least one of the sets must ask for something.
    init(_ sets: [Node], in diagram: borrowing Diagram) {
      self.sets = sets
      let level = sets.reduce(Int.max) { min($0, diagram.level(of: $1)) }
      self.level = level
      edges = sets.map { diagram.level(of: $0) == level ? diagram.edgeRange($0) : 0..<0 }
      children = sets
      for index in sets.indices { step(index, diagram) }
    }

    /// Goes on to the next common run, if there is one.
    mutating func advance(in diagram: borrowing Diagram) -> Bool {
      var next = Diagram.end
      for range in edges where !range.isEmpty {
        let cut = diagram.cut(ofEdge: range.lowerBound)
        if diagram.precedes(cut, next) { next = cut }
      }
      guard next != Diagram.end else { return false }
      cut = next
      for index in sets.indices
      where !edges[index].isEmpty && diagram.cut(ofEdge: edges[index].lowerBound) == next {
        step(index, diagram)
      }
      return true
    }

    private mutating func step(_ index: Int, _ diagram: borrowing Diagram) {
      guard !edges[index].isEmpty else { return }
      children[index] = diagram.child(of: sets[index], edge: edges[index].lowerBound)
      edges[index] = edges[index].lowerBound + 1..<edges[index].upperBound
    }
  }
}
