import Diagnostics
import Receivables
import Syntax

/// What the text of one scenario says by itself, before anything is inherited.
struct OwnItems {
  var description: String?
  var parent: NameSyntax?
  var droppedSteps: [StepReferenceSyntax] = []
  var withoutPrelude = false
  var appliesTo: Condition?
  var priority: Int?
  var workingWeek: WeekdaySet?
  var regions: [HolidayRegion] = []
  var extraHolidays: [CalendarDate] = []
  var shift: DayShift?
  var catchUp: CatchUp?
  var spacing: Int?
  var grouping: Grouping?
  var caps: [ContactCap] = []
  var threshold: Money?
  var places = SettingPlaces()
  var penalties: PenaltyRule?
  var indemnity: Int64?
  var window: Int?
  var steps: [UnrankedStep] = []
  var rules: [Rule] = []
}

/// Reads the items of one scenario.
struct OwnItemsBuilder {
  let checker: ExpressionChecker
  let templates: TemplateTable
  let findings: Findings

  /// What the scenario says; what is wrong in it is reported and left out.
  func build(_ syntax: ScenarioSyntax, origin: Rule.Origin) -> OwnItems {
    var items = OwnItems()
    var firstOfKind: [SettingName: SourceRange] = [:]
    let steps = StepBuilder(checker: checker, templates: templates, findings: findings)
    for item in syntax.items {
      switch item {
      case .setting(let setting):
        if let name = SettingName(setting.kind) {
          if let first = firstOfKind[name] {
            reportTwice(setting.range, first)
            continue
          }
          firstOfKind[name] = setting.range
        }
        apply(setting, to: &items)
      case .step(let step):
        items.steps += steps.steps(step)
      case .rule(let rule):
        if let rule = self.rule(rule, origin: origin) { items.rules.append(rule) }
      }
    }
    return items
  }

  private func apply(_ setting: SettingSyntax, to items: inout OwnItems) {
    switch setting.kind {
    case .description(let text): items.description = text
    case .inherits(let name): items.parent = name
    case .withoutStep(let reference): items.droppedSteps.append(reference)
    case .withoutPrelude: items.withoutPrelude = true
    case .appliesTo(let condition): items.appliesTo = checker.condition(condition)
    case .priority(let number): items.priority = number
    case .workingWeek(let week): items.workingWeek = week
    case .holidays(let region): items.regions.append(region)
    case .extraHolidays(let dates): items.extraHolidays += dates
    case .shift(let shift): items.shift = shift
    case .catchUp(let catchUp): items.catchUp = catchUp
    case .spacing(let days): items.spacing = days
    case .grouping(let grouping): items.grouping = grouping
    case .cap(let cap):
      items.caps.append(cap)
      items.places.caps[cap] = items.places.caps[cap] ?? setting.range
    case .threshold(let money):
      items.threshold = money
      items.places.threshold = setting.range
    case .penalties(let rule): items.penalties = rule
    case .indemnity(let money): items.indemnity = euros(money, setting.range)
    case .window(let days): items.window = days
    }
  }

  private func euros(_ money: Money, _ range: SourceRange) -> Int64? {
    if money.currency == .euro { return money.minorUnits }
    findings.report(
      Diagnostic(
        .currency,
        at: range,
        Message(fr: "l'indemnité est en euros", en: "the indemnity is in euros"),
        help: Message(fr: "par exemple `indemnité 40 €`", en: "for example `indemnité 40 €`")
      )
    )
    return nil
  }

  /// A rule with its names resolved; `nil` where it is wrong.
  private func rule(_ syntax: RuleSyntax, origin: Rule.Origin) -> Rule? {
    let condition = checker.condition(syntax.condition)
    let effects = syntax.effects.map(effect)
    let otherwise = syntax.otherwise.map(effect)
    reportContradictions(syntax.effects)
    reportContradictions(syntax.otherwise)
    guard let condition else { return nil }
    return Rule(
      condition: condition,
      effects: effects.compactMap { $0 },
      otherwise: otherwise.compactMap { $0 },
      origin: origin,
      range: syntax.range
    )
  }

  private func effect(_ syntax: EffectSyntax) -> Effect? {
    switch syntax.kind {
    case .mode(let mode): .mode(mode)
    case .tone(let tone): .tone(tone)
    case .channels(let plan): .channels(plan)
    case .template(let name): templates.resolve(name, findings).map { .template($0) }
    case .recipient(let role): .recipient(role)
    case .withoutNature(let nature): .withoutNature(nature)
    case .withoutChannel(let channel): .withoutChannel(channel)
    case .shiftDueDate(let days): .shiftDueDate(days: days)
    case .notify(let role): .notify(role)
    }
  }

  /// Two effects that replace the same thing leave no sense to a rule (R65).
  private func reportContradictions(_ effects: [EffectSyntax]) {
    var first: [ReplacedThing: SourceRange] = [:]
    for effect in effects {
      guard let thing = ReplacedThing(effect.kind) else { continue }
      guard let earlier = first[thing] else {
        first[thing] = effect.range
        continue
      }
      findings.report(
        Diagnostic(
          .structure,
          at: effect.range,
          Message(
            fr: "cette règle remplace déjà la même chose",
            en: "this rule already replaces the same thing"
          ),
          notes: [
            DiagnosticNote(Message(fr: "premier effet ici", en: "first effect here"), at: earlier)
          ],
          help: Message(fr: "n'en garder qu'un", en: "keep one of them")
        )
      )
    }
  }

  private func reportTwice(_ range: SourceRange, _ first: SourceRange) {
    findings.report(
      Diagnostic(
        .structure,
        at: range,
        Message(
          fr: "réglage donné deux fois dans le même scénario",
          en: "setting given twice in the same scenario"
        ),
        notes: [
          DiagnosticNote(Message(fr: "première fois ici", en: "first given here"), at: first)
        ],
        help: Message(fr: "n'en garder qu'un", en: "keep one of them")
      )
    )
  }
}

extension Diagnostic {
  /// Two steps of one scenario that history could not tell apart.
  static func equalStepIDs(_ step: Step, _ earlier: SourceRange) -> Diagnostic {
    Diagnostic(
      .shadowing,
      at: step.range,
      Message(
        fr: "deux étapes s'appellent « \(step.id) »",
        en: "two steps are called “\(step.id)”"
      ),
      notes: [
        DiagnosticNote(
          Message(fr: "l'autre étape est ici", en: "the other step is here"),
          at: earlier
        )
      ],
      help: Message(
        fr:
          "donner un libellé à l'une : `J+7 « second rappel » email` ; si elle est écrite deux fois,"
          + " l'effacer",
        en: "give one of them a label: `J+7 « second rappel » email`; if it is written twice,"
          + " delete it"
      )
    )
  }
}

/// The settings that a scenario may give only once.
private enum SettingName: Hashable {
  case description, inherits, withoutPrelude, appliesTo, priority, workingWeek, shift, catchUp
  case spacing, grouping, threshold, penalties, indemnity, window

  init?(_ kind: SettingSyntax.Kind) {
    switch kind {
    case .description: self = .description
    case .inherits: self = .inherits
    case .withoutPrelude: self = .withoutPrelude
    case .appliesTo: self = .appliesTo
    case .priority: self = .priority
    case .workingWeek: self = .workingWeek
    case .shift: self = .shift
    case .catchUp: self = .catchUp
    case .spacing: self = .spacing
    case .grouping: self = .grouping
    case .threshold: self = .threshold
    case .penalties: self = .penalties
    case .indemnity: self = .indemnity
    case .window: self = .window
    case .withoutStep, .holidays, .extraHolidays, .cap: return nil
    }
  }
}

/// What an effect replaces, where it replaces something.
private enum ReplacedThing: Hashable {
  case tone, channels, template, recipient, dueDate

  init?(_ kind: EffectSyntax.Kind) {
    switch kind {
    case .tone: self = .tone
    case .channels: self = .channels
    case .template: self = .template
    case .recipient: self = .recipient
    case .shiftDueDate: self = .dueDate
    case .mode, .withoutNature, .withoutChannel, .notify: return nil
    }
  }
}
