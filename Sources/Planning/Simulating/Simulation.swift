import Receivables

/// What the days of a period would bring: the actions, the work they make, and the money.
public struct Simulation: Sendable {
  /// The first day.
  public var from: CalendarDate
  /// The last day.
  public var to: CalendarDate
  /// How customers were taken to pay.
  public var payments: PaymentAssumption
  /// Every day of the period, in order.
  public var days: [SimulatedDay]
  /// The figures of the whole period.
  public var totals: SimulationTotals
  /// Every action by day, then customer, severity from the highest and channel; empty unless it was
  /// asked for.
  public var journal: [JournalEntry]
  /// What several runs gave, where there were several; all other figures are those of the first.
  public var spread: SimulationSpread?

  /// A simulation of its parts.
  public init(
    from: CalendarDate,
    to: CalendarDate,
    payments: PaymentAssumption,
    days: [SimulatedDay],
    totals: SimulationTotals,
    journal: [JournalEntry]
  ) {
    self.from = from
    self.to = to
    self.payments = payments
    self.days = days
    self.totals = totals
    self.journal = journal
  }

  /// The same figures by week, from Monday to Sunday; the first and the last may be shorter.
  public var weeks: [SimulatedWeek] {
    var weeks: [SimulatedWeek] = []
    for day in days {
      let monday = day.date.adding(days: 1 - Int(day.date.weekday.rawValue))
      if let last = weeks.indices.last, weeks[last].monday == monday {
        weeks[last].add(day)
      } else {
        weeks.append(SimulatedWeek(monday: monday, first: day))
      }
    }
    return weeks
  }
}

/// An action with the day on which it is taken.
public struct JournalEntry: Sendable {
  /// The day.
  public var date: CalendarDate
  /// The action.
  public var action: PlannedAction

  /// An action on a day.
  public init(date: CalendarDate, action: PlannedAction) {
    self.date = date
    self.action = action
  }
}

/// How many actions go through each channel.
public struct ChannelLoad: Hashable, Sendable {
  private var counts = Array(repeating: 0, count: Channel.allCases.count)

  /// No actions.
  public init() {}

  /// The actions through a channel.
  public subscript(channel: Channel) -> Int {
    get { Channel.allCases.firstIndex(of: channel).map { counts[$0] } ?? 0 }
    set {
      if let index = Channel.allCases.firstIndex(of: channel) { counts[index] = newValue }
    }
  }

  /// The channels that are used at all, in their usual order.
  public var used: [(channel: Channel, count: Int)] {
    zip(Channel.allCases, counts).lazy.filter { $0.1 > 0 }.map { ($0.0, $0.1) }
  }

  /// The actions through all channels.
  public var total: Int { counts.reduce(0, +) }

  /// The actions of both, channel by channel.
  public static func += (left: inout ChannelLoad, right: ChannelLoad) {
    for index in left.counts.indices { left.counts[index] += right.counts[index] }
  }
}

/// A day of a simulation.
public struct SimulatedDay: Sendable {
  /// The day.
  public var date: CalendarDate
  /// The actions by channel.
  public var byChannel: ChannelLoad
  /// How many of the actions a person carries out.
  public var manual: Int
  /// The payments received on invoices, in euro cents at the day's rates.
  ///
  /// Amounts without a rate are left out (R92). Absent where the sum exceeds what an amount can
  /// hold.
  public var cashIn: Int64?
  /// What is owed at the end of the day, credit notes deducted, in euro cents at the day's rates.
  ///
  /// Amounts without a rate are left out (R92). Absent where the sum exceeds what an amount can
  /// hold.
  public var openBalance: Int64?

  /// How many actions there are.
  public var actions: Int { byChannel.total }
}

/// A week of a simulation.
public struct SimulatedWeek: Sendable {
  /// The Monday with which the week begins, whether it lies in the period or not.
  public var monday: CalendarDate
  /// The actions by channel.
  public var byChannel: ChannelLoad
  /// How many of the actions a person carries out.
  public var manual: Int
  /// The payments received on invoices, in euro cents; absent where they exceed an amount.
  public var cashIn: Int64?
  /// What is owed at the end of the week's last day; absent where it exceeds an amount.
  public var openBalance: Int64?

  /// How many actions there are.
  public var actions: Int { byChannel.total }

  init(monday: CalendarDate, first day: SimulatedDay) {
    self.monday = monday
    byChannel = day.byChannel
    manual = day.manual
    cashIn = day.cashIn
    openBalance = day.openBalance
  }

  mutating func add(_ day: SimulatedDay) {
    byChannel += day.byChannel
    manual += day.manual
    cashIn = sum(cashIn, day.cashIn)
    openBalance = day.openBalance
  }
}

/// The figures of a whole simulation.
public struct SimulationTotals: Sendable {
  /// The actions by channel.
  public var byChannel: ChannelLoad
  /// The actions by what they are for, in the order from the least severe, those that occur.
  public var byNature: [(nature: Nature, count: Int)]
  /// How many of the actions a person carries out.
  public var manual: Int
  /// How many customers are in an action.
  public var customersContacted: Int
  /// How many invoices are in an action.
  public var invoicesContacted: Int
  /// The sum of the days' payments, in euro cents; absent where it exceeds an amount.
  public var cashIn: Int64?
  /// What is owed at the end of the last day, in euro cents; absent where it exceeds an amount.
  public var openBalanceEnd: Int64?

  /// How many actions there are.
  public var actions: Int { byChannel.total }
}

/// The sum of two amounts; absent where one is, or where it exceeds what an amount can hold.
func sum(_ left: Int64?, _ right: Int64?) -> Int64? {
  guard let left, let right else { return nil }
  let (sum, overflow) = left.addingReportingOverflow(right)
  return overflow ? nil : sum
}
