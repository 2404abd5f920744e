/// Whether something can hold for an invoice.
public enum Decision: Sendable {
  /// For none.
  case impossible
  /// For this one.
  case possible(Witness)
  /// Only questions that the space keeps apart could tell: nothing may be claimed.
  case undecided
  /// The budget of nodes was spent before it was found out.
  case exhausted

  /// Whether it is certain that it holds for none.
  public var isImpossible: Bool {
    switch self {
    case .impossible: true
    case .possible, .undecided, .exhausted: false
    }
  }

  /// The invoice, if one is known.
  public var witness: Witness? {
    switch self {
    case .possible(let witness): witness
    case .impossible, .undecided, .exhausted: nil
    }
  }
}

/// The invoices that a condition holds for; sets of one space are combined like conditions.
public struct ConditionSet {
  /// The space.
  public let space: ConditionSpace

  let node: Node

  /// The invoices of both sets.
  public func intersection(_ other: ConditionSet) -> ConditionSet {
    ConditionSet(space: space, node: space.nodes.axes.diagram.intersection(node, other.node))
  }

  /// The invoices of either set.
  public func union(_ other: ConditionSet) -> ConditionSet {
    ConditionSet(space: space, node: space.nodes.axes.diagram.union(node, other.node))
  }

  /// The invoices of this set that are not in another.
  public func subtracting(_ other: ConditionSet) -> ConditionSet { intersection(other.complement) }

  /// All other invoices.
  public var complement: ConditionSet { ConditionSet(space: space, node: node.complement) }

  /// Whether the set holds an invoice.
  public var decision: Decision { space.decide([node]) }

  /// Whether it is certain that the set holds no invoice; cheaper than to ask for one.
  public var isEmpty: Bool { space.isImpossible(node, .always) }

  /// Whether it is certain that no invoice of the set is outside another.
  public func isCovered(by other: ConditionSet) -> Bool {
    space.isImpossible(node, other.node.complement)
  }

  /// Whether it is certain that no invoice of the set is outside all the others.
  public func isCovered(by others: [ConditionSet]) -> Bool {
    ConditionSetList(others, of: space).cover(self, at: Array(others.indices))
  }

  /// Whether it is certain that the sets have no invoice in common, all that invoices are known to
  /// obey considered.
  public func isApart(from other: ConditionSet) -> Bool {
    space.isImpossible(node, other.node)
  }

  /// Whether the sets have an invoice in common; cheaper than asking for their intersection.
  public func overlap(with other: ConditionSet) -> Decision { space.decide([node, other.node]) }

  /// Whether it is certain that the sets have no invoice in common; the cheapest question of all.
  public func isDisjoint(from other: ConditionSet) -> Bool {
    space.isDisjoint(node, from: other.node)
  }

  /// Whether the set holds an invoice that another does not: impossible if the other covers it.
  public func excess(over other: ConditionSet) -> Decision { excess(over: [other]) }

  /// Whether the set holds an invoice that none of the others does.
  ///
  /// It is impossible if together they cover it. Their union, which may be far larger than each of
  /// them, is not built.
  public func excess(over others: [ConditionSet]) -> Decision {
    space.decide([node] + others.map { $0.node.complement })
  }

  /// Whether an invoice tells the sets apart: impossible if they are the same.
  public func difference(from other: ConditionSet) -> Decision {
    let excess = excess(over: other)
    switch excess {
    case .possible: return excess
    case .impossible: return other.excess(over: self)
    case .undecided, .exhausted:
      let opposite = other.excess(over: self)
      return opposite.witness == nil ? excess : opposite
    }
  }

  /// The fields on which it depends whether an invoice is in the set; empty where the set was not
  /// worked out.
  public var fields: Set<FieldReference> {
    let bounded = space.bounded(node)
    guard bounded != .exhausted else { return [] }
    let levels = space.nodes.axes.diagram.support(of: bounded)
    return levels.reduce(into: []) { fields, level in
      fields.formUnion(space.fields(ofLevel: level))
    }
  }

  /// Whether the set itself asks for some of these fields, the facts of the domain aside.
  public func asks(forAnyOf fields: Set<FieldReference>) -> Bool {
    space.nodes.axes.diagram.support(of: node).contains { level in
      !space.fields(ofLevel: level).isDisjoint(with: fields)
    }
  }

  /// The invoices that some other values of some fields would bring into the set.
  public func projected(without fields: Set<FieldReference>) -> ConditionSet {
    let levels = fields.compactMap { space.nodes.axes.level(of: .field($0)) }
    let node = space.nodes.axes.diagram.projection(node, without: Set(levels))
    return ConditionSet(space: space, node: node)
  }

  /// The set as it is for invoices that share some of a witness's values.
  public func restricted(to witness: Witness, on fields: Set<FieldReference>) -> ConditionSet {
    var result = node
    for detail in witness.details where fields.contains(detail.field) {
      guard let level = space.nodes.axes.level(of: .field(detail.field)) else { continue }
      result = space.nodes.axes.restriction(result, level: level, to: detail.place)
    }
    return ConditionSet(space: space, node: result)
  }
}
