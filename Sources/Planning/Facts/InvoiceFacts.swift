import Diagnostics
import Receivables

/// An invoice as it stands on a day: what its dated rows amount to.
///
/// Rows later than the day do not exist yet (R46). It refers to the list in which the invoice stands
/// and has no copy of it, as thousands are looked at for every one about which something is done.
public struct InvoiceFacts: Sendable {
  /// The invoices among which it is.
  private let accounts: [InvoiceAccount]
  /// Its place among them.
  let place: Int
  /// The day.
  public let day: CalendarDate
  private let sums: InvoiceSums

  /// The facts of a day about an invoice, by its place among others.
  public init(of accounts: [InvoiceAccount], at place: Int, on day: CalendarDate) {
    self.accounts = accounts
    self.place = place
    self.day = day
    sums = InvoiceSums.of(accounts[place], on: day)
  }

  /// The invoice and its rows.
  public var account: InvoiceAccount { accounts[place] }

  /// The total, negative for a credit note whatever its sign in the ledger (R47); absent where it
  /// overflows.
  public var amount: Int64? { sums.amount }

  /// The payments up to the day, with the sign of the amount; absent where they overflow.
  public var paid: Int64? { sums.paid }

  /// Amount less payments; absent where it overflows.
  public var balance: Int64? { sums.balance }

  /// The invoice.
  public var invoice: Invoice { accounts[place].invoice }

  // Single fields, as an invoice with all its texts takes several times as long to copy.
  var id: String { accounts[place].invoice.id }
  var dueOn: CalendarDate { accounts[place].invoice.dueOn }
  var issuedOn: CalendarDate? { accounts[place].invoice.issuedOn }
  var currency: Currency { accounts[place].invoice.currency }
  var kind: InvoiceKind { accounts[place].invoice.kind }
  var hasInstalmentPlan: Bool { accounts[place].invoice.hasInstalmentPlan }
  var isCreditNote: Bool { accounts[place].invoice.isCreditNote }
  /// Its payments, in order of day.
  var payments: [Payment] { accounts[place].payments }
  /// Its reminder history, in order of day.
  var history: [Reminder] { accounts[place].reminders }

  /// Days since the due date, negative before it.
  public var daysLate: Int { day.days(since: dueOn) }

  /// Whether the due date has passed.
  public var isPastDue: Bool { dueOn < day }

  /// Whether something is owed after the due date: what interest and indemnity ask for (R88).
  public var isOverdue: Bool { isPastDue && (balance ?? 0) > 0 }

  /// Whether the invoice has been issued; one issued later does not exist yet.
  public static func exists(_ invoice: Invoice, on day: CalendarDate) -> Bool {
    guard let issuedOn = invoice.issuedOn else { return true }
    return issuedOn <= day
  }

  /// Whether the customer objects to the invoice.
  public var isDisputed: Bool { accounts[place].disputes.contains { $0.isOpen(on: day) } }

  /// The latest promise made up to the day; of two made together the one for the later day (R50).
  public var promise: PaymentPromise? {
    var latest: PaymentPromise?
    for promise in accounts[place].promises {
      if let madeOn = promise.madeOn, madeOn > day { continue }
      guard let known = latest else {
        latest = promise
        continue
      }
      let isLater =
        promise.madeOn == known.madeOn
        ? promise.promisedOn > known.promisedOn
        : precedes(known.madeOn, promise.madeOn)
      if isLater { latest = promise }
    }
    return latest
  }

  /// Whether payment is promised for the day or later.
  public var isPromised: Bool {
    guard let promise else { return false }
    return promise.promisedOn >= day
  }

  /// Whether the promised day went by and a balance is left.
  public var isPromiseBroken: Bool {
    guard let promise, let balance else { return false }
    return promise.promisedOn < day && balance > 0
  }

  /// The recorded reminders up to the day, thanks not counted.
  public var reminders: some Sequence<Reminder> {
    history.lazy.filter { [day] in $0.sentOn <= day && !$0.isThanks }
  }

  /// How many reminders are recorded up to the day, thanks not counted, and the day of the last.
  var reminderTally: (count: Int, last: CalendarDate?) {
    let reminders = history
    var count = 0
    var last: CalendarDate?
    // A reminder is not copied out of the list, as its texts would be counted one by one.
    for index in reminders.indices where reminders[index].sentOn <= day {
      if reminders[index].isThanks { continue }
      count += 1
      last = max(last ?? reminders[index].sentOn, reminders[index].sentOn)
    }
    return (count, last)
  }

  /// The hold on this invoice alone, if one is in force.
  var hold: Hold? { Hold.first(of: accounts[place].holds, on: day) }
}

/// Whether a promise was made before another; one without a day counts as the earliest.
private func precedes(_ left: CalendarDate?, _ right: CalendarDate?) -> Bool {
  guard let right else { return false }
  guard let left else { return true }
  return left < right
}

extension Reminder {
  /// Whether the row records thanks.
  var isThanks: Bool {
    // Looking a word up takes longer than comparing it with those that are mostly there.
    if nature == Nature.reminder.rawValue || nature == Nature.formalNotice.rawValue {
      return false
    }
    if let nature = Nature(rawValue: nature) { return nature == .thanks }
    return nature.folded == Nature.thanks.rawValue.folded
  }

  /// Whether the row records a task alone, which contacts nobody.
  var isTaskOnly: Bool {
    if let channel = Channel(rawValue: channel) { return channel == .task }
    return channel.folded == Channel.task.rawValue.folded
  }
}

extension Hold {
  /// The hold in force on a day: of several the one that began first, then the one that ends last.
  static func first(of holds: [Hold], on day: CalendarDate) -> Hold? {
    var first: Hold?
    for hold in holds where hold.holds(on: day) {
      guard let known = first else {
        first = hold
        continue
      }
      if hold.order < known.order { first = hold }
    }
    return first
  }

  private var order: (Int32, Int32, String) {
    (from.dayNumber, -(until ?? .latest).dayNumber, reason ?? "")
  }
}
