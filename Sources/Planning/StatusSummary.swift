import Receivables

/// How many invoices have each status, and the days that matter where nothing is done.
public struct StatusSummary: Hashable, Sendable {
  /// The first day on which a waiting invoice has its next step; absent without one.
  public private(set) var firstWaitingOn: CalendarDate?
  /// The first day to which a day off puts an invoice off; absent without one.
  public private(set) var firstDeferredTo: CalendarDate?

  private var counts = [Int](repeating: 0, count: InvoiceStatus.Kind.allCases.count)

  /// No invoices.
  public init() {}

  /// The summary of some statuses.
  public init(_ statuses: [InvoiceStatus]) {
    for status in statuses { add(status.kind, on: status.nextOn) }
  }

  /// How many invoices have a status.
  public subscript(kind: InvoiceStatus.Kind) -> Int { counts[StatusSummary.place(of: kind)] }

  /// How many invoices there are.
  public var total: Int { counts.reduce(0, +) }

  /// Adds an invoice.
  mutating func add(_ kind: InvoiceStatus.Kind, on day: CalendarDate?) {
    counts[StatusSummary.place(of: kind)] += 1
    guard let day else { return }
    switch kind {
    case .waiting: firstWaitingOn = min(firstWaitingOn ?? day, day)
    case .deferred: firstDeferredTo = min(firstDeferredTo ?? day, day)
    case .paid, .error, .uncovered, .excluded, .suspended, .action, .completed: break
    }
  }

  /// Adds paid invoices of which no more is known.
  mutating func addPaid(_ count: Int) { counts[StatusSummary.place(of: .paid)] += count }

  /// Adds the invoices of another summary.
  public mutating func add(_ other: StatusSummary) {
    for place in counts.indices { counts[place] += other.counts[place] }
    if let day = other.firstWaitingOn { firstWaitingOn = min(firstWaitingOn ?? day, day) }
    if let day = other.firstDeferredTo { firstDeferredTo = min(firstDeferredTo ?? day, day) }
  }

  private static func place(of kind: InvoiceStatus.Kind) -> Int {
    switch kind {
    case .paid: 0
    case .error: 1
    case .uncovered: 2
    case .excluded: 3
    case .suspended: 4
    case .deferred: 5
    case .action: 6
    case .completed: 7
    case .waiting: 8
    }
  }
}

/// What is told of the statuses of a plan.
public enum StatusDetail: Sendable {
  /// Only how many invoices have each status.
  case counted
  /// Each of them, with its reason.
  case listed
}
