import Diagnostics
import Receivables

extension ConditionSpace {
  /// Whether two sets have an invoice in common.
  func decide(_ left: Node, _ right: Node) -> Decision {
    if left == .never || right == .never { return .impossible }
    let bounded = bounded(left)
    guard bounded != .exhausted, right != .exhausted else { return .exhausted }
    guard nodes.axes.diagram.meet(bounded, right) else { return .impossible }
    let figures = BoxFigures(atoms: nodes.atoms, columns: columns, currency: currency)
    var search = BoxSearch(figures)
    switch search.search(bounded, right, in: &nodes.axes) {
    case .impossible: return .impossible
    case .unknown: return .undecided
    case .found(let found): return .possible(witness(found, asking: [left, right]))
    }
  }

  /// The fields that an axis measures or is derived from.
  func fields(ofLevel level: Int) -> Set<FieldReference> {
    switch nodes.axes.axes[level].subject {
    case .field(let reference): [reference]
    case .sameText(let first, let second): [first, second]
    case .atom(let atom): fields(ofAtom: atom)
    case .form(let form):
      form.terms.reduce(into: []) { $0.formUnion(fields(ofAtom: $1.atom)) }
    case .outOfRange: []
    }
  }

  private func fields(ofAtom atom: Int) -> Set<FieldReference> {
    switch nodes.atoms[atom] {
    case .field(let reference), .amount(let reference, _): [reference]
    case .foreign: []
    case .rounded(let form):
      form.terms.reduce(into: []) { $0.formUnion(fields(ofAtom: $1.atom)) }
    case .product(let left, let right, _):
      (left.terms + right.terms).reduce(into: []) { $0.formUnion(fields(ofAtom: $1.atom)) }
    }
  }

  /// The invoice with the fields that the sets ask for on their way to it.
  private func witness(_ figures: Figures, asking sets: [Node]) -> Witness {
    var shown: Set<FieldReference> = []
    for set in sets { collectFields(askedBy: set, of: figures, into: &shown) }
    var details: [(level: Int, detail: Witness.Detail)] = []
    for reference in figures.absences.intersection(shown) {
      let detail = Witness.Detail(
        field: reference,
        name: reference.name(in: columns),
        content: .absent,
        place: nil
      )
      details.append((nodes.axes.level(of: .field(reference)) ?? 0, detail))
    }
    for (figure, value) in figures.values where shown.contains(figure.field) {
      let detail = Witness.Detail(
        field: figure.field,
        name: figure.field.name(in: columns),
        content: content(of: figure, value),
        place: value
      )
      details.append((nodes.axes.level(of: .field(figure.field)) ?? 0, detail))
    }
    return Witness(details: details.sorted { $0.level < $1.level }.map { $0.detail })
  }

  /// Follows an invoice's figures through a set and notes what is asked on the way; an axis on which
  /// nothing is known of the invoice makes no difference to it.
  private func collectFields(
    askedBy set: Node,
    of figures: Figures,
    into shown: inout Set<FieldReference>
  ) {
    var node = set
    while !node.isTerminal {
      let level = nodes.axes.diagram.level(of: node)
      switch coordinate(level, of: figures) {
      case .value(let value):
        shown.formUnion(fields(ofLevel: level))
        node = nodes.axes.child(of: node, at: value)
      case .absent:
        shown.formUnion(fields(ofLevel: level))
        node = nodes.axes.child(of: node, at: nil)
      case .any:
        node = nodes.axes.child(of: node, at: nil)
      }
    }
  }

  private enum Coordinate {
    case value(Rational)
    case absent
    case any
  }

  private func coordinate(_ level: Int, of figures: Figures) -> Coordinate {
    switch nodes.axes.axes[level].subject {
    case .field(let reference):
      if figures.absences.contains(reference) { return .absent }
      return figures.values[.field(reference)].map { .value($0) } ?? .any
    case .atom(let atom):
      guard case .amount(let reference, let currency) = nodes.atoms[atom] else { return .any }
      return figures.values[.amount(reference, currency)].map { .value($0) } ?? .any
    case .form(let form): return value(of: form, figures).map { .value($0) } ?? .any
    case .sameText, .outOfRange: return .any
    }
  }

  private func value(of form: Form, _ figures: Figures) -> Rational? {
    do throws(ArithmeticOverflow) {
      var sum = form.constant
      for term in form.terms {
        let figure: Unknown
        switch nodes.atoms[term.atom] {
        case .field(let reference): figure = .field(reference)
        case .amount(let reference, let currency): figure = .amount(reference, currency)
        case .foreign, .rounded, .product: return nil
        }
        guard let value = figures.values[figure] else { return nil }
        sum = try sum.adding(value.multiplied(by: term.coefficient))
      }
      return sum
    } catch {
      return nil
    }
  }

  private func content(of figure: Unknown, _ value: Rational) -> Witness.Content {
    let currency: Currency
    switch figure {
    case .field: currency = self.currency
    case .amount(_, let other): currency = other
    }
    let place = Int(clamping: value.numerator)
    switch figure.field.type(in: columns) {
    case .text: return text(figure.field, place)
    case .integer, .number: return .value(.number(value))
    case .percentage: return .value(.percentage(Percentage(fraction: value)))
    case .money:
      return .value(.money(Money(minorUnits: Int64(clamping: value.numerator), currency: currency)))
    case .duration: return .value(.duration(place))
    case .date: return .value(.date(CalendarDate(dayNumber: place)))
    case .truth: return .value(.truth(place == 1))
    case .risk: return word(.risk, place)
    case .kind: return word(.kind, place)
    case .weekday: return word(.weekday, place)
    }
  }

  private func text(_ field: FieldReference, _ place: Int) -> Witness.Content {
    guard let level = nodes.axes.level(of: .field(field)) else { return .otherText }
    let words = nodes.axes.axes[level].words
    return words.indices.contains(place) ? .value(.text(words[place])) : .otherText
  }

  private func word(_ type: ValueType, _ place: Int) -> Witness.Content {
    guard let entries = ClosedList(of: type)?.entries, entries.indices.contains(place) else {
      return .otherText
    }
    return .value(entries[place].value)
  }
}
