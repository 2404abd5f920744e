import Planning
import Receivables
import Semantics
import Testing

@Suite("The figures of a simulation")
struct SimulationFiguresTests {
  @Test(
    "a range is made of the figures themselves, by nearest rank",
    arguments: [
      ([7], 7, 7, 7), ([1, 2], 1, 1, 2), (Array(1...10), 1, 5, 9), (Array(1...11), 2, 6, 10),
      (Array(1...100), 10, 50, 90),
    ] as [([Int64], Int64, Int64, Int64)]
  )
  func ranges(_ figures: [Int64], low: Int64, median: Int64, high: Int64) {
    let range = FigureRange(of: figures.reversed())
    #expect([range.low, range.median, range.high] == [low, median, high])
  }

  /// Cash counts payments on invoices and not on credit notes, what is open counts both (R92).
  @Test("cash and open balance by day, in euros at the day's rates")
  func money() throws {
    let day = try #require(CalendarDate(year: 2026, month: 3, day: 2))
    let dollar = try #require(Currency(code: "USD"))
    let pound = try #require(Currency(code: "GBP"))
    var invoice = InvoiceAccount(Invoice(id: "A", dueOn: day, amount: 10_000))
    invoice.payments = [
      Payment(paidOn: day.adding(days: -1), amount: 1_000), Payment(paidOn: day, amount: 2_000),
    ]
    var later = InvoiceAccount(Invoice(id: "B", dueOn: day, amount: 500))
    later.invoice.issuedOn = day.adding(days: 1)
    var foreign = InvoiceAccount(Invoice(id: "C", dueOn: day, amount: 300, currency: dollar))
    foreign.payments = [Payment(paidOn: day.adding(days: 1), amount: 100)]
    let unknown = InvoiceAccount(Invoice(id: "D", dueOn: day, amount: 300, currency: pound))
    var credit = InvoiceAccount(Invoice(id: "E", dueOn: day, amount: 400))
    credit.invoice.kind = .creditNote
    credit.payments = [Payment(paidOn: day.adding(days: 1), amount: 150)]
    var account = CustomerAccount(Customer(id: "X"))
    account.invoices = [invoice, later, foreign, unknown, credit]
    let rate = try #require(Rational(numerator: 2, denominator: 1))
    let rates = ExchangeRates(entries: [
      ExchangeRate(currency: dollar, validFrom: day.adding(days: -9), perEuro: rate)
    ])
    let analysis = try Analysis(checked: "J+90 email")
    let planner = Planner(
      scenarios: analysis.scenarios,
      files: analysis.files,
      exchangeRates: rates
    )
    let simulator = Simulator(planner, from: day, to: day.adding(days: 1))
    var tally = SimulationTally(simulator, journal: .kept)
    tally.add(account)
    tally.add(simulator.actions(for: account))
    let simulation = tally.simulation(.actual, exchangeRates: rates)
    #expect(simulation.days.map(\.cashIn) == [2_000, 50])
    // 10 000 − 3 000 + 300 $ − 400; then 500 more, 100 $ less, and 150 of the credit note used.
    #expect(simulation.days.map(\.openBalance) == [6_750, 7_350])
    #expect(simulation.totals.cashIn == 2_050)
    #expect(simulation.totals.openBalanceEnd == 7_350)
    #expect(simulation.totals.actions == 0)
  }

  /// R91: the mean delay of the customer, else that of all; never before the second day.
  @Test("expected payments")
  func expected() throws {
    let from = try #require(CalendarDate(year: 2026, month: 6, day: 1))
    func settled(_ id: String, late days: Int) -> InvoiceAccount {
      let due = from.adding(days: -60)
      var account = InvoiceAccount(Invoice(id: id, dueOn: due, amount: 100))
      account.payments = [Payment(paidOn: due.adding(days: days), amount: 100)]
      return account
    }
    func open(_ id: String, due days: Int) -> InvoiceAccount {
      InvoiceAccount(Invoice(id: id, dueOn: from.adding(days: days), amount: 900))
    }
    var punctual = CustomerAccount(Customer(id: "P"))
    var future = open("P3", due: 40)
    future.invoice.issuedOn = from.adding(days: 30)
    future.payments = [Payment(paidOn: from.adding(days: 99), amount: 900)]
    punctual.invoices = [settled("P1", late: 2), settled("P2", late: 5), future]
    var slow = CustomerAccount(Customer(id: "S"))
    slow.invoices = [settled("S1", late: 30), open("S2", due: -31), open("S3", due: 3)]
    var new = CustomerAccount(Customer(id: "N"))
    new.invoices = [open("N1", due: 10)]
    let ledger = Ledger(
      accounts: [punctual, slow, new],
      exchangeRates: ExchangeRates(entries: [])
    )
    let forecast = PaymentForecast(.expected, from: from, ledger: ledger)
    func paidIn(_ account: CustomerAccount) -> [Int] {
      forecast.applied(to: account).invoices.compactMap { $0.payments.last }
        .map { $0.paidOn.days(since: from) }.filter { $0 > 0 }
    }
    // 3.5 days become 4; the customer without past takes (2 + 5 + 30) / 3 = 12.3 days.
    #expect(paidIn(punctual) == [44])
    #expect(paidIn(slow) == [1, 33])
    #expect(paidIn(new) == [22])
    #expect(forecast.applied(to: punctual).invoices[2].payments.count == 1)
  }

  @Test("sampled payments are the customer's own delays, the same for the same seed and run")
  func sampled() throws {
    let from = try #require(CalendarDate(year: 2026, month: 6, day: 1))
    var account = CustomerAccount(Customer(id: "S"))
    for (index, delay) in [3, 11, 20].enumerated() {
      let due = from.adding(days: -90)
      var past = InvoiceAccount(Invoice(id: "P\(index)", dueOn: due, amount: 100))
      past.payments = [Payment(paidOn: due.adding(days: delay), amount: 100)]
      account.invoices.append(past)
    }
    for index in 0..<300 {
      account.invoices.append(
        InvoiceAccount(Invoice(id: "O\(index)", dueOn: from.adding(days: 5), amount: 100))
      )
    }
    let ledger = Ledger(accounts: [account], exchangeRates: ExchangeRates(entries: []))
    func delays(seed: UInt64, run: Int) -> [Int] {
      PaymentForecast(.sampled(seed: seed), from: from, ledger: ledger)
        .applied(to: account, run: run).invoices.dropFirst(3)
        .compactMap { $0.payments.last?.paidOn.days(since: $0.invoice.dueOn) }
    }
    let first = delays(seed: 1, run: 0)
    #expect(first == delays(seed: 1, run: 0))
    #expect(first != delays(seed: 1, run: 1))
    #expect(first != delays(seed: 2, run: 0))
    let counts = [3, 11, 20].map { delay in first.count { $0 == delay } }
    #expect(counts.reduce(0, +) == 300)
    #expect(counts.allSatisfy { $0 > 70 }, "\(counts)")
  }
}
