import Receivables
import Semantics
import Syntax

extension Effect {
  /// The effect as a file has it.
  var text: String {
    switch self {
    case .mode(let mode): mode.rawValue
    case .tone(let tone): "ton \(tone.rawValue)"
    case .channels(let channels): "canal \(channels.canonicalText)"
    case .template(let name): "modèle « \(name) »"
    case .recipient(let role): "à \(role.rawValue)"
    case .withoutNature(let nature): "sans \(nature.rawValue)"
    case .withoutChannel(let channel): "sans \(channel.rawValue)"
    case .shiftDueDate(let days):
      days < 0 ? "avancer de \(days.magnitude) jours" : "retarder de \(days) jours"
    case .notify(let role): "notifier \(role.rawValue)"
    }
  }
}

extension Step {
  /// What is done, in words of the language, its condition aside.
  var text: String {
    var words = [moment.text, channels.canonicalText, nature.rawValue, tone.rawValue]
    if let mode { words.append(mode.rawValue) }
    words.append("à \(recipient.rawValue)")
    words += copies.map { "copie \($0.rawValue)" }
    words += notifications.map { "notifier \($0.rawValue)" }
    if let template { words.append("modèle « \(template) »") }
    if !enclosures.isEmpty {
      words.append("avec \(enclosures.map { $0.rawValue }.joined(separator: ", "))")
    }
    if let graceDays { words.append("délai \(graceDays) jours") }
    return words.joined(separator: " ")
  }
}

extension Moment {
  fileprivate var text: String {
    func signed(_ number: Int) -> String { number < 0 ? "J\(number)" : "J+\(number)" }
    return switch self {
    case .days(let days): days == 0 ? "J" : signed(days)
    case .workingDays(let days): "\(signed(days)) ouvrés"
    case .weeks(let weeks): "\(signed(weeks)) semaines"
    case .months(let months): "\(signed(months)) mois"
    case .endOfMonth(afterDays: let days): "\(days == 0 ? "J" : signed(days)) fin de mois"
    case .afterReminder(let days): "R+\(days)"
    case .event(let event): event.rawValue
    }
  }
}

extension Scenario {
  /// The settings by name, always the same ones in the same order.
  var settingTexts: [(name: String, text: String)] {
    let week = Weekday.allCases.filter { calendar.workingWeek.contains($0) }
    let holidays = calendar.holidays
    let extra = holidays.additionalDates.sorted().map { $0.frenchDescription }
    return [
      ("priorité", String(priority)),
      ("jours ouvrés", week.map { $0.french }.joined(separator: ", ")),
      ("fériés", ([holidays.region.text] + extra).joined(separator: ", ")),
      ("décaler", shift.rawValue),
      ("rattrapage", catchUp.rawValue),
      ("espacement", "\(spacing) jours"),
      ("regrouper", grouping.rawValue),
      ("plafond", caps.map { $0.text }.joined(separator: ", ")),
      ("seuil", threshold.french),
      ("pénalités", penalties.text),
      ("indemnité", Money(minorUnits: indemnity, currency: .euro).french),
      ("fenêtre", "\(window) jours"),
    ]
  }
}

extension HolidayCalendar.Region {
  fileprivate var text: String {
    switch self {
    case .france: "France"
    case .alsaceMoselle: "Alsace-Moselle"
    case .none: "aucun"
    }
  }
}

extension ContactCap {
  fileprivate var text: String {
    let text = "\(contacts) par \(scope.rawValue)"
    return days.map { "\(text) par \($0) jours" } ?? text
  }
}

extension PenaltyRule {
  fileprivate var text: String {
    switch self {
    case .ecbPlus(let margin): "BCE + \(margin.points) points"
    case .legalTimes(let factor): "\(factor.french(decimals: 6)) × taux légal"
    case .fixed(let rate): "\(rate.points) %"
    case .none: "aucune"
    }
  }
}

extension Percentage {
  /// The hundredths, as a file has them.
  var points: String {
    do throws(ArithmeticOverflow) {
      return try fraction.multiplied(by: Rational(100)).french(decimals: 6)
    } catch {
      return "hors limites"
    }
  }
}
