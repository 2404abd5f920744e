import Diagnostics
import Receivables

extension ConditionSpace {
  /// Whether some sets have an invoice in common.
  func decide(_ sets: [Node]) -> Decision {
    let decision = decided(restricting(sets))
    if case .exhausted = decision { unansweredCount += 1 }
    return decision
  }

  /// Whether it is certain that some sets have no invoice in common: the same question, but nobody
  /// wants to see the invoice.
  func isImpossible(_ sets: [Node]) -> Bool {
    switch searched(sets, for: .existence) {
    case .impossible: return true
    case .anyInvoice, .found, .undecided: return false
    case .exhausted:
      unansweredCount += 1
      return false
    }
  }

  /// Whether it is certain that two sets have no invoice in common: mostly that is seen without a
  /// search.
  func isImpossible(_ left: Node, _ right: Node) -> Bool {
    let (first, second) = left == .always ? (right, left) : (left, right)
    guard !first.isTerminal, first != .exhausted, second != .exhausted else {
      return isImpossible([left, right])
    }
    let bounded = bounded(first)
    guard bounded != .exhausted else { return isImpossible([left, right]) }
    guard nodes.axes.diagram.meet(bounded, second) else { return true }
    if nodes.axes.hold(bounded, second, behind: FreeBox()) { return false }
    return isImpossible([left, right])
  }

  /// Whether it is certain that two sets have no invoice in common; the cheapest question of all.
  func isDisjoint(_ left: Node, from right: Node) -> Bool {
    if left != .exhausted, right != .exhausted, !nodes.axes.diagram.meet(left, right) {
      return true
    }
    let bounded = bounded(left)
    guard bounded != .exhausted, right != .exhausted else {
      unansweredCount += 1
      return false
    }
    return !nodes.axes.diagram.meet(bounded, right)
  }

  /// Some sets without those of which it is plain that they hold the first one whole; not even the
  /// fields that they ask for are missing in a witness, as the first asks for them too.
  private func restricting(_ sets: [Node]) -> [Node] {
    guard sets.count > 2, !sets.contains(.exhausted), let first = sets.first else { return sets }
    let span = nodes.axes.diagram.span(of: first)
    return [first]
      + sets.dropFirst().filter { set in
        !nodes.axes.diagram.areApart(span, nodes.axes.diagram.span(of: set.complement))
      }
  }

  private enum Answer {
    case impossible
    /// Nothing is asked for.
    case anyInvoice
    /// Figures in a box, and what found them.
    case found(Figures, box: [BoxSide], BoxFigures)
    case undecided
    case exhausted
  }

  private func decided(_ sets: [Node]) -> Decision {
    switch searched(sets, for: .invoice) {
    case .impossible: return .impossible
    case .anyInvoice: return .possible(Witness(details: []))
    case .found(let found, let box, let figures):
      let complete = completed(found, box: box, asking: sets, figures)
      return .possible(witness(complete, asking: sets))
    case .undecided: return .undecided
    case .exhausted: return .exhausted
    }
  }

  private func searched(_ sets: [Node], for goal: BoxSearch.Goal) -> Answer {
    if sets.contains(.never) { return .impossible }
    guard let first = sets.first(where: { $0 != .always }), !sets.contains(.exhausted) else {
      return sets.contains(.exhausted) ? .exhausted : .anyInvoice
    }
    let bounded = bounded(first)
    guard bounded != .exhausted else { return .exhausted }
    let figures = BoxFigures(atoms: nodes.atoms, columns: columns, currency: currency)
    var search = BoxSearch(for: goal, by: figures, workLimit: workLimit)
    let outcome = search.search([bounded] + sets, in: &nodes.axes)
    workDone += search.work
    switch outcome {
    case .impossible: return .impossible
    case .unknown: return search.isExhausted ? .exhausted : .undecided
    case .found(let found): return .found(found, box: search.box, figures)
    }
  }

  /// How often the next search may look at sets: hard questions share an allowance, and once it is
  /// spent only easy ones are answered.
  private var workLimit: Int {
    min(max(ConditionSpace.workAllowance - workDone, 5_000), ConditionSpace.workAllowance / 20)
  }

  /// Adds figures for the fields that sets ask for on the way to an invoice and that the box leaves
  /// open: any will do, but the witness must name them.
  private func completed(
    _ found: Figures,
    box: [BoxSide],
    asking sets: [Node],
    _ search: BoxFigures
  ) -> Figures {
    var result = found
    var box = box
    while let level = openLevel(asking: sets, result) {
      box.append(BoxSide(level: level, values: nodes.axes.axes[level].domain))
      guard case .found(let figures) = search.figures(in: box, nodes.axes) else { return result }
      result = figures
    }
    return result
  }

  /// The level of a field on which sets ask for more than is known of an invoice.
  private func openLevel(asking sets: [Node], _ figures: Figures) -> Int? {
    for set in sets {
      var node = set
      while !node.isTerminal {
        let level = nodes.axes.diagram.level(of: node)
        switch coordinate(level, of: figures) {
        case .value(let value): node = nodes.axes.child(of: node, at: value)
        case .absent: node = nodes.axes.child(of: node, at: nil)
        case .any:
          if let open = openLevel(behind: level, figures) { return open }
          node = nodes.axes.child(of: node, at: nil)
        }
      }
    }
    return nil
  }

  /// A level whose coordinate would tell that of a level; `nil` if none would.
  private func openLevel(behind level: Int, _ figures: Figures) -> Int? {
    switch nodes.axes.axes[level].subject {
    case .field: return level
    case .atom(let atom): return nodes.atoms[atom].figure(number: atom).map { _ in level }
    case .sameText, .outOfRange: return nil
    case .form:
      let open = fields(ofLevel: level).filter { field in
        figures.values[.field(field)] == nil && !figures.absences.contains(field)
      }
      return open.compactMap { nodes.axes.level(of: .field($0)) }.min()
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
    // An amount may stand in several currencies: the space's own first, the others by their codes.
    var details: [(level: Int, currency: String, detail: Witness.Detail)] = []
    for reference in figures.absences.intersection(shown) {
      let detail = Witness.Detail(
        field: reference,
        name: reference.name(in: columns),
        content: .absent,
        written: nil,
        place: nil
      )
      details.append((nodes.axes.level(of: .field(reference)) ?? 0, "", detail))
    }
    for (figure, value) in figures.values {
      guard let field = figure.field, shown.contains(field) else { continue }
      let content = content(of: field, figure, value)
      let detail = Witness.Detail(
        field: field,
        name: field.name(in: columns),
        content: content,
        written: content.text.flatMap { writtenTexts[$0] },
        place: value
      )
      let level = nodes.axes.level(of: .field(field)) ?? 0
      details.append((level, figure.otherCurrency?.code ?? "", detail))
    }
    details.sort { ($0.level, $0.currency) < ($1.level, $1.currency) }
    return Witness(details: details.map { $0.detail })
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
      guard let figure = nodes.atoms[atom].figure(number: atom) else { return .any }
      return figures.values[figure].map { .value($0) } ?? .any
    case .form(let form):
      return form.value(figures.values, atoms: nodes.atoms).map { .value($0) } ?? .any
    case .sameText, .outOfRange: return .any
    }
  }

  private func content(
    of field: FieldReference,
    _ figure: Unknown,
    _ value: Rational
  ) -> Witness.Content {
    let currency = figure.otherCurrency ?? self.currency
    let place = Int(clamping: value.numerator)
    switch field.type(in: columns) {
    case .text: return text(field, place)
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
    return nodes.axes.axes[level].words[place].map { .value(.text($0)) } ?? .otherText
  }

  private func word(_ type: ValueType, _ place: Int) -> Witness.Content {
    guard let entries = ClosedList(of: type)?.entries, entries.indices.contains(place) else {
      return .otherText
    }
    return .value(entries[place].value)
  }
}
