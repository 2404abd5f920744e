import Receivables

/// A fact as it was written.
public struct WrittenFact: Sendable, Hashable {
  /// The fact.
  public let fact: LedgerFact
  /// What is owed on the invoice afterwards on that day, for a payment; and how much was paid.
  public let payment: (paid: Money, balance: Money)?

  /// Whether two say the same.
  public static func == (left: WrittenFact, right: WrittenFact) -> Bool {
    left.fact == right.fact && left.payment?.paid == right.payment?.paid
      && left.payment?.balance == right.payment?.balance
  }

  /// Hashes the fact.
  public func hash(into hasher: inout Hasher) { hasher.combine(fact) }
}

extension Database {
  /// Writes facts, all of them or none, each with the reason a person gave.
  ///
  /// Each is held against the ledger at the moment of writing: a fact that the ledger has already, or
  /// that cannot be, is refused.
  public func write(
    _ facts: [LedgerFact],
    reason: String?
  ) throws(LedgerError) -> [WrittenFact] {
    try transaction { () throws(LedgerError) in
      var written: [WrittenFact] = []
      for fact in facts { written.append(try write(fact, reason: reason)) }
      return written
    }
  }

  private func write(_ fact: LedgerFact, reason: String?) throws(LedgerError) -> WrittenFact {
    let account = try account(of: fact.subject)
    var payment: (paid: Money, balance: Money)?
    switch fact {
    case .dispute(let id, let day):
      try account.invoice(id).expectNoDispute(on: day)
      try makeWritable(.disputes)
      try execute(
        "INSERT INTO disputes (invoice_id, opened_on) VALUES (?, ?)",
        [id, day.description]
      )
    case .settlement(let id, let day):
      let opened = try account.invoice(id).openDispute(on: day).openedOn
      try makeWritable(.disputes)
      try execute(
        """
        UPDATE disputes SET closed_on = ?
        WHERE invoice_id = ? AND opened_on = ? AND coalesce(closed_on, '') = ''
        """,
        [day.description, id, opened.description]
      )
    case .promise(let id, let made, let due):
      try account.invoice(id).expectNoPromise(made: made, due: due)
      try makeWritable(.promises)
      try execute(
        "INSERT INTO promises (invoice_id, made_on, promised_on) VALUES (?, ?, ?)",
        [id, made.description, due.description]
      )
    case .hold(let subject, let from, let until):
      try account.expectNoHold(of: subject, from: from, until: until)
      try makeWritable(.holds)
      let (customer, invoice) = subject.columns
      try execute(
        """
        INSERT INTO holds (customer_id, invoice_id, from_on, until_on, reason)
        VALUES (?, ?, ?, ?, ?)
        """,
        [customer, invoice, from.description, until?.description, reason]
      )
    case .release(let subject, let day):
      try account.expectHold(of: subject, on: day)
      try makeWritable(.holds)
      try release(subject, on: day)
    case .payment(let id, let day, let amount, let repetition):
      let account = try account.invoice(id)
      let paid = try account.amount(amount, on: day, repetition)
      try makeWritable(.payments)
      try execute(
        "INSERT INTO payments (invoice_id, paid_on, amount_minor) VALUES (?, ?, CAST(? AS INTEGER))",
        [id, day.description, String(paid.minorUnits)]
      )
      let balance = try account.balance(after: paid, on: day)
      payment = (paid, balance)
    }
    try note(fact, reason: reason)
    return WrittenFact(fact: fact, payment: payment)
  }

  /// Lets all holds of a subject end on the day before; nothing is deleted, so that the history keeps
  /// even a hold that never came into force.
  private func release(_ subject: LedgerSubject, on day: CalendarDate) throws(LedgerError) {
    let condition: String
    let id: String
    switch subject {
    case .invoice(let invoice): (condition, id) = ("invoice_id = ?", invoice)
    case .customer(let customer):
      (condition, id) = ("customer_id = ? AND coalesce(invoice_id, '') = ''", customer)
    }
    try execute(
      """
      UPDATE holds SET until_on = ?
      WHERE \(condition) AND (coalesce(until_on, '') = '' OR until_on >= ?)
      """,
      [day.adding(days: -1).description, id, day.description]
    )
  }

  private func account(of subject: LedgerSubject) throws(LedgerError) -> CustomerAccount {
    let selection: LedgerSelection
    switch subject {
    case .invoice(let id): selection = .customerOfInvoice(id)
    case .customer(let id): selection = .customer(id)
    }
    guard let account = try currentLedger(selection, extraColumns: []).accounts.first else {
      throw .fact(.unknownSubject(subject.id))
    }
    return account
  }

  /// Keeps beside the ledger's tables that a person told the fact, when, and why.
  private func note(_ fact: LedgerFact, reason: String?) throws(LedgerError) {
    try create(.facts)
    let (customer, invoice) = fact.subject.columns
    try execute(
      "INSERT INTO ledger_facts VALUES (?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
      [fact.noteName.rawValue, invoice ?? "", customer ?? "", fact.day.description, reason ?? ""]
    )
  }

  /// Runs a statement that gives no rows, with texts for its parameters.
  private func execute(_ sql: String, _ parameters: [String?]) throws(LedgerError) {
    let statement = try prepare(sql)
    for (position, text) in parameters.enumerated() {
      if let text {
        statement.bind(position + 1, text)
      } else {
        statement.bindNull(position + 1)
      }
    }
    while try statement.step() {}
  }
}

extension LedgerSubject {
  /// The identifier.
  fileprivate var id: String {
    switch self {
    case .invoice(let id), .customer(let id): id
    }
  }

  /// The values of the columns `customer_id` and `invoice_id`.
  fileprivate var columns: (customer: String?, invoice: String?) {
    switch self {
    case .invoice(let id): (nil, id)
    case .customer(let id): (id, nil)
    }
  }
}
