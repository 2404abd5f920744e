import Diagnostics

/// What an import counts along the way, for its notes.
struct ImportCounts {
  var dueDatesCounted = 0
  var dueBeforeIssue = 0
  var noiseRemoved = 0
  var rounded = 0
  var identifiersRepaired = 0
  var repeated = 0
  var emptyDisputes = 0
}

/// What an import has to tell about a file beside how many rows it took.
struct ImportTally {
  /// What was counted in the rows that were taken.
  var counts = ImportCounts()
  /// The columns of the company's own that were added to the table.
  var columnsAdded: [String] = []
  /// The columns whose dates are read with the day first although none of them proves it.
  var assumedDayFirst: [String] = []

  /// The customers that only the invoices name, in order of appearance.
  private(set) var newCustomers: [String] = []
  /// The first name each of them came with.
  private(set) var names: [String: String] = [:]
  private var isNew: Set<String> = []
  private var severallyNamed: [String] = []
  private var isSeverallyNamed: Set<String> = []

  /// Notes a customer that only the invoices name, with the name beside this invoice.
  mutating func noteNewCustomer(_ id: String, name: String?) {
    if isNew.insert(id).inserted { newCustomers.append(id) }
    guard let name else { return }
    guard let first = names[id] else {
      names[id] = name
      return
    }
    if first != name, first.folded != name.folded, isSeverallyNamed.insert(id).inserted {
      severallyNamed.append(id)
    }
  }

  /// The notes, in a fixed order.
  var notes: [ImportNote] {
    var notes: [ImportNote] = []
    if !columnsAdded.isEmpty { notes.append(.columnsAdded(columnsAdded)) }
    if !assumedDayFirst.isEmpty { notes.append(.dayFirstAssumed(assumedDayFirst)) }
    if !newCustomers.isEmpty {
      notes.append(.customersCreated(newCustomers.count, first: Array(newCustomers.prefix(5))))
    }
    if !severallyNamed.isEmpty {
      notes.append(.severalNames(severallyNamed.count, first: Array(severallyNamed.prefix(5))))
    }
    let counted: [(Int, (Int) -> ImportNote)] = [
      (counts.identifiersRepaired, ImportNote.identifiersRepaired),
      (counts.dueDatesCounted, ImportNote.dueDatesCounted),
      (counts.dueBeforeIssue, ImportNote.dueBeforeIssue),
      (counts.noiseRemoved, ImportNote.noiseRemoved),
      (counts.rounded, ImportNote.rounded),
      (counts.repeated, ImportNote.repeated),
      (counts.emptyDisputes, ImportNote.emptyDisputes),
    ]
    return notes + counted.filter { $0.0 > 0 }.map { $0.1($0.0) }
  }
}
