import Receivables
import Semantics
import Syntax

/// What makes the answers of some conditions change from one day to another without the invoice's
/// own rows changing.
///
/// A simulation looks at an invoice again only when an answer may have changed.
struct ConditionClock: Sendable {
  /// Two values that are compared and of which at least one moves with the day.
  struct Race: Sendable {
    let left: Expression
    let right: Expression
  }

  /// Whether a condition asks what the customer owes in all: it changes with payments and new
  /// invoices of the customer.
  private(set) var asksOutstanding = false
  /// Whether a condition asks what of that is overdue: it changes with due dates as well.
  private(set) var asksOverdue = false
  /// Whether a condition asks how punctually the customer paid: it changes with payments, and a year
  /// after them.
  private(set) var asksPunctuality = false
  /// Whether anything about the invoice itself is asked that its rows can change.
  private(set) var asksOwnRows = false
  /// Whether the answer depends on the month.
  private(set) var asksMonth = false
  /// Whether it depends on the day of the week, or in some other way on the very day.
  private(set) var asksDay = false
  /// The currencies of the amounts that are compared with amounts of the invoice.
  private(set) var currencies: Set<Currency> = []
  /// What moves from one day to the next.
  private(set) var races: [Race] = []

  private let scenarios: ScenarioSet

  init(_ scenarios: ScenarioSet) {
    self.scenarios = scenarios
  }

  /// The clock of everything that a scenario asks of an invoice that follows it.
  init(of scenario: Scenario, in scenarios: ScenarioSet) {
    self.init(scenarios)
    for rule in scenario.rules { add(rule.condition) }
    for step in scenario.steps { if let condition = step.condition { add(condition) } }
    add(scenario.threshold)
  }

  /// Whether the answers are the same on every day for an invoice in a currency.
  func isStill(in currency: Currency) -> Bool {
    !(asksOutstanding || asksOverdue || asksPunctuality || asksOwnRows || asksMonth || asksDay)
      && races.isEmpty && currencies.allSatisfy { $0 == currency }
  }

  mutating func add(_ condition: Condition) {
    switch condition {
    case .test(let test, _): add(test)
    case .definition(let index, _): addDefinition(index)
    case .not(let inner): add(inner)
    case .and(let parts), .or(let parts): for part in parts { add(part) }
    }
  }

  private mutating func add(_ test: Condition.Test) {
    switch test {
    case .truth(let reference): add(reference)
    case .comparison(let left, _, let right): add(left, against: right)
    case .membership(let expression, let members):
      for member in members { add(expression, against: member) }
    case .between(let expression, let lower, let upper):
      add(expression, against: lower)
      add(expression, against: upper)
    case .isPresent(let expression): add(expression)
    }
  }

  private mutating func add(_ left: Expression, against right: Expression) {
    add(left)
    add(right)
    if moves(left) || moves(right) { races.append(Race(left: left, right: right)) }
  }

  private mutating func add(_ expression: Expression) {
    switch expression {
    case .literal(.money(let money)): add(money)
    case .literal: break
    case .field(let reference): add(reference)
    case .definition(let index, _): addDefinition(index)
    case .negated(let inner): add(inner)
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right):
      add(left)
      add(right)
    }
  }

  private mutating func add(_ money: Money) {
    if money.minorUnits != 0 { currencies.insert(money.currency) }
  }

  private mutating func addDefinition(_ index: Int) {
    switch scenarios.definitions[index].body {
    case .condition(let condition): add(condition)
    case .value(let expression): add(expression)
    }
  }

  private mutating func add(_ reference: FieldReference) {
    switch reference {
    // No condition of a scenario asks a message.
    case .message: break
    case .column(let index):
      let column = scenarios.columns[index]
      if column.table == .customers, column.kind == .money { currencies.insert(.euro) }
    case .field(let field):
      switch field {
      case .amount, .age, .daysLate, .limitation, .dueDate, .issueDate, .kind, .instalmentPlan,
        .invoice, .customer, .name, .segment, .category, .country, .language, .currency, .email,
        .phone, .address, .risk, .strategic, .sensitive, .consumer:
        break
      case .paid, .balance, .dispute, .insolvency, .promise, .brokenPromise, .reminderCount,
        .daysSinceReminder:
        asksOwnRows = true
      case .outstanding: asksOutstanding = true
      case .overdue, .overdueInvoices: asksOverdue = true
      case .averageDelay, .lateShare: asksPunctuality = true
      case .creditLimit: currencies.insert(.euro)
      case .weekday: asksDay = true
      case .month: asksMonth = true
      }
    }
  }

  /// Whether the value of an expression moves with the day.
  private func moves(_ expression: Expression) -> Bool {
    switch expression {
    case .literal: false
    case .field(let reference): Motion.slope(of: reference) != 0
    case .definition(let index, _):
      switch scenarios.definitions[index].body {
      case .condition: false
      case .value(let value): moves(value)
      }
    case .negated(let inner): moves(inner)
    case .sum(let left, let right), .difference(let left, let right),
      .product(let left, let right):
      moves(left) || moves(right)
    }
  }
}

/// How a value in days moves: where it stands on a day, and by how much it grows each day.
struct Motion {
  /// The value on the day.
  var value: ValueOutcome
  /// How much it grows from day to day; absent where it does not move evenly.
  var slope: Int?

  /// By how much a field grows each day.
  static func slope(of reference: FieldReference) -> Int {
    switch reference {
    case .field(.daysLate), .field(.age), .field(.daysSinceReminder): 1
    case .field(.limitation): -1
    case .field, .column, .message: 0
    }
  }

  /// The motion of an expression for an invoice on a day; amounts in other currencies, which do not
  /// move by themselves, are left out.
  init(of expression: Expression, for subject: InvoiceSubject, in scenarios: ScenarioSet) {
    func motion(_ expression: Expression) -> Motion {
      Motion(of: expression, for: subject, in: scenarios)
    }
    switch expression {
    case .literal(let value): self.init(value: .value(value), slope: 0)
    case .field(.field(let field)):
      self.init(value: subject.value(of: field), slope: Motion.slope(of: .field(field)))
    case .field(.column(let index)):
      self.init(value: subject.value(ofColumn: index, in: scenarios.columns), slope: 0)
    case .field(.message): self.init(value: .absent, slope: 0)
    case .definition(let index, _):
      switch scenarios.definitions[index].body {
      case .value(let expression): self = motion(expression)
      case .condition: self.init(value: .absent, slope: nil)
      }
    case .negated(let inner):
      let inner = motion(inner)
      self.init(value: inner.value.negated, slope: inner.slope.map { -$0 })
    case .sum(let left, let right):
      let (left, right) = (motion(left), motion(right))
      self.init(value: left.value.adding(right.value), left.slope, right.slope) { $0 + $1 }
    case .difference(let left, let right):
      let (left, right) = (motion(left), motion(right))
      self.init(value: left.value.subtracting(right.value), left.slope, right.slope) { $0 - $1 }
    case .product(let left, let right):
      let (left, right) = (motion(left), motion(right))
      let isStill = left.slope == 0 && right.slope == 0
      // A product is rounded to the day and so moves unevenly.
      self.init(value: left.value.multiplied(by: right.value), slope: isStill ? 0 : nil)
    }
  }

  private init(value: ValueOutcome, slope: Int?) {
    self.value = value
    self.slope = slope
  }

  private init(
    value: ValueOutcome,
    _ left: Int?,
    _ right: Int?,
    _ combine: (Int, Int) -> Int
  ) {
    self.value = value
    if let left, let right { slope = combine(left, right) }
  }

  /// After how many days the order of two values differs from what it is today; absent if it never
  /// does, at least one.
  static func daysToChange(_ left: Motion, _ right: Motion) -> Int? {
    switch (left.value, right.value) {
    // What is absent stays so until a row changes.
    case (.absent, _), (_, .absent): return nil
    case (.value(let first), .value(let second)):
      guard let leftSlope = left.slope, let rightSlope = right.slope else { return 1 }
      let slope = leftSlope - rightSlope
      guard slope != 0 else { return nil }
      guard let gap = gap(first, second) else { return 1 }
      if gap == 0 { return 1 }
      guard (gap > 0) != (slope > 0) else { return nil }
      let (size, pace) = (gap.magnitude, slope.magnitude)
      return Int(clamping: (size + pace - 1) / pace)
    case (.unknown, _), (_, .unknown): return 1
    }
  }

  private static func gap(_ left: Value, _ right: Value) -> Int? {
    switch (left, right) {
    case (.duration(let left), .duration(let right)):
      let (gap, overflow) = left.subtractingReportingOverflow(right)
      return overflow || gap == .min ? nil : gap
    case (.date(let left), .date(let right)): return left.days(since: right)
    case (_, _): return nil
    }
  }
}
