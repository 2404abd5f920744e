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
    /// The invoices that it is meant for, as conditions and rules have it.
    let meant: Reach
    /// Of these, those that it goes out to: one that counts from a reminder needs one.
    let reach: Reach
    /// Those whose customer hears of it; a task is between colleagues.
    let contact: Reach
    /// How it goes out, as rules about channels have it.
    let variants: [Variant]
    /// The days that it names, counted from the due date, days off aside.
    let days: ClosedRange<Int>
    /// The last day on which it goes out: after a step that counts from a reminder, `espacement` may
    /// hold it back.
    let latestDay: Int

    init(
      step: Step,
      meant: Reach,
      reach: Reach,
      contact: Reach,
      variants: [Variant],
      days: ClosedRange<Int>,
      latestDay: Int
    ) {
      self.step = step
      self.meant = meant
      self.reach = reach
      self.contact = contact
      self.variants = variants
      self.days = days
      self.latestDay = latestDay
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
  /// Before each of them, the place of the last one that may be a task.
  let lastTasks: [Int?]
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
    let drafts = StepDraft.all(
      sendingDays.steps,
      of: scenario,
      among: followers,
      by: rules,
      conditions: { quiet.reach(of: $0) }
    )
    var reminded = Reminded(in: scenario, among: quiet)
    let entries = drafts.enumerated().map { place, draft in
      var variants = draft.variants
      var reach = draft.meant
      if let reached = reminded.reach(of: draft, before: drafts[(place + 1)...]) {
        variants = variants.map { variant in
          Variant(channels: variant.channels, reach: variant.reach.intersection(reached))
        }
        reach = reach.intersection(reached)
      }
      reminded.add(draft.step, reach)
      return Entry(
        step: draft.step,
        meant: draft.meant,
        reach: reach,
        contact: variants.filter { $0.channels.isContact }
          .reduce(quiet.none) { $0.union($1.reach) },
        variants: variants,
        days: draft.days,
        latestDay: draft.latestDay
      )
    }
    self.source = source
    self.followers = followers
    toneRules = rules.tone
    self.entries = entries
    lastDays = entries.reduce(into: []) { lastDays, entry in
      lastDays.append(max(lastDays.last ?? .min, entry.days.upperBound))
    }
    lastTasks = entries.indices.reduce(into: []) { lastTasks, place in
      let isTask = place > 0 && entries[place - 1].variants.contains { !$0.channels.isContact }
      lastTasks.append(isTask ? place - 1 : lastTasks.last ?? nil)
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
