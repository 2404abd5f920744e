import Receivables

/// A small ledger written as lines of words, so that tests show all that matters in one place.
///
/// Each line adds to the customer or invoice before it:
/// `client C1 risque=élevé segment=PME sans-email particulier`, `contact comptabilité email`,
/// `facture F1 2026-01-05 100000 USD`, `paiement 2026-01-20 5000`, `litige 2026-01-20`,
/// `promesse 2026-01-20 2026-01-30`, `pause 2026-01-20`, `relance 2026-01-12 rang=35 J+7 relance
/// email`, `taux USD 2026-01-01 1.25`. A customer has all addresses that no `sans-…` takes away.
struct LedgerText {
  private(set) var accounts: [CustomerAccount] = []
  private(set) var rates: [ExchangeRate] = []

  var ledger: Ledger {
    Ledger(accounts: accounts, exchangeRates: ExchangeRates(entries: rates))
  }

  init(_ text: String) throws(Unreadable) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map { String($0) }
      guard let first = words.first else { continue }
      do throws(Unreadable) {
        try read(first, Words(Array(words.dropFirst())))
      } catch {
        throw Unreadable(line: String(line))
      }
    }
  }

  struct Unreadable: Error {
    var line = ""
  }

  private mutating func read(_ first: String, _ words: Words) throws(Unreadable) {
    var words = words
    switch first {
    case "client": accounts.append(try customer(words))
    case "contact": try addContact(&words)
    case "facture":
      let invoice = try invoice(words)
      try changeCustomer { $0.invoices.append(InvoiceAccount(invoice)) }
    case "taux":
      guard let currency = Currency(code: try words.next()) else { throw Unreadable() }
      let day = try words.date()
      guard let rate = Rational(decimal: try words.next().utf8) else { throw Unreadable() }
      rates.append(ExchangeRate(currency: currency, validFrom: day, perEuro: rate))
    case "paiement":
      let payment = Payment(paidOn: try words.date(), amount: try words.number())
      try changeInvoice { $0.payments.append(payment) }
    case "litige":
      let dispute = Dispute(
        openedOn: try words.date(),
        closedOn: words.isEmpty ? nil : try words.date()
      )
      try changeInvoice { $0.disputes.append(dispute) }
    case "promesse":
      let madeOn = try words.dateOrDash()
      let promise = PaymentPromise(madeOn: madeOn, promisedOn: try words.date())
      try changeInvoice { $0.promises.append(promise) }
    case "pause":
      let hold = Hold(from: try words.date(), until: words.isEmpty ? nil : try words.date())
      try addHold(hold)
    case "relance":
      let reminder = try reminder(&words)
      try changeInvoice { $0.reminders.append(reminder) }
    case _: throw Unreadable()
    }
  }

  private func customer(_ words: Words) throws(Unreadable) -> CustomerAccount {
    var words = words
    var customer = Customer(id: try words.next())
    customer.email = "a@example.fr"
    customer.phone = "0102030405"
    customer.address = "1 rue de la Paix"
    while !words.isEmpty {
      let (key, value) = words.setting()
      switch key {
      case "sans-email": customer.email = nil
      case "sans-téléphone": customer.phone = nil
      case "sans-adresse": customer.address = nil
      case "risque": customer.risk = Risk(rawValue: value) ?? .unknown
      case "segment": customer.segment = value
      case "scénario": customer.scenario = value
      case "particulier": customer.isConsumer = true
      case "sensible": customer.isSensitive = true
      case "stratégique": customer.isStrategic = true
      case "limite": customer.creditLimit = Int64(value)
      case "procédure": customer.insolvencyOn = CalendarDate(isoBytes: value.utf8)
      case _: throw Unreadable()
      }
    }
    return CustomerAccount(customer)
  }

  private func invoice(_ words: Words) throws(Unreadable) -> Invoice {
    var words = words
    var invoice = Invoice(id: try words.next(), dueOn: try words.date(), amount: try words.number())
    while !words.isEmpty {
      let (key, value) = words.setting()
      switch key {
      case "émise": invoice.issuedOn = CalendarDate(isoBytes: value.utf8)
      case "avoir": invoice.kind = .creditNote
      case "échéancier": invoice.hasInstalmentPlan = true
      case _:
        guard let currency = Currency(code: key) else { throw Unreadable() }
        invoice.currency = currency
      }
    }
    return invoice
  }

  /// Settings first, then the words of the step's id.
  private func reminder(_ words: inout Words) throws(Unreadable) -> Reminder {
    let sentOn = try words.date()
    var (rank, channel, nature) = (0, "email", "relance")
    var (messageID, occurrence): (String?, CalendarDate?) = (nil, nil)
    while let word = words.first, word.contains("=") {
      let (key, value) = words.setting()
      switch key {
      case "rang": rank = Int(value) ?? 0
      case "canal": channel = value
      case "nature": nature = value
      case "message": messageID = value
      case "événement": occurrence = CalendarDate(isoBytes: value.utf8)
      case _: throw Unreadable()
      }
    }
    return Reminder(
      step: words.rest,
      rank: rank,
      channel: channel,
      nature: nature,
      sentOn: sentOn,
      occurrence: occurrence,
      messageID: messageID
    )
  }

  private mutating func addContact(_ words: inout Words) throws(Unreadable) {
    guard let role = ContactRole(rawValue: try words.next()) else { throw Unreadable() }
    var contact = Contact(role: role)
    while !words.isEmpty {
      switch try words.next() {
      case "email": contact.email = "c@example.fr"
      case "téléphone": contact.phone = "0605040302"
      case "adresse": contact.address = "2 rue de la Paix"
      case _: throw Unreadable()
      }
    }
    try changeCustomer { $0.contacts.append(contact) }
  }

  private mutating func addHold(_ hold: Hold) throws(Unreadable) {
    try changeCustomer { account throws(Unreadable) in
      guard !account.invoices.isEmpty else {
        account.holds.append(hold)
        return
      }
      account.invoices[account.invoices.count - 1].holds.append(hold)
    }
  }

  private mutating func changeCustomer(
    _ change: (inout CustomerAccount) throws(Unreadable) -> Void
  ) throws(Unreadable) {
    guard !accounts.isEmpty else { throw Unreadable() }
    try change(&accounts[accounts.count - 1])
  }

  private mutating func changeInvoice(
    _ change: (inout InvoiceAccount) -> Void
  ) throws(Unreadable) {
    try changeCustomer { account throws(Unreadable) in
      guard !account.invoices.isEmpty else { throw Unreadable() }
      change(&account.invoices[account.invoices.count - 1])
    }
  }
}

/// The words of a line, taken from the front.
private struct Words {
  private var words: ArraySlice<String>

  init(_ words: [String]) { self.words = words[...] }

  var isEmpty: Bool { words.isEmpty }
  var first: String? { words.first }
  var rest: String { words.joined(separator: " ") }

  mutating func next() throws(LedgerText.Unreadable) -> String {
    guard let word = words.popFirst() else { throw LedgerText.Unreadable() }
    return word
  }

  mutating func setting() -> (key: String, value: String) {
    let parts = (words.popFirst() ?? "").split(separator: "=", maxSplits: 1)
    return (parts.first.map { String($0) } ?? "", parts.count > 1 ? String(parts[1]) : "")
  }

  mutating func date() throws(LedgerText.Unreadable) -> CalendarDate {
    guard let date = try dateOrDash() else { throw LedgerText.Unreadable() }
    return date
  }

  mutating func dateOrDash() throws(LedgerText.Unreadable) -> CalendarDate? {
    let word = try next()
    if word == "-" { return nil }
    guard let date = CalendarDate(isoBytes: word.utf8) else { throw LedgerText.Unreadable() }
    return date
  }

  mutating func number() throws(LedgerText.Unreadable) -> Int64 {
    guard let number = Int64(try next()) else { throw LedgerText.Unreadable() }
    return number
  }
}
