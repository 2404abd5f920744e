import Diagnostics
import Figures
import Planning
import Receivables

/// The words of a report, the same on a terminal and on a page.
enum ReportWords {
  static let ageing = Message(fr: "Balance âgée", en: "Aged balance")
  static let dso = Message(fr: "Délai de règlement (DSO)", en: "Days sales outstanding (DSO)")
  static let punctuality = Message(fr: "Ponctualité sur un an", en: "Punctuality over a year")
  static let reminders = Message(
    fr: "Les relances et leurs suites",
    en: "Reminders and what followed"
  )
  static let best = Message(fr: "Les meilleurs payeurs", en: "Best payers")
  static let worst = Message(fr: "Les plus mauvais payeurs", en: "Worst payers")
  static let largest = Message(
    fr: "Les plus grosses créances échues",
    en: "Largest overdue claims"
  )
  static let limitation = Message(fr: "Proches de la prescription", en: "Near limitation")
  static let promises = Message(fr: "Promesses rompues", en: "Broken promises")
  static let disputes = Message(fr: "Litiges ouverts", en: "Open disputes")
  static let upcoming = Message(
    fr: "Les actions des 30 prochains jours",
    en: "Actions of the next 30 days"
  )
  static let customer = Message(fr: "client", en: "customer")
  static let invoice = Message(fr: "facture", en: "invoice")
  static let dueOn = Message(fr: "échéance", en: "due on")
  static let late = Message(fr: "retard", en: "late")
  static let balance = Message(fr: "solde", en: "balance")
  static let total = Message(fr: "total", en: "total")
  static let overdue = Message(fr: "échu", en: "overdue")
  static let step = Message(fr: "étape", en: "step")
  static let sent = Message(fr: "envois", en: "sent")
  static let paidNext = Message(fr: "payée ensuite", en: "paid next")
  static let remindedNext = Message(fr: "relancée", en: "reminded")
  static let pending = Message(fr: "en cours", en: "pending")
  static let crossed = Message(fr: "croisée", en: "crossed")
  static let settled = Message(fr: "payées", en: "paid")
  static let lateInvoices = Message(fr: "dont en retard", en: "of them late")
  static let averageDelay = Message(fr: "retard moyen", en: "average delay")
  static let lateShare = Message(fr: "part en retard", en: "share late")
  static let limitedOn = Message(fr: "prescrite le", en: "limitation")
  static let daysLeft = Message(fr: "reste", en: "left")
  static let promisedOn = Message(fr: "promise pour le", en: "promised for")
  static let since = Message(fr: "depuis", en: "since")
  static let openedOn = Message(fr: "ouvert le", en: "opened on")
  static let week = Message(fr: "semaine du", en: "week of")
  static let currency = Message(fr: "devise", en: "currency")
  static let outstanding = Message(fr: "encours", en: "outstanding")
  static let sales = Message(fr: "facturé", en: "billed")
  static let period = Message(fr: "en", en: "within")
  static let simple = Message(fr: "DSO simple", en: "simple DSO")
  static let countBack = Message(fr: "DSO par épuisement", en: "count-back DSO")

  static func within(_ days: Int) -> Message {
    Message(fr: "à \(days) j", en: "in \(days) d")
  }

  /// What the actions ahead are worked out from.
  static let upcomingNote = Message(
    fr: "Si personne ne paie d'ici là et que chaque action est faite à son jour.",
    en: "If nobody pays until then and every action is done on its day."
  )
}

extension AgeClass {
  /// How the class is named at the head of a column.
  var name: Message {
    switch self {
    case .notDue: Message(fr: "non échu", en: "not due")
    case .upTo30: Message(fr: "1–30 j", en: "1–30 d")
    case .upTo60: Message(fr: "31–60 j", en: "31–60 d")
    case .upTo90: Message(fr: "61–90 j", en: "61–90 d")
    case .over90: Message(fr: "> 90 j", en: "> 90 d")
    }
  }
}

/// Figures as people read them.
struct FigureText {
  let language: MessageLanguage

  func say(_ message: Message) -> String { message.text(in: language) }

  func money(_ minorUnits: Int128, _ currency: Currency) -> String {
    language.amounts.write(minorUnits: minorUnits, of: currency)
  }

  func count(_ number: Int) -> String { language.amounts.write(number) }

  /// So many days: `12 j`, `82,4 d`.
  func days(_ number: Int) -> String { "\(count(number))\u{A0}\(say(FigureText.dayUnit))" }

  func days(_ number: Rational) -> String {
    "\(language.amounts.write(number, decimals: Precision.days))\u{A0}\(say(FigureText.dayUnit))"
  }

  /// A share in percent.
  func percent(_ share: Rational) -> String {
    do throws(ArithmeticOverflow) {
      let percent = try share.multiplied(by: Rational(100))
      let figure = language.amounts.write(percent, decimals: Precision.percent)
      return figure + say(Message(fr: "\u{A0}%", en: "%"))
    } catch {
      return FigureText.none
    }
  }

  /// The name of a customer, or its identifier where it has none.
  func customer(_ id: String, _ name: String?) -> String { name ?? id }

  func countBack(_ countBack: CountBack) -> String {
    switch countBack {
    case .days(let days): self.days(days)
    case .moreThan(let days): "> \(self.days(days))"
    }
  }

  /// What stands where there is no figure.
  static let none = "–"
  private static let dayUnit = Message(fr: "j", en: "d")
}
