import Diagnostics
import Receivables
import Syntax

/// A scenario as it is played: inherited items merged in, defaults filled, every name resolved.
public struct Scenario: Sendable {
  /// The name as declared.
  public var name: String
  /// The header's place, or that of the first item.
  public var range: SourceRange
  /// What the scenario says of itself.
  public var description: String?
  /// The invoices it is for; absent for all.
  public var appliesTo: Condition?
  /// Of scenarios that apply, the highest is taken.
  public var priority: Int
  /// Working week and public holidays.
  public var calendar: BusinessCalendar
  /// Where a step goes that falls on a day off.
  public var shift: DayShift
  /// How a late invoice catches up.
  public var catchUp: CatchUp
  /// The least number of days between two reminders of an invoice.
  public var spacing: Int
  /// Which invoices share a message.
  public var grouping: Grouping
  /// The most contacts; all of them hold.
  public var caps: [ContactCap]
  /// A message of a smaller total waits.
  public var threshold: Money
  /// Where caps and threshold are written, for what they hold back.
  public var places: SettingPlaces
  /// The late-payment interest.
  public var penalties: PenaltyRule
  /// The fixed recovery sum per overdue invoice, in euro cents.
  public var indemnity: Int64
  /// How many days an event step stays due after its event.
  public var window: Int
  /// The steps in file order: inherited ones first, replaced ones at the replaced one's place.
  public var steps: [Step]
  /// The rules in order of precedence: own, inherited, prelude.
  public var rules: [Rule]
}

/// The places of the settings that can hold a message back.
public struct SettingPlaces: Sendable {
  /// The `seuil` line; absent without one.
  public var threshold: SourceRange?
  /// The first `plafond` line of each cap.
  public var caps: [ContactCap: SourceRange] = [:]
}

/// A step of a scenario.
public struct Step: Sendable {
  /// The name used in history and plans: the label, or moment, nature and channel.
  public var id: String
  /// The name as it is compared.
  public var foldedID: FoldedText
  /// When it is taken.
  public var moment: Moment
  /// Its place in the escalation, in fifths of a day from the due date; 0 for events.
  public var rank: Int
  /// How the customer is reached.
  public var channels: ChannelPlan
  /// What the message is for.
  public var nature: Nature
  /// How it sounds.
  public var tone: Tone
  /// The mode as written; without it, that of the channel really used.
  public var mode: ActionMode?
  /// Whom it goes to.
  public var recipient: ContactRole
  /// Who gets a copy.
  public var copies: [ContactRole]
  /// Who is told internally.
  public var notifications: [ContactRole]
  /// The template of the message, as declared; without one a built-in one is used.
  public var template: String?
  /// What the message shows or carries, in the order of `Enclosure`, none twice.
  public var enclosures: [Enclosure]
  /// The days granted by the message, if it grants any.
  public var graceDays: Int?
  /// The step's own `si`.
  public var condition: Condition?
  /// The place of the statement.
  public var range: SourceRange

  /// Whether the step lies before the due date and expires with it.
  public var isBeforeDueDate: Bool {
    switch moment {
    case .days(let offset), .workingDays(let offset), .weeks(let offset), .months(let offset),
      .endOfMonth(afterDays: let offset):
      offset < 0
    case .afterReminder, .event: false
    }
  }

  /// The event the step answers, if it answers one.
  public var event: Event? {
    if case .event(let event) = moment { event } else { nil }
  }

  /// The mode of a message of this step through a channel.
  public func mode(through channel: Channel) -> ActionMode {
    if let mode { return mode }
    if nature == .litigation { return .manual }
    switch channel {
    case .call, .task: return .manual
    case .email, .letter, .registered, .sms: return .automatic
    }
  }
}

/// A rule of a scenario.
public struct Rule: Sendable {
  /// Where a rule comes from.
  public enum Origin: Sendable {
    /// The scenario's own text.
    case own
    /// A scenario that it takes over with `reprend`.
    case inherited
    /// The rules every scenario ends with.
    case prelude
  }

  /// When it holds.
  public var condition: Condition
  /// What happens where it holds.
  public var effects: [Effect]
  /// What happens where it does not.
  public var otherwise: [Effect]
  /// Where it comes from.
  public var origin: Origin
  /// The place of the statement.
  public var range: SourceRange
}

/// An effect of a rule.
public enum Effect: Hashable, Sendable {
  /// Who acts, or that nobody does; the most cautious of all wins.
  case mode(InvoiceMode)
  /// Replaces the tone.
  case tone(Tone)
  /// Replaces the channels.
  case channels(ChannelPlan)
  /// Replaces the template, named as declared.
  case template(String)
  /// Replaces the recipient.
  case recipient(ContactRole)
  /// Drops the steps of a nature.
  case withoutNature(Nature)
  /// Drops a channel.
  case withoutChannel(Channel)
  /// Moves the due date for all steps; negative moves it forward.
  case shiftDueDate(days: Int)
  /// Tells a colleague.
  case notify(ContactRole)
}

/// Everything the files of a command declare.
public struct ScenarioSet: Sendable {
  /// The scenarios in file order.
  public var scenarios: [Scenario]
  /// What `soit` declared; each refers only to those before it.
  public var definitions: [Definition]
  /// The columns `champ` declared, in the order of `FieldReference.column`.
  public var columns: [ExtraColumn]
  /// The shipped interest rates and those of the files.
  public var rates: InterestRates
  /// The templates in file order.
  public var templates: [Template]
  /// The texts of conditions by what they are compared as, the first spelling of each, for messages.
  public var writtenTexts: [FoldedText: String] = [:]
}

/// A name given with `soit`.
public struct Definition: Sendable {
  /// What a definition stands for.
  public enum Body: Sendable {
    /// A condition.
    case condition(Condition)
    /// A value.
    case value(Expression)
  }

  /// The name as declared.
  public var name: String
  /// What it stands for.
  public var body: Body
  /// The text as written, where it stands for a text alone: conditions compare folded texts, and
  /// messages show this one.
  public var text: String?
  /// The place of the statement.
  public var range: SourceRange
}

/// A message text with its names resolved.
public struct Template: Sendable {
  /// The name as declared.
  public var name: String
  /// `langue`, as written.
  public var language: String?
  /// The subject.
  public var subject: [TemplatePart]
  /// The body.
  public var body: [TemplatePart]
  /// The place of the declaration.
  public var range: SourceRange
}

/// A piece of a template's text, of the types that were checked.
public indirect enum TemplatePart: Hashable, Sendable {
  /// Text as it stands.
  case text(String)
  /// A value of the message or of an invoice; its name, for messages about it.
  case value(Expression, name: String)
  /// One text or the other.
  case conditional(Condition, [TemplatePart], [TemplatePart])
  /// The text once for each invoice.
  case eachInvoice([TemplatePart])
}
