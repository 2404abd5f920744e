import Diagnostics
import Receivables
import Syntax

/// A tree as compact text, one line for each declaration and item, so that tables can hold it.
func dump(_ tree: SyntaxTree) -> [String] {
  tree.declarations.flatMap(dump)
}

private func dump(_ declaration: DeclarationSyntax) -> [String] {
  switch declaration {
  case .scenario(let scenario):
    ["scenario \(scenario.name.map(dump) ?? "-")"] + scenario.items.map { "  " + dump($0) }
  case .template(let template):
    [
      "template \(dump(template.name)) language=\(template.language?.value ?? "-")",
      "  subject \(dump(template.subject))",
      "  body \(dump(template.body))",
    ]
  case .example(let example):
    ["example \(dump(example.name))"] + example.lines.map { "  " + dump($0.kind) }
  case .column(let column):
    ["column \(dump(column.name)) \(column.kind.value) \(column.table.value)"]
  case .definition(let definition):
    ["definition \(dump(definition.name)) = \(dump(definition.value))"]
  case .rate(let rate):
    ["rate \(rate.reference.value) \(rate.date.value) \(dump(rate.rate.value.fraction))"]
  }
}

/// `« text »` for a quoted name, the words alone for others.
func dump(_ name: NameSyntax) -> String {
  name.form == .quoted ? "«\(name.text)»" : name.text
}

private func dump(_ item: ItemSyntax) -> String {
  switch item {
  case .setting(let setting): dump(setting.kind)
  case .step(let step):
    ["step \(step.moment.value.canonicalText)"]
      .appending(step.label.map { "label=\(dump($0))" })
      .appending(dump(step.action))
      .appending(step.condition.map { "if=\(dump($0))" })
      .joined(separator: " ")
  case .rule(let rule):
    "rule \(dump(rule.condition)) then \(rule.effects.map(dump).joined(separator: ", "))"
      + (rule.otherwise.isEmpty
        ? "" : " else \(rule.otherwise.map(dump).joined(separator: ", "))")
  }
}

private func dump(_ setting: SettingSyntax.Kind) -> String {
  switch setting {
  case .description(let text): "description «\(text)»"
  case .inherits(let name): "inherits \(dump(name))"
  case .withoutStep(let reference):
    switch reference.kind {
    case .moment(let moment): "without step \(moment.canonicalText)"
    case .label(let label): "without step \(dump(label))"
    }
  case .withoutPrelude: "without prelude"
  case .appliesTo(let condition): "for \(dump(condition))"
  case .priority(let number): "priority \(number)"
  case .workingWeek(let week):
    "week "
      + Weekday.allCases.filter(week.contains).map { "\($0.rawValue)" }.joined()
  case .holidays(let region): "holidays \(region.rawValue)"
  case .extraHolidays(let days): "holidays \(days.map(\.description).joined(separator: " "))"
  case .shift(let shift): "shift \(shift.rawValue)"
  case .catchUp(let catchUp): "catch up \(catchUp.rawValue)"
  case .spacing(let days): "spacing \(days)"
  case .grouping(let grouping): "group \(grouping.rawValue)"
  case .cap(let cap):
    "cap \(cap.contacts) \(cap.scope.rawValue) \(cap.days.map(String.init) ?? "-")"
  case .threshold(let money): "threshold \(dump(money))"
  case .penalties(let rule):
    switch rule {
    case .ecbPlus(let percentage): "penalties ecb+\(dump(percentage.fraction))"
    case .legalTimes(let factor): "penalties legal*\(dump(factor))"
    case .fixed(let percentage): "penalties \(dump(percentage.fraction))"
    case .none: "penalties none"
    }
  case .indemnity(let money): "indemnity \(dump(money))"
  case .window(let days): "window \(days)"
  }
}

private func dump(_ action: ActionSyntax) -> String? {
  var words: [String] = []
  if let channels = action.channels?.value { words.append("[\(channels.canonicalText)]") }
  if let nature = action.nature?.value { words.append(nature.rawValue) }
  if let tone = action.tone?.value { words.append(tone.rawValue) }
  if let mode = action.mode?.value { words.append(mode.rawValue) }
  if let recipient = action.recipient?.value { words.append("to=\(recipient.rawValue)") }
  words += action.copies.map { "copy=\($0.value.rawValue)" }
  words += action.notifications.map { "notify=\($0.value.rawValue)" }
  if let template = action.template { words.append("template=\(dump(template))") }
  if !action.enclosures.isEmpty {
    words.append("with=\(action.enclosures.map(\.value.rawValue).joined(separator: ","))")
  }
  if let days = action.graceDays?.value { words.append("grace=\(days)") }
  if let repetition = action.repetition?.value {
    words.append("every=\(repetition.everyDays)x\(repetition.times)")
  }
  return words.isEmpty ? nil : words.joined(separator: " ")
}

private func dump(_ effect: EffectSyntax) -> String {
  switch effect.kind {
  case .mode(let mode): mode.rawValue
  case .tone(let tone): "tone=\(tone.rawValue)"
  case .channels(let plan): "[\(plan.canonicalText)]"
  case .template(let name): "template=\(dump(name))"
  case .recipient(let role): "to=\(role.rawValue)"
  case .withoutNature(let nature): "without=\(nature.rawValue)"
  case .withoutChannel(let channel): "without=[\(channel.rawValue)]"
  case .shiftDueDate(let days): "shift=\(days)"
  case .notify(let role): "notify=\(role.rawValue)"
  }
}

/// An expression in prefix form: `(> solde 500EUR)`.
func dump(_ expression: ExpressionSyntax) -> String {
  switch expression.kind {
  case .number(let value): dump(value)
  case .money(let money): dump(money)
  case .percentage(let percentage): "\(dump(percentage.fraction))%"
  case .duration(let days, let unit): "\(days)\(unit)"
  case .date(let date): date.description
  case .string(let text): "«\(text)»"
  case .name(let name): dump(name)
  case .negated(let inner): "(- \(dump(inner)))"
  case .arithmetic(let left, let sign, let right):
    "(\(sign.value.rawValue) \(dump(left)) \(dump(right)))"
  case .comparison(let left, let relation, let right):
    "(\(relation.value.rawValue) \(dump(left)) \(dump(right)))"
  case .membership(let left, let values):
    "(in \(([left] + values).map(dump).joined(separator: " ")))"
  case .between(let value, let lower, let upper):
    "(between \(dump(value)) \(dump(lower)) \(dump(upper)))"
  case .isPresent(let value): "(present \(dump(value)))"
  case .not(let inner): "(not \(dump(inner)))"
  case .and(let parts): "(and \(parts.map(dump).joined(separator: " ")))"
  case .or(let parts): "(or \(parts.map(dump).joined(separator: " ")))"
  }
}

private func dump(_ money: Money) -> String { "\(money.minorUnits)\(money.currency.code)" }

private func dump(_ value: Rational) -> String {
  value.denominator == 1 ? "\(value.numerator)" : "\(value.numerator)/\(value.denominator)"
}

private func dump(_ parts: [TemplatePartSyntax]) -> String {
  parts.map { part in
    switch part {
    case .text(let text, _): text
    case .placeholder(let name): "{\(dump(name))}"
    case .conditional(let condition, let yes, let no):
      "{if \(dump(condition))|\(dump(yes))|\(dump(no))}"
    case .eachInvoice(let parts): "{each|\(dump(parts))}"
    }
  }
  .joined()
}

private func dump(_ line: ExampleSyntax.Kind) -> String {
  func label(_ name: NameSyntax?) -> String { name.map { "\(dump($0)) " } ?? "" }
  return switch line {
  case .scenario(let name): "scenario \(dump(name))"
  case .customer(let facts): "customer \(facts.map(dump).joined(separator: ", "))"
  case .invoice(let name, let facts):
    "invoice \(label(name))\(facts.map(dump).joined(separator: ", "))"
  case .payment(let name, let date, let money):
    "payment \(label(name))\(date.value) \(dump(money.value))"
  case .dispute(let name, let from, let until):
    "dispute \(label(name))\(from.value) \(until?.value.description ?? "-")"
  case .promise(let name, let date): "promise \(label(name))\(date.value)"
  case .expectation(let date, let actions):
    "expect \(date.value) "
      + (actions.isEmpty
        ? "nothing" : actions.map { dump($0.action) ?? "anything" }.joined(separator: " ; "))
  }
}

private func dump(_ fact: ExampleSyntax.Fact) -> String {
  "\(dump(fact.field))\(fact.value.map { "=\(dump($0))" } ?? "")"
}

extension [String] {
  fileprivate func appending(_ element: String?) -> [String] {
    element.map { self + [$0] } ?? self
  }
}
