import Diagnostics
import Semantics
import Syntax

/// A condition, or a part of one, whose answer is known beforehand.
struct ConditionVerdict {
  /// What is known.
  enum Answer {
    /// It always holds where it is asked.
    case always
    /// It never holds where it is asked; `with` is the part that it contradicts.
    case never(with: SourceRange?)
    /// A part of an `et` that always holds where it is asked; `by` is the other part that tells.
    case implied(by: Telling?)
    /// A part of an `ou` that never holds but where another does; `by` is that one.
    case covered(by: SourceRange?)
  }

  /// A part that tells something of another one.
  struct Telling {
    /// The part.
    let range: SourceRange
    /// Whether it tells so where it holds, or where it does not.
    let holds: Bool
  }

  /// Why it is known.
  enum Ground {
    /// It is so for every invoice.
    case everywhere
    /// It is so for every invoice about which it is asked: a reminder needs a balance.
    case addressed
    /// It is so for the invoices that `pour` takes.
    case taken
    /// It is so on the days on which the step goes out, or for a rule a step; with what is certain
    /// then.
    case due(Message?)

    /// Whether only `pour` makes it so: the ledger may name the scenario for other invoices.
    var isOfScope: Bool {
      switch self {
      case .taken: true
      case .everywhere, .addressed, .due: false
      }
    }
  }

  /// What is known.
  let answer: Answer
  /// Why.
  let ground: Ground
  /// The condition, or the part.
  let range: SourceRange
  /// The condition it belongs to.
  let written: WrittenCondition
  /// What to delete to be rid of the part.
  let deletion: SourceRange?
}

/// What is known beforehand about the conditions of the files, each mistake once.
struct ConditionVerdicts {
  /// The conditions, in the order of the files.
  let written: [WrittenCondition]
  /// What is known, in the order of the files.
  private(set) var verdicts: [ConditionVerdict] = []
  /// The statements whose condition as a whole never holds.
  private(set) var deadStatements: Set<SourceRange> = []
  /// The definitions whose answer is known, by their place in the list.
  private(set) var settledDefinitions: Set<Int> = []
  /// The statements in whose condition something is known.
  private(set) var statements: Set<SourceRange> = []

  private let space: ConditionSpace
  private let definitions: [Definition]

  /// Reviews the conditions of a subject.
  init(_ subject: LintSubject) {
    space = subject.space
    definitions = subject.analysis.scenarios.definitions
    written = subject.writtenConditions()
    settledDefinitions = Set(
      subject.analysis.scenarios.definitions.enumerated().compactMap { index, definition in
        guard case .condition(let condition) = definition.body else { return nil }
        let set = subject.space.set(of: condition)
        let isSettled = set.isEmpty || set.complement.isEmpty
        return isSettled ? index : nil
      }
    )
    for condition in written { review(condition) }
  }

  private mutating func review(_ written: WrittenCondition) {
    let set = space.set(of: written.condition)
    let isNever = written.asked.isApart(from: set)
    if isNever { deadStatements.insert(written.statement) }
    // What follows from a definition is told there.
    if mentionsSettled(written.condition) { return }
    let hasTaken = !written.taken.isEmpty
    let taken = hasTaken ? written.taken : written.asked
    if isNever {
      add(contradiction(written, within: written.asked, ground(set, never: true)))
    } else if written.due.isApart(from: set) {
      deadStatements.insert(written.statement)
      let facts = written.dueFacts.message(against: set.intersection(written.asked))
      add(contradiction(written, within: written.due, .due(facts)))
    } else if written.asked.isCovered(by: set) {
      add(whole(.always, ground(set, never: false), written))
    } else if taken.isApart(from: set) {
      add(contradiction(written, within: taken, .taken))
    } else if taken.isCovered(by: set) {
      add(whole(.always, .taken, written))
    } else {
      for verdict in SuperfluousParts(of: written, taken: taken, space, definitions).verdicts {
        add(verdict)
      }
    }
  }

  private mutating func add(_ verdict: ConditionVerdict) {
    verdicts.append(verdict)
    statements.insert(verdict.written.statement)
  }

  private func ground(_ set: ConditionSet, never: Bool) -> ConditionVerdict.Ground {
    let exceptions = never ? set : set.complement
    return exceptions.isEmpty ? .everywhere : .addressed
  }

  private func whole(
    _ answer: ConditionVerdict.Answer,
    _ ground: ConditionVerdict.Ground,
    _ written: WrittenCondition
  ) -> ConditionVerdict {
    ConditionVerdict(
      answer: answer,
      ground: ground,
      range: written.syntax.range,
      written: written,
      deletion: nil
    )
  }

  private func mentionsSettled(_ condition: Condition) -> Bool {
    switch condition {
    case .test: false
    case .definition(let index, _): settledDefinitions.contains(index)
    case .not(let inner): mentionsSettled(inner)
    case .and(let parts), .or(let parts): parts.contains { mentionsSettled($0) }
    }
  }
}

// MARK: Conditions that never hold

extension ConditionVerdicts {
  /// A condition that never holds, at the part that makes it so.
  private func contradiction(
    _ written: WrittenCondition,
    within context: ConditionSet,
    _ ground: ConditionVerdict.Ground
  ) -> ConditionVerdict {
    var culprit = written.syntax.range
    var other: SourceRange?
    if case .and(let parts) = written.condition, case .and(let syntaxes) = written.syntax.kind,
      parts.count == syntaxes.count
    {
      let sets = parts.map { space.set(of: $0).intersection(context) }
      if let alone = sets.firstIndex(where: { $0.isEmpty }) {
        culprit = syntaxes[alone].range
      } else if let pair = firstDisjointPair(sets) {
        culprit = syntaxes[pair.1].range
        other = syntaxes[pair.0].range
      }
    }
    return ConditionVerdict(
      answer: .never(with: other),
      ground: ground,
      range: culprit,
      written: written,
      deletion: nil
    )
  }

  private func firstDisjointPair(_ sets: [ConditionSet]) -> (Int, Int)? {
    for second in sets.indices {
      for first in 0..<second where sets[first].isApart(from: sets[second]) {
        return (first, second)
      }
    }
    return nil
  }
}
