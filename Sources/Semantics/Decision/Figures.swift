import Receivables

/// A figure that an invoice has.
enum Unknown: Hashable {
  /// A field; an amount in the space's own currency.
  case field(FieldReference)
  /// A field that is an amount, as it is in another currency.
  case amount(FieldReference, Currency)
  /// The day on which conditions are asked.
  case day
  /// A value that was rounded, by the number of its atom.
  case rounded(Int)

  /// A field of the language.
  static func field(_ field: Field) -> Unknown { .field(.field(field)) }

  /// The field, if it is one.
  var field: FieldReference? {
    switch self {
    case .field(let field), .amount(let field, _): field
    case .day, .rounded: nil
    }
  }

  /// The currency of an amount in another than the space's own.
  var otherCurrency: Currency? {
    switch self {
    case .amount(_, let currency): currency
    case .field, .day, .rounded: nil
    }
  }
}

/// The figures of an invoice, as far as they matter.
struct Figures {
  /// The figures.
  var values: [Unknown: Rational] = [:]
  /// The fields without a value.
  var absences: Set<FieldReference> = []

  subscript(field: Field) -> Rational? { values[.field(field)] }
}

extension Atom {
  /// The figure that an atom is; `nil` for one that is more than a figure.
  func figure(number: Int) -> Unknown? {
    switch self {
    case .field(let reference): .field(reference)
    case .amount(let reference, let currency): .amount(reference, currency)
    case .rounded: .rounded(number)
    case .foreign, .product: nil
    }
  }
}

extension Form {
  /// What a form comes to; `nil` if a figure is not known.
  func value(_ figures: [Unknown: Rational], atoms: [Atom]) -> Rational? {
    do throws(ArithmeticOverflow) {
      var sum = constant
      for term in terms {
        guard let figure = atoms[term.atom].figure(number: term.atom), let value = figures[figure]
        else { return nil }
        sum = try sum.adding(value.multiplied(by: term.coefficient))
      }
      return sum
    } catch {
      return nil
    }
  }
}

/// What is known of the figures of an invoice before they are chosen.
struct FigureSketch {
  /// That a sum of multiples of figures lies in an interval.
  struct Relation {
    /// The figures and their factors.
    let terms: [(figure: Unknown, factor: Rational)]
    /// Where the sum lies.
    let target: Interval
  }

  /// The figures, in the order in which they came up.
  private(set) var figures: [Unknown] = []
  /// Where each lies.
  private(set) var intervals: [Unknown: Interval] = [:]
  /// How they hang together.
  private(set) var relations: [Relation] = []
  /// The fields without a value.
  var absences: Set<FieldReference> = []

  /// Adds a figure, or narrows it.
  mutating func add(_ figure: Unknown, _ interval: Interval) {
    if let known = intervals[figure] {
      intervals[figure] = known.intersection(interval)
    } else {
      figures.append(figure)
      intervals[figure] = interval
    }
  }

  /// Adds a relation, and the figures in it that have not come up yet.
  mutating func add(
    _ terms: [(figure: Unknown, factor: Rational)],
    in target: Interval,
    domain: (Unknown) -> Interval
  ) {
    for term in terms where intervals[term.figure] == nil {
      add(term.figure, domain(term.figure))
    }
    relations.append(Relation(terms: terms, target: target))
  }

  /// Whether a field of the language has come up.
  func has(_ field: Field) -> Bool { intervals[.field(field)] != nil }

  /// Whether a field is asked for in two currencies, which no rate brings together here.
  var hasFieldInTwoCurrencies: Bool {
    let fields = figures.compactMap { $0.field }
    return Set(fields).count < fields.count
  }
}
