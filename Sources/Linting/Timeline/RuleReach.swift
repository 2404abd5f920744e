import Receivables
import Semantics
import Syntax

/// What the rules of a scenario do to its timeline, and to which invoices.
struct RuleReach {
  /// The invoices that nothing is sent to.
  private(set) var stopped: Reach
  /// The invoices whose tone a rule sets.
  private(set) var tone: Reach
  /// By nature, the invoices that don't get its steps.
  private(set) var withoutNatures: [Nature: Reach] = [:]
  /// The most days by which a rule moves the due date forward.
  private(set) var longestAdvance = 0

  private var withoutChannels: [Channel: Reach] = [:]
  /// The channels that rules set, the first rule first, each for the invoices no earlier one takes.
  private var channels: [(plan: ChannelPlan, reach: Reach)] = []
  private var ownChannels: Reach
  private let quiet: QuietInvoices

  /// No invoices.
  var none: Reach { quiet.none }

  /// The sets of invoices that the rules ask for.
  private(set) var sets: [ConditionSet] = []

  /// What rules do, in order of precedence.
  init(_ rules: [Rule], among quiet: QuietInvoices) {
    self.quiet = quiet
    stopped = quiet.none
    tone = quiet.none
    ownChannels = quiet.all
    // Sets have a budget that all lints share: none are made of rules that move no step.
    for rule in rules where (rule.effects + rule.otherwise).contains(where: { $0.changesTimeline })
    {
      let reach = quiet.reach(of: rule.condition)
      sets.append(reach.possibly)
      for effect in rule.effects {
        add(effect, where: reach, lasting: { quiet.lastingReach(of: rule.condition) })
      }
      for effect in rule.otherwise {
        add(effect, where: reach.complement) { quiet.lastingReach(of: .not(rule.condition)) }
      }
    }
  }

  private mutating func add(_ effect: Effect, where reach: Reach, lasting: () -> Reach) {
    switch effect {
    case .mode(.exclude), .mode(.suspend): stopped = stopped.union(lasting())
    case .mode, .template, .recipient, .notify: break
    case .tone: tone = tone.union(reach)
    case .channels(let plan):
      channels.append((plan, ownChannels.intersection(reach)))
      ownChannels = ownChannels.subtracting(reach)
    case .withoutNature(let nature):
      withoutNatures[nature] = (withoutNatures[nature] ?? quiet.none).union(reach)
    case .withoutChannel(let channel):
      withoutChannels[channel] = (withoutChannels[channel] ?? quiet.none).union(reach)
    case .shiftDueDate(let days): longestAdvance = max(longestAdvance, -days)
    }
  }

  /// How a step goes out: through its own channels or those a rule sets, less those that are dropped.
  ///
  /// Invoices for which no channel is left are in none of the variants.
  func variants(of plan: ChannelPlan, within reach: Reach) -> [ScenarioTimeline.Variant] {
    let plans = [(plan: plan, reach: ownChannels)] + channels
    return plans.flatMap { plan, chosen in
      var variants = [
        ScenarioTimeline.Variant(channels: plan, reach: reach.intersection(chosen))
      ]
      for channel in Channel.allCases {
        guard let dropped = withoutChannels[channel] else { continue }
        variants = variants.flatMap { variant -> [ScenarioTimeline.Variant] in
          let rest = variant.channels.without(channel)
          if rest == variant.channels { return [variant] }
          return [
            ScenarioTimeline.Variant(
              channels: variant.channels,
              reach: variant.reach.subtracting(dropped)
            ),
            ScenarioTimeline.Variant(channels: rest, reach: variant.reach.intersection(dropped)),
          ]
        }
      }
      return variants.filter { !$0.channels.parts.isEmpty }
    }
  }
}

extension Effect {
  /// Whether the effect says which steps go out, when, how or in which tone.
  fileprivate var changesTimeline: Bool {
    switch self {
    case .mode(.exclude), .mode(.suspend), .tone, .channels, .withoutNature, .withoutChannel,
      .shiftDueDate:
      true
    case .mode(.manual), .mode(.approval), .mode(.automatic), .template, .recipient, .notify: false
    }
  }
}

extension ChannelPlan {
  /// The channels without one of them.
  fileprivate func without(_ channel: Channel) -> ChannelPlan {
    ChannelPlan(parts.map { $0.filter { $0 != channel } }.filter { !$0.isEmpty })
  }
}
