import Diagnostics
import Receivables
import Semantics

extension CalendarDate {
  /// The day in words: `lundi 2 février 2026`, `Monday 2 February 2026`.
  func inWords(_ language: MessageLanguage) -> String {
    switch language {
    case .french: "\(weekday.french) \(frenchWords)"
    case .english: "\(weekday.english) \(englishWords)"
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
