import Receivables

/// Finds the figures of an invoice in a box.
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
    case .field(let reference): return natural(.field(reference), axis.grain)
    case .atom(let atom):
      guard let figure = atoms[atom].figure(number: atom) else { return NaturalValue(axis.grain) }
      return natural(figure, axis.grain)
    case .form, .sameText, .outOfRange: return NaturalValue(axis.grain)
    }
  }

  /// The figures of an invoice in a box.
  func figures(in box: [BoxSide], _ axes: borrowing SpaceAxes) -> BoxOutcome {
    guard var sketch = sketch(of: box, axes), !sketch.hasFieldInTwoCurrencies else {
      return .unknown
    }
    addRoundings(to: &sketch)
    guard InvoiceRelations.asksForDebtor(sketch) else { return solve(sketch, nil) }
    var isImpossible = true
    for debtor in InvoiceRelations.Debtor.allCases {
      switch solve(sketch, debtor) {
      case .found(let figures): return .found(figures)
      case .impossible: break
      case .unknown: isImpossible = false
      }
    }
    return isImpossible ? .impossible : .unknown
  }

  /// What the sides of a box say of figures; `nil` if one asks for more than figures.
  private func sketch(of box: [BoxSide], _ axes: borrowing SpaceAxes) -> FigureSketch? {
    var sketch = FigureSketch()
    var forms: [(form: Form, target: Interval)] = []
    for side in box {
      switch axes.axes[side.level].subject {
      case .field(let reference):
        if let values = side.values {
          sketch.add(.field(reference), values)
        } else {
          sketch.absences.insert(reference)
        }
      case .atom(let atom):
        guard let figure = atoms[atom].figure(number: atom) else { return nil }
        sketch.add(figure, side.values ?? .all)
      case .form(let form): forms.append((form, side.values ?? .all))
      case .sameText, .outOfRange: return nil
      }
    }
    for (form, target) in forms {
      guard let terms = terms(of: form) else { return nil }
      sketch.add(terms, in: target, domain: domain)
    }
    return sketch
  }

  /// Binds each rounded figure to what it was rounded from: they differ by a half at most.
  private func addRoundings(to sketch: inout FigureSketch) {
    var done: Set<Int> = []
    while let atom = sketch.figures.lazy.compactMap({ $0.roundedAtom })
      .first(where: { !done.contains($0) })
    {
      done.insert(atom)
      guard case .rounded(let form) = atoms[atom], let terms = terms(of: form) else { continue }
      let half = Interval(from: .before(Rational.half.negated()), to: .after(.half))
      do throws(ArithmeticOverflow) {
        sketch.add(
          terms + [(.rounded(atom), Rational(-1))],
          in: try half.moved(by: form.constant.negated()),
          domain: domain
        )
      } catch {
        continue
      }
    }
  }

  private func terms(of form: Form) -> [(figure: Unknown, factor: Rational)]? {
    var terms: [(figure: Unknown, factor: Rational)] = []
    for term in form.terms {
      guard let figure = atoms[term.atom].figure(number: term.atom) else { return nil }
      terms.append((figure, term.coefficient))
    }
    return terms
  }
}

// MARK: Choosing figures

extension BoxFigures {
  private func solve(_ sketch: FigureSketch, _ debtor: InvoiceRelations.Debtor?) -> BoxOutcome {
    var sketch = sketch
    InvoiceRelations.add(to: &sketch, debtor: debtor, domain: domain)
    var figures = Figures(absences: sketch.absences)
    let bound = Set(sketch.relations.flatMap { $0.terms.map { $0.figure } })
    for figure in sketch.figures where !bound.contains(figure) {
      let interval = sketch.intervals[figure] ?? .all
      guard let value = natural(figure, grain(of: figure)).value(in: interval) else {
        return isCertainlyEmpty(interval, figure) ? .impossible : .unknown
      }
      figures.values[figure] = value
    }
    let order = solvingOrder(bound, sketch)
    var isWithoutDay = false
    let outcome = LinearSystem.solve(
      order.map { grain(of: $0) },
      constraints(sketch, order)
    ) { number, interval, values in
      let figure = order[number]
      switch figure {
      case .field, .amount: return natural(figure, grain(of: figure)).value(in: interval)
      case .day:
        let day = CalendarSearch(sketch).day(in: interval)
        // It comes first, so that nothing chosen before it stands in the way.
        if day == nil { isWithoutDay = true }
        return day
      case .rounded(let atom): return roundedValue(ofAtom: atom, order, values)
      }
    }
    switch outcome {
    case .impossible: return .impossible
    case .unknown: return isWithoutDay ? .impossible : .unknown
    case .found(let values):
      for (number, value) in values.enumerated() { figures.values[order[number]] = value }
      CalendarSearch(sketch).complete(&figures)
      return InvoiceRelations.limitationAgrees(figures) ? .found(figures) : .unknown
    }
  }

  private func isCertainlyEmpty(_ interval: Interval, _ figure: Unknown) -> Bool {
    do throws(ArithmeticOverflow) {
      return try grain(of: figure) == .whole ? interval.amongWholes().isEmpty : interval.isEmpty
    } catch {
      return false
    }
  }

  /// The figures that relations bind, the day first, what is rounded behind what it is made of.
  private func solvingOrder(_ bound: Set<Unknown>, _ sketch: FigureSketch) -> [Unknown] {
    let figures = sketch.figures.filter { bound.contains($0) && $0.field != nil }
    let rounded = bound.compactMap { $0.roundedAtom }.sorted().map { Unknown.rounded($0) }
    return (bound.contains(.day) ? [.day] : []) + figures + rounded
  }

  private func constraints(_ sketch: FigureSketch, _ order: [Unknown]) -> [LinearConstraint] {
    var numbers: [Unknown: Int] = [:]
    for (number, figure) in order.enumerated() { numbers[figure] = number }
    var constraints = sketch.relations.map { relation in
      LinearConstraint(
        terms: relation.terms.map { (numbers[$0.figure] ?? 0, $0.factor) },
        target: relation.target
      )
    }
    for (number, figure) in order.enumerated() {
      guard let interval = sketch.intervals[figure] else { continue }
      constraints.append(LinearConstraint(terms: [(number, .one)], target: interval))
    }
    return constraints
  }

  private func roundedValue(
    ofAtom atom: Int,
    _ order: [Unknown],
    _ values: [Rational]
  ) -> Rational? {
    guard case .rounded(let form) = atoms[atom] else { return nil }
    var known: [Unknown: Rational] = [:]
    for (number, value) in values.enumerated() { known[order[number]] = value }
    do throws(ArithmeticOverflow) {
      return try form.value(known, atoms: atoms)?.rounded()
    } catch {
      return nil
    }
  }

  private func natural(_ figure: Unknown, _ grain: Grain) -> NaturalValue {
    switch figure {
    case .field(let reference):
      NaturalValue(of: reference, type: reference.type(in: columns), currency: currency)
    case .amount(let reference, let other):
      NaturalValue(of: reference, type: .money, currency: other)
    case .day, .rounded: NaturalValue(grain)
    }
  }

  private func grain(of figure: Unknown) -> Grain {
    figure.field.map { $0.type(in: columns).grain } ?? .whole
  }

  private func domain(of figure: Unknown) -> Interval {
    switch figure {
    case .field(let reference), .amount(let reference, _):
      Axis(reference, reference.type(in: columns)).domain
    case .day: Field.dueDate.domain
    case .rounded: .all
    }
  }
}

extension Unknown {
  fileprivate var roundedAtom: Int? {
    switch self {
    case .rounded(let atom): atom
    case .field, .amount, .day: nil
    }
  }
}
