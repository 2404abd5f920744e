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
          guard subject.isFigureThatMayBeAbsent(field) else { return nil }
          let absence = Absence(of: field, in: written, subject)
          guard let witness = absence.whereItMatters, let test = absence.decidingTest,
            told.insert(Place(field: field, range: test.range)).inserted
          else { return nil }
          return diagnosis(field, test, witness, written, subject)
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
  _ test: FieldTest,
  _ witness: Witness,
  _ written: WrittenCondition,
  _ subject: LintSubject
) -> Diagnostic {
  let name = field.name(in: subject.analysis.scenarios.columns)
  let example = subject.words(for: witness, asking: [written.condition])
  return Lint.mayBeAbsent.finding(
    at: test.range,
    test.holdsWithoutValue
      ? Message(
        fr: "`\(name)` peut manquer, et cette comparaison est alors vraie",
        en: "`\(name)` can be absent, and this comparison is then true"
      )
      : Message(
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
    fix: subject.guarding(test, name)
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

/// A question that reads a field.
private struct FieldTest {
  let range: SourceRange
  /// The invoices that meet it.
  let set: ConditionSet
  /// Whether it is met where the field has no value.
  let holdsWithoutValue: Bool
}

/// What becomes of a condition where a field has no value.
private struct Absence {
  private let written: WrittenCondition
  private let space: ConditionSpace
  private let definitions: [Definition]
  /// The questions that read the field, also those behind a name, but for whether it has a value.
  private var tests: [FieldTest] = []
  /// The invoices without the field about which the condition is asked.
  private let absent: ConditionSet

  init(of field: FieldReference, in written: WrittenCondition, _ subject: LintSubject) {
    self.written = written
    space = subject.space
    definitions = subject.analysis.scenarios.definitions
    absent = space.set(of: .test(.isPresent(.field(field)), written.statement)).complement
      .intersection(written.taken)
    tests = tests(of: field, in: written.condition)
  }

  private func tests(of field: FieldReference, in condition: Condition) -> [FieldTest] {
    switch condition {
    case .test(.isPresent, _): return []
    case .test(let test, let range):
      guard FieldsRead(condition, definitions: definitions).fields.contains(field) else {
        return []
      }
      let set = space.set(of: condition)
      return [FieldTest(range: range, set: set, holdsWithoutValue: test.holdsWithoutValue)]
    case .definition(let index, _):
      guard case .condition(let body) = definitions[index].body else { return [] }
      return tests(of: field, in: body)
    case .not(let inner): return tests(of: field, in: inner)
    case .and(let parts), .or(let parts): return parts.flatMap { tests(of: field, in: $0) }
    }
  }

  /// An invoice without the field for which the condition would answer otherwise if the questions
  /// that read it did; `nil` if the condition says itself what is then.
  var whereItMatters: Witness? {
    guard absent.decision.witness != nil else { return nil }
    return difference(Set(tests.map { $0.range }), [])
  }

  /// The first question on whose answer it depends: beside the others, or alone.
  var decidingTest: FieldTest? {
    let all = Set(tests.map { $0.range })
    return tests.first { test in
      difference(all, all.subtracting([test.range])) != nil || difference([test.range], []) != nil
    }
  }

  /// An invoice that one supposition tells from another.
  private func difference(_ one: Set<SourceRange>, _ other: Set<SourceRange>) -> Witness? {
    let (one, other) = (met(one), met(other))
    return absent.intersection(one).excess(over: other).witness
      ?? absent.intersection(other).excess(over: one).witness
  }

  /// The invoices that meet the condition if they meet some of the questions and not the others.
  private func met(_ supposed: Set<SourceRange>) -> ConditionSet {
    var answers = SupposedAnswers(space: space, definitions: definitions)
    for test in tests {
      // What no value meets is told elsewhere.
      answers.supposed[test.range] = supposed.contains(test.range) && !test.set.isEmpty
    }
    return answers.set(of: written.condition)
  }
}

/// Conditions as sets, with supposed answers to some of their questions.
private struct SupposedAnswers {
  let space: ConditionSpace
  let definitions: [Definition]
  var supposed: [SourceRange: Bool] = [:]
  private var known: [Int: ConditionSet] = [:]

  init(space: ConditionSpace, definitions: [Definition]) {
    self.space = space
    self.definitions = definitions
  }

  mutating func set(of condition: Condition) -> ConditionSet {
    switch condition {
    case .test(_, let range):
      guard let answer = supposed[range] else { return space.set(of: condition) }
      return answer ? space.everything : space.nothing
    case .definition(let index, _):
      if let set = known[index] { return set }
      guard case .condition(let body) = definitions[index].body else {
        return space.set(of: condition)
      }
      let set = self.set(of: body)
      known[index] = set
      return set
    case .not(let inner): return set(of: inner).complement
    case .and(let parts):
      var result = space.everything
      for part in parts { result = result.intersection(set(of: part)) }
      return result
    case .or(let parts):
      var result = space.nothing
      for part in parts { result = result.union(set(of: part)) }
      return result
    }
  }
}

extension Condition.Test {
  /// Whether it is met where a value that it compares is absent.
  fileprivate var holdsWithoutValue: Bool {
    switch self {
    case .comparison(_, .notEqual, _): true
    case .comparison, .truth, .membership, .between, .isPresent: false
    }
  }
}

// MARK: The fix

extension LintSubject {
  /// A proposal that says beside a comparison what holds without a value, as it is now.
  fileprivate func guarding(_ test: FieldTest, _ name: String) -> Fix? {
    let comparison = test.range
    for written in conditionVerdicts.written {
      var isFound = false
      var needsNoParentheses = written.syntax.range == comparison
      written.syntax.walk { inner in
        if inner.range == comparison { isFound = true }
        let siblings: [ExpressionSyntax]
        switch inner.kind {
        case .and(let parts) where !test.holdsWithoutValue: siblings = parts
        case .or(let parts) where test.holdsWithoutValue: siblings = parts
        case _: return
        }
        if siblings.contains(where: { $0.range == comparison }) { needsNoParentheses = true }
      }
      guard isFound else { continue }
      let question =
        test.holdsWithoutValue ? "\(name) est non renseigné ou " : "\(name) est renseigné et "
      var edits = [Fix.Edit(comparison.start, with: "\(needsNoParentheses ? "" : "(")\(question)")]
      if !needsNoParentheses { edits.append(Fix.Edit(comparison.end, with: ")")) }
      return Fix(.proposed, edits: edits)
    }
    return nil
  }
}
