import Diagnostics
import Receivables
import Semantics
import Syntax
import TestSupport

/// Rule sets drawn from a seed, over few fields with few values, so that all invoices that differ
/// for them can be written out.
struct RandomRules {
  /// Which questions may be asked.
  enum Kind {
    /// Only ones about a single field.
    case singleFields
    /// Also ones that compare fields with one another.
    case relatedFields
  }

  private var generator: SeededGenerator
  private let kind: Kind

  /// The fields that the rules ask for.
  private(set) var fields: [Field] = []
  /// The conditions, in the order of the rules.
  private(set) var conditions: [Condition] = []

  init(seed: UInt64, _ kind: Kind) {
    generator = SeededGenerator(seed: seed)
    self.kind = kind
    chooseFields()
    let count = Int.random(in: 2...6, using: &generator)
    conditions = (0..<count).map { _ in condition(depth: 2) }
  }

  /// All values of a field that rules can tell apart, with some to spare: every whole number from
  /// below the least constant to above the greatest.
  static func domain(of field: Field) -> [Value?] {
    switch field {
    case .balance, .outstanding: (-7...7).map { euros($0) }
    case .paid: (-7...7).map { euros($0) }
    case .amount: (0...12).map { euros($0) }
    case .creditLimit: [nil] + (-7...7).map { euros($0) }
    case .daysLate: (-7...7).map { .duration($0) }
    case .daysSinceReminder: [nil] + (0...7).map { .duration($0) }
    case .averageDelay: [nil] + (-7...7).map { .duration($0) }
    case .reminderCount, .overdueInvoices: (0...5).map { .number(Rational($0)) }
    case .month: (1...12).map { .number(Rational($0)) }
    case .lateShare: [nil] + (0...20).map { .percentage(Percentage(basisPoints: 500 * $0)) }
    case .dueDate: (20_480...20_487).map { .date(CalendarDate(dayNumber: $0)) }
    case .weekday: Weekday.allCases.map { .weekday($0) }
    case .risk: Risk.allCases.map { .risk($0) }
    case .kind: InvoiceKind.allCases.filter { $0 != .creditNote }.map { .kind($0) }
    case .segment: [nil, "pme", "eti", "public", "un autre"].map { $0.map { .text($0.folded) } }
    case .currency: ["eur", "usd", "chf", "sek"].map { .text($0.folded) }
    default: [.truth(false), .truth(true)]
    }
  }

  private static func euros(_ cents: Int) -> Value {
    .money(Money(minorUnits: Int64(cents), currency: .euro))
  }

  private mutating func chooseFields() {
    var pool: [Field] = [
      .balance, .daysLate, .reminderCount, .daysSinceReminder, .averageDelay, .lateShare, .month,
      .weekday, .risk, .kind, .dispute, .promise, .brokenPromise, .strategic, .segment, .currency,
      .overdueInvoices, .dueDate,
    ]
    if kind == .relatedFields {
      pool = [
        .outstanding, .creditLimit, .balance, .paid, .amount, .daysLate, .averageDelay, .risk,
      ]
    }
    pool.shuffle(using: &generator)
    var points = 1
    for field in pool.prefix(6) {
      let count = RandomRules.domain(of: field).count
      guard points * count <= 600 else { continue }
      points *= count
      fields.append(field)
    }
  }

  private mutating func condition(depth: Int) -> Condition {
    switch Int.random(in: 0...(depth > 0 ? 9 : 4), using: &generator) {
    case 0...4: test()
    case 5: .not(condition(depth: depth - 1))
    case 6, 7: .and(parts(depth))
    case _: .or(parts(depth))
    }
  }

  private mutating func parts(_ depth: Int) -> [Condition] {
    (0..<Int.random(in: 2...3, using: &generator)).map { _ in condition(depth: depth - 1) }
  }

  private mutating func test() -> Condition {
    let field = fields.randomElement(using: &generator) ?? .dispute
    let subject = Expression.field(.field(field))
    let type = field.entry.type
    let test: Condition.Test
    switch (type, Int.random(in: 0...9, using: &generator)) {
    case (.truth, 0): test = .isPresent(subject)
    case (.truth, _): test = .truth(.field(field))
    case (_, 0): test = .isPresent(subject)
    case (_, 1):
      test = .membership(subject, [.literal(constant(of: field)), .literal(constant(of: field))])
    case (.risk, _), (.kind, _), (.weekday, _), (.text, _):
      let relation: Relation = Bool.random(using: &generator) ? .equal : .notEqual
      test = .comparison(subject, relation, .literal(constant(of: field)))
    case (_, 2):
      test = .between(subject, .literal(constant(of: field)), .literal(constant(of: field)))
    case (_, _):
      let relation = Relation.allCases.randomElement(using: &generator) ?? .equal
      test = .comparison(expression(of: field), relation, object(for: field))
    }
    return .test(test, SourceRange(file: 0, lower: 0, upper: 0))
  }

  /// A value that rules compare with; figures stay well within the field's domain.
  private mutating func constant(of field: Field) -> Value {
    let number = Int.random(in: 0...2, using: &generator)
    switch field.entry.type {
    case .money: return RandomRules.euros(number)
    case .duration: return .duration(number)
    case .integer: return .number(Rational(Int64(field == .month ? 4 * number + 2 : number)))
    case .percentage: return .percentage(Percentage(basisPoints: Int64(2_500 * number)))
    case .date: return .date(CalendarDate(dayNumber: 20_482 + number))
    case .text, .number, .truth, .risk, .kind, .weekday:
      let values = RandomRules.domain(of: field).compactMap { $0 }
      return values.dropLast().randomElement(using: &generator) ?? .truth(true)
    }
  }

  /// The field, or the field with a constant added or multiplied by one.
  private mutating func expression(of field: Field) -> Expression {
    let subject = Expression.field(.field(field))
    let offset = Expression.literal(constant(of: field))
    switch (field.entry.type, Int.random(in: 0...7, using: &generator)) {
    case (.money, 0), (.duration, 0): return .sum(subject, offset)
    case (.money, 1), (.duration, 1): return .difference(offset, subject)
    case (.money, 2), (.duration, 2): return .product(subject, .literal(factor()))
    case (.money, 3), (.duration, 3): return .sum(.product(.literal(factor()), subject), offset)
    case (.money, 4), (.duration, 4): return .negated(subject)
    case (.date, 0): return .sum(subject, .literal(.duration(1)))
    case (_, _): return subject
    }
  }

  private mutating func factor() -> Value {
    let basisPoints = [5_000, 7_500, 12_500, 15_000, 20_000, 30_000, -10_000]
      .randomElement(using: &generator)
    return .number(Percentage(basisPoints: Int64(basisPoints ?? 10_000)).fraction)
  }

  /// What a field is compared with: a constant, or now and then a field of the same type.
  private mutating func object(for field: Field) -> Expression {
    let others = fields.filter { $0 != field && $0.entry.type == field.entry.type }
    if kind == .relatedFields, let other = others.randomElement(using: &generator),
      Bool.random(using: &generator)
    {
      let object = Expression.field(.field(other))
      guard Bool.random(using: &generator) else { return object }
      return .sum(object, .literal(constant(of: field)))
    }
    return .literal(constant(of: field))
  }
}
