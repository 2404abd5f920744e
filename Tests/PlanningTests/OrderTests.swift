import Diagnostics
import Planning
import Receivables
import Testing

@Suite("The plan depends on nothing but scenario, ledger and day")
struct OrderTests {
  static let scenario = """
    plafond 2 contacts par client par 7 jours
    seuil 20 €
    J-3 email sinon courrier
    J+7 email doux à comptabilité
    J+14 email + SMS
    J+21 courrier ferme avec pénalités
    J+45 mise en demeure
    R+10 contentieux
    au paiement email
    au paiement partiel appel
    à promesse rompue appel ferme
    si retard moyen > 3 jours alors avancer de 2 jours
    si encours > 300 € alors validation
    """

  @Test("not on the order of rows", arguments: [1, 2, 3] as [UInt64])
  func rowOrder(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let accounts = (0..<20).map { RandomAccount.make(number: $0, using: &random) }
    let rates = ExchangeRates(entries: [])
    let ledger = Ledger(accounts: accounts, exchangeRates: rates)
    let shuffled = Ledger(
      accounts: accounts.shuffled(using: &random).map { $0.shuffled(using: &random) },
      exchangeRates: rates
    )
    let planner = try Planner(scenario: OrderTests.scenario, ledger: ledger)
    var actions = 0
    for offset in 0..<25 {
      let day = RandomAccount.firstDay.adding(days: 3 * offset)
      let plan = planner.plan(ledger, on: day)
      actions += plan.actions.count
      let other = planner.plan(shuffled, on: day)
      #expect(plan.lines == other.lines, "\(day)")
      #expect(plan.details == other.details, "\(day)")
    }
    #expect(actions > 50)
  }

  @Test("every invoice that exists has exactly one status, and is in an action where that says so")
  func oneStatusEach() throws {
    var random = SeededGenerator(seed: 7)
    let accounts = (0..<20).map { RandomAccount.make(number: $0, using: &random) }
    let ledger = Ledger(accounts: accounts, exchangeRates: ExchangeRates(entries: []))
    let planner = try Planner(scenario: OrderTests.scenario, ledger: ledger)
    for offset in 0..<25 {
      let day = RandomAccount.firstDay.adding(days: 3 * offset)
      let plan = planner.plan(ledger, on: day)
      let invoices = accounts.flatMap { $0.invoices }.map { $0.invoice }
      #expect(plan.statuses.map { $0.invoice } == invoices.map { $0.id }.sorted())
      let acted = Set(
        plan.actions.filter { $0.nature != .thanks }.flatMap { $0.invoices }.map { $0.id }
      )
      let said = Set(plan.statuses.filter { $0.kind == .action }.map { $0.invoice })
      #expect(acted == said, "\(day)")
    }
  }

  @Test("R98: a plan that is recorded and made again is empty", arguments: [1, 2, 3] as [UInt64])
  func recordedOnce(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let accounts = (0..<20).map { RandomAccount.make(number: $0, using: &random) }
    var ledger = Ledger(accounts: accounts, exchangeRates: ExchangeRates(entries: []))
    let planner = try Planner(scenario: OrderTests.scenario, ledger: ledger)
    var keys: Set<String> = []
    for offset in 0..<60 {
      let day = RandomAccount.firstDay.adding(days: offset)
      let plan = planner.plan(ledger, on: day)
      for action in plan.actions {
        for invoice in action.invoices {
          let key = "\(invoice.id)/\(invoice.step)/\(invoice.occurrence?.description ?? "")"
          #expect(keys.insert("\(key)/\(action.channel)").inserted, "\(key) sent twice")
        }
      }
      ledger.record(plan)
      let again = planner.plan(ledger, on: day).actions.flatMap { $0.invoices }.map { $0.id }
      let recorded = Set(plan.actions.flatMap { $0.invoices }.map { $0.id })
      #expect(recorded.isDisjoint(with: again), "\(day)")
    }
  }
}

extension Plan {
  /// Amounts and reasons of the actions, reasons of the statuses.
  fileprivate var details: [String] {
    actions.flatMap { action in
      ["\(action.totalBalance) \(action.totalInterest ?? -1) \(action.totalIndemnity)"]
        + action.reasons.map { $0.message.fr }
    } + statuses.map { $0.reason.message.fr }
  }
}

/// SplitMix64, the same numbers for the same seed everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Accounts with all the kinds of rows that a plan looks at.
enum RandomAccount {
  /// 2026-01-05, a Monday.
  static let firstDay = CalendarDate(dayNumber: 20_458)

  static func make(number: Int, using random: inout SeededGenerator) -> CustomerAccount {
    var customer = Customer(id: "C\(number)")
    customer.email = Bool.random(using: &random) ? "a@example.fr" : nil
    customer.phone = Bool.random(using: &random) ? "01" : nil
    customer.isSensitive = Int.random(in: 0..<5, using: &random) == 0
    var account = CustomerAccount(customer)
    account.contacts = [
      Contact(role: .accounting, email: "c@example.fr"), Contact(role: .principal, address: "ici"),
    ]
    for index in 0..<Int.random(in: 1...6, using: &random) {
      account.invoices.append(invoice(id: "F\(number)-\(index)", using: &random))
    }
    return account
  }

  private static func invoice(
    id: String,
    using random: inout SeededGenerator
  ) -> InvoiceAccount {
    func day(_ range: Range<Int>) -> CalendarDate {
      firstDay.adding(days: Int.random(in: range, using: &random))
    }
    let amount = Int64.random(in: 1_000...40_000, using: &random)
    var account = InvoiceAccount(Invoice(id: id, dueOn: day(-60..<60), amount: amount))
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      account.payments.append(Payment(paidOn: day(-60..<120), amount: amount / 2))
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      let opened = day(-30..<60)
      account.disputes = [Dispute(openedOn: opened, closedOn: opened.adding(days: 9))]
    }
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      account.promises.append(PaymentPromise(madeOn: day(-30..<60), promisedOn: day(0..<60)))
    }
    if Int.random(in: 0..<8, using: &random) == 0 {
      account.holds = [Hold(from: day(0..<30), until: day(30..<60)), Hold(from: day(50..<60))]
    }
    return account
  }
}

extension CustomerAccount {
  /// The same rows in another order.
  fileprivate func shuffled(using random: inout SeededGenerator) -> CustomerAccount {
    var account = self
    account.contacts.shuffle(using: &random)
    account.invoices.shuffle(using: &random)
    for index in account.invoices.indices {
      account.invoices[index].payments.shuffle(using: &random)
      account.invoices[index].promises.shuffle(using: &random)
      account.invoices[index].holds.shuffle(using: &random)
      account.invoices[index].disputes.shuffle(using: &random)
    }
    return account
  }
}
