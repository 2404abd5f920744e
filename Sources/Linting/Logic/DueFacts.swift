import Diagnostics
import Receivables
import Semantics
import Syntax

/// What is certain of an invoice on any day on which a step goes out to it, as the moment of the
/// step has it.
///
/// A step may go out later than its day, after a day off or a run that did not take place; never
/// before it. What `retarder` and `avancer` may do to the due date is allowed for, and that with
/// `décaler précédent` a step goes before days off. After a reminder that another scenario sent, or
/// one imported, `R+N` may come at any delay.
struct DueFacts {
  /// The least days late.
  private(set) var daysLate: Int?
  /// More days late than ever: a step before the due date expires.
  private(set) var daysLateEnd: Int?
  /// The least days since the last reminder, where there is one for certain.
  private(set) var daysSinceReminder: Int?
  /// Whether a promise was broken.
  private(set) var isPromiseBroken = false

  /// Nothing is certain.
  static let nothing = DueFacts()

  private init() {}

  /// What is certain when a step of a scenario goes out.
  init(_ step: Step, in shifts: ScenarioShifts) {
    switch step.moment {
    case .event(let event): isPromiseBroken = event == .brokenPromise
    case .afterReminder(let days): daysSinceReminder = max(1, days - shifts.longestRest)
    case .workingDays(let count) where count < 0: break
    case .days, .workingDays, .weeks, .months, .endOfMonth:
      let nominal = step.moment.days(in: shifts.calendar, after: []).lowerBound
      daysLate = nominal - shifts.longestAdvance - shifts.longestRest
    }
    if step.isBeforeDueDate { daysLateEnd = shifts.longestDelay }
  }

  /// What is certain of both.
  func common(with other: DueFacts) -> DueFacts {
    var common = self
    common.daysLate = either(daysLate, other.daysLate, by: min)
    common.daysLateEnd = either(daysLateEnd, other.daysLateEnd, by: max)
    common.daysSinceReminder = either(daysSinceReminder, other.daysSinceReminder, by: min)
    common.isPromiseBroken = isPromiseBroken && other.isPromiseBroken
    return common
  }

  private func either(_ one: Int?, _ other: Int?, by choose: (Int, Int) -> Int) -> Int? {
    guard let one, let other else { return nil }
    return choose(one, other)
  }
}

/// By how much the days of a scenario's steps may differ from those that their moments name.
struct ScenarioShifts {
  /// The days on which work is done.
  let calendar: BusinessCalendar
  /// The most days by which a rule moves the due date forward.
  let longestAdvance: Int
  /// The most days by which a rule moves the due date back.
  let longestDelay: Int
  /// The most days by which days off bring a step forward.
  let longestRest: Int

  /// The shifts of a scenario.
  init(_ scenario: Scenario) {
    calendar = scenario.calendar
    let shifts = scenario.rules.flatMap { $0.effects + $0.otherwise }.compactMap { effect in
      if case .shiftDueDate(let days) = effect { days } else { nil }
    }
    longestAdvance = max(0, -(shifts.min() ?? 0))
    longestDelay = max(0, shifts.max() ?? 0)
    switch scenario.shift {
    case .following, .none: longestRest = 0
    case .preceding:
      // Each week off takes as many holidays as it has working days, and no ten weeks have more
      // than nine of them.
      let holidays = 9 + calendar.holidays.additionalDates.count
      longestRest = 7 * (holidays / max(calendar.workingWeek.rawValue.nonzeroBitCount, 1) + 1) - 1
    }
  }
}

// MARK: As conditions

extension DueFacts {
  /// One of the facts: the fields it speaks of, what it says, and how it is told.
  private struct Fact {
    let fields: Set<FieldReference>
    let condition: Condition
    let message: Message
  }

  /// The invoices of a set of which the facts are true, as far as some sets ask for their fields.
  ///
  /// What nobody asks for would only show in witnesses.
  func narrowing(_ set: ConditionSet, for askers: [ConditionSet]) -> ConditionSet {
    facts(askedBy: askers).reduce(set) { narrowed, fact in
      narrowed.intersection(set.space.set(of: fact.condition))
    }
  }

  /// The facts that a set contradicts, in words: the one that does so alone if there is one.
  func message(against set: ConditionSet) -> Message? {
    let asked = facts(askedBy: [set])
    if let alone = asked.first(where: { set.isApart(from: set.space.set(of: $0.condition)) }) {
      return alone.message
    }
    guard let first = asked.first?.message else { return nil }
    return asked.dropFirst().reduce(first) { text, next in
      Message(fr: "\(text.fr) et \(next.message.fr)", en: "\(text.en) and \(next.message.en)")
    }
  }

  /// All fields of which something may be certain.
  static let fields: Set<FieldReference> = [
    .field(.daysLate), .field(.overdueInvoices), .field(.reminderCount),
    .field(.daysSinceReminder), .field(.promise), .field(.brokenPromise),
  ]

  private func facts(askedBy askers: [ConditionSet]) -> [Fact] {
    facts.filter { fact in askers.contains { $0.asks(forAnyOf: fact.fields) } }
  }

  private var facts: [Fact] {
    var facts: [Fact] = []
    if let daysLate {
      // What is overdue counts among the customer's overdue invoices itself.
      let others: Set<FieldReference> = daysLate > 0 ? [.field(.overdueInvoices)] : []
      facts.append(
        Fact(
          fields: others.union([.field(.daysLate)]),
          condition: .test(.daysLate, .greaterOrEqual, .duration(daysLate)),
          message: daysLate == 0
            ? Message(fr: "l'échéance est alors atteinte", en: "the due date is then reached")
            : Message(
              fr: "le retard est alors d'au moins \(french(daysLate))",
              en: "it is then at least \(english(daysLate)) late"
            )
        )
      )
    }
    if let daysLateEnd {
      facts.append(
        Fact(
          fields: [.field(.daysLate)],
          condition: .test(.daysLate, .less, .duration(daysLateEnd)),
          message: daysLateEnd == 0
            ? Message(fr: "l'échéance est alors à venir", en: "the due date is then to come")
            : Message(
              fr: "le retard est alors de moins de \(french(daysLateEnd))",
              en: "it is then less than \(english(daysLateEnd)) late"
            )
        )
      )
    }
    if let daysSinceReminder {
      facts.append(
        Fact(
          fields: [.field(.reminderCount), .field(.daysSinceReminder)],
          condition: .test(.daysSinceReminder, .greaterOrEqual, .duration(daysSinceReminder)),
          message: Message(
            fr: "une relance est alors partie, depuis au moins \(french(daysSinceReminder))",
            en: "a reminder has then gone out, at least \(english(daysSinceReminder)) ago"
          )
        )
      )
    }
    if isPromiseBroken {
      facts.append(
        Fact(
          fields: [.field(.promise), .field(.brokenPromise)],
          condition: .isTrue(.brokenPromise),
          message: Message(fr: "une promesse est alors rompue", en: "a promise is then broken")
        )
      )
    }
    return facts
  }

  private func french(_ days: Int) -> String { "\(days) \(days.magnitude < 2 ? "jour" : "jours")" }

  private func english(_ days: Int) -> String { "\(days) \(days.magnitude == 1 ? "day" : "days")" }
}
