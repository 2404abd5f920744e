import Receivables

/// A dated fact that a person tells about an invoice or a customer.
public enum LedgerFact: Sendable, Hashable {
  /// The customer objects to an invoice from a day on.
  case dispute(invoice: String, on: CalendarDate)
  /// A dispute is settled: from that day on the invoice is no longer disputed.
  case settlement(invoice: String, on: CalendarDate)
  /// The customer promises on a day to pay on another.
  case promise(invoice: String, made: CalendarDate, due: CalendarDate)
  /// Nobody is to be reminded from a day on, to another or without end.
  case hold(LedgerSubject, from: CalendarDate, until: CalendarDate?)
  /// A hold is lifted: that day is free again.
  case release(LedgerSubject, on: CalendarDate)
  /// Money has come in for an invoice, or went back if it is negative.
  case payment(invoice: String, on: CalendarDate, PaidAmount, Repetition)

  /// How much was paid.
  public enum PaidAmount: Sendable, Hashable {
    /// All that is owed on the day.
    case balance
    /// So much, as a person wrote it.
    case written(String)
  }

  /// Whether a payment may be told that the ledger has already.
  public enum Repetition: Sendable, Hashable {
    /// No: it is the same one told twice.
    case refused
    /// Yes: there were two.
    case allowed
  }

  /// The invoice or customer it is about.
  public var subject: LedgerSubject {
    switch self {
    case .dispute(let invoice, _), .settlement(let invoice, _), .promise(let invoice, _, _),
      .payment(let invoice, _, _, _):
      .invoice(invoice)
    case .hold(let subject, _, _), .release(let subject, _): subject
    }
  }

  /// The day the fact is told under.
  var day: CalendarDate {
    switch self {
    case .dispute(_, let day), .settlement(_, let day), .promise(_, let day, _),
      .hold(_, let day, _), .release(_, let day), .payment(_, let day, _, _):
      day
    }
  }

  /// What the fact is called among the notes.
  var noteName: FactNote {
    switch self {
    case .dispute: .dispute
    case .settlement: .settlement
    case .promise: .promise
    case .hold: .hold
    case .release: .release
    case .payment: .payment
    }
  }
}

/// The kinds of facts in the notes that are kept beside the ledger's tables.
enum FactNote: String {
  case dispute
  case settlement
  case promise
  case hold
  case release
  case payment
}
