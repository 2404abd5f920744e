import Planning
import Receivables
import Semantics
import Syntax

/// The steps of a scenario in the order in which an invoice that nobody pays meets them, each with
/// the invoices that it goes out to and the days on which it does.
///
/// Nothing is enumerated: that an invoice meets one step and then another, with none in between, is
/// a question about sets of invoices, and its answer comes with an invoice that proves it.
final class ScenarioTimeline {
  /// A step of the timeline; shared, as every pair of steps is looked at and all of it is too large
  /// to be copied.
  final class Entry {
    /// The step.
    let step: Step
    /// The invoices that it goes out to.
    let reach: Reach
    /// Those whose customer hears of it; a task is between colleagues.
    let contact: Reach
    /// How it goes out, as rules about channels have it.
    let variants: [Variant]
    /// The days on which it goes out, counted from the due date, days off aside.
    let days: ClosedRange<Int>

    init(
      step: Step,
      reach: Reach,
      contact: Reach,
      variants: [Variant],
      days: ClosedRange<Int>
    ) {
      self.step = step
      self.reach = reach
      self.contact = contact
      self.variants = variants
      self.days = days
    }
  }

  /// Channels that a step goes out through, and to which invoices.
  struct Variant {
    /// The channels.
    let channels: ChannelPlan
    /// The invoices.
    let reach: Reach
  }

  /// The scenario as it is written and played.
  let source: ScenarioSource
  /// The invoices that follow the scenario and that no rule stops.
  let followers: Reach
  /// The invoices whose tone a rule sets.
  let toneRules: Reach
  /// The steps in the order of the escalation, events aside.
  let entries: [Entry]
  /// Up to each of them, the last day on which one of them goes out.
  let lastDays: [Int]
  /// Their places by the day that the step names, whatever the due date.
  let namesakes: [Moment: [Int]]
  /// The places of those that hand the invoice over to litigation.
  let handovers: [Int]
  /// The days on which they fall.
  let sendingDays: SendingDays
  /// The same for the due dates of the sample.
  let sampledDays: SampledDays
  /// The most days by which days off move a step: only those in a row do, a weekend with holidays
  /// round it, or those of the file.
  let longestRest: Int
  /// The most days by which a rule moves the due date forward.
  let longestAdvance: Int

  /// The timeline of a scenario.
  init(of source: ScenarioSource, among quiet: QuietInvoices) {
    let scenario = source.scenario
    let rules = RuleReach(scenario.rules.filter { $0.origin != .prelude }, among: quiet)
    let conditions = scenario.steps.map { quiet.reach(of: $0.condition) }
    let owing = quiet.owing(where: conditions.map { $0.possibly } + rules.sets)
    let pour = quiet.reach(of: scenario.appliesTo).possibly.intersection(owing)
    let followers = Reach(surely: pour, possibly: pour).subtracting(rules.stopped)
    let sendingDays = SendingDays(of: scenario)
    var entries: [Entry] = []
    for step in sendingDays.steps {
      let reach = followers.intersection(quiet.reach(of: step.condition))
        .subtracting(rules.withoutNatures[step.nature] ?? quiet.none)
      let variants = rules.variants(of: step.channels, within: reach)
      entries.append(
        Entry(
          step: step,
          reach: variants.reduce(quiet.none) { $0.union($1.reach) },
          contact: variants.filter { $0.channels.isContact }
            .reduce(quiet.none) { $0.union($1.reach) },
          variants: variants,
          days: step.moment.days(in: scenario.calendar, after: entries)
        )
      )
    }
    self.source = source
    self.followers = followers
    toneRules = rules.tone
    self.entries = entries
    lastDays = entries.reduce(into: []) { lastDays, entry in
      lastDays.append(max(lastDays.last ?? .min, entry.days.upperBound))
    }
    namesakes = Dictionary(grouping: entries.indices) { entries[$0].step.moment.inDays }
    handovers = entries.indices.filter { entries[$0].step.nature == .litigation }
    self.sendingDays = sendingDays
    sampledDays = SampledDays(sendingDays)
    longestRest = 6 + scenario.calendar.holidays.additionalDates.count
    longestAdvance = rules.longestAdvance
  }

  /// Whether an invoice meets a step and then, with none in between, a later one.
  ///
  /// - Parameters:
  ///   - first: a position among `entries`
  ///   - second: a later one
  ///   - kind: which steps count
  ///   - others: invoices that don't count
  /// - Returns: an invoice that does, or that there is none
  func meeting(
    _ first: Int,
    _ second: Int,
    counting kind: Counted,
    outside others: ConditionSet? = nil
  ) -> Decision {
    var between = entries[(first + 1)..<second].map { kind.reach(of: $0).possibly }
    if let others { between.append(others) }
    return kind.reach(of: entries[first]).surely
      .intersection(kind.reach(of: entries[second]).surely)
      .excess(over: between)
  }

  /// Whether all who meet a step have met one since another, so that no step from there on comes
  /// right before it.
  ///
  /// - Parameters:
  ///   - second: a position among `entries`
  ///   - first: an earlier one
  ///   - kind: which steps count
  /// - Returns: whether that is certain
  func isCutOff(_ second: Int, from first: Int, counting kind: Counted) -> Bool {
    kind.reach(of: entries[second]).surely
      .isCovered(by: entries[(first + 1)..<second].map { kind.reach(of: $0).possibly })
  }

  /// Which steps a question counts.
  enum Counted {
    /// All.
    case steps
    /// Those that the customer hears of.
    case contacts

    fileprivate func reach(of entry: Entry) -> Reach {
      switch self {
      case .steps: entry.reach
      case .contacts: entry.contact
      }
    }
  }
}

extension LintSubject {
  /// The timelines of the scenarios that have steps to put on one.
  static func timelines(
    of sources: [ScenarioSource],
    in space: ConditionSpace
  ) -> [ScenarioTimeline] {
    let quiet = QuietInvoices(space)
    return sources.map { ScenarioTimeline(of: $0, among: quiet) }.filter { !$0.entries.isEmpty }
  }
}

extension ChannelPlan {
  /// Whether the customer hears of it.
  var isContact: Bool { parts.contains { $0.contains { $0 != .task } } }
}

extension Moment {
  /// The days on which a step can fall, counted from the due date, before it is moved off a day off.
  func days(
    in calendar: BusinessCalendar,
    after earlier: [ScenarioTimeline.Entry]
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
      let last = earlier.map { $0.days.upperBound }.max() ?? 0
      return (first + count)...(max(first, last) + count)
    case .event: return 0...0
    }
  }
}
