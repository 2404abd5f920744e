/// The fields of a box of plain fields that no relation binds to one another: such a box surely holds
/// an invoice, and no figures need to be found to say so.
///
/// Each of its sides leaves its field values, as neighbouring cuts of an axis have values between
/// them.
struct FreeBox {
  private var fields = InvoiceRelations.FieldCount()

  /// Adds a side, with a value of the field or without one; tells whether the box still surely holds
  /// an invoice.
  mutating func add(level: Int, hasValue: Bool, _ axes: borrowing SpaceAxes) -> Bool {
    guard let reference = axes.axes[level].subject.field else { return false }
    if hasValue, case .field(let field) = reference { fields.add(field) }
    return !fields.areBound
  }

  /// Adds sides; tells whether the box still surely holds an invoice.
  mutating func add(_ sides: [BoxSide], _ axes: borrowing SpaceAxes) -> Bool {
    for side in sides {
      guard add(level: side.level, hasValue: side.values != nil, axes) else { return false }
    }
    return true
  }
}

extension SpaceAxes {
  /// Whether the first box that two sets have in common surely holds an invoice, behind sides that
  /// are in the box already; the sets meet.
  mutating func hold(_ left: Node, _ right: Node, behind box: FreeBox) -> Bool {
    var (left, right, box) = (left, right, box)
    while !(left == .always && right == .always) {
      var walk = Diagram.PairWalk(left, right, in: diagram)
      while !diagram.meet(walk.left, walk.right) {
        guard walk.advance(in: diagram) else { return false }
      }
      (left, right) = (walk.left, walk.right)
      let (level, first) = (walk.level, walk.cut)
      let isAbsence =
        mayBeAbsent(level: level, from: first) && walk.advance(in: diagram)
        && isPresence(walk.cut)
      guard box.add(level: level, hasValue: !isAbsence, self) else { return false }
    }
    return true
  }
}
