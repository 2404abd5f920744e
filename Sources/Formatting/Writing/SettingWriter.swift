import Diagnostics
import Receivables
import Syntax

extension StatementWriter {
  /// A setting.
  func setting(_ setting: SettingSyntax) -> Statement {
    switch setting.kind {
    case .appliesTo(let condition):
      var phrase = phrase(keyword(.appliesTo), at: setting.range)
      write(condition, to: &phrase, depth: 1)
      return Statement(range: setting.range, content: .line(phrase, hang: 5))
    case .extraHolidays(let days):
      return Statement(
        range: setting.range,
        content: .line(holidays(days, at: setting.range), hang: 10)
      )
    case .description, .inherits, .withoutStep, .withoutPrelude, .priority, .workingWeek, .holidays,
      .shift, .catchUp, .spacing, .grouping, .cap, .threshold, .penalties, .indemnity, .window:
      let line = phrase(text(of: setting), at: setting.range)
      return Statement(range: setting.range, content: .line(line, hang: 0))
    }
  }

  private func keyword(_ keyword: StatementKeyword) -> String {
    Vocabulary.statements.canonical(keyword)
  }

  private func particle(_ particle: Particle) -> String { Vocabulary.particles.canonical(particle) }

  /// A setting of one piece.
  private func text(of setting: SettingSyntax) -> String {
    let lengths = lengths(in: setting.range)
    let length = lengths.first ?? ""
    switch setting.kind {
    case .description(let text): return "\(keyword(.description)) \(quoted(text))"
    case .inherits(let name): return "\(keyword(.inherits)) \(names.scenario(name))"
    case .withoutStep(let reference): return without(.step) + " " + step(reference)
    case .withoutPrelude: return without(.prelude)
    case .priority(let number): return "\(keyword(.priority)) \(number)"
    case .workingWeek(let week): return "\(keyword(.workingWeek)) \(weekdays(week))"
    case .holidays(let region): return "\(keyword(.holidays)) \(region.rawValue)"
    case .shift(let shift):
      return "\(keyword(.shift)) \(Vocabulary.dayShifts.canonical(shift))"
    case .catchUp(let catchUp): return "\(keyword(.catchUp)) \(catchUp.rawValue)"
    case .spacing: return "\(keyword(.spacing)) \(length)"
    case .grouping(let grouping):
      return "\(keyword(.grouping)) \(particle(.by)) \(grouping.rawValue)"
    case .cap(let cap):
      let contacts = cap.contacts > 1 ? "contacts" : "contact"
      let days = cap.days == nil ? "" : " \(particle(.by)) \(length)"
      return
        "\(keyword(.cap)) \(cap.contacts) \(contacts) \(particle(.by)) \(cap.scope.rawValue)\(days)"
    case .threshold(let money):
      return "\(keyword(.threshold)) \(amount(money, at: setting.range))"
    case .penalties(let rule): return penalties(rule, at: setting.range)
    case .indemnity(let money):
      return "\(keyword(.indemnity)) \(amount(money, at: setting.range))"
    case .window: return "\(keyword(.window)) \(length)"
    case .appliesTo, .extraHolidays: return ""
    }
  }

  private func without(_ what: WithoutKeyword) -> String {
    "\(keyword(.without)) \(Vocabulary.withoutSettings.canonical(what))"
  }

  private func step(_ reference: StepReferenceSyntax) -> String {
    switch reference.kind {
    case .moment(let moment): moment.canonicalText
    case .label(let label): names.label(label)
    }
  }

  private func holidays(_ days: [CalendarDate], at range: SourceRange) -> Phrase {
    var phrase = phrase("\(keyword(.holidays)) \(particle(.on))", at: range)
    let places = tokens(in: range).filter { $0.kind == .date }
    for (index, (day, token)) in zip(days, places).enumerated() {
      if index > 0 { phrase.close(",") }
      phrase.add(day.frenchDescription, at: token.lower, index == 0 ? .space : .fill(depth: 0))
    }
    return phrase
  }

  private func penalties(_ rule: PenaltyRule, at range: SourceRange) -> String {
    let figure = figures(in: range).first
    let rate = figure?.grouped ?? ""
    switch rule {
    case .ecbPlus:
      let points = figure?.isSingular == true ? "point" : "points"
      let reference = Vocabulary.referenceRates.canonical(.ecb)
      return "\(keyword(.penalties)) \(reference) + \(rate) \(points)"
    case .legalTimes:
      let word = Vocabulary.statements.canonical(.rate)
      let reference = Vocabulary.referenceRates.canonical(.legal)
      return "\(keyword(.penalties)) \(rate) × \(word) \(reference)"
    case .fixed: return "\(keyword(.penalties)) \(rate) %"
    case .none: return without(.penalties)
    }
  }

  /// The days of a working week: `lundi à vendredi`, `mardi, jeudi`.
  ///
  /// Three days or more in a row are a range, which may go across the week's end.
  private func weekdays(_ week: WeekdaySet) -> String {
    let days = Weekday.allCases
    func name(_ day: Weekday) -> String { Vocabulary.weekdays.canonical(day) }
    var parts: [(first: Weekday, text: String)] = []
    for first in days {
      let start = Int(first.rawValue) - 1
      let isStart =
        week == WeekdaySet(from: .monday, through: .sunday)
        ? start == 0 : week.contains(first) && !week.contains(days[(start + 6) % 7])
      guard isStart else { continue }
      let run = (0..<7).map { days[(start + $0) % 7] }.prefix { week.contains($0) }
      if run.count > 2, let last = run.last {
        parts.append((first, "\(name(first)) \(particle(.to)) \(name(last))"))
      } else {
        parts += run.map { ($0, name($0)) }
      }
    }
    parts.sort { $0.first.rawValue < $1.first.rawValue }
    return parts.map { $0.text }.joined(separator: ", ")
  }
}
