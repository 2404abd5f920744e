import Receivables

/// The customers of a ledger, packed: a `Customer` is made only when it is asked for.
struct CustomerTable: Sendable {
  /// What is packed of a customer beside its texts.
  private struct Record: Sendable {
    /// Where its texts begin.
    var texts: Int
    var creditLimit: Int64?
    var insolvencyOn: CalendarDate?
    var risk: Risk
    var isStrategic: Bool
    var isSensitive: Bool
    var isConsumer: Bool
  }

  private var records: [Record] = []
  private var texts = TextArena()
  /// The values of declared columns, where there are any.
  private var extras: [[LedgerValue?]] = []
  /// Their identifiers.
  var identifiers = IdentifierList()

  /// How many there are.
  var count: Int { records.count }

  /// Reads the rows of a query.
  init(_ rows: TableRows, _ extraColumns: ExtraColumnReader) throws(LedgerError) {
    let slots = CustomerSlots(rows)
    var risks = WordCache<Risk>()
    records.reserveCapacity(rows.mostRows)
    identifiers.reserveCapacity(rows.mostRows)
    // Of most texts there are no more than so many bytes.
    texts.reserveCapacity(rows.mostRows * 16 * slots.texts.count(where: \.isRead))
    try rows.show { row throws(LedgerError) in
      let start = texts.end
      for slot in slots.texts { texts.append(try row.textBytes(slot)) }
      guard let id = try row.textBytes(slots.id) else { throw row.failure(slots.id, .absent) }
      identifiers.append(id)
      records.append(
        Record(
          texts: start,
          creditLimit: try row.minorUnits(slots.creditLimit),
          insolvencyOn: try row.date(slots.insolvencyOn),
          risk: try row.word(slots.risk, of: LedgerWords.risk, &risks) ?? .unknown,
          isStrategic: try row.truth(slots.strategic) ?? false,
          isSensitive: try row.truth(slots.sensitive) ?? false,
          isConsumer: try row.truth(slots.consumer) ?? false
        )
      )
      if !extraColumns.isEmpty { extras.append(try extraColumns.values(row)) }
    }
  }

  /// The rows of several parts, in their order.
  init(_ parts: [CustomerTable]) {
    if parts.count == 1 {
      self = parts[0]
      return
    }
    records.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    identifiers.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    texts.reserveCapacity(parts.reduce(0) { $0 + $1.texts.end })
    for part in parts {
      let offset = texts.end
      texts.append(part.texts)
      for record in part.records {
        var record = record
        record.texts += offset
        records.append(record)
      }
      extras += part.extras
      identifiers.append(part.identifiers)
    }
  }

  /// The customers' numbers in the order of their identifiers.
  func inOrder() -> [Int] {
    // In many ledgers the rows are in that order.
    let isInOrder = records.indices.dropFirst().allSatisfy { identifiers.precedes($0 - 1, $0) }
    let numbers = Array(records.indices)
    return isInOrder ? numbers : numbers.sorted { identifiers.precedes($0, $1) }
  }

  /// The customer of a number.
  subscript(number: Int) -> Customer {
    let record = records[number]
    var place = record.texts
    var customer = Customer(id: identifiers[number])
    customer.name = texts.next(&place)
    customer.segment = texts.next(&place)
    customer.category = texts.next(&place)
    customer.country = texts.next(&place)
    customer.language = texts.next(&place)
    customer.email = texts.next(&place)
    customer.phone = texts.next(&place)
    customer.address = texts.next(&place)
    customer.scenario = texts.next(&place)
    customer.paymentTerms = texts.next(&place)
    customer.risk = record.risk
    customer.isStrategic = record.isStrategic
    customer.isSensitive = record.isSensitive
    customer.isConsumer = record.isConsumer
    customer.creditLimit = record.creditLimit
    customer.insolvencyOn = record.insolvencyOn
    if !extras.isEmpty { customer.extras = extras[number] }
    return customer
  }
}

/// Where the columns of `customers` are in a row.
private struct CustomerSlots {
  let id: TableRow.Slot
  /// The texts, in the order in which they are packed.
  let texts: [TableRow.Slot]
  let risk, strategic, sensitive, consumer: TableRow.Slot
  let creditLimit, insolvencyOn: TableRow.Slot

  init(_ rows: TableRows) {
    id = rows.slot(.id)
    texts = [
      rows.slot(.name), rows.slot(.segment), rows.slot(.category), rows.slot(.country),
      rows.slot(.language), rows.slot(.email), rows.slot(.phone), rows.slot(.address),
      rows.slot(.scenario), rows.slot(.paymentTerms),
    ]
    risk = rows.slot(.risk)
    strategic = rows.slot(.strategic)
    sensitive = rows.slot(.sensitive)
    consumer = rows.slot(.consumer)
    creditLimit = rows.slot(.creditLimit)
    insolvencyOn = rows.slot(.insolvencyOn)
  }
}
