import Receivables

/// An expression as a form, with what must be there for it to have a value.
struct Measure {
  /// What it comes to.
  var form: Form
  /// Whether products are rounded to the whole number: those of amounts and durations are.
  var grain: Grain
  /// The fields that it asks for.
  var fields: Set<FieldReference>
}

/// The answer to a comparison with zero.
enum Solution {
  /// It is the same for all invoices that have a value.
  case constant(Bool)
  /// It depends on where a value lies.
  case axis(Subject, Interval)
}

/// Turns expressions into forms, and comparisons of forms with zero into intervals of one axis.
///
/// What rests on a single field is solved for it exactly, rounding included: rounding is monotonic,
/// so that it can be undone at the ends of an interval.
struct ExpressionMeasure {
  private let definitions: [Definition]
  private let columns: [ExtraColumn]
  private let currency: Currency

  private(set) var atoms: [Atom] = []
  private var numbers: [Atom: Int] = [:]

  /// A measure of the expressions of a set of scenarios, amounts being those of a currency.
  init(_ scenarios: ScenarioSet, currency: Currency) {
    definitions = scenarios.definitions
    columns = scenarios.columns
    self.currency = currency
  }

  /// The difference of two expressions of one type.
  mutating func difference(
    _ left: Expression,
    _ right: Expression
  ) throws(ArithmeticOverflow) -> Measure {
    let currency = comparedCurrency(left, right)
    let first = try measure(left, currency)
    let second = try measure(right, currency)
    return Measure(
      form: try first.form.subtracting(second.form),
      grain: first.grain,
      fields: first.fields.union(second.fields)
    )
  }

  /// The values of one axis for which a form lies in an interval.
  func solution(_ form: Form, in interval: Interval) throws(ArithmeticOverflow) -> Solution {
    guard let first = form.terms.first else {
      return .constant(interval.contains(form.constant))
    }
    let moved = try interval.moved(by: form.constant.negated())
    guard form.terms.count == 1 else {
      let scale = try form.scale()
      let primitive = try form.linearPart.multiplied(by: Rational.one.divided(by: scale))
      return .axis(.form(primitive), try moved.divided(by: scale))
    }
    let values = try moved.divided(by: first.coefficient)
    switch atoms[first.atom] {
    case .field(let reference): return .axis(.field(reference), values)
    case .rounded(let inner): return try solution(inner, in: values.beforeRounding())
    case .amount, .foreign, .product: return .axis(.atom(first.atom), values)
    }
  }

  /// Whether a form has whole numbers as values only.
  func grain(of form: Form) -> Grain {
    let isWhole = form.terms.allSatisfy { term in
      term.coefficient.denominator == 1 && grain(ofAtom: term.atom) == .whole
    }
    return isWhole && form.constant.denominator == 1 ? .whole : .dense
  }

  /// Whether an atom has whole numbers as values only.
  func grain(ofAtom atom: Int) -> Grain {
    switch atoms[atom] {
    case .field(let reference): reference.type(in: columns).grain
    case .amount, .foreign, .rounded: .whole
    case .product(_, _, let grain): grain
    }
  }

  /// Every field an expression asks for.
  func fields(of expression: Expression) -> Set<FieldReference> {
    switch expression {
    case .literal: return []
    case .field(let reference): return [reference]
    case .definition(let index, _):
      guard let body = value(ofDefinition: index) else { return [] }
      return fields(of: body)
    case .negated(let inner): return fields(of: inner)
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right):
      return fields(of: left).union(fields(of: right))
    }
  }

  /// The expression a name stands for, if it stands for a value.
  func value(ofDefinition index: Int) -> Expression? {
    guard definitions.indices.contains(index) else { return nil }
    switch definitions[index].body {
    case .value(let expression): return expression
    case .condition: return nil
    }
  }
}

// MARK: Currencies

extension ExpressionMeasure {
  /// Adds the currencies of an expression's amounts other than zero, which is zero everywhere.
  func collectCurrencies(of expression: Expression, into currencies: inout Set<Currency>) {
    switch expression {
    case .literal(.money(let money)):
      if money.minorUnits != 0 { currencies.insert(money.currency) }
    case .literal, .field: break
    case .definition(let index, _):
      if let body = value(ofDefinition: index) { collectCurrencies(of: body, into: &currencies) }
    case .negated(let inner): collectCurrencies(of: inner, into: &currencies)
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right):
      collectCurrencies(of: left, into: &currencies)
      collectCurrencies(of: right, into: &currencies)
    }
  }

  /// The currency of a comparison's amounts: the only one written in it, or the space's own.
  private func comparedCurrency(_ left: Expression, _ right: Expression) -> Currency {
    var currencies: Set<Currency> = []
    collectCurrencies(of: left, into: &currencies)
    collectCurrencies(of: right, into: &currencies)
    guard currencies.count == 1, let only = currencies.first else { return currency }
    return only
  }
}

// MARK: Forms of expressions

extension ExpressionMeasure {
  private mutating func measure(
    _ expression: Expression,
    _ currency: Currency
  ) throws(ArithmeticOverflow) -> Measure {
    switch expression {
    case .literal(let value): return measure(value, currency)
    case .field(let reference): return measure(reference, currency)
    case .definition(let index, _):
      guard let body = value(ofDefinition: index) else { throw ArithmeticOverflow() }
      return try measure(body, currency)
    case .negated(let inner):
      var measure = try measure(inner, currency)
      measure.form = try measure.form.multiplied(by: Rational(-1))
      return measure
    case .sum(let left, let right):
      let first = try measure(left, currency)
      let second = try measure(right, currency)
      return Measure(
        form: try first.form.adding(second.form),
        grain: first.grain,
        fields: first.fields.union(second.fields)
      )
    case .difference(let left, let right):
      let first = try measure(left, currency)
      let second = try measure(right, currency)
      return Measure(
        form: try first.form.subtracting(second.form),
        grain: first.grain,
        fields: first.fields.union(second.fields)
      )
    case .product(let left, let right):
      return try product(try measure(left, currency), try measure(right, currency))
    }
  }

  private mutating func measure(_ value: Value, _ currency: Currency) -> Measure {
    let form: Form
    var grain = Grain.whole
    switch value {
    case .number(let number):
      form = Form(number)
      grain = .dense
    case .percentage(let percentage):
      form = Form(percentage.fraction)
      grain = .dense
    case .money(let money):
      if money.minorUnits == 0 || money.currency == currency {
        form = Form(Rational(money.minorUnits))
      } else {
        form = Form(atom: number(of: .foreign(money)))
      }
    case .duration(let days): form = Form(Rational(Int64(days)))
    case .date(let date): form = Form(Rational(Int64(date.dayNumber)))
    case .text, .truth, .risk, .kind, .weekday: form = Form(.zero)
    }
    return Measure(form: form, grain: grain, fields: [])
  }

  private mutating func measure(_ reference: FieldReference, _ currency: Currency) -> Measure {
    let type = reference.type(in: columns)
    let atom: Atom =
      type == .money && currency != self.currency
      ? .amount(reference, currency) : .field(reference)
    // Counts are numbers: their products are exact.
    let grain: Grain = type == .integer ? .dense : type.grain
    return Measure(form: Form(atom: number(of: atom)), grain: grain, fields: [reference])
  }

  private mutating func product(
    _ left: Measure,
    _ right: Measure
  ) throws(ArithmeticOverflow) -> Measure {
    let grain: Grain = left.grain == .whole || right.grain == .whole ? .whole : .dense
    var form: Form
    if left.form.terms.isEmpty {
      form = try right.form.multiplied(by: left.form.constant)
    } else if right.form.terms.isEmpty {
      form = try left.form.multiplied(by: right.form.constant)
    } else {
      form = Form(atom: number(of: .product(left.form, right.form, grain)))
    }
    if grain == .whole, self.grain(of: form) == .dense {
      form =
        form.terms.isEmpty
        ? Form(try form.constant.rounded()) : Form(atom: number(of: .rounded(form)))
    }
    return Measure(form: form, grain: grain, fields: left.fields.union(right.fields))
  }

  private mutating func number(of atom: Atom) -> Int {
    if let known = numbers[atom] { return known }
    atoms.append(atom)
    numbers[atom] = atoms.count - 1
    return atoms.count - 1
  }
}
