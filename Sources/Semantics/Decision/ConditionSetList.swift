/// Sets of one space in a row, for questions about many of them at once.
public struct ConditionSetList {
  private let space: ConditionSpace
  // Without the space beside each, a set is a number, and none is counted when it is passed on.
  private let nodes: [Node]

  /// A list of sets of a space.
  public init(_ sets: [ConditionSet], of space: ConditionSpace) {
    self.space = space
    nodes = sets.map { $0.node }
  }

  /// The set at a place.
  public subscript(place: Int) -> ConditionSet { ConditionSet(space: space, node: nodes[place]) }

  /// Whether it is certain that no invoice of a set is outside all of those at some places.
  public func cover(_ set: ConditionSet, at places: [Int]) -> Bool {
    space.isImpossible([set.node] + places.lazy.map { nodes[$0].complement })
  }

  /// Whether it is certain that the set at a place has no invoice in common with another.
  public func isDisjoint(_ place: Int, from set: ConditionSet) -> Bool {
    self[place].isDisjoint(from: set)
  }

  /// Whether it is plain that the set at a place has no invoice in common with another.
  public func isPlainlyDisjoint(_ place: Int, from set: ConditionSet) -> Bool {
    self[place].isPlainlyDisjoint(from: set)
  }
}
