import Diagnostics
import Receivables

extension Parser {
  /// Reads a date, which must come next.
  mutating func expectDate(_ what: Message) throws(Unreadable) -> Located<CalendarDate> {
    guard token.kind == .date else {
      throw expected(
        what,
        help: Message(
          fr: "par exemple `22/11/2026` ou `2026-11-22`",
          en: "for example `22/11/2026` or `2026-11-22`"
        )
      )
    }
    let token = advance()
    return Located(try date(of: token), at: range(of: token))
  }

  /// The day of a date token.
  mutating func date(of token: Token) throws(Unreadable) -> CalendarDate {
    let written = source.bytes[token.lower..<token.upper]
    let isISO = written.contains(0x2D)
    let fields = written.split(separator: isISO ? 0x2D : 0x2F)
    let numbers = fields.map { NumberText($0).integer ?? Int.max }
    guard numbers.count == 3 else {
      let help = Message(
        fr: "jour, mois et année : `22/11/2026`",
        en: "day, month and year: `22/11/2026`"
      )
      throw report(impossible(token, Message(fr: "n'est pas une date", en: "is no date"), help))
    }
    let (year, month, day) =
      isISO ? (numbers[0], numbers[1], numbers[2]) : (numbers[2], numbers[1], numbers[0])
    let yearDigits = fields[isISO ? 0 : 2].count
    guard yearDigits == 4, fields.allSatisfy({ $0.count <= 2 || $0.count == 4 }) else {
      guard yearDigits == 2 else {
        let help = Message(
          fr: "jour, mois et année : `22/11/2026`",
          en: "day, month and year: `22/11/2026`"
        )
        throw report(impossible(token, Message(fr: "n'est pas une date", en: "is no date"), help))
      }
      let full = "\(text(token.lower, token.upper - 2))20\(text(token.upper - 2, token.upper))"
      throw report(
        impossible(
          token,
          Message(fr: "a une année de deux chiffres", en: "has a year of two digits"),
          Message(fr: "écrire `\(full)`", en: "write `\(full)`"),
          fix: Fix(.proposed, replacing: range(of: token), with: full)
        )
      )
    }
    guard (1900...2199).contains(year) else {
      throw report(
        impossible(
          token,
          Message(fr: "est hors des années 1900 à 2199", en: "is not in the years 1900 to 2199"),
          nil
        )
      )
    }
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      let meant = possible(year, month, day)
      let right = meant.map { isISO ? $0.date.description : $0.date.frenchDescription }
      throw report(
        impossible(
          token,
          Message(fr: "n'existe pas dans le calendrier", en: "is no day of the calendar"),
          meant?.help(right ?? ""),
          fix: right.map { Fix(.proposed, replacing: range(of: token), with: $0) }
        )
      )
    }
    return date
  }

  /// The last day of the month, or the date as it reads with month and day exchanged, and what to
  /// say of it as it is written.
  private func possible(
    _ year: Int,
    _ month: Int,
    _ day: Int
  ) -> (date: CalendarDate, help: (String) -> Message)? {
    if (1...12).contains(month) {
      let lastDay = (28...31).compactMap { CalendarDate(year: year, month: month, day: $0) }.last
      guard (29...31).contains(day), let lastDay else { return nil }
      return (
        lastDay,
        { Message(fr: "ce mois finit le `\($0)`", en: "that month ends on `\($0)`") }
      )
    }
    guard let exchanged = CalendarDate(year: year, month: day, day: month) else { return nil }
    return (
      exchanged,
      {
        Message(
          fr: "le jour vient avant le mois : `\($0)` ?",
          en: "the day stands before the month: `\($0)`?"
        )
      }
    )
  }

  private func impossible(
    _ token: Token,
    _ message: Message,
    _ help: Message?,
    fix: Fix? = nil
  ) -> Diagnostic {
    Diagnostic(
      .impossibleDate,
      at: range(of: token),
      Message(fr: "\(quoted(token)) \(message.fr)", en: "\(quoted(token)) \(message.en)"),
      help: help,
      fix: fix
    )
  }
}
