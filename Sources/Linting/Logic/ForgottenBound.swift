import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// LOG207: a value between two intervals that belongs to neither.
  static let forgottenBound: Lint = Lint(
    CodePage(
      code: "LOG207",
      severity: .warning,
      title: Message(fr: "borne oubliée", en: "forgotten bound"),
      reports: Message(
        fr: "`< X` d'un côté et `> X` de l'autre, si bien que X lui-même n'est nulle part : dans"
          + " deux règles de même sorte, deux étapes de même moment, deux `pour`, ou un `ou`",
        en: "`< X` on one side and `> X` on the other, so that X itself is nowhere: in two rules of"
          + " one sort, two steps of one moment, two `pour`, or an `ou`"
      ),
      matters: Message(
        fr: "une facture de 1 000,00 € tout rond échappe aux deux, et elles ne sont pas rares",
        en: "an invoice of exactly 1 000,00 € escapes both, and there are many of them"
      ),
      example: "J+7 email\nsi solde < 1 000 € alors ton doux\nsi solde > 1 000 € alors ton ferme",
      instead: "J+7 email\nsi solde < 1 000 € alors ton doux\nsi solde >= 1 000 € alors ton ferme",
      basis: [.intervals, .diagram],
      fixes: [.proposed]
    ),
    check: { subject in
      subject.forgottenBounds.map { bound in
        Lint.forgottenBound.finding(
          at: bound.later,
          Message(
            fr: "la valeur du milieu n'est ni ici ni là : \(bound.example.fr)",
            en: "the value between is neither here nor there: \(bound.example.en)"
          ),
          notes: [
            DiagnosticNote(Message(fr: "l'autre côté", en: "the other side"), at: bound.earlier)
          ],
          help: Message(
            fr: "écrire `<=` ou `>=` d'un des deux côtés",
            en: "write `<=` or `>=` on one of the two sides"
          ),
          fix: subject.closing(bound.later)
        )
      }
    }
  )
}

/// Two comparisons between which a value was forgotten.
struct ForgottenBound {
  /// The comparison that comes first in the file.
  let earlier: SourceRange
  /// The other.
  let later: SourceRange
  /// The invoices that neither takes.
  let gap: ConditionSet
  /// One of them, in words.
  let example: Message
}

extension LintSubject {
  /// The forgotten bounds, each once, in the order of the files.
  func findForgottenBounds() -> [ForgottenBound] {
    var bounds: [ForgottenBound] = []
    var told: Set<SourceRange> = []
    for group in boundGroups() {
      for bound in group.bounds(in: self) where !told.contains(bound.later) {
        told.formUnion([bound.later, bound.earlier])
        bounds.append(bound)
      }
    }
    return bounds.sorted {
      ($0.later.file, $0.later.lower) < ($1.later.file, $1.later.lower)
    }
  }

  private func boundGroups() -> [BoundGroup] {
    let open = space.set(of: .openBalance)
    var groups: [BoundGroup] = []
    let scopes = scenarioSets.map { $0.scenario.appliesTo }
    if !scopes.contains(where: { $0 == nil }) {
      groups.append(BoundGroup(scopes.compactMap { $0 }, asked: open))
    }
    for sets in scenarioSets {
      var rules = GroupedConditions<EffectSort>()
      for rule in sets.scenario.rules where rule.origin == .own && rule.otherwise.isEmpty {
        var sorts: [EffectSort] = []
        for sort in rule.effects.map({ EffectSort($0) }) where !sorts.contains(sort) {
          sorts.append(sort)
          rules.add(rule.condition, to: sort)
        }
      }
      var steps = GroupedConditions<Moment>()
      for step in sets.scenario.steps { steps.add(step.condition, to: step.moment) }
      groups += rules.groups.map { BoundGroup($0, asked: sets.addressed) }
      groups += steps.groups.map { BoundGroup($0, asked: open) }
    }
    let dead = conditionVerdicts.deadStatements
    for written in conditionVerdicts.written where !dead.contains(written.statement) {
      groups += written.condition.alternatives.map { BoundGroup($0, asked: written.asked) }
    }
    return groups
  }

  /// A proposal that takes the bound in.
  fileprivate func closing(_ comparison: SourceRange) -> Fix? {
    for written in conditionVerdicts.written where written.syntax.range.file == comparison.file {
      guard written.statement.lower <= comparison.lower, comparison.upper <= written.statement.upper
      else { continue }
      var fix: Fix?
      written.syntax.walk { inner in
        guard inner.range == comparison, case .comparison(_, let relation, _) = inner.kind else {
          return
        }
        let closed: Relation = relation.value == .less ? .lessOrEqual : .greaterOrEqual
        fix = Fix(.proposed, replacing: relation.range, with: closed.rawValue)
      }
      if let fix { return fix }
    }
    return nil
  }
}

/// Conditions by what they are about; where one of a group is missing nothing is left over.
private struct GroupedConditions<Key: Hashable> {
  private var conditions: [Key: [Condition]] = [:]
  private var complete: Set<Key> = []
  private var order: [Key] = []

  mutating func add(_ condition: Condition?, to key: Key) {
    if conditions[key] == nil { order.append(key) }
    conditions[key, default: []] += [condition].compactMap { $0 }
    if condition == nil { complete.insert(key) }
  }

  var groups: [[Condition]] {
    order.filter { !complete.contains($0) }.compactMap { conditions[$0] }
  }
}

/// Conditions that part the invoices among them.
private final class BoundGroup {
  private let conditions: [Condition]
  private let asked: ConditionSet
  private lazy var sets = conditions.map { asked.space.set(of: $0) }
  /// What each side takes once its bound is taken in.
  private var closed: [SourceRange: ConditionSet] = [:]

  init(_ conditions: [Condition], asked: ConditionSet) {
    self.conditions = conditions
    self.asked = asked
  }

  private struct Bound: Hashable {
    let field: FieldReference
    let value: Value
  }

  private struct Side {
    let member: Int
    let range: SourceRange
  }

  /// The bounds that one condition ends before, another begins behind, and none takes.
  func bounds(in subject: LintSubject) -> [ForgottenBound] {
    var below: [(Bound, Side)] = []
    var above: [Bound: [Side]] = [:]
    for (member, condition) in conditions.enumerated() {
      condition.walkPlain { test, range in
        guard case .comparison(let left, let relation, let right) = test else { return }
        switch (left, right) {
        case (.field(let field), .literal(let value)):
          let bound = Bound(field: field, value: value)
          let side = Side(member: member, range: range)
          if relation == .less { below.append((bound, side)) }
          if relation == .greater { above[bound, default: []].append(side) }
        case (.literal(let value), .field(let field)):
          let bound = Bound(field: field, value: value)
          let side = Side(member: member, range: range)
          if relation == .greater { below.append((bound, side)) }
          if relation == .less { above[bound, default: []].append(side) }
        case (_, _): break
        }
      }
    }
    return below.compactMap { bound, side in
      for other in above[bound] ?? [] where other.member != side.member {
        if let found = gap(side, other, in: subject) { return found }
      }
      return nil
    }
  }

  private func closed(_ side: Side) -> ConditionSet {
    if let known = closed[side.range] { return known }
    let set = asked.space.set(of: conditions[side.member].closing(side.range))
    closed[side.range] = set
    return set
  }

  private func gap(_ below: Side, _ above: Side, in subject: LintSubject) -> ForgottenBound? {
    let (first, second) = (closed(below), closed(above))
    if first.isDisjoint(from: second) { return nil }
    let gap = first.intersection(second).intersection(asked)
    guard case .possible(let witness) = gap.excess(over: sets) else { return nil }
    let isBelowFirst =
      (below.range.file, below.range.lower) < (above.range.file, above.range.lower)
    return ForgottenBound(
      earlier: isBelowFirst ? below.range : above.range,
      later: isBelowFirst ? above.range : below.range,
      gap: gap,
      example: subject.words(
        for: witness,
        asking: [conditions[below.member], conditions[above.member]]
      )
    )
  }
}

extension Condition {
  /// Shows the tests of a condition that no `non` turns round; those of definitions stay out.
  func walkPlain(_ visit: (Condition.Test, SourceRange) -> Void) {
    switch self {
    case .test(let test, let range): visit(test, range)
    case .definition, .not: break
    case .and(let parts), .or(let parts): for part in parts { part.walkPlain(visit) }
    }
  }

  /// The condition with the bound of one comparison taken in.
  fileprivate func closing(_ range: SourceRange) -> Condition {
    switch self {
    case .test(.comparison(let left, .less, let right), range):
      .test(.comparison(left, .lessOrEqual, right), range)
    case .test(.comparison(let left, .greater, let right), range):
      .test(.comparison(left, .greaterOrEqual, right), range)
    case .test, .definition, .not: self
    case .and(let parts): .and(parts.map { $0.closing(range) })
    case .or(let parts): .or(parts.map { $0.closing(range) })
    }
  }

  /// The alternatives of every `ou` that no `non` turns round.
  fileprivate var alternatives: [[Condition]] {
    switch self {
    case .test, .definition, .not: []
    case .and(let parts): parts.flatMap { $0.alternatives }
    case .or(let parts): [parts] + parts.flatMap { $0.alternatives }
    }
  }
}
