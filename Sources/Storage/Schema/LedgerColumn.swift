/// What the values of a column are.
public enum ColumnKind: Sendable, Hashable {
  /// Who or what a row is about; never empty.
  case identifier
  /// Free text.
  case text
  /// A day, `YYYY-MM-DD`.
  case date
  /// An amount in the minor unit of the invoice's currency.
  case invoiceAmount
  /// An amount in euro cents.
  case euroAmount
  /// A truth value, 0 or 1.
  case truth
  /// An ISO 4217 code.
  case currency
  /// A risk rating.
  case risk
  /// A kind of invoice.
  case invoiceKind
  /// A contact's role.
  case role
  /// The units of a currency for one euro, a positive decimal number.
  case rate
  /// A whole number.
  case integer
  /// A day, or empty text for none, so that it can be part of a unique key.
  case occurrence
}

/// How much a column is needed.
public enum ColumnPresence: Sendable {
  /// In the ledger and in every imported file.
  case required
  /// In the ledger; an import can fill it by itself.
  case requiredInLedger
  /// Nowhere.
  case optional
  /// Read from imported files to fill other columns; not in the ledger.
  case importOnly
}

/// A column of one of the ledger's tables.
public struct LedgerColumn: Sendable {
  /// Its name in the database.
  public let name: ColumnName
  /// What its values are.
  public let kind: ColumnKind
  /// How much it is needed.
  public let presence: ColumnPresence
  /// The headers under which imported files have it, beside its own name; French and English.
  public let headers: [String]

  init(
    _ name: ColumnName,
    _ kind: ColumnKind,
    _ presence: ColumnPresence,
    _ headers: String...
  ) {
    self.name = name
    self.kind = kind
    self.presence = presence
    self.headers = headers.flatMap { $0.split(separator: ",").map(String.init) }
  }

  /// Whether the ledger has the column, rather than imported files only.
  public var isStored: Bool {
    switch presence {
    case .required, .requiredInLedger, .optional: true
    case .importOnly: false
    }
  }

  /// Whether a ledger without the column is none.
  public var isRequiredInLedger: Bool {
    switch presence {
    case .required, .requiredInLedger: true
    case .optional, .importOnly: false
    }
  }
}
