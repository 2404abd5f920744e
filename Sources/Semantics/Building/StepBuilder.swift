import Diagnostics
import Receivables
import Syntax

/// Turns a step as written into the steps it stands for, defaults filled in.
struct StepBuilder {
  /// The farthest a moment may lie from its due date, in units of the moment.
  static let offsetLimit = 36_500
  /// The most steps that one `tous les` may stand for.
  static let repetitionLimit = 1000

  let checker: ExpressionChecker
  let templates: TemplateTable
  let findings: Findings

  /// The steps that a statement stands for; none where it is wrong.
  func steps(_ syntax: StepSyntax) -> [UnrankedStep] {
    let condition = syntax.condition.map { checker.condition($0) }
    if let condition, condition == nil { return [] }
    let template = syntax.action.template.map { templates.resolve($0, findings) }
    if let template, template == nil { return [] }
    guard let moments = moments(syntax) else { return [] }
    var steps: [UnrankedStep] = []
    for (index, moment) in moments.enumerated() {
      let number = index + 1
      let label = syntax.label.map { number == 1 ? $0.text : "\($0.text) \(number)" }
      guard
        let step = step(
          syntax,
          moment: moment,
          label: label,
          condition: condition.flatMap { $0 },
          template: template.flatMap { $0 }
        )
      else { return [] }
      steps.append(UnrankedStep(step: step, label: syntax.label?.folded))
    }
    return steps
  }

  private func moments(_ syntax: StepSyntax) -> [Moment]? {
    let moment = syntax.moment.value
    guard abs(clamping: moment.offset) <= StepBuilder.offsetLimit else {
      findings.report(
        Diagnostic(
          .structure,
          at: syntax.moment.range,
          Message(
            fr: "moment à plus de \(StepBuilder.offsetLimit) jours de l'échéance",
            en: "a moment more than \(StepBuilder.offsetLimit) days from the due date"
          )
        )
      )
      return nil
    }
    guard let repetition = syntax.action.repetition else { return [moment] }
    guard case .days(let first) = moment else {
      findings.report(
        Diagnostic(
          .structure,
          at: repetition.range,
          Message(
            fr: "`tous les` ne va qu'avec un moment en jours : `J+60`",
            en: "`tous les` goes only with a moment in days: `J+60`"
          ),
          help: Message(
            fr: "écrire une étape par répétition, avec un libellé chacune",
            en: "write one step for each repetition, each with a label"
          )
        )
      )
      return nil
    }
    let times = repetition.value.times
    let every = repetition.value.everyDays
    guard
      (1...StepBuilder.repetitionLimit).contains(times),
      (1...StepBuilder.offsetLimit).contains(every),
      first + (times - 1) * every <= StepBuilder.offsetLimit
    else {
      findings.report(
        Diagnostic(
          .structure,
          at: repetition.range,
          Message(
            fr: "répétition impossible : au moins 1 jour et 1 fois,"
              + " au plus \(StepBuilder.repetitionLimit) fois et cent ans",
            en: "impossible repetition: at least 1 day and once,"
              + " at most \(StepBuilder.repetitionLimit) times and a hundred years"
          )
        )
      )
      return nil
    }
    return (0..<times).map { .days(first + $0 * every) }
  }

  private func step(
    _ syntax: StepSyntax,
    moment: Moment,
    label: String?,
    condition: Condition?,
    template: String?
  ) -> Step? {
    let action = syntax.action
    let nature = action.nature?.value ?? Nature.default(at: moment)
    guard let channels = action.channels?.value ?? ChannelPlan.default(for: nature) else {
      findings.report(
        Diagnostic(
          .structure,
          at: syntax.range,
          Message(
            fr: "cette étape ne dit pas par quel canal",
            en: "this step does not say through which channel"
          ),
          help: Message(
            fr: "ajouter un canal : email, courrier, recommandé, SMS, appel ou tâche",
            en: "add a channel: email, courrier, recommandé, SMS, appel or tâche"
          )
        )
      )
      return nil
    }
    let id =
      label ?? "\(moment.canonicalText) \(nature.rawValue) \(channels.canonicalText)"
    let enclosed = Set(action.enclosures.map { $0.value })
    return Step(
      id: id,
      foldedID: id.folded,
      moment: moment,
      rank: 0,
      channels: channels,
      nature: nature,
      tone: action.tone?.value ?? Tone.default(for: nature),
      mode: action.mode?.value,
      recipient: action.recipient?.value ?? .principal,
      copies: ContactRole.allCases.filter { role in action.copies.contains { $0.value == role } },
      notifications: ContactRole.allCases.filter { role in
        action.notifications.contains { $0.value == role }
      },
      template: template,
      enclosures: Enclosure.allCases.filter(enclosed.contains),
      graceDays: action.graceDays?.value ?? nature.defaultGraceDays,
      condition: condition,
      range: syntax.range
    )
  }

  private func abs(clamping value: Int) -> Int { value == .min ? .max : Swift.abs(value) }
}

/// A step whose rank is not known yet, with the label as written: that of a repetition names all
/// its steps.
struct UnrankedStep {
  var step: Step
  var label: FoldedText?
}

extension Moment {
  /// The number written in the moment; 0 for events.
  var offset: Int {
    switch self {
    case .days(let count), .workingDays(let count), .weeks(let count), .months(let count),
      .endOfMonth(afterDays: let count), .afterReminder(days: let count):
      count
    case .event: 0
    }
  }

  /// The place in the escalation in fifths of a day from the due date, where the moment alone
  /// tells it.
  var rank: Int? {
    switch self {
    case .days(let count): 5 * count
    case .workingDays(let count): 7 * count
    case .weeks(let count): 35 * count
    case .months(let count): 152 * count
    case .endOfMonth(afterDays: let count): 5 * count + 75
    case .event: 0
    case .afterReminder: nil
    }
  }
}

extension Nature {
  /// The nature of a step that names none.
  static func `default`(at moment: Moment) -> Nature {
    switch moment {
    case .days(let offset), .workingDays(let offset), .weeks(let offset), .months(let offset),
      .endOfMonth(afterDays: let offset):
      return offset < 0 ? .preDueNotice : .reminder
    case .afterReminder: return .reminder
    case .event(let event):
      switch event {
      case .payment: return .thanks
      case .partialPayment, .brokenPromise, .insolvency: return .reminder
      }
    }
  }

  /// The days a message grants that names none.
  var defaultGraceDays: Int? {
    switch self {
    case .formalNotice: 8
    case .thanks, .preDueNotice, .statement, .reminder, .litigation: nil
    }
  }
}

extension Tone {
  /// The tone of a step that names none.
  static func `default`(for nature: Nature) -> Tone {
    switch nature {
    case .thanks, .preDueNotice: .soft
    case .formalNotice, .litigation: .firm
    case .statement, .reminder: .neutral
    }
  }
}

extension ChannelPlan {
  /// The channels of a step that names none; absent where it must name some.
  static func `default`(for nature: Nature) -> ChannelPlan? {
    switch nature {
    case .formalNotice: ChannelPlan([[.registered]])
    case .litigation: ChannelPlan([[.task]])
    case .thanks, .preDueNotice, .statement, .reminder: nil
    }
  }
}
