import Diagnostics
import Planning
import Receivables
import Semantics

extension MessageLanguage {
  /// A value as a letter of this language writes it.
  func write(_ value: TemplateValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): amounts.write(number, decimals: 6)
    case .percentage(let share): write(share)
    case .money(let money): amounts.write(minorUnits: Int128(money.minorUnits), of: money.currency)
    case .duration(let days): write(days: days)
    case .date(let date): write(date)
    case .truth(let truth):
      switch self {
      case .french: truth ? "oui" : "non"
      case .english: truth ? "yes" : "no"
      }
    case .weekday(let weekday): write(weekday)
    }
  }

  /// A day as it stands in a sentence or a table.
  func write(_ date: CalendarDate) -> String {
    switch self {
    case .french: date.frenchDescription
    case .english: date.englishWords
    }
  }

  /// A day as it dates a letter.
  func writeInWords(_ date: CalendarDate) -> String {
    switch self {
    case .french: date.frenchWords
    case .english: date.englishWords
    }
  }

  /// A number of days.
  func write(days: Int) -> String {
    switch self {
    case .french: "\(amounts.write(days)) \(days.magnitude <= 1 ? "jour" : "jours")"
    case .english: "\(amounts.write(days)) \(days.magnitude == 1 ? "day" : "days")"
    }
  }

  /// The text of a message in this language.
  func say(_ message: Message) -> String { message.text(in: self) }

  private var amounts: AmountText {
    switch self {
    case .french: .french
    case .english: .english
    }
  }

  private func write(_ share: Percentage) -> String {
    do throws(ArithmeticOverflow) {
      let percent = try share.fraction.multiplied(by: Rational(100))
      switch self {
      case .french: return percent.french(decimals: 2) + "\u{A0}%"
      case .english: return percent.english(decimals: 2) + "%"
      }
    } catch {
      return ""
    }
  }

  private func write(_ weekday: Weekday) -> String {
    switch (self, weekday) {
    case (.french, _): weekday.french
    case (.english, .monday): "Monday"
    case (.english, .tuesday): "Tuesday"
    case (.english, .wednesday): "Wednesday"
    case (.english, .thursday): "Thursday"
    case (.english, .friday): "Friday"
    case (.english, .saturday): "Saturday"
    case (.english, .sunday): "Sunday"
    }
  }
}
