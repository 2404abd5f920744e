import Diagnostics
import Receivables
import Syntax
import TestSupport
import Testing

@testable import Planning
@testable import Semantics

@Suite("The code of conditions answers as their trees do")
struct ConditionCodeTests {
  @Test("for conditions and ledgers drawn by lot", arguments: 0..<60)
  func agreement(_ seed: Int) throws {
    var lot = Lot(seed: UInt64(seed))
    let place = SourceRange(file: 0, lower: 0, upper: 0)
    let definitions = (0..<3).map { number in
      Definition(name: "d\(number)", body: .condition(lot.condition(1, 0, place)), range: place)
    }
    let conditions = (0..<40).map { _ in lot.condition(3, definitions.count, place) }
    var code = ConditionCode(definitions)
    let entries = conditions.map { code.add($0) }
    let set = ScenarioSet(
      scenarios: [],
      definitions: definitions,
      columns: [],
      rates: .shipped,
      templates: []
    )
    let day = try #require(CalendarDate(year: 2026, month: 2, day: 2))
    let rates = ExchangeRates(entries: [
      ExchangeRate(currency: try #require(Currency(code: "USD")), validFrom: day, perEuro: .one)
    ])
    let decider = Decider(
      scenarios: set,
      shelf: PlaybookShelf([], code: code),
      exchangeRates: rates
    )
    let customer = CustomerFacts(lot.account(on: day), on: day)
    var answers: Set<Verdict> = []
    let context = EvaluationContext(decider)
    for facts in customer.invoices {
      let subject = InvoiceSubject(customer: customer, facts: facts)
      let runner = Evaluator(subject, in: context)
      for (entry, condition) in zip(entries, conditions) {
        let walker = Evaluator(scenarios: set, rates: rates, subject: subject, message: nil)
        let expected = walker.verdict(of: condition)
        #expect(runner.verdict(of: entry) == expected, "\(condition)")
        answers.insert(expected)
      }
    }
    #expect(answers.count >= 2)
  }
}

/// Conditions and customers by lot.
private struct Lot {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  mutating func condition(_ depth: Int, _ definitions: Int, _ place: SourceRange) -> Condition {
    let kinds = depth == 0 ? 4 : 8
    switch below(kinds) {
    case 4: return .not(condition(depth - 1, definitions, place))
    case 5: return .and((0..<3).map { _ in condition(depth - 1, definitions, place) })
    case 6: return .or((0..<3).map { _ in condition(depth - 1, definitions, place) })
    case 7 where definitions > 0: return .definition(below(definitions), place)
    default: return .test(test(), place)
    }
  }

  private mutating func test() -> Condition.Test {
    let field = pick(Field.allCases)
    let reference = FieldReference.field(field)
    let type = field.entry.type
    if type == .truth, below(2) == 0 { return .truth(reference) }
    let relations: [Relation] =
      type.isOrdered
      ? [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual] : [.equal, .notEqual]
    switch below(6) {
    case 0: return .membership(.field(reference), (0..<3).map { _ in .literal(value(type)) })
    case 1 where type.isOrdered:
      return .between(.field(reference), .literal(value(type)), .literal(value(type)))
    case 2: return .isPresent(.field(reference))
    case 3: return .comparison(.literal(value(type)), pick(relations), .field(reference))
    default: return .comparison(.field(reference), pick(relations), .literal(value(type)))
    }
  }

  private mutating func value(_ type: ValueType) -> Value {
    switch type {
    case .text: .text(pick(["pme", "eti", "fr", "usd", "c1", "f1"]).folded)
    case .integer: .number(Rational(Int64(below(5))))
    case .number: .number(Rational(numerator: Int128(below(9)), denominator: 2) ?? .one)
    case .percentage: .percentage(Percentage(basisPoints: Int64(below(10_000))))
    case .money:
      .money(
        Money(
          minorUnits: Int64(below(5)) * 10_000 - 10_000,
          currency: pick(["EUR", "USD", "CHF"].compactMap { Currency(code: $0) })
        )
      )
    case .duration: .duration(below(60) - 20)
    case .date: .date(CalendarDate(dayNumber: 20_450 + below(60)))
    case .truth: .truth(below(2) == 0)
    case .risk: .risk(pick(Risk.allCases))
    case .kind: .kind(pick(InvoiceKind.allCases))
    case .weekday: .weekday(pick(Weekday.allCases))
    }
  }

  mutating func account(on day: CalendarDate) -> CustomerAccount {
    var customer = Customer(id: "C1")
    customer.segment = pick([nil, "PME", "ETI"])
    customer.country = pick([nil, "FR", "US"])
    customer.risk = pick(Risk.allCases)
    customer.isStrategic = below(2) == 0
    customer.isConsumer = below(3) == 0
    customer.creditLimit = pick([nil, 0, 10_000])
    customer.insolvencyOn = pick([nil, day.adding(days: -20)])
    var account = CustomerAccount(customer)
    for number in 0..<6 {
      let currency = pick(["EUR", "USD", "CHF"].compactMap { Currency(code: $0) })
      // The last of them overflows when its payments are taken off.
      let amount = number == 5 ? Int64.max : Int64(below(5)) * 10_000
      var invoice = Invoice(
        id: "F\(number)",
        dueOn: day.adding(days: below(60) - 40),
        amount: amount,
        currency: currency
      )
      invoice.kind = pick(InvoiceKind.allCases)
      invoice.issuedOn = pick([nil, invoice.dueOn.adding(days: -30)])
      invoice.hasInstalmentPlan = below(4) == 0
      var record = InvoiceAccount(invoice)
      if below(2) == 0 || number == 5 {
        let paidOn = day.adding(days: -below(30))
        record.payments.append(Payment(paidOn: paidOn, amount: pick([-10_000, 5_000, 10_000])))
      }
      if below(3) == 0 { record.disputes.append(Dispute(openedOn: day.adding(days: -3))) }
      if below(3) == 0 {
        record.promises.append(PaymentPromise(promisedOn: day.adding(days: below(10) - 5)))
      }
      if below(2) == 0 {
        record.reminders.append(
          Reminder(
            step: "x",
            rank: 35,
            channel: "email",
            nature: pick(["relance", "remerciement"]),
            sentOn: day.adding(days: -below(20))
          )
        )
      }
      account.invoices.append(record)
    }
    return account
  }
}
