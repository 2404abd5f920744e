import Receivables

/// Finds the figures of an invoice in a box.
///
/// Beside the sides of the box it knows how the figures of one invoice hang together: what is paid
/// and what is left make up the amount, the day lies as far from the due date as from the issue
/// date, and limitation counts from the due date.
struct BoxFigures {
  private let atoms: [Atom]
  private let columns: [ExtraColumn]
  private let currency: Currency

  /// A search for figures that are made of atoms; amounts in a currency.
  init(atoms: [Atom], columns: [ExtraColumn], currency: Currency) {
    self.atoms = atoms
    self.columns = columns
    self.currency = currency
  }

  /// How a person would choose a value on an axis.
  func natural(_ axis: Axis) -> NaturalValue {
    switch axis.subject {
    case .field(let reference): return natural(.field(reference))
    case .atom(let atom):
      guard case .amount(let reference, let other) = atoms[atom] else {
        return NaturalValue(axis.grain)
      }
      return natural(.amount(reference, other))
    case .form, .sameText, .outOfRange: return NaturalValue(axis.grain)
    }
  }

  private func natural(_ figure: Unknown) -> NaturalValue {
    switch figure {
    case .field(let reference):
      NaturalValue(of: reference, type: type(of: figure), currency: currency)
    case .amount(let reference, let other):
      NaturalValue(of: reference, type: .money, currency: other)
    }
  }

  /// The figures of an invoice in a box.
  func figures(in box: [BoxSide], _ axes: SpaceAxes) -> BoxOutcome {
    var sketch = Sketch()
    var derived: [(form: Form, target: Interval)] = []
    for side in box {
      switch axes.axes[side.level].subject {
      case .field(let reference):
        if let values = side.values {
          sketch.add(.field(reference), values)
        } else {
          sketch.absences.insert(reference)
        }
      case .atom(let atom):
        switch atoms[atom] {
        case .amount(let reference, let other):
          sketch.add(.amount(reference, other), side.values ?? .all)
        case .field, .foreign, .rounded, .product: return .unknown
        }
      case .form(let form): derived.append((form, side.values ?? .all))
      case .sameText, .outOfRange: return .unknown
      }
    }
    for (form, target) in derived {
      guard let constraint = constraint(form, target) else { return .unknown }
      sketch.constraints.append(constraint)
    }
    return solve(sketch)
  }

  /// A form as a sum of figures; `nil` if one of its atoms is more than a figure.
  private func constraint(_ form: Form, _ target: Interval) -> LinearConstraint? {
    var terms: [(figure: Unknown, factor: Rational)] = []
    for term in form.terms {
      switch atoms[term.atom] {
      case .field(let reference): terms.append((.field(reference), term.coefficient))
      case .amount(let reference, let currency):
        terms.append((.amount(reference, currency), term.coefficient))
      case .foreign, .rounded, .product: return nil
      }
    }
    return LinearConstraint(terms: terms, target: target)
  }

  private func solve(_ sketch: Sketch) -> BoxOutcome {
    var sketch = sketch
    for constraint in sketch.constraints {
      for term in constraint.terms { sketch.require(term.figure, domain(of: term.figure)) }
    }
    guard !sketch.hasFieldInTwoCurrencies else { return .unknown }
    let customers = sketch.asksForLimitation ? CustomerKind.allCases : []
    guard !customers.isEmpty else { return solve(sketch, for: nil) }
    var isImpossible = true
    for kind in customers {
      switch solve(sketch, for: kind) {
      case .found(let figures): return .found(figures)
      case .impossible: break
      case .unknown: isImpossible = false
      }
    }
    return isImpossible ? .impossible : .unknown
  }

  private func solve(_ sketch: Sketch, for customer: CustomerKind?) -> BoxOutcome {
    var sketch = sketch
    if let customer { sketch.add(.field(.field(.consumer)), customer.place) }
    for relation in InvoiceRelation.relations(among: sketch.figures, of: customer) {
      guard !relation.terms.contains(where: { sketch.absences.contains($0.figure.field) }) else {
        continue
      }
      for term in relation.terms { sketch.require(term.figure, domain(of: term.figure)) }
      sketch.constraints.append(relation)
    }
    var solver = FigureSolver(
      sketch.figures.map { ($0, sketch.intervals[$0] ?? .all) },
      constraints: sketch.constraints,
      grain: { grain(of: $0) }
    )
    let outcome = solver.solve { figure, interval in
      natural(figure).value(in: interval)
    }
    switch outcome {
    case .impossible: return .impossible
    case .unknown: return .unknown
    case .found(let values):
      let figures = Figures(values: values, absences: sketch.absences)
      return InvoiceRelation.daysAgree(figures) ? .found(figures) : .unknown
    }
  }

  private func type(of figure: Unknown) -> ValueType { figure.field.type(in: columns) }

  private func grain(of figure: Unknown) -> Grain { type(of: figure).grain }

  private func domain(of figure: Unknown) -> Interval {
    Axis(figure.field, type(of: figure)).domain
  }
}

/// What is known of the figures of an invoice before they are chosen.
private struct Sketch {
  /// The figures, in the order in which they came up.
  private(set) var figures: [Unknown] = []
  /// Where each lies.
  private(set) var intervals: [Unknown: Interval] = [:]
  /// The fields without a value.
  var absences: Set<FieldReference> = []
  /// How the figures hang together.
  var constraints: [LinearConstraint] = []

  /// Adds a figure, or narrows it.
  mutating func add(_ figure: Unknown, _ interval: Interval) {
    if let known = intervals[figure] {
      intervals[figure] = known.intersection(interval)
    } else {
      figures.append(figure)
      intervals[figure] = interval
    }
  }

  /// Adds a figure that constraints need, if it is not there.
  mutating func require(_ figure: Unknown, _ domain: Interval) {
    if intervals[figure] == nil { add(figure, domain) }
  }

  /// Whether a field is asked for in two currencies, which no rate brings together here.
  var hasFieldInTwoCurrencies: Bool { Set(figures.map { $0.field }).count < figures.count }

  /// Whether limitation meets the days it counts from, which differ for consumers.
  var asksForLimitation: Bool {
    intervals[.field(.field(.limitation))] != nil && intervals[.field(.field(.daysLate))] != nil
  }
}

/// Whom a claim is against, as far as limitation is concerned.
enum CustomerKind: CaseIterable {
  case professional
  case consumer

  fileprivate var place: Interval {
    switch self {
    case .professional: Interval(.zero)
    case .consumer: Interval(.one)
    }
  }
}
