import Receivables

/// Adds up what the customers of a ledger bring to a simulation.
///
/// The sum does not depend on the order in which customers are added, nor on how they are dealt out
/// to several tallies that are then merged.
public struct SimulationTally: Sendable {
  /// Whether the actions themselves are kept or only counted.
  public enum Journal: Sendable {
    /// Only their counts.
    case counted
    /// All of them.
    case kept
  }

  private let from: CalendarDate
  private let journal: Journal
  private var loads: [ChannelLoad]
  private var manual: [Int]
  private var natures: [Nature: Int] = [:]
  private var customers = 0
  private var invoices = 0
  private var cash: [Currency: [Int128]] = [:]
  /// By how much what is owed changes on each day; on the first with all that was owed before.
  private var balances: [Currency: [Int128]] = [:]
  private var entries: [JournalEntry] = []

  /// An empty tally of the days of a simulator.
  public init(_ simulator: Simulator, journal: Journal) {
    from = simulator.from
    self.journal = journal
    let count = max(0, simulator.to.days(since: simulator.from) + 1)
    loads = Array(repeating: ChannelLoad(), count: count)
    manual = Array(repeating: 0, count: count)
  }

  /// Adds what a customer owes and pays.
  ///
  /// - Parameter account: the customer with the payments that come in
  public mutating func add(_ account: CustomerAccount) {
    for invoice in account.invoices { addMoney(of: invoice) }
  }

  /// Adds what is done for a customer, in order.
  public mutating func add(_ actions: [JournalEntry]) {
    var contacted: Set<String> = []
    for entry in actions {
      let index = entry.date.days(since: from)
      guard loads.indices.contains(index) else { continue }
      loads[index][entry.action.channel] += 1
      switch entry.action.mode {
      case .manual: manual[index] += 1
      case .automatic, .approval: break
      }
      natures[entry.action.nature, default: 0] += 1
      for invoice in entry.action.invoices { contacted.insert(invoice.id) }
    }
    if !actions.isEmpty { customers += 1 }
    invoices += contacted.count
    switch journal {
    case .counted: break
    case .kept: entries += actions
    }
  }

  /// Adds what another tally of the same simulator has.
  public mutating func merge(_ other: SimulationTally) {
    for index in loads.indices where other.loads.indices.contains(index) {
      loads[index] += other.loads[index]
      manual[index] += other.manual[index]
    }
    for (nature, count) in other.natures { natures[nature, default: 0] += count }
    customers += other.customers
    invoices += other.invoices
    for (currency, amounts) in other.cash { cash[currency] = added(cash[currency], amounts) }
    for (currency, amounts) in other.balances {
      balances[currency] = added(balances[currency], amounts)
    }
    entries += other.entries
  }

  private func added(_ left: [Int128]?, _ right: [Int128]) -> [Int128] {
    guard let left else { return right }
    return zip(left, right).map { $0 + $1 }
  }

  /// The simulation of all that was added.
  public func simulation(
    _ payments: PaymentAssumption,
    exchangeRates: ExchangeRates
  ) -> Simulation {
    var open: [Currency: Int128] = [:]
    var days: [SimulatedDay] = []
    days.reserveCapacity(loads.count)
    for index in loads.indices {
      let date = from.adding(days: index)
      for (currency, changes) in balances { open[currency, default: 0] += changes[index] }
      let received = cash.compactMapValues { $0[index] == 0 ? nil : $0[index] }
      days.append(
        SimulatedDay(
          date: date,
          byChannel: loads[index],
          manual: manual[index],
          cashIn: exchangeRates.euros(received, on: date),
          openBalance: exchangeRates.euros(open, on: date)
        )
      )
    }
    return Simulation(
      from: from,
      to: from.adding(days: loads.count - 1),
      payments: payments,
      days: days,
      totals: totals(of: days),
      journal: sortedEntries
    )
  }

  private func totals(of days: [SimulatedDay]) -> SimulationTotals {
    SimulationTotals(
      byChannel: loads.reduce(into: ChannelLoad()) { $0 += $1 },
      byNature: Nature.allCases.compactMap { nature in natures[nature].map { (nature, $0) } },
      manual: manual.reduce(0, +),
      customersContacted: customers,
      invoicesContacted: invoices,
      cashIn: days.reduce(Int64?(0)) { sum($0, $1.cashIn) },
      openBalanceEnd: days.last?.openBalance ?? (days.isEmpty ? 0 : nil)
    )
  }

  /// A customer's actions of a day are in order already, whatever the order of customers.
  private var sortedEntries: [JournalEntry] {
    entries.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.date != second.date { return first.date < second.date }
      if first.action.customer != second.action.customer {
        return precedes(first.action.customer, second.action.customer)
      }
      return left.offset < right.offset
    }.map { $0.element }
  }

  private mutating func addMoney(of account: InvoiceAccount) {
    let invoice = account.invoice
    let existsFrom = invoice.issuedOn ?? .earliest
    let sign: Int128 = invoice.isCreditNote && invoice.amount > 0 ? -1 : 1
    let amount = sign * Int128(invoice.amount)
    balances.change(invoice.currency, by: amount, on: index(of: existsFrom), of: loads.count)
    for payment in account.payments {
      let amount = Int128(payment.amount)
      let day = max(payment.paidOn, existsFrom)
      balances.change(invoice.currency, by: -sign * amount, on: index(of: day), of: loads.count)
      if !invoice.isCreditNote, payment.paidOn >= from {
        let index = index(of: payment.paidOn)
        cash.change(invoice.currency, by: amount, on: index, of: loads.count)
      }
    }
  }

  /// The index of a day; that of the first for all that went before.
  private func index(of day: CalendarDate) -> Int { max(0, day.days(since: from)) }
}

extension [Currency: [Int128]] {
  /// Adds an amount to the figure of a day, if it is one of so many.
  fileprivate mutating func change(
    _ currency: Currency,
    by amount: Int128,
    on index: Int,
    of days: Int
  ) {
    guard index < days else { return }
    self[currency, default: Array(repeating: 0, count: days)][index] += amount
  }
}

extension ExchangeRates {
  /// The sum in euro cents at the rates of a day, amounts without a rate left out (R92); absent
  /// where it exceeds what an amount can hold.
  fileprivate func euros(_ amounts: [Currency: Int128], on day: CalendarDate) -> Int64? {
    var total = Int128(0)
    for (currency, amount) in amounts {
      guard let units = Int64(exactly: amount) else { return nil }
      let money = Money(minorUnits: units, currency: currency)
      switch converting(money, to: .euro, on: day) {
      case .money(let converted): total += Int128(converted.minorUnits)
      case .missingRate: continue
      case .overflow: return nil
      }
    }
    return Int64(exactly: total)
  }
}
