import Diagnostics
import Receivables

/// All invoices as conditions tell them apart, and the sets of them that conditions hold for.
///
/// Each field is an axis: figures are cut into intervals where conditions cut them, words and texts
/// are told apart by value, and fields that may be absent have "no value" before all values. What a
/// single field is compared with is decided exactly, arithmetic and rounding included; amounts are
/// decided as they are for invoices in `currency`. A comparison of fields with one another, or with
/// amounts of another currency, has an axis of its own: sets keep it apart as a question, and a
/// witness is only given if figures are found that answer it.
///
/// A space grows with what is asked of it and belongs to one task at a time.
public final class ConditionSpace {
  /// The currency in which amounts are compared: that of most amounts in the scenarios.
  public let currency: Currency

  /// How often all searches together may look at sets before only easy questions are answered.
  static let workAllowance = 4_000_000

  /// How many questions were left open because nodes or looks were spent.
  public internal(set) var unansweredCount = 0

  let columns: [ExtraColumn]
  let writtenTexts: [FoldedText: String]
  var workDone = 0
  var nodes: ConditionNodes
  private var background = Background()

  /// A space for the conditions of some scenarios.
  ///
  /// - Parameters:
  ///   - scenarios: the scenarios, with the definitions and columns that conditions refer to
  ///   - budget: the most nodes; what would need more is `Decision.exhausted`
  public init(_ scenarios: ScenarioSet, budget: Int = 200_000) {
    let uses = FieldUses(in: scenarios)
    currency = uses.mainCurrency
    columns = scenarios.columns
    writtenTexts = scenarios.writtenTexts
    nodes = ConditionNodes(
      scenarios,
      currency: currency,
      axes: SpaceAxes(uses.fieldOrder, budget: budget)
    )
  }

  /// How many nodes the diagram has, of those that the budget allows.
  public var nodeCount: Int { nodes.axes.diagram.nodeCount }

  /// All invoices.
  public var everything: ConditionSet { ConditionSet(space: self, node: .always) }

  /// No invoice.
  public var nothing: ConditionSet { ConditionSet(space: self, node: .never) }

  /// The invoices for which a condition holds.
  public func set(of condition: Condition) -> ConditionSet {
    ConditionSet(space: self, node: nodes.node(of: condition))
  }

  /// The invoices for which a condition holds, all of them without a condition.
  public func set(ofOptional condition: Condition?) -> ConditionSet {
    condition.map { set(of: $0) } ?? everything
  }

  /// The invoices of a set that can exist by the facts of the domain.
  func bounded(_ node: Node) -> Node {
    background.bound(node, in: &nodes)
  }
}

/// The facts of the domain as a set, in so far as they speak of fields that conditions ask for.
private struct Background {
  private var node = Node.always
  private var levels: Set<Int> = []
  /// How many levels had been asked for when the facts were last worked out; they only get more.
  private var askedCount = 0

  /// The points of a set that agree with the facts.
  mutating func bound(_ set: Node, in nodes: inout ConditionNodes) -> Node {
    refresh(&nodes)
    return nodes.axes.diagram.intersection(set, node)
  }

  /// Works the facts out anew once conditions ask for further fields that facts speak of; what they
  /// say of fields nobody asks for is left out.
  private mutating func refresh(_ nodes: inout ConditionNodes) {
    guard nodes.askedLevels.count != askedCount else { return }
    defer { askedCount = nodes.askedLevels.count }
    let asked = nodes.askedLevels.filter { $0 < nodes.axes.fieldCount }
    guard asked != levels else { return }
    levels = asked
    node = .always
    var reach = asked
    var waiting = DomainFact.allCases
    while let next = waiting.firstIndex(where: { !reach.isDisjoint(with: $0.levels(in: nodes)) }) {
      let fact = waiting.remove(at: next)
      reach.formUnion(fact.levels(in: nodes))
      node = nodes.axes.diagram.intersection(node, nodes.node(of: fact.condition))
    }
    nodes.askedLevels = nodes.askedLevels.filter { asked.contains($0) || !reach.contains($0) }
    node = nodes.axes.diagram.projection(node, without: reach.subtracting(asked))
  }
}

extension DomainFact {
  fileprivate func levels(in nodes: borrowing ConditionNodes) -> Set<Int> {
    Set(fields.compactMap { nodes.axes.level(of: .field(.field($0))) })
  }
}
