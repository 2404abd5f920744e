import Diagnostics
import Receivables
import Syntax

extension StatementWriter {
  /// A step.
  func step(_ step: StepSyntax) -> Statement {
    var head = step.moment.value.canonicalText
    if let label = step.label { head += " \(quoted(label.text))" }
    var condition = Phrase()
    if let syntax = step.condition {
      condition.add(word(.if))
      write(syntax, to: &condition, depth: 2)
    }
    let cells = StepCells(head: head, action: action(step.action), condition: condition)
    return Statement(range: step.range, content: .step(cells))
  }

  /// A part of an action and where it was written.
  private struct Part {
    let text: String
    let offset: Int
    var gap = Gap.space
  }

  /// The words of an action in the order in which they were written.
  func action(_ action: ActionSyntax) -> Phrase {
    var parts: [Part] = []
    func add<Value>(_ value: Located<Value>?, _ text: (Value) -> String) {
      guard let value else { return }
      parts.append(Part(text: text(value.value), offset: value.range.lower))
    }
    add(action.channels) { plan in
      agrees(plan, in: action) ? "recommandée" : plan.canonicalText
    }
    add(action.nature) { $0.rawValue }
    add(action.tone) { $0.rawValue }
    add(action.mode) { $0.rawValue }
    add(action.recipient) { "\(option(.recipient)) \($0.rawValue)" }
    for role in action.copies { add(role) { "\(option(.copy)) \($0.rawValue)" } }
    for role in action.notifications { add(role) { "\(option(.notify)) \($0.rawValue)" } }
    if let days = action.graceDays {
      add(days) { _ in "\(option(.grace)) \(lengths(in: days.range).first ?? "")" }
    }
    if let repetition = action.repetition {
      add(repetition) { value in
        let every = lengths(in: repetition.range).first ?? ""
        let times = Vocabulary.particles.canonical(.multiple)
        return "\(option(.repetition)) \(every) \(value.times) \(times)"
      }
    }
    if let name = action.template {
      let text = "\(option(.template)) \(names.template(name))"
      parts.append(Part(text: text, offset: name.range.lower))
    }
    if let first = action.enclosures.first {
      let list = action.enclosures.map { $0.value.rawValue }.joined(separator: ", ")
      let text = "\(option(.enclosures)) \(list)"
      parts.append(Part(text: text, offset: first.range.lower, gap: .line(depth: 0)))
    }
    var phrase = Phrase()
    for part in parts.sorted(by: { $0.offset < $1.offset }) {
      phrase.add(part.text, at: part.offset, part.gap)
    }
    return phrase
  }

  private func option(_ option: ActionOption) -> String {
    Vocabulary.actionOptions.canonical(option)
  }

  /// Whether `recommandé` follows a noun that it agrees with, as in `mise en demeure recommandée`.
  private func agrees(_ plan: ChannelPlan, in action: ActionSyntax) -> Bool {
    guard plan.parts == [[.registered]], let nature = action.nature, let channels = action.channels
    else { return false }
    switch nature.value {
    case .preDueNotice, .reminder, .formalNotice: return nature.range.upper <= channels.range.lower
    case .thanks, .statement, .litigation: return false
    }
  }
}

extension StatementWriter {
  /// A rule.
  func rule(_ rule: RuleSyntax) -> Statement {
    var phrase = Phrase()
    phrase.add(word(.if), at: rule.range.lower)
    write(rule.condition, to: &phrase, depth: 1)
    write(rule.effects, behind: .then, to: &phrase)
    if !rule.otherwise.isEmpty { write(rule.otherwise, behind: .otherwise, to: &phrase) }
    return Statement(range: rule.range, content: .line(phrase, hang: 3))
  }

  private func write(
    _ effects: [EffectSyntax],
    behind connective: Connective,
    to phrase: inout Phrase
  ) {
    phrase.add(word(connective), at: effects.first?.range.lower, .line(depth: 0))
    for (index, effect) in effects.enumerated() {
      if index > 0 { phrase.close(",") }
      let gap = index == 0 ? Gap.space : .fill(depth: 2)
      phrase.add(text(of: effect), at: effect.range.lower, gap)
    }
  }

  private func text(of effect: EffectSyntax) -> String {
    func keyword(_ keyword: EffectKeyword) -> String { Vocabulary.effects.canonical(keyword) }
    switch effect.kind {
    case .mode(let mode): return mode.rawValue
    case .tone(let tone): return "\(keyword(.tone)) \(tone.rawValue)"
    case .channels(let plan): return "\(keyword(.channel)) \(plan.canonicalText)"
    case .template(let name): return "\(keyword(.template)) \(names.template(name))"
    case .recipient(let role): return "\(keyword(.recipient)) \(role.rawValue)"
    case .withoutNature(let nature): return "\(keyword(.without)) \(nature.rawValue)"
    case .withoutChannel(let channel): return "\(keyword(.without)) \(channel.rawValue)"
    case .shiftDueDate(let days):
      let length = lengths(in: effect.range).first ?? ""
      return "\(keyword(days < 0 ? .advance : .postpone)) \(length)"
    case .notify(let role): return "\(keyword(.notify)) \(role.rawValue)"
    }
  }
}
