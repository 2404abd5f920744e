/// Sets of one space in a row, for questions about many of them at once.
public struct ConditionSetList {
  private let space: ConditionSpace
  // Without the space beside each, a set is a number, and none is counted when it is passed on.
  private let nodes: [Node]
  private let spans: [Diagram.Span]

  /// A list of sets of a space.
  public init(_ sets: [ConditionSet], of space: ConditionSpace) {
    self.space = space
    nodes = sets.map { $0.node }
    spans = nodes.map { space.nodes.axes.diagram.span(of: $0) }
  }

  /// The set at a place.
  public subscript(place: Int) -> ConditionSet { ConditionSet(space: space, node: nodes[place]) }

  /// Whether it is certain that no invoice of a set is outside all of those at some places.
  public func cover(_ set: ConditionSet, at places: [Int]) -> Bool {
    let near = self.places(places, near: set)
    if near.count == 1 { return cover(set, at: near[0]) }
    return space.isImpossible([set.node] + near.map { nodes[$0].complement })
  }

  /// Whether it is certain that no invoice of a set is outside that at a place.
  public func cover(_ set: ConditionSet, at place: Int) -> Bool {
    space.isImpossible(set.node, nodes[place].complement)
  }

  /// Some places without those at which it is plain that the set has no invoice in common with
  /// another, as they need different values of the field that both ask for first; what the one asks
  /// besides never shows in a witness of the other.
  public func places(_ places: [Int], near set: ConditionSet) -> [Int] {
    let span = space.nodes.axes.diagram.span(of: set.node)
    return places.filter { !space.nodes.axes.diagram.areApart(spans[$0], span) }
  }

  /// Whether it is certain that the set at a place has no invoice in common with another.
  public func isDisjoint(_ place: Int, from set: ConditionSet) -> Bool {
    // The set is mostly the same for many places; what is known of it is worked out once.
    space.isDisjoint(set.node, from: nodes[place])
  }
}
