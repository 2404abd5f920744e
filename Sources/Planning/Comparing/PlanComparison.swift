import Receivables

/// Finds the invoices of one customer after the other that two versions of some scenarios treat
/// differently.
public struct PlanComparer {
  private let old: Planner
  private let new: Planner
  private let oldSimulator: Simulator
  private let newSimulator: Simulator

  /// What a customer brings to a comparison.
  public struct CustomerComparison: Sendable {
    /// What the old version does.
    public let old: [JournalEntry]
    /// What the new version does.
    public let new: [JournalEntry]
    /// The invoices that are treated differently, by identifier.
    public let changes: [TreatmentChange]
  }

  /// A comparer of the plans of a day, or of the simulations of a longer period.
  public init(old: Planner, new: Planner, from: CalendarDate, to: CalendarDate) {
    self.old = old
    self.new = new
    oldSimulator = Simulator(old, from: from, to: to)
    newSimulator = Simulator(new, from: from, to: to)
  }

  /// The simulator whose days both versions are compared on.
  public var simulator: Simulator { newSimulator }

  /// Compares what the versions do for a customer.
  ///
  /// - Parameters:
  ///   - account: the customer as a simulation needs it, with the columns that the old version asks
  ///     for
  ///   - renewed: the same with the columns that the new version asks for
  /// - Returns: what both do, and for which invoices that differs
  public func compare(
    _ account: CustomerAccount,
    _ renewed: CustomerAccount
  ) -> CustomerComparison {
    let (from, to) = (simulator.from, simulator.to)
    guard from == to else {
      let before = oldSimulator.actions(for: account)
      let after = newSimulator.actions(for: renewed)
      return CustomerComparison(
        old: before,
        new: after,
        changes: changes(for: account, before, after, [:], [:])
      )
    }
    let (before, after) = (old.plan(account, on: from), new.plan(renewed, on: from))
    func entries(_ plan: Planner.CustomerPlan) -> [JournalEntry] {
      plan.actions.map { JournalEntry(date: from, action: $0) }
    }
    func statuses(_ plan: Planner.CustomerPlan) -> [String: InvoiceStatus] {
      var statuses: [String: InvoiceStatus] = [:]
      for status in plan.statuses { statuses[status.invoice] = status }
      return statuses
    }
    return CustomerComparison(
      old: entries(before),
      new: entries(after),
      changes: changes(
        for: account,
        entries(before),
        entries(after),
        statuses(before),
        statuses(after)
      )
    )
  }

  private func changes(
    for account: CustomerAccount,
    _ before: [JournalEntry],
    _ after: [JournalEntry],
    _ oldStatuses: [String: InvoiceStatus],
    _ newStatuses: [String: InvoiceStatus]
  ) -> [TreatmentChange] {
    let (old, new) = (Treatment.all(in: before), Treatment.all(in: after))
    return account.invoices.compactMap { invoice in
      let id = invoice.invoice.id
      let difference = TreatmentDifference(
        old: old[id] ?? [],
        new: new[id] ?? [],
        oldStatus: oldStatuses[id],
        newStatus: newStatuses[id]
      )
      let kinds = difference.kinds
      guard !kinds.isEmpty else { return nil }
      return TreatmentChange(
        invoice: id,
        customer: account.customer.id,
        kinds: TreatmentChange.Kind.allCases.filter { kinds.contains($0) },
        old: difference.old,
        new: difference.new,
        oldStatus: difference.oldStatus?.kind,
        newStatus: difference.newStatus?.kind,
        oldStep: difference.oldStatus?.step,
        newStep: difference.newStatus?.step,
        oldNextOn: difference.oldStatus?.nextOn,
        newNextOn: difference.newStatus?.nextOn
      )
    }
  }
}

/// How the treatments of an invoice by two versions differ.
private struct TreatmentDifference {
  let old: [Treatment]
  let new: [Treatment]
  let oldStatus: InvoiceStatus?
  let newStatus: InvoiceStatus?

  var kinds: Set<TreatmentChange.Kind> {
    guard let firstOld = old.first, let firstNew = new.first else { return kindsOfOne }
    var kinds: Set<TreatmentChange.Kind> = []
    if firstNew.date < firstOld.date { kinds.insert(.earlier) }
    if firstNew.date > firstOld.date { kinds.insert(.later) }
    if new.count < old.count { kinds.insert(.fewer) }
    if new.count > old.count { kinds.insert(.more) }
    for (before, after) in zip(old, new) {
      kinds.formUnion(TreatmentDifference.kinds(from: before, to: after))
    }
    // Only the days between the first and the last differ.
    if kinds.isEmpty, let index = old.indices.first(where: { old[$0].date != new[$0].date }) {
      kinds.insert(new[index].date < old[index].date ? .earlier : .later)
    }
    // A step that is moved or changes its channel has another identifier: that is told already.
    if kinds.isEmpty, old.map({ $0.step }) != new.map({ $0.step }) { kinds.insert(.otherStep) }
    return kinds
  }

  private static func kinds(
    from before: Treatment,
    to after: Treatment
  ) -> Set<TreatmentChange.Kind> {
    var kinds: Set<TreatmentChange.Kind> = []
    if before.mode != after.mode {
      switch after.mode {
      case .manual: kinds.insert(.nowManual)
      case .approval: kinds.insert(.nowApproval)
      case .automatic: kinds.insert(.nowAutomatic)
      }
    }
    if before.channels != after.channels { kinds.insert(.otherChannel) }
    if before.nature != after.nature { kinds.insert(.otherNature) }
    if before.tone != after.tone { kinds.insert(.otherTone) }
    if before.recipient != after.recipient || before.template != after.template {
      kinds.insert(.otherMessage)
    }
    return kinds
  }

  /// Where at most one version acts: an action that only waits is not lost.
  private var kindsOfOne: Set<TreatmentChange.Kind> {
    if !old.isEmpty { return [isStillToCome(newStatus) ? .later : .noLongerContacted] }
    if !new.isEmpty { return [isStillToCome(oldStatus) ? .earlier : .newlyContacted] }
    guard let oldStatus, let newStatus else { return [] }
    if oldStatus.kind != newStatus.kind { return [.otherStatus] }
    // A step whose day hangs on what is still to come is later than one whose day is known.
    switch (oldStatus.nextOn, newStatus.nextOn) {
    case (let before?, let after?):
      if before != after { return [after < before ? .earlier : .later] }
    case (nil, .some): return [.earlier]
    case (.some, nil): return [.later]
    case (nil, nil): break
    }
    return oldStatus.step == newStatus.step ? [] : [.otherStep]
  }

  private func isStillToCome(_ status: InvoiceStatus?) -> Bool {
    switch status?.kind {
    case .waiting, .deferred: true
    case .paid, .error, .uncovered, .excluded, .suspended, .action, .completed, nil: false
    }
  }
}

/// Two versions of some scenarios compared over a period.
public struct PlanComparison: Sendable {
  /// What the old version brings.
  public let old: Simulation
  /// What the new version brings.
  public let new: Simulation
  /// The invoices that are treated differently, by identifier.
  public let changes: [TreatmentChange]

  /// A comparison of its parts; puts the changes in order.
  public init(old: Simulation, new: Simulation, changes: [TreatmentChange]) {
    self.old = old
    self.new = new
    self.changes = changes.sorted { precedes($0.invoice, $1.invoice) }
  }

  /// The changes of each kind that occurs; an invoice can be in several.
  public var byKind: [(kind: TreatmentChange.Kind, changes: [TreatmentChange])] {
    TreatmentChange.Kind.allCases.compactMap { kind in
      let found = changes.filter { $0.kinds.contains(kind) }
      return found.isEmpty ? nil : (kind, found)
    }
  }
}
