import Diagnostics
import Receivables
import Syntax

/// A relation between fields that holds for every invoice conditions are asked about.
///
/// Only what is true without exception stands here: a relation that bad data could break would make
/// a finding false. Bounds of a single field are those of `Field.domain`.
enum DomainFact: CaseIterable {
  /// The latest promise is for a day to come or for one gone by, never both.
  case promiseIsOpenOrBroken
  /// A promise is broken only while a balance is left.
  case brokenPromiseLeavesBalance
  /// There is a last reminder exactly where there are reminders; thanks count for neither.
  case remindersHaveALast
  /// Mean delay and share of late payments are taken over the same invoices.
  case habitsAreKnownTogether
  /// Who never paid late has a mean delay of zero or less.
  case neverLateHasNoDelay
  /// Who always paid late has a mean delay of at least a day, each delay being one.
  case alwaysLateHasDelay
  /// An invoice has an age exactly where it has an issue date.
  case issueDateGivesAge
  /// What is owed past its due date counts among the customer's overdue invoices itself.
  case overdueInvoiceCountsItself

  /// The fact as a condition that always holds.
  var condition: Condition {
    switch self {
    case .promiseIsOpenOrBroken:
      .not(.and([.isTrue(.promise), .isTrue(.brokenPromise)]))
    case .brokenPromiseLeavesBalance:
      .or([.not(.isTrue(.brokenPromise)), .openBalance])
    case .remindersHaveALast:
      .same(.isPresent(.daysSinceReminder), .not(.isZero(.reminderCount)))
    case .habitsAreKnownTogether:
      .same(.isPresent(.averageDelay), .isPresent(.lateShare))
    case .neverLateHasNoDelay:
      .or([
        .not(.test(.lateShare, .equal, .percentage(Percentage(fraction: .zero)))),
        .test(.averageDelay, .lessOrEqual, .duration(0)),
      ])
    case .alwaysLateHasDelay:
      .or([
        .not(.test(.lateShare, .equal, .percentage(Percentage(fraction: .one)))),
        .test(.averageDelay, .greaterOrEqual, .duration(1)),
      ])
    case .issueDateGivesAge:
      .same(.isPresent(.issueDate), .isPresent(.age))
    case .overdueInvoiceCountsItself:
      .or([
        .not(.openBalance),
        .not(.test(.daysLate, .greater, .duration(0))),
        .not(.isZero(.overdueInvoices)),
      ])
    }
  }

  /// The fields it speaks of.
  var fields: [Field] {
    switch self {
    case .promiseIsOpenOrBroken: [.promise, .brokenPromise]
    case .brokenPromiseLeavesBalance: [.brokenPromise, .balance]
    case .remindersHaveALast: [.reminderCount, .daysSinceReminder]
    case .habitsAreKnownTogether, .neverLateHasNoDelay, .alwaysLateHasDelay:
      [.averageDelay, .lateShare]
    case .issueDateGivesAge: [.issueDate, .age]
    case .overdueInvoiceCountsItself: [.balance, .daysLate, .overdueInvoices]
    }
  }
}

extension Condition {
  /// That something is owed for the invoice: what holds wherever a step other than thanks is due.
  public static var openBalance: Condition {
    .test(.balance, .greater, .money(Money(minorUnits: 0, currency: .euro)))
  }

  /// That a truth field holds.
  public static func isTrue(_ field: Field) -> Condition {
    .test(.truth(.field(field)), .nowhere)
  }

  /// A field compared with a value, written by no file.
  public static func test(_ field: Field, _ relation: Relation, _ value: Value) -> Condition {
    .test(.comparison(.field(.field(field)), relation, .literal(value)), .nowhere)
  }

  /// That a field has a value.
  public static func isPresent(_ field: Field) -> Condition {
    .test(.isPresent(.field(.field(field))), .nowhere)
  }

  fileprivate static func isZero(_ count: Field) -> Condition {
    .test(count, .equal, .number(.zero))
  }

  fileprivate static func same(_ left: Condition, _ right: Condition) -> Condition {
    .or([.and([left, right]), .and([.not(left), .not(right)])])
  }
}

extension SourceRange {
  /// The place of what no file says.
  fileprivate static let nowhere = SourceRange(file: 0, lower: 0, upper: 0)
}
