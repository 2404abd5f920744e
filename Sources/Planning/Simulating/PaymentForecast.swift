import Receivables

/// Turns the ledger into what a simulation plays on: past payments, and those to come.
public struct PaymentForecast: Sendable {
  private let assumption: PaymentAssumption
  private let from: CalendarDate
  /// The delays of all customers, in order, for those who have none of their own.
  private let delays: [Int]
  private let meanDelay: Int

  /// A forecast from a day on; it looks at all the accounts where some customers are to be judged by
  /// the others.
  public init(_ assumption: PaymentAssumption, from: CalendarDate, ledger: Ledger) {
    self.init(
      assumption,
      from: from,
      delays: ledger.accounts.flatMap { assumption.delays(of: $0, from: from) }
    )
  }

  /// A forecast from a day on, with the delays of all customers.
  public init(_ assumption: PaymentAssumption, from: CalendarDate, delays: [Int]) {
    self.assumption = assumption
    self.from = from
    self.delays = delays.sorted()
    meanDelay = PaymentForecast.mean(of: delays)
  }

  /// The account as it would go on.
  ///
  /// Reminders after the first day are dropped: the simulation sends its own (R90).
  ///
  /// - Parameters:
  ///   - account: a customer of the ledger
  ///   - run: which of several draws
  /// - Returns: the same customer with the payments that are to come
  public func applied(to account: consuming CustomerAccount, run: Int = 0) -> CustomerAccount {
    let own = assumption.delays(of: account, from: from)
    var result = account
    result.otherReminders.removeAll { $0.sentOn > from }
    let expectedDelay = own.isEmpty ? meanDelay : PaymentForecast.mean(of: own)
    let pool = own.isEmpty ? delays : own
    for index in result.invoices.indices {
      result.invoices[index].reminders.removeAll { $0.sentOn > from }
      let delay: Int
      switch assumption {
      case .actual: continue
      case .none:
        result.invoices[index].payments.removeAll { $0.paidOn > from }
        continue
      case .expected: delay = expectedDelay
      case .sampled(let seed):
        let id = result.invoices[index].invoice.id
        var numbers = SeededNumbers(seed: seed, run: run, invoice: id)
        delay = pool.isEmpty ? 0 : pool[numbers.next(below: pool.count)]
      }
      result.invoices[index].payments.removeAll { $0.paidOn > from }
      pay(&result.invoices[index], after: delay)
    }
    return result
  }

  /// The whole balance left on the first day is paid so many days after the due date, but neither
  /// before the second day nor before the invoice is issued (R91).
  private func pay(_ account: inout InvoiceAccount, after delay: Int) {
    let invoice = account.invoice
    let balance = InvoiceSums.of(account, on: from).balance ?? 0
    guard !invoice.isCreditNote, balance > 0 else { return }
    let earliest = max(from.adding(days: 1), invoice.issuedOn ?? .earliest)
    let paidOn = max(invoice.dueOn.adding(days: delay), earliest)
    account.payments.append(Payment(paidOn: paidOn, amount: balance))
  }

  /// The mean delay, a half rounded away from zero; none without delays.
  private static func mean(of delays: [Int]) -> Int {
    let total = delays.reduce(Int128(0)) { $0 + Int128($1) }
    guard let mean = Rational(numerator: total, denominator: Int128(delays.count)) else { return 0 }
    do throws(ArithmeticOverflow) {
      return Int(try mean.roundedHalfAwayFromZero())
    } catch {
      return 0
    }
  }
}

extension PaymentAssumption {
  /// The delays of a customer by which it, or others, are judged; none where nobody is.
  public func delays(of account: CustomerAccount, from: CalendarDate) -> [Int] {
    switch self {
    case .none, .actual: []
    case .expected, .sampled: account.settledDelays(on: from)
    }
  }
}

extension CustomerAccount {
  /// The delays of the invoices that the field `retard moyen` looks at on a day, in days and in
  /// order: settled, with the last payment within a year (R49).
  fileprivate func settledDelays(on day: CalendarDate) -> [Int] {
    let firstDay = day.adding(days: -364)
    var delays: [Int] = []
    for account in invoices {
      let invoice = account.invoice
      guard !invoice.isCreditNote, InvoiceFacts.exists(invoice, on: day) else { continue }
      var lastPaid: CalendarDate?
      for payment in account.payments where payment.paidOn <= day {
        lastPaid = max(lastPaid ?? payment.paidOn, payment.paidOn)
      }
      guard let lastPaid, lastPaid >= firstDay,
        let balance = InvoiceSums.of(account, on: day).balance, balance <= 0
      else { continue }
      delays.append(lastPaid.days(since: invoice.dueOn))
    }
    return delays.sorted()
  }
}
