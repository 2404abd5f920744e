import Diagnostics
import Receivables
import Semantics
import Syntax

/// Two bounds of the invoices that something happens to, as far as it can be told without knowing
/// the day: those it surely happens to, and those it possibly does.
///
/// Between the two lies what fields decide that move as days go by.
struct Reach {
  /// These, whatever the moving fields.
  var surely: ConditionSet
  /// These, for some values of the moving fields.
  var possibly: ConditionSet

  /// What happens where this does not.
  var complement: Reach { Reach(surely: possibly.complement, possibly: surely.complement) }

  /// Where both happen.
  func intersection(_ other: Reach) -> Reach {
    Reach(
      surely: surely.intersection(other.surely),
      possibly: possibly.intersection(other.possibly)
    )
  }

  /// Where one of both happens.
  func union(_ other: Reach) -> Reach {
    Reach(surely: surely.union(other.surely), possibly: possibly.union(other.possibly))
  }

  /// Where this happens and the other does not.
  func subtracting(_ other: Reach) -> Reach { intersection(other.complement) }
}

/// The invoices of timelines: nothing happens to them, so that every step has its day.
///
/// They are in no dispute, instalment plan, promise or insolvency, and nobody pays. Questions about
/// these fields are answered so, and don't show in witnesses.
struct QuietInvoices {
  private let space: ConditionSpace
  private let quiet: ConditionSet
  private static let still: [Field] = [
    .dispute, .instalmentPlan, .insolvency, .promise, .brokenPromise,
  ]
  private static let stillFields = Set(still.map { FieldReference.field($0) })
  private static let moving = Set(
    Field.allCases.filter { $0.pace == .moving && !still.contains($0) }
      .map { FieldReference.field($0) }
  )
  private static let calendar: Set<FieldReference> = [.field(.weekday), .field(.month)]

  /// The quiet invoices of a space.
  init(_ space: ConditionSpace) {
    self.space = space
    quiet = QuietInvoices.still.reduce(space.everything) { set, field in
      let holds = Condition.test(
        .truth(.field(field)),
        SourceRange(file: 0, lower: 0, upper: 0)
      )
      return set.subtracting(space.set(of: holds))
    }
  }

  /// All of them.
  var all: Reach { Reach(surely: space.everything, possibly: space.everything) }

  /// None of them.
  var none: Reach { Reach(surely: space.nothing, possibly: space.nothing) }

  /// Those that a condition holds for; all of them without one.
  func reach(of condition: Condition?) -> Reach {
    guard let condition else { return all }
    let set = space.set(of: condition)
    return Reach(
      surely: possible(set.complement, over: QuietInvoices.moving).complement,
      possibly: possible(set, over: QuietInvoices.moving)
    )
  }

  /// Those that a condition holds for on every day of the year, or, as `possibly`, on some day of it.
  ///
  /// A pause in August holds steps back; it does not keep an invoice from them.
  func lastingReach(of condition: Condition) -> Reach {
    let set = space.set(of: condition)
    let lasting = possible(set.complement, over: QuietInvoices.calendar).complement
    return Reach(
      surely: possible(lasting.complement, over: QuietInvoices.moving).complement,
      possibly: possible(lasting, over: QuietInvoices.moving)
    )
  }

  /// Those that owe something altogether, where the scenarios ask for it at all.
  func owing(where asked: [ConditionSet]) -> ConditionSet {
    guard asked.contains(where: { $0.asks(forAnyOf: [.field(.outstanding)]) }) else {
      return space.everything
    }
    let condition = Condition.test(
      .comparison(
        .field(.field(.outstanding)),
        .greater,
        .literal(.money(Money(minorUnits: 0, currency: space.currency)))
      ),
      SourceRange(file: 0, lower: 0, upper: 0)
    )
    return space.set(of: condition)
  }

  /// The quiet invoices that some values of fields would bring into a set; all of them where a
  /// question stays that those fields answer together with others.
  private func possible(_ set: ConditionSet, over open: Set<FieldReference>) -> ConditionSet {
    let others = open.union(QuietInvoices.stillFields)
    guard set.asks(forAnyOf: others) else { return set }
    let projected = set.intersection(quiet)
      .projected(without: QuietInvoices.stillFields)
      .projected(without: open)
    return projected.asks(forAnyOf: others) ? space.everything : projected
  }
}
