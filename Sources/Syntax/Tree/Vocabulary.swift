import Receivables

/// When a step is taken, seen from the due date E, the last reminder R, or an event.
public enum Moment: Hashable, Sendable {
  /// E ± days.
  case days(Int)
  /// E ± working days, E itself not counted.
  case workingDays(Int)
  /// E ± weeks.
  case weeks(Int)
  /// E ± calendar months, clamped to the month's end.
  case months(Int)
  /// The last day of the month in which E ± days falls.
  case endOfMonth(afterDays: Int)
  /// Days after the last recorded reminder.
  case afterReminder(days: Int)
  /// An event.
  case event(Event)
}

/// Events that steps can answer.
///
/// The raw value is the canonical moment.
public enum Event: String, CaseIterable, Sendable {
  /// The balance reached zero.
  case payment = "au paiement"
  /// A payment left a balance.
  case partialPayment = "au paiement partiel"
  /// A promised day went by unpaid.
  case brokenPromise = "à promesse rompue"
  /// Insolvency proceedings were opened.
  case insolvency = "à procédure collective"
}

/// The channels of a step: all of `parts` are used, of each part the first that can reach the
/// customer.
public struct ChannelPlan: Hashable, Sendable {
  /// The channels joined by `+`; each is a chain joined by `sinon`, never empty.
  public var parts: [[Channel]]

  /// Channels of their parts.
  public init(_ parts: [[Channel]]) {
    self.parts = parts
  }

  /// The channels as they stand in step identifiers: `email + SMS`, `email sinon courrier`.
  public var canonicalText: String {
    var text = ""
    for part in parts {
      if !text.isEmpty { text += " + " }
      for (index, channel) in part.enumerated() {
        if index > 0 { text += " sinon " }
        text += channel.rawValue
      }
    }
    return text
  }
}

/// `tous les N jours M fois`.
public struct Repetition: Hashable, Sendable {
  /// Days between two of the steps.
  public let everyDays: Int
  /// How many steps, the first included.
  public let times: Int

  /// Steps every so many days, so many times.
  public init(everyDays: Int, times: Int) {
    self.everyDays = everyDays
    self.times = times
  }
}

/// What a rule can make of an invoice, from the least cautious to the most.
///
/// The raw value is the canonical word.
public enum InvoiceMode: String, CaseIterable, Sendable {
  /// Leaves the step's own mode.
  case automatic = "automatique"
  /// Waits for a person's agreement.
  case approval = "validation"
  /// Left to a person.
  case manual = "manuel"
  /// Nothing is sent as long as the rule holds.
  case suspend = "suspendre"
  /// The scenario does not apply.
  case exclude = "exclure"
}

/// The regions whose public holidays are known.
///
/// The raw value is the canonical word.
public enum HolidayRegion: String, CaseIterable, Sendable {
  /// The eleven days of L3133-1.
  case france = "France"
  /// Those of France, Good Friday and 26 December.
  case alsaceMoselle = "Alsace-Moselle"
  /// None.
  case none = "aucun"
}

/// Where a step goes that falls on a day off.
///
/// The raw value is the canonical word.
public enum DayShift: String, CaseIterable, Sendable {
  /// To the next working day.
  case following = "suivant"
  /// To the working day before.
  case preceding = "précédent"
  /// Nowhere.
  case none = "aucun"
}

/// How an invoice that is late in the scenario catches up.
///
/// The raw value is the canonical word.
public enum CatchUp: String, CaseIterable, Sendable {
  /// Step by step from the first.
  case progressive = "progressif"
  /// With the latest step due; those before are skipped.
  case direct
}

/// Which invoices share a message.
///
/// The raw value is the canonical word.
public enum Grouping: String, CaseIterable, Sendable {
  /// All that are due for the customer.
  case byCustomer = "client"
  /// Those due for an equal message.
  case byLevel = "niveau"
  /// None.
  case byInvoice = "facture"
}

/// The most contacts a customer or an invoice may have.
public struct ContactCap: Hashable, Sendable {
  /// Who is counted.
  ///
  /// The raw value is the canonical word.
  public enum Scope: String, CaseIterable, Sendable {
    /// The customer's messages.
    case customer = "client"
    /// The invoice's messages.
    case invoice = "facture"
  }

  /// The number that may not be exceeded.
  public let contacts: Int
  /// Who is counted.
  public let scope: Scope
  /// Over how many days up to today; without it, over all history.
  public let days: Int?

  /// A cap of so many contacts in so many days.
  public init(contacts: Int, scope: Scope, days: Int?) {
    self.contacts = contacts
    self.scope = scope
    self.days = days
  }
}
