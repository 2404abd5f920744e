import Diagnostics
import Receivables
import Semantics
import TestSupport
import Testing

/// A rule set with a diagram and with all invoices written out.
private struct Comparison {
  let rules: RandomRules
  let space: ConditionSpace
  let sets: [ConditionSet]
  let points: PointSpace
  let possible: PointSet
  let pointSets: [PointSet]
  /// Whether a rounded figure may meet another field, so that figures are not always found.
  private let isRounding: Bool

  init(seed: UInt64, _ kind: RandomRules.Kind) {
    rules = RandomRules(seed: seed, kind)
    isRounding = kind == .relatedFields
    space = ConditionSpace(ScenarioSet(rules.conditions))
    let space = space
    sets = rules.conditions.map { space.set(of: $0) }
    let fields = Comparison.closed(rules.fields)
    points = PointSpace(fields, domain: RandomRules.domain)
    possible = Comparison.possiblePoints(points)
    let points = points
    pointSets = rules.conditions.map { points.points(of: $0) }
  }

  /// The fields, with the balance where facts tie others together through it.
  private static func closed(_ fields: [Field]) -> [Field] {
    let isTied = fields.contains(.brokenPromise) && fields.contains(.overdueInvoices)
    return isTied && !fields.contains(.balance) ? fields + [.balance] : fields
  }

  /// What is known of invoices, in plain words: the fields, and what holds for their values.
  private static let facts: [([Field], @Sendable ([Field: Value?]) -> Bool)] = [
    ([.promise, .brokenPromise], { !(yes($0[.promise]) && yes($0[.brokenPromise])) }),
    ([.brokenPromise, .balance], { !yes($0[.brokenPromise]) || cents($0[.balance]) > 0 }),
    (
      [.reminderCount, .daysSinceReminder],
      { ($0[.reminderCount] == .number(.zero)) == isAbsent($0[.daysSinceReminder]) }
    ),
    (
      [.averageDelay, .lateShare],
      { values in
        guard let delay = days(values[.averageDelay]) else { return isAbsent(values[.lateShare]) }
        if values[.lateShare] == .percentage(Percentage(fraction: .zero)) { return delay <= 0 }
        if values[.lateShare] == .percentage(Percentage(fraction: .one)) { return delay >= 1 }
        return !isAbsent(values[.lateShare])
      }
    ),
    (
      [.balance, .daysLate, .overdueInvoices],
      { values in
        guard cents(values[.balance]) > 0, (days(values[.daysLate]) ?? 0) > 0 else { return true }
        return values[.overdueInvoices] != .number(.zero)
      }
    ),
    ([.amount, .paid, .balance], { cents($0[.amount]) == cents($0[.paid]) + cents($0[.balance]) }),
    ([.paid, .balance], { cents($0[.paid]) + cents($0[.balance]) >= 0 }),
  ]

  /// The invoices that can exist.
  private static func possiblePoints(_ points: PointSpace) -> PointSet {
    var possible = PointSet(count: points.count).complement
    for (fields, fact) in facts where fields.allSatisfy({ points.fields.contains($0) }) {
      possible = possible.intersection(points.points(of: fields, fact))
    }
    return possible
  }

  private static func yes(_ value: Value??) -> Bool { value == .some(.truth(true)) }

  private static func isAbsent(_ value: Value??) -> Bool { value == .some(nil) }

  private static func cents(_ value: Value??) -> Int64 {
    if case .some(.money(let money)) = value { money.minorUnits } else { 0 }
  }

  private static func days(_ value: Value??) -> Int? {
    if case .some(.duration(let days)) = value { days } else { nil }
  }

  /// A question about invoices: those written out for which the answer is yes, and how to ask it of
  /// any other.
  struct Question {
    let name: String
    let points: PointSet
    let answer: (NaiveEvaluator) -> Bool
  }

  /// Compares a decision with the written-out invoices that it is about.
  func check(_ decision: Decision, _ question: Question) {
    let expected = question.points.intersection(possible)
    switch decision {
    case .impossible:
      #expect(expected.isEmpty, "\(question.name): impossible, and yet \(values(expected.first))")
    case .possible(let witness):
      check(witness, question)
    case .undecided where isRounding:
      break
    case .undecided, .exhausted:
      Issue.record("\(question.name): \(told(decision)), expected \(values(expected.first))")
    }
  }

  private func values(_ point: Int?) -> String {
    point.map { "\(points.values(of: $0))" } ?? "none"
  }

  /// Every possible invoice with the values of the witness must answer the question with yes, and
  /// there must be one if the values are among those written out.
  private func check(_ witness: Witness, _ question: Question) {
    var matching = possible
    var details: [Field: Value?] = [:]
    for detail in witness.details {
      guard case .field(let field) = detail.field else { continue }
      let content: Value?
      switch detail.content {
      case .value(let value): content = value
      case .otherText: content = .text((field == .currency ? "sek" : "un autre").folded)
      case .absent: content = nil
      }
      details[field] = .some(content)
      matching = matching.intersection(points.points(of: [field]) { $0[field] == .some(content) })
    }
    let isWrittenOut = details.allSatisfy { field, content in
      RandomRules.domain(of: field).contains(content)
    }
    if isWrittenOut {
      #expect(!matching.isEmpty, "\(question.name): no invoice is like \(witness.message.fr)")
      let wrong = matching.subtracting(question.points)
      #expect(wrong.isEmpty, "\(question.name): \(witness.message.fr), not \(values(wrong.first))")
    } else {
      for point in stride(from: 0, to: points.count, by: max(1, points.count / 40)) {
        let values = points.values(of: point).merging(details) { $1 }
        let isPossible = Comparison.facts.allSatisfy { fields, fact in
          !fields.allSatisfy { values[$0] != nil } || fact(values)
        }
        guard isPossible else { continue }
        let isRight = question.answer(NaiveEvaluator(values: values))
        #expect(isRight, "\(question.name): \(witness.message.fr), not \(values)")
      }
    }
  }
}

/// A scenario with a rule, whose condition is replaced.
private let frame = analyze([MarkedSource("J+7 email; sans prélude; si litige alors manuel").text])
  .scenarios

extension ScenarioSet {
  /// Conditions as the rules of one scenario.
  fileprivate init(_ conditions: [Condition]) {
    self = frame
    scenarios[0].rules = conditions.flatMap { condition in
      scenarios[0].rules.map { rule in
        var rule = rule
        rule.condition = condition
        return rule
      }
    }
  }
}

@Suite("The diagram agrees with invoices written out one by one")
struct DecisionAgreementTests {
  /// Seeds in groups, so that groups run side by side.
  static let groups = Array(0..<8)

  @Test("on what can hold, is reached, overlaps and is left out", arguments: groups)
  func agreement(_ group: Int) {
    for index in 0..<300 { compare(seed: UInt64(group * 1_000 + index), .singleFields) }
  }

  @Test("on fields compared with one another", arguments: groups)
  func relations(_ group: Int) {
    for index in 0..<60 { compare(seed: UInt64(group * 1_000 + index), .relatedFields) }
  }

  private func compare(seed: UInt64, _ kind: RandomRules.Kind) {
    let comparison = Comparison(seed: seed, kind)
    let sets = comparison.sets
    let points = comparison.pointSets
    var reached = comparison.space.nothing
    var reachedPoints = PointSet(count: comparison.points.count)
    let conditions = comparison.rules.conditions
    for first in sets.indices {
      let name = "seed \(seed), rule \(first)"
      comparison.check(
        sets[first].decision,
        Comparison.Question(name: name, points: points[first]) { $0.holds(conditions[first]) }
      )
      comparison.check(
        sets[first].excess(over: reached),
        Comparison.Question(
          name: "\(name) is reached",
          points: points[first].subtracting(reachedPoints)
        ) { invoice in
          invoice.holds(conditions[first]) && !conditions[..<first].contains { invoice.holds($0) }
        }
      )
      for second in 0..<first {
        comparison.check(
          sets[first].overlap(with: sets[second]),
          Comparison.Question(
            name: "\(name) overlaps \(second)",
            points: points[first].intersection(points[second])
          ) { $0.holds(conditions[first]) && $0.holds(conditions[second]) }
        )
      }
      reached = reached.union(sets[first])
      reachedPoints = reachedPoints.union(points[first])
    }
    comparison.check(
      reached.complement.decision,
      Comparison.Question(name: "seed \(seed), gap", points: reachedPoints.complement) { invoice in
        !conditions.contains { invoice.holds($0) }
      }
    )
  }
}
