import Diagnostics
import Receivables

extension HalfYear {
  /// The half-year before this one.
  var previous: HalfYear { HalfYear(containing: firstDay.adding(days: -1)) }

  /// The half-year in words: `1er semestre 2026`.
  var message: Message {
    Message(
      fr: "\(number == 1 ? "1er" : "2e") semestre \(year)",
      en: "\(number == 1 ? "first" : "second") half of \(year)"
    )
  }
}
