import Diagnostics
import Semantics
import Syntax

extension Lint {
  /// TYP107: a figure that can be absent decides who is contacted.
  static let mayBeAbsent: Lint = Lint(
    CodePage(
      code: "TYP107",
      severity: .warning,
      title: Message(fr: "peut manquer", en: "may be absent"),
      reports: Message(
        fr: "la comparaison d'un montant, d'une durée, d'un nombre ou d'une date qui peut manquer,"
          + " là où l'absence décide qui est relancé : dans un `pour`, le `si` d'une étape, ou une"
          + " règle qui change le mode ou retire des étapes ; ni les textes, dont on sait qu'un vide"
          + " n'est égal à rien, ni les tons, canaux, destinataires et décalages",
        en:
          "the comparison of an amount, duration, number or date that can be absent, where absence"
          + " decides who is reminded: in a `pour`, a step's `si`, or a rule that changes the mode or"
          + " drops steps; neither texts, of which everybody knows that an empty one equals nothing,"
          + " nor tones, channels, recipients and shifts"
      ),
      matters: Message(
        fr: "une comparaison avec une valeur absente est fausse : un nouveau client, sans"
          + " historique, ne remplit ni `> 30 jours` ni `<= 30 jours`",
        en: "a comparison with an absent value is false: a new customer without a history meets"
          + " neither `> 30 jours` nor `<= 30 jours`"
      ),
      example: "J+7 email\nsi retard moyen <= 30 jours alors validation",
      instead: "J+7 email\n"
        + "si retard moyen est non renseigné ou retard moyen <= 30 jours alors validation",
      basis: [.types, .diagram],
      fixes: [.proposed]
    ),
    check: { subject in
      var told: Set<Place> = []
      let contactRules = subject.contactRules
      return subject.conditionVerdicts.written.flatMap { written -> [Diagnostic] in
        guard written.decidesContact(contactRules) else { return [] }
        let fields = FieldsRead(
          written.condition,
          definitions: subject.analysis.scenarios.definitions
        ).fields
        return fields.compactMap { field in
          guard subject.isFigureThatMayBeAbsent(field),
            let witness = subject.whereAbsenceMatters(field, in: written),
            let test = subject.firstTest(of: field, in: written.condition),
            told.insert(Place(field: field, range: test)).inserted
          else { return nil }
          return diagnosis(field, at: test, witness, written, subject)
        }
      }
    }
  )
}

private struct Place: Hashable {
  let field: FieldReference
  let range: SourceRange
}

private func diagnosis(
  _ field: FieldReference,
  at range: SourceRange,
  _ witness: Witness,
  _ written: WrittenCondition,
  _ subject: LintSubject
) -> Diagnostic {
  let name = field.name(in: subject.analysis.scenarios.columns)
  let example = subject.words(for: witness, asking: [written.condition])
  return Lint.mayBeAbsent.finding(
    at: range,
    Message(
      fr: "`\(name)` peut manquer, et cette comparaison est alors fausse",
      en: "`\(name)` can be absent, and this comparison is then false"
    ),
    label: Message(
      fr: "par exemple \(example.fr)",
      en: "for example \(example.en)"
    ),
    help: Message(
      fr:
        "dire ce qui vaut alors : `\(name) est renseigné et …`, ou `\(name) est non renseigné ou …`",
      en: "say what is then: `\(name) est renseigné et …`, or `\(name) est non renseigné ou …`"
    ),
    fix: subject.guarding(range, name)
  )
}

// MARK: Which conditions and fields

extension LintSubject {
  /// The rules that decide in some scenario who is contacted.
  fileprivate var contactRules: Set<SourceRange> {
    scenarioSets.reduce(into: []) { ranges, sets in
      for branch in sets.branches where branch.effects.contains(where: { $0.decidesContact }) {
        ranges.insert(sets.scenario.rules[branch.rule].range)
      }
    }
  }

  fileprivate func isFigureThatMayBeAbsent(_ field: FieldReference) -> Bool {
    switch field.type(in: analysis.scenarios.columns) {
    case .integer, .number, .percentage, .money, .duration, .date: break
    case .text, .truth, .risk, .kind, .weekday: return false
    }
    switch field {
    case .column: return true
    case .message: return false
    case .field(let field):
      switch field.entry.presence {
      case .maybe: return true
      case .always: return false
      }
    }
  }
}

extension WrittenCondition {
  /// Whether it depends on the condition who is contacted.
  fileprivate func decidesContact(_ contactRules: Set<SourceRange>) -> Bool {
    switch role {
    case .scope, .step: true
    case .definition: false
    case .rule: contactRules.contains(statement)
    }
  }
}

extension Effect {
  fileprivate var decidesContact: Bool {
    switch self {
    case .mode(.automatic): false
    case .mode, .withoutNature, .withoutChannel: true
    case .tone, .channels, .template, .recipient, .shiftDueDate, .notify: false
    }
  }
}

// MARK: Where absence matters

extension LintSubject {
  /// An invoice without the field for which the condition would answer otherwise if its comparisons
  /// with the field did; `nil` if the condition says itself what is then.
  fileprivate func whereAbsenceMatters(
    _ field: FieldReference,
    in written: WrittenCondition
  ) -> Witness? {
    let absent = space.set(of: .test(.isPresent(.field(field)), written.statement)).complement
      .intersection(written.taken)
    guard absent.decision.witness != nil else { return nil }
    var answers = SupposedAnswers(field, self)
    let met = answers.set(of: written.condition, comparisons: true)
    let unmet = answers.set(of: written.condition, comparisons: false)
    return absent.intersection(met).excess(over: unmet).witness
      ?? absent.intersection(unmet).excess(over: met).witness
  }

  /// The first comparison with a field, also behind a name.
  fileprivate func firstTest(of field: FieldReference, in condition: Condition) -> SourceRange? {
    switch condition {
    case .test(.isPresent, _): return nil
    case .test(_, let range):
      let definitions = analysis.scenarios.definitions
      return FieldsRead(condition, definitions: definitions).fields.contains(field) ? range : nil
    case .definition(let index, _):
      guard case .condition(let body) = analysis.scenarios.definitions[index].body else {
        return nil
      }
      return firstTest(of: field, in: body)
    case .not(let inner): return firstTest(of: field, in: inner)
    case .and(let parts), .or(let parts):
      for part in parts {
        if let found = firstTest(of: field, in: part) { return found }
      }
      return nil
    }
  }
}

/// Conditions as sets, with an answer supposed for every comparison with one field.
private struct SupposedAnswers {
  private let field: FieldReference
  private let space: ConditionSpace
  private let definitions: [Definition]
  private var known: [Bool: [Int: ConditionSet]] = [:]

  init(_ field: FieldReference, _ subject: LintSubject) {
    self.field = field
    space = subject.space
    definitions = subject.analysis.scenarios.definitions
  }

  mutating func set(of condition: Condition, comparisons answer: Bool) -> ConditionSet {
    switch condition {
    case .test(.isPresent, _): return space.set(of: condition)
    case .test:
      let fields = FieldsRead(condition, definitions: definitions).fields
      guard fields.contains(field) else { return space.set(of: condition) }
      return answer ? space.everything : space.nothing
    case .definition(let index, _):
      if let set = known[answer]?[index] { return set }
      guard case .condition(let body) = definitions[index].body else {
        return space.set(of: condition)
      }
      let set = self.set(of: body, comparisons: answer)
      known[answer, default: [:]][index] = set
      return set
    case .not(let inner): return set(of: inner, comparisons: answer).complement
    case .and(let parts):
      var result = space.everything
      for part in parts { result = result.intersection(set(of: part, comparisons: answer)) }
      return result
    case .or(let parts):
      var result = space.nothing
      for part in parts { result = result.union(set(of: part, comparisons: answer)) }
      return result
    }
  }
}

// MARK: The fix

extension LintSubject {
  /// A proposal that says beside a comparison what holds without a value: it does not.
  fileprivate func guarding(_ comparison: SourceRange, _ name: String) -> Fix? {
    for written in conditionVerdicts.written {
      var isFound = false
      var isPartOfAnd = written.syntax.range == comparison
      written.syntax.walk { inner in
        if inner.range == comparison { isFound = true }
        if case .and(let parts) = inner.kind, parts.contains(where: { $0.range == comparison }) {
          isPartOfAnd = true
        }
      }
      guard isFound else { continue }
      let opening = "\(isPartOfAnd ? "" : "(")\(name) est renseigné et "
      var edits = [Fix.Edit(comparison.start, with: opening)]
      if !isPartOfAnd { edits.append(Fix.Edit(comparison.end, with: ")")) }
      return Fix(.proposed, edits: edits)
    }
    return nil
  }
}
