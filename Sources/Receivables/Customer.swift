/// How likely a customer is to fail to pay, as the ledger says.
///
/// The raw value is the canonical word of scenarios.
public enum Risk: String, CaseIterable, Sendable {
  /// Low.
  case low = "faible"
  /// Moderate.
  case moderate = "modéré"
  /// High.
  case high = "élevé"
  /// Nothing is known; what an absent rating reads as.
  case unknown = "inconnu"
}

/// A customer as the ledger has it; absent texts are `nil`, never empty.
public struct Customer: Sendable {
  /// The identifier, unique in the ledger.
  public var id: String
  /// The name letters are addressed to.
  public var name: String?
  /// A market segment, in the company's own words.
  public var segment: String?
  /// A category, in the company's own words.
  public var category: String?
  /// The country.
  public var country: String?
  /// The language of messages.
  public var language: String?
  /// The risk rating.
  public var risk: Risk
  /// Whether the customer is of strategic importance.
  public var isStrategic: Bool
  /// Whether the customer must be handled with care.
  public var isSensitive: Bool
  /// Whether the customer is a natural person acting outside a business.
  public var isConsumer: Bool
  /// Where e-mails go when no contact has an address.
  public var email: String?
  /// The telephone number when no contact has one.
  public var phone: String?
  /// The postal address when no contact has one.
  public var address: String?
  /// The credit limit in euro cents.
  public var creditLimit: Int64?
  /// The name of the scenario chosen for this customer by hand.
  public var scenario: String?
  /// The payment terms agreed, as written.
  public var paymentTerms: String?
  /// The day of the judgment that opened insolvency proceedings.
  public var insolvencyOn: CalendarDate?
  /// The values of the columns that scenario files declare: one place for each column of the
  /// request, in its order, empty for those of another table.
  public var extras: [LedgerValue?]

  /// A customer of whom only the identifier is known.
  public init(id: String) {
    self.id = id
    risk = .unknown
    isStrategic = false
    isSensitive = false
    isConsumer = false
    extras = []
  }
}

/// A person at the customer's.
public struct Contact: Sendable {
  /// The person's part.
  public var role: ContactRole
  /// The person's name.
  public var name: String?
  /// The e-mail address.
  public var email: String?
  /// The telephone number.
  public var phone: String?
  /// The postal address.
  public var address: String?

  /// A contact with what is known of it.
  public init(
    role: ContactRole,
    name: String? = nil,
    email: String? = nil,
    phone: String? = nil,
    address: String? = nil
  ) {
    self.role = role
    self.name = name
    self.email = email
    self.phone = phone
    self.address = address
  }
}

/// A person's order to leave a customer or an invoice alone for a time.
public struct Hold: Sendable, Hashable {
  /// The first day of the hold.
  public var from: CalendarDate
  /// The last day of the hold; without one it has no end.
  public var until: CalendarDate?
  /// Why.
  public var reason: String?

  /// A hold from a day, to another or without end.
  public init(from: CalendarDate, until: CalendarDate? = nil, reason: String? = nil) {
    self.from = from
    self.until = until
    self.reason = reason
  }

  /// Whether the hold is in force on a day.
  public func holds(on day: CalendarDate) -> Bool {
    guard from <= day else { return false }
    guard let until else { return true }
    return day <= until
  }
}

/// A value of a column that a scenario file declares itself with `champ`.
public enum LedgerValue: Sendable, Hashable {
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int64)
  /// A number with decimals.
  case number(Rational)
  /// A percentage; the column holds 12.5 for 12,5 %.
  case percentage(Percentage)
  /// An amount in the minor unit of the invoice's currency, or in euro cents for a customer.
  case money(Int64)
  /// A number of days.
  case duration(Int)
  /// A day.
  case date(CalendarDate)
  /// A truth value.
  case truth(Bool)
}
