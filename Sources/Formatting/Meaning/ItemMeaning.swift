import Receivables
import Syntax

extension TreeMeaning {
  /// Adds a setting.
  mutating func add(_ setting: SettingSyntax.Kind) {
    switch setting {
    case .description(let text):
      add("description")
      add(exactly: text)
    case .inherits(let name):
      add("inherits")
      add(name)
    case .withoutStep(let reference):
      switch reference.kind {
      case .moment(let moment): add("without \(moment.canonicalText)")
      case .label(let label):
        add("without label")
        add(label)
      }
    case .withoutPrelude: add("without prelude")
    case .appliesTo(let condition):
      add("for")
      add(condition)
    case .priority(let number): add("priority \(number)")
    case .workingWeek(let week): add("week \(week.rawValue)")
    case .holidays(let region): add("holidays \(region.rawValue)")
    case .extraHolidays(let days):
      add("holidays")
      add(list: days) { $0.add("\($1)") }
    case .shift(let shift): add("shift \(shift.rawValue)")
    case .catchUp(let catchUp): add("catch up \(catchUp.rawValue)")
    case .spacing(let days): add("spacing \(days)")
    case .grouping(let grouping): add("grouping \(grouping.rawValue)")
    case .cap(let cap):
      add("cap \(cap.contacts) \(cap.scope.rawValue)")
      add(optional: cap.days) { $0.add("\($1)") }
    case .threshold(let money):
      add("threshold")
      add(money)
    case .penalties(let rule): add(rule)
    case .indemnity(let money):
      add("indemnity")
      add(money)
    case .window(let days): add("window \(days)")
    }
  }

  private mutating func add(_ penalties: PenaltyRule) {
    switch penalties {
    case .ecbPlus(let points):
      add("ecb plus")
      add(points.fraction)
    case .legalTimes(let factor):
      add("legal times")
      add(factor)
    case .fixed(let rate):
      add("fixed")
      add(rate.fraction)
    case .none: add("no penalties")
    }
  }

  /// Adds what an action says.
  mutating func add(_ action: ActionSyntax) {
    add(optional: action.channels) { $0.add($1.value.canonicalText) }
    add(optional: action.nature) { $0.add($1.value.rawValue) }
    add(optional: action.tone) { $0.add($1.value.rawValue) }
    add(optional: action.mode) { $0.add($1.value.rawValue) }
    add(optional: action.recipient) { $0.add($1.value.rawValue) }
    add(list: action.copies) { $0.add($1.value.rawValue) }
    add(list: action.notifications) { $0.add($1.value.rawValue) }
    add(optional: action.template) { $0.add($1) }
    add(list: action.enclosures) { $0.add($1.value.rawValue) }
    add(optional: action.graceDays) { $0.add("\($1.value)") }
    add(optional: action.repetition) { $0.add("\($1.value.everyDays) \($1.value.times)") }
  }

  /// Adds an effect of a rule.
  mutating func add(_ effect: EffectSyntax.Kind) {
    switch effect {
    case .mode(let mode): add("mode \(mode.rawValue)")
    case .tone(let tone): add("tone \(tone.rawValue)")
    case .channels(let plan): add("channels \(plan.canonicalText)")
    case .template(let name):
      add("template")
      add(name)
    case .recipient(let role): add("to \(role.rawValue)")
    case .withoutNature(let nature): add("without nature \(nature.rawValue)")
    case .withoutChannel(let channel): add("without channel \(channel.rawValue)")
    case .shiftDueDate(let days): add("shift \(days)")
    case .notify(let role): add("notify \(role.rawValue)")
    }
  }

  /// Adds a line of an example.
  mutating func add(_ line: ExampleSyntax.Kind) {
    switch line {
    case .scenario(let name):
      add("scenario")
      add(name)
    case .customer(let facts):
      add("customer")
      add(list: facts) { $0.add($1) }
    case .invoice(let label, let facts):
      add("invoice")
      add(optional: label) { $0.add(exactly: $1.text) }
      add(list: facts) { $0.add($1) }
    case .payment(let label, let date, let money):
      add("payment \(date.value)")
      add(optional: label) { $0.add(exactly: $1.text) }
      add(money.value)
    case .dispute(let label, let first, let last):
      add("dispute \(first.value)")
      add(optional: label) { $0.add(exactly: $1.text) }
      add(optional: last) { $0.add("\($1.value)") }
    case .promise(let label, let date):
      add("promise \(date.value)")
      add(optional: label) { $0.add(exactly: $1.text) }
    case .expectation(let date, let actions):
      add("expectation \(date.value)")
      add(list: actions) { $0.add($1.action) }
    }
  }

  private mutating func add(_ fact: ExampleSyntax.Fact) {
    add(fact.field)
    add(optional: fact.value) { $0.add($1) }
  }
}
