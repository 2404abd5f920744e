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

    /// Whether only `pour` makes it so: the ledger may name the scenario for other invoices.
    var isOfScope: Bool {
      switch self {
      case .taken: true
      case .everywhere, .addressed: false
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
    let asked = Asked(written.asked, taken: hasTaken ? written.taken : written.asked)
    if isNever {
      add(contradiction(written, within: written.asked, ground(set, never: true)))
    } else if written.asked.isCovered(by: set) {
      add(whole(.always, ground(set, never: false), written))
    } else if asked.taken.isApart(from: set) {
      add(contradiction(written, within: asked.taken, .taken))
    } else if asked.taken.isCovered(by: set) {
      add(whole(.always, .taken, written))
    } else {
      _ = reviewParts(written.condition, written.syntax, asked, written)
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

extension Condition {
  /// Whether it is made of others.
  fileprivate var hasParts: Bool {
    switch self {
    case .not, .and, .or: true
    case .test, .definition: false
    }
  }

  /// Whether the condition only says whether a field has a value.
  fileprivate var isPresenceTest: Bool {
    switch self {
    case .test(.isPresent, _): true
    case .not(let inner): inner.isPresenceTest
    case .test, .definition, .and, .or: false
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

// MARK: Parts

/// The invoices about which a part of a condition is asked.
private struct Asked {
  /// Whatever `pour` says.
  let all: ConditionSet
  /// Those that `pour` takes.
  let taken: ConditionSet
  /// Those that `pour` takes about which the condition as a whole is asked.
  let takenOfWhole: ConditionSet
  /// The parts around it of which it is known whether they hold, the nearest first.
  let known: [KnownPart]

  init(_ all: ConditionSet, taken: ConditionSet) {
    self.all = all
    self.taken = taken
    takenOfWhole = taken
    known = []
  }

  private init(
    _ all: ConditionSet,
    _ taken: ConditionSet,
    _ whole: ConditionSet,
    _ known: [KnownPart]
  ) {
    self.all = all
    self.taken = taken
    takenOfWhole = whole
    self.known = known
  }

  /// Those of a set, where some more parts are known.
  func within(_ set: ConditionSet, knowing parts: [KnownPart]) -> Asked {
    Asked(all.intersection(set), taken.intersection(set), takenOfWhole, parts + known)
  }
}

/// A part of which it is known where another one is asked whether it holds.
private struct KnownPart {
  /// The invoices for which it is so.
  let set: ConditionSet
  let telling: ConditionVerdict.Telling
}

extension ConditionVerdicts {
  /// Reviews the parts of a condition.
  ///
  /// - Returns: What the condition is without the parts that are superfluous: others are looked at
  ///   without them, so that of parts that say the same one is left.
  private mutating func reviewParts(
    _ condition: Condition,
    _ syntax: ExpressionSyntax,
    _ asked: Asked,
    _ written: WrittenCondition
  ) -> ConditionSet {
    switch (condition, syntax.kind) {
    case (.not(let inner), .not(let innerSyntax)):
      return reviewParts(inner, innerSyntax, asked, written).complement
    case (.and(let parts), .and(let syntaxes)) where parts.count == syntaxes.count:
      let sets = parts.map { space.set(of: $0) }
      return review(Junction(.all, parts, syntaxes, sets, definitions), asked, written)
    case (.or(let parts), .or(let syntaxes)) where parts.count == syntaxes.count:
      // An alternative is asked where the others do not hold.
      let sets = parts.map { space.set(of: $0).complement }
      return review(Junction(.any, parts, syntaxes, sets, definitions), asked, written).complement
    case (_, _): return space.set(of: condition)
    }
  }

  private final class Junction {
    enum Kind {
      case all
      case any
    }

    let kind: Kind
    let parts: [Condition]
    let syntaxes: [ExpressionSyntax]
    /// What must hold for the other parts to be asked: the parts of `et`, the opposites of `ou`.
    private(set) var sets: [ConditionSet]
    /// The parts that are not superfluous.
    private(set) var left: Set<Int>

    /// The fields that each part reads, and how many parts read a field.
    private(set) lazy var fields = parts.map {
      Set(FieldsRead($0, definitions: definitions).fields)
    }
    private(set) lazy var readers: [FieldReference: Int] = {
      var readers: [FieldReference: Int] = [:]
      for field in fields.lazy.joined() { readers[field, default: 0] += 1 }
      return readers
    }()

    private let definitions: [Definition]

    init(
      _ kind: Kind,
      _ parts: [Condition],
      _ syntaxes: [ExpressionSyntax],
      _ sets: [ConditionSet],
      _ definitions: [Definition]
    ) {
      self.definitions = definitions
      self.kind = kind
      self.parts = parts
      self.syntaxes = syntaxes
      self.sets = sets
      left = Set(sets.indices)
    }

    /// Goes on without a part.
    func remove(_ part: Int) { left.remove(part) }

    /// Goes on with what is left of a part.
    func replace(_ part: Int, by set: ConditionSet) {
      switch kind {
      case .all: sets[part] = set
      case .any: sets[part] = set.complement
      }
    }

    /// What is known where a part is asked.
    func known(beside part: Int) -> some Sequence<KnownPart> {
      let holds = kind == .all
      return sets.indices.lazy.filter { $0 != part && self.left.contains($0) }.map { index in
        KnownPart(
          set: self.sets[index],
          telling: ConditionVerdict.Telling(range: self.syntaxes[index].range, holds: holds)
        )
      }
    }

    /// The text to delete to be rid of a part and of the word that joins it.
    func deletion(of part: Int) -> SourceRange {
      let range = syntaxes[part].range
      let lower = part == 0 ? range.lower : syntaxes[part - 1].range.upper
      let upper = part == 0 ? syntaxes[1].range.lower : range.upper
      return SourceRange(file: range.file, lower: lower, upper: upper)
    }
  }

  /// Looks for parts that the others make superfluous, and into those that are needed.
  ///
  /// The last part is looked at first, so that of two that say the same the later one is told.
  ///
  /// - Returns: What is left of all parts together, of `ou` its opposite.
  private mutating func review(
    _ junction: Junction,
    _ asked: Asked,
    _ written: WrittenCondition
  ) -> ConditionSet {
    var before = [space.everything]
    for set in junction.sets { before.append(before[before.count - 1].intersection(set)) }
    var after = space.everything
    var found: [ConditionVerdict] = []
    for part in junction.sets.indices.reversed() {
      let others = before[part].intersection(after)
      if let verdict = superfluous(part, of: junction, others, asked, written) {
        found.append(verdict)
        junction.remove(part)
        continue
      }
      if junction.parts[part].hasParts {
        let context = asked.within(others, knowing: Array(junction.known(beside: part)))
        let count = verdicts.count
        junction.replace(
          part,
          by: reviewParts(junction.parts[part], junction.syntaxes[part], context, written)
        )
        found += verdicts[count...].reversed()
        verdicts.removeSubrange(count...)
      }
      after = after.intersection(junction.sets[part])
    }
    for verdict in found.reversed() { add(verdict) }
    return after
  }

  private func superfluous(
    _ part: Int,
    of junction: Junction,
    _ others: ConditionSet,
    _ asked: Asked,
    _ written: WrittenCondition
  ) -> ConditionVerdict? {
    let set = junction.sets[part]
    let taken = asked.taken.intersection(others)
    guard taken.isCovered(by: set), !isGuard(part, of: junction) else { return nil }
    return ConditionVerdict(
      answer: answer(part, of: junction, asked),
      ground: asked.all.intersection(others).isCovered(by: set) ? .addressed : .taken,
      range: junction.syntaxes[part].range,
      written: written,
      deletion: junction.deletion(of: part)
    )
  }

  /// What is known of a superfluous part, and which single other part tells it, if there is one.
  private func answer(
    _ part: Int,
    of junction: Junction,
    _ asked: Asked
  ) -> ConditionVerdict.Answer {
    let set = junction.sets[part]
    func tells(_ known: KnownPart) -> Bool {
      asked.takenOfWhole.intersection(known.set).isCovered(by: set)
    }
    let known =
      junction.known(beside: part).first(where: tells) ?? asked.known.first(where: tells)
    let telling = known?.telling
    switch junction.kind {
    case .all: return .implied(by: telling)
    case .any:
      if asked.takenOfWhole.isCovered(by: set) { return .never(with: nil) }
      guard let telling else { return .covered(by: nil) }
      return telling.holds ? .never(with: telling.range) : .covered(by: telling.range)
    }
  }

  /// Whether a part says that a field has a value which another part compares: that is good style,
  /// even where the comparison alone would do.
  private func isGuard(_ part: Int, of junction: Junction) -> Bool {
    let own = junction.fields[part]
    if junction.parts[part].isPresenceTest {
      return own.contains { junction.readers[$0, default: 0] > 1 }
    }
    return junction.readers.keys.contains { field in
      guard !own.contains(field) else { return false }
      let presence = space.set(of: .test(.isPresent(.field(field)), junction.syntaxes[part].range))
      // For a field that is always there the part proves nothing.
      return !presence.complement.isEmpty
        && junction.sets[part].isCovered(by: presence)
    }
  }
}
