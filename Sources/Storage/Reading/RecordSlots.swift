import Receivables

/// Where the columns of `customers` are in a row.
struct CustomerSlots {
  let id: TableCursor.Slot
  private let name, segment, category, country, language, risk: TableCursor.Slot
  private let strategic, sensitive, consumer: TableCursor.Slot
  private let email, phone, address: TableCursor.Slot
  private let creditLimit, scenario, paymentTerms, insolvencyOn: TableCursor.Slot

  init(_ row: TableCursor) {
    id = row.slot(.id)
    name = row.slot(.name)
    segment = row.slot(.segment)
    category = row.slot(.category)
    country = row.slot(.country)
    language = row.slot(.language)
    risk = row.slot(.risk)
    strategic = row.slot(.strategic)
    sensitive = row.slot(.sensitive)
    consumer = row.slot(.consumer)
    email = row.slot(.email)
    phone = row.slot(.phone)
    address = row.slot(.address)
    creditLimit = row.slot(.creditLimit)
    scenario = row.slot(.scenario)
    paymentTerms = row.slot(.paymentTerms)
    insolvencyOn = row.slot(.insolvencyOn)
  }

  /// The customer of a row.
  func customer(_ row: TableCursor) throws(LedgerError) -> Customer {
    var customer = Customer(id: try row.requiredText(id))
    customer.name = try row.text(name)
    customer.segment = try row.text(segment)
    customer.category = try row.text(category)
    customer.country = try row.text(country)
    customer.language = try row.text(language)
    customer.risk = try row.word(risk, of: LedgerWords.risk) ?? .unknown
    customer.isStrategic = try row.truth(strategic) ?? false
    customer.isSensitive = try row.truth(sensitive) ?? false
    customer.isConsumer = try row.truth(consumer) ?? false
    customer.email = try row.text(email)
    customer.phone = try row.text(phone)
    customer.address = try row.text(address)
    customer.creditLimit = try row.minorUnits(creditLimit)
    customer.scenario = try row.text(scenario)
    customer.paymentTerms = try row.text(paymentTerms)
    customer.insolvencyOn = try row.date(insolvencyOn)
    return customer
  }
}

/// Where the columns of `invoices` are in a row.
struct InvoiceSlots {
  let id: TableCursor.Slot
  private let number, kind, issuedOn, dueOn, amount, currency, plan: TableCursor.Slot
  private var currencies = LastValue<Currency>()
  private var kinds = LastValue<InvoiceKind>()

  init(_ row: TableCursor) {
    id = row.slot(.id)
    number = row.slot(.number)
    kind = row.slot(.kind)
    issuedOn = row.slot(.issuedOn)
    dueOn = row.slot(.dueOn)
    amount = row.slot(.amount)
    currency = row.slot(.currency)
    plan = row.slot(.instalmentPlan)
  }

  /// The invoice of a row.
  mutating func invoice(_ row: TableCursor) throws(LedgerError) -> Invoice {
    var invoice = Invoice(
      id: try row.requiredText(id),
      dueOn: try row.requiredDate(dueOn),
      amount: try row.requiredMinorUnits(amount)
    )
    if let number = try row.text(number) { invoice.number = number }
    if let bytes = try row.bytes(kind) {
      invoice.kind =
        try kinds.value(of: bytes) { () throws(LedgerError) in
          try row.word(kind, of: LedgerWords.invoiceKind)
        } ?? .standard
    }
    if let bytes = try row.bytes(currency) {
      invoice.currency =
        try currencies.value(of: bytes) { () throws(LedgerError) in
          try row.currency(currency)
        } ?? .euro
    }
    invoice.issuedOn = try row.date(issuedOn)
    invoice.hasInstalmentPlan = try row.isActive(plan)
    return invoice
  }
}

/// What the last word meant: in a column of few words the next one is mostly the same.
struct LastValue<Value> {
  private var bytes: [UInt8] = []
  private var value: Value?

  /// What a word means, looked up only if it is another than the last.
  mutating func value(
    of word: UnsafeBufferPointer<UInt8>,
    lookup: () throws(LedgerError) -> Value?
  ) throws(LedgerError) -> Value? {
    if !word.elementsEqual(bytes) {
      value = try lookup()
      bytes = Array(word)
    }
    return value
  }
}
