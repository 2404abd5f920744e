import Diagnostics
import Receivables
import Semantics
import Syntax

extension Message {
  /// A day, in French form and in ISO form.
  init(_ date: CalendarDate) {
    self.init(fr: date.frenchDescription, en: date.description)
  }

  /// An amount in both ways of writing.
  init(_ money: Money) {
    self.init(fr: money.french, en: money.english)
  }

  /// A number of days.
  init(days: Int) {
    let isOne = days.magnitude <= 1
    self.init(
      fr: "\(days) \(isOne ? "jour" : "jours")",
      en: "\(days) \(days.magnitude == 1 ? "day" : "days")"
    )
  }

  /// Where a day lies from the due date, to be followed by that date.
  init(distanceFromDueDate days: Int) {
    let distance = Message(days: abs(days))
    switch days {
    case 0: self.init(fr: "le jour de l'échéance", en: "on the due date")
    case ..<0:
      self.init(fr: "\(distance.fr) avant l'échéance", en: "\(distance.en) before the due date")
    case _:
      self.init(fr: "\(distance.fr) après l'échéance", en: "\(distance.en) after the due date")
    }
  }

  /// The value of a field, for a person.
  init(_ outcome: ValueOutcome) {
    switch outcome {
    case .absent: self.init(fr: "non renseigné", en: "absent")
    case .unknown(let obstacle): self = obstacle.message
    case .value(let value): self.init(value)
    }
  }

  private init(_ value: Value) {
    switch value {
    case .text(let text): self.init(fr: "« \(text.text) »", en: "“\(text.text)”")
    case .number(let number):
      self.init(fr: number.french(decimals: 6), en: number.english(decimals: 6))
    case .percentage(let share):
      self = Message(percentage: share)
    case .money(let money): self.init(money)
    case .duration(let days): self.init(days: days)
    case .date(let date): self.init(date)
    case .truth(let truth):
      self.init(fr: truth ? "oui" : "non", en: truth ? "yes" : "no")
    case .risk(let risk): self.init(verbatim: risk.rawValue)
    case .kind(let kind): self.init(verbatim: kind.rawValue)
    case .weekday(let weekday): self = weekday.message
    }
  }

  private init(percentage share: Percentage) {
    let percent: Rational
    do throws(ArithmeticOverflow) {
      percent = try share.fraction.multiplied(by: Rational(100))
    } catch {
      self = Obstacle.overflow.message
      return
    }
    self.init(
      fr: percent.french(decimals: 2) + "\u{A0}%",
      en: percent.english(decimals: 2) + "%"
    )
  }
}

extension Obstacle {
  /// What is missing.
  var message: Message {
    switch self {
    case .missingRate(let currency):
      Message(
        fr: "taux de change \(currency.code) inconnu",
        en: "unknown exchange rate of \(currency.code)"
      )
    case .overflow: Message(fr: "montant hors limites", en: "amount out of range")
    }
  }
}

extension Weekday {
  /// The name of the day.
  public var message: Message {
    switch self {
    case .monday: Message(fr: "lundi", en: "Monday")
    case .tuesday: Message(fr: "mardi", en: "Tuesday")
    case .wednesday: Message(fr: "mercredi", en: "Wednesday")
    case .thursday: Message(fr: "jeudi", en: "Thursday")
    case .friday: Message(fr: "vendredi", en: "Friday")
    case .saturday: Message(fr: "samedi", en: "Saturday")
    case .sunday: Message(fr: "dimanche", en: "Sunday")
    }
  }
}

extension AddressKind {
  /// That the customer has no such address.
  var absence: Message {
    switch self {
    case .email: Message(fr: "pas d'adresse e-mail", en: "no e-mail address")
    case .phone: Message(fr: "pas de numéro de téléphone", en: "no telephone number")
    case .postal: Message(fr: "pas d'adresse postale", en: "no postal address")
    }
  }
}

extension MissingRate {
  /// Which rate is missing.
  var message: Message {
    let period = Message(
      fr: "\(halfYear.number == 1 ? "1er" : "2e") semestre \(halfYear.year)",
      en: "\(halfYear.number == 1 ? "first" : "second") half of \(halfYear.year)"
    )
    return switch reference {
    case .ecb:
      Message(
        fr: "taux BCE du \(period.fr) inconnu",
        en: "the ECB rate of the \(period.en) is unknown"
      )
    case .legal:
      Message(
        fr: "taux légal du \(period.fr) inconnu",
        en: "the legal rate of the \(period.en) is unknown"
      )
    }
  }
}

extension ContactCap {
  /// The cap in a few words.
  var message: Message {
    let what = contacts <= 1 ? "contact" : "contacts"
    let englishWhat = contacts == 1 ? "contact" : "contacts"
    let scope: Message
    switch self.scope {
    case .customer: scope = Message(fr: "par client", en: "per customer")
    case .invoice: scope = Message(fr: "par facture", en: "per invoice")
    }
    guard let days else {
      return Message(
        fr: "\(contacts) \(what) \(scope.fr)",
        en: "\(contacts) \(englishWhat) \(scope.en)"
      )
    }
    let period = Message(days: days)
    return Message(
      fr: "\(contacts) \(what) \(scope.fr) en \(period.fr)",
      en: "\(contacts) \(englishWhat) \(scope.en) in \(period.en)"
    )
  }
}
