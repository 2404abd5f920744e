import Diagnostics
import Receivables
import Semantics

extension CalendarDate {
  /// The day in words: `lundi 2 février 2026`, `Monday 2 February 2026`.
  func inWords(_ language: MessageLanguage) -> String {
    let (year, month, day) = components
    switch language {
    case .french:
      let number = day == 1 ? "1er" : String(day)
      return "\(weekday.french) \(number) \(monthName(month).fr) \(year)"
    case .english:
      return "\(weekday.english) \(day) \(monthName(month).en) \(year)"
    }
  }

  /// The day in ten figures: `22/11/2026` in French, ISO in English, which no reader mistakes.
  func inFigures(_ language: MessageLanguage) -> String {
    switch language {
    case .french: frenchDescription
    case .english: description
    }
  }
}

extension Weekday {
  fileprivate var english: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}

private func monthName(_ month: Int) -> Message {
  switch month {
  case 1: Message(fr: "janvier", en: "January")
  case 2: Message(fr: "février", en: "February")
  case 3: Message(fr: "mars", en: "March")
  case 4: Message(fr: "avril", en: "April")
  case 5: Message(fr: "mai", en: "May")
  case 6: Message(fr: "juin", en: "June")
  case 7: Message(fr: "juillet", en: "July")
  case 8: Message(fr: "août", en: "August")
  case 9: Message(fr: "septembre", en: "September")
  case 10: Message(fr: "octobre", en: "October")
  case 11: Message(fr: "novembre", en: "November")
  default: Message(fr: "décembre", en: "December")
  }
}
