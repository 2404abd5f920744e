import Receivables
import Semantics
import Syntax

/// A step as conditions and rules have it, before it is known whom earlier steps have reminded.
struct StepDraft {
  /// The step.
  let step: Step
  /// How it goes out, and to whom.
  let variants: [ScenarioTimeline.Variant]
  /// The invoices that it is meant for.
  let meant: Reach
  /// The days that it names, counted from the due date, days off aside.
  let days: ClosedRange<Int>
  /// The last day on which it goes out.
  let latestDay: Int

  /// The steps of a scenario, in the order of the escalation.
  ///
  /// - Parameters:
  ///   - steps: the steps
  ///   - scenario: the scenario
  ///   - followers: the invoices that follow it
  ///   - rules: what its rules do
  ///   - conditions: the invoices that a step's own `si` holds for
  /// - Returns: the steps, each with the days on which it goes out
  static func all(
    _ steps: [Step],
    of scenario: Scenario,
    among followers: Reach,
    by rules: RuleReach,
    conditions: (Condition?) -> Reach
  ) -> [StepDraft] {
    var drafts: [StepDraft] = []
    var hasRelative = false
    for step in steps {
      var wanted = followers.intersection(conditions(step.condition))
      if let dropped = rules.withoutNatures[step.nature] { wanted = wanted.subtracting(dropped) }
      let variants = rules.variants(of: step.channels, within: wanted)
      let days = step.moment.days(in: scenario.calendar, after: drafts)
      var latestDay = days.upperBound
      if step.isAfterReminder {
        hasRelative = true
      } else if hasRelative, let last = drafts.map({ $0.latestDay }).max() {
        // A step that counts from a reminder has no day of its own to be close to (R68).
        latestDay = max(latestDay, last + scenario.spacing)
      }
      drafts.append(
        StepDraft(
          step: step,
          variants: variants,
          meant: variants.dropFirst().reduce(variants.first?.reach ?? rules.none) {
            $0.union($1.reach)
          },
          days: days,
          latestDay: latestDay
        )
      )
    }
    return drafts
  }
}

/// The invoices that have had a reminder, from which a step `R+N` counts.
struct Reminded {
  private var reminded: Reach
  private let counts: Bool
  /// Whether the answer to an event may be a reminder too, a thank-you aside.
  private let hasAnswers: Bool
  private let catchUp: CatchUp

  /// Nobody has had one yet; nothing is noted where no step counts from one.
  init(in scenario: Scenario, among quiet: QuietInvoices) {
    reminded = quiet.none
    counts = scenario.steps.contains { $0.isAfterReminder }
    hasAnswers = scenario.answersEvents
    catchUp = scenario.catchUp
  }

  /// Notes the invoices that a step goes out to.
  mutating func add(_ step: Step, _ reach: Reach) {
    if counts, step.nature != .thanks { reminded = reminded.union(reach) }
  }

  /// The invoices that a step can go out to; all of them but for one that counts from a reminder.
  ///
  /// That one comes only to those that had one, and for certain only to those that no later step
  /// comes to by then. Where many may, which of them do is not found out.
  func reach(of draft: StepDraft, before later: ArraySlice<StepDraft>) -> Reach? {
    guard draft.step.isAfterReminder else { return nil }
    var surely = reminded.surely
    // Of two steps that are due on one day the first goes, or under `direct` the last.
    let end: Int
    switch catchUp {
    case .progressive: end = draft.latestDay
    case .direct: end = draft.latestDay + 1
    }
    let overtaking = later.filter { next in
      !next.step.isAfterReminder && next.days.lowerBound < end
    }
    if overtaking.count > 8 {
      surely = surely.space.nothing
    } else {
      for next in overtaking { surely = surely.subtracting(next.meant.possibly) }
    }
    let possibly = hasAnswers ? surely.space.everything : reminded.possibly
    return Reach(surely: surely, possibly: possibly)
  }
}

extension Scenario {
  /// Whether the answer to an event may be a reminder, which a thank-you is not.
  var answersEvents: Bool { steps.contains { $0.event != nil && $0.nature != .thanks } }
}

extension Step {
  /// Whether the step counts from a reminder.
  var isAfterReminder: Bool {
    if case .afterReminder = moment { true } else { false }
  }
}

extension Moment {
  /// The days on which a step can fall, counted from the due date, before it is moved off a day off.
  func days(
    in calendar: BusinessCalendar,
    after earlier: [StepDraft]
  ) -> ClosedRange<Int> {
    switch self {
    case .days(let count): return count...count
    case .weeks(let count): return (7 * count)...(7 * count)
    case .workingDays(let count):
      // At least as many days; at most those of so many weeks, and of the holidays that a spring has.
      let week = max(calendar.workingWeek.rawValue.nonzeroBitCount, 1)
      let size = Int(count.magnitude)
      let most = (size * 7 + week - 1) / week + 9 + calendar.holidays.additionalDates.count
      return count < 0 ? -most...count : count...most
    case .months(let count):
      // A year has 365 or 366 days; months of one length follow each other at most twice.
      return (count * 365 / 12 - 3)...(count * 366 / 12 + 3)
    case .endOfMonth(afterDays: let count): return count...(count + 30)
    case .afterReminder(days: let count):
      let first = earlier.map { $0.days.lowerBound }.min() ?? 0
      let last = earlier.map { $0.latestDay }.max() ?? 0
      return (first + count)...(max(first, last) + count)
    case .event: return 0...0
    }
  }
}
