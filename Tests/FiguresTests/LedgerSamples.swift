import Receivables

/// A day written in ISO form; the first of all days if it is none.
func day(_ iso: String) -> CalendarDate { CalendarDate(isoBytes: iso.utf8) ?? .earliest }

/// A currency of ISO 4217; the euro if it is none.
func currency(_ code: String) -> Currency { Currency(code: code) ?? .euro }

extension Ledger {
  /// A ledger of some customers, with exchange rates valid from the first day.
  static func sample(_ accounts: CustomerAccount..., rates: [String: Int64] = [:]) -> Ledger {
    let entries = rates.map { code, perEuro in
      ExchangeRate(currency: currency(code), validFrom: .earliest, perEuro: Rational(perEuro))
    }
    return Ledger(accounts: accounts, exchangeRates: ExchangeRates(entries: entries))
  }
}

extension CustomerAccount {
  /// A customer with some invoices.
  static func sample(_ id: String, _ invoices: InvoiceAccount...) -> CustomerAccount {
    var account = CustomerAccount(Customer(id: id))
    account.invoices = invoices
    return account
  }

  /// The account changed.
  func with(_ change: (inout CustomerAccount) -> Void) -> CustomerAccount {
    var account = self
    change(&account)
    return account
  }
}

extension InvoiceAccount {
  /// An invoice issued 30 days before its due date unless said otherwise.
  static func sample(
    _ id: String,
    due: String,
    _ amount: Int64,
    _ code: String = "EUR",
    issued: String? = nil
  ) -> InvoiceAccount {
    var invoice = Invoice(id: id, dueOn: day(due), amount: amount, currency: currency(code))
    invoice.issuedOn = issued.map(day) ?? day(due).adding(days: -30)
    return InvoiceAccount(invoice)
  }

  /// The invoice with a payment.
  func paid(_ iso: String, _ amount: Int64) -> InvoiceAccount {
    with { $0.payments.append(Payment(paidOn: day(iso), amount: amount)) }
  }

  /// The invoice with a recorded reminder.
  func reminded(_ iso: String, _ step: String, rank: Int = 35) -> InvoiceAccount {
    with {
      $0.reminders.append(
        Reminder(step: step, rank: rank, channel: "email", nature: "relance", sentOn: day(iso))
      )
    }
  }

  /// The account changed.
  func with(_ change: (inout InvoiceAccount) -> Void) -> InvoiceAccount {
    var account = self
    change(&account)
    return account
  }
}
