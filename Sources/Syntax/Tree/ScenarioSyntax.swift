import Diagnostics
import Receivables

/// A scenario: a header, or none, and its items in the order of the file.
public struct ScenarioSyntax: Sendable {
  /// The name; absent for the anonymous scenario of a file that starts without a header.
  public let name: NameSyntax?
  /// Settings, steps and rules in the order of the file.
  public let items: [ItemSyntax]
  /// The header, or the first item where there is none.
  public let headerRange: SourceRange
  /// From the header to the last item.
  public let range: SourceRange

  /// A scenario of its parts.
  public init(
    name: NameSyntax?,
    items: [ItemSyntax],
    headerRange: SourceRange,
    range: SourceRange
  ) {
    self.name = name
    self.items = items
    self.headerRange = headerRange
    self.range = range
  }
}

/// One statement of a scenario.
public enum ItemSyntax: Sendable {
  /// A setting.
  case setting(SettingSyntax)
  /// A step.
  case step(StepSyntax)
  /// A rule.
  case rule(RuleSyntax)

  /// The whole statement.
  public var range: SourceRange {
    switch self {
    case .setting(let setting): setting.range
    case .step(let step): step.range
    case .rule(let rule): rule.range
    }
  }
}

/// A setting of a scenario.
public struct SettingSyntax: Sendable {
  /// What is set.
  public let kind: Kind
  /// The whole statement.
  public let range: SourceRange

  /// The settings of the language.
  public enum Kind: Sendable {
    /// `description « … »`
    case description(String)
    /// `reprend « X »`
    case inherits(NameSyntax)
    /// `sans étape J+30` or `sans étape « label »`
    case withoutStep(StepReferenceSyntax)
    /// `sans prélude`
    case withoutPrelude
    /// `pour COND`
    case appliesTo(ExpressionSyntax)
    /// `priorité N`
    case priority(Int)
    /// `jours ouvrés …`
    case workingWeek(WeekdaySet)
    /// `fériés France`, `Alsace-Moselle`, `aucun`
    case holidays(HolidayRegion)
    /// `fériés le DATE, DATE…`
    case extraHolidays([CalendarDate])
    /// `décaler …`
    case shift(DayShift)
    /// `rattrapage …`
    case catchUp(CatchUp)
    /// `espacement N jours`
    case spacing(days: Int)
    /// `regrouper par …`
    case grouping(Grouping)
    /// `plafond N contacts par client|facture [par M jours]`
    case cap(ContactCap)
    /// `seuil MONEY`
    case threshold(Money)
    /// `pénalités …`, `sans pénalités`
    case penalties(PenaltyRule)
    /// `indemnité MONEY`; the currency is checked later.
    case indemnity(Money)
    /// `fenêtre N jours`
    case window(days: Int)
  }

  /// A setting at its place.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A step named by its moment or its label.
public struct StepReferenceSyntax: Sendable {
  /// How it is named.
  public let kind: Kind
  /// The place.
  public let range: SourceRange

  /// Ways to name a step.
  public enum Kind: Sendable {
    /// By its moment.
    case moment(Moment)
    /// By its label.
    case label(NameSyntax)
  }

  /// A reference at its place.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A step: a moment, an action and the condition under which it is taken.
public struct StepSyntax: Sendable {
  /// When.
  public let moment: Located<Moment>
  /// The name given to the step.
  public let label: NameSyntax?
  /// What is done.
  public let action: ActionSyntax
  /// Its own `si`.
  public let condition: ExpressionSyntax?
  /// The whole statement.
  public let range: SourceRange

  /// A step of its parts.
  public init(
    moment: Located<Moment>,
    label: NameSyntax?,
    action: ActionSyntax,
    condition: ExpressionSyntax?,
    range: SourceRange
  ) {
    self.moment = moment
    self.label = label
    self.action = action
    self.condition = condition
    self.range = range
  }
}

/// What a step does, as written; what is not written is absent.
public struct ActionSyntax: Sendable {
  /// The channels, joined by `+`, each with its fallbacks, joined by `sinon`.
  public var channels: Located<ChannelPlan>?
  /// The nature.
  public var nature: Located<Nature>?
  /// The tone.
  public var tone: Located<Tone>?
  /// The mode.
  public var mode: Located<ActionMode>?
  /// `à ROLE`.
  public var recipient: Located<ContactRole>?
  /// `copie ROLE`.
  public var copies: [Located<ContactRole>] = []
  /// `notifier ROLE`.
  public var notifications: [Located<ContactRole>] = []
  /// `modèle « X »`.
  public var template: NameSyntax?
  /// `avec …`.
  public var enclosures: [Located<Enclosure>] = []
  /// `délai N jours`.
  public var graceDays: Located<Int>?
  /// `tous les N jours M fois`.
  public var repetition: Located<Repetition>?

  /// An action of which nothing is written.
  public init() {}
}

/// A rule: `si COND alors EFFECT, … [sinon EFFECT, …]`.
public struct RuleSyntax: Sendable {
  /// The condition.
  public let condition: ExpressionSyntax
  /// What happens where it holds.
  public let effects: [EffectSyntax]
  /// What happens where it does not.
  public let otherwise: [EffectSyntax]
  /// The whole statement.
  public let range: SourceRange

  /// A rule of its parts.
  public init(
    condition: ExpressionSyntax,
    effects: [EffectSyntax],
    otherwise: [EffectSyntax],
    range: SourceRange
  ) {
    self.condition = condition
    self.effects = effects
    self.otherwise = otherwise
    self.range = range
  }
}

/// One effect of a rule.
public struct EffectSyntax: Sendable {
  /// What it does.
  public let kind: Kind
  /// The place.
  public let range: SourceRange

  /// The effects of the language.
  public enum Kind: Sendable {
    /// `exclure`, `suspendre`, `manuel`, `validation`, `automatique`
    case mode(InvoiceMode)
    /// `ton T`
    case tone(Tone)
    /// `canal C`
    case channels(ChannelPlan)
    /// `modèle « M »`
    case template(NameSyntax)
    /// `à ROLE`
    case recipient(ContactRole)
    /// `sans NATURE`
    case withoutNature(Nature)
    /// `sans CHANNEL`
    case withoutChannel(Channel)
    /// `retarder de N jours`; a negative number for `avancer de N jours`
    case shiftDueDate(days: Int)
    /// `notifier ROLE`
    case notify(ContactRole)
  }

  /// An effect at its place.
  public init(_ kind: Kind, at range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
