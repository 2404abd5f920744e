import Diagnostics
import Semantics
import Syntax

/// The parts of a condition that the others make superfluous, in their order.
struct SuperfluousParts {
  /// What is known of them.
  private(set) var verdicts: [ConditionVerdict] = []

  private let written: WrittenCondition
  private let space: ConditionSpace
  private let definitions: [Definition]

  /// Looks at all parts of a condition that is neither always nor never true.
  ///
  /// - Parameters:
  ///   - written: The condition.
  ///   - taken: The invoices about which it is asked that `pour` takes.
  ///   - space: The space of its sets.
  ///   - definitions: What `soit` declared.
  init(
    of written: WrittenCondition,
    taken: ConditionSet,
    _ space: ConditionSpace,
    _ definitions: [Definition]
  ) {
    self.written = written
    self.space = space
    self.definitions = definitions
    _ = reviewParts(written.condition, written.syntax, Asked(written.asked, taken: taken))
  }

  /// Reviews the parts of a condition.
  ///
  /// - Returns: What the condition is without the parts that are superfluous: others are looked at
  ///   without them, so that of parts that say the same one is left.
  private mutating func reviewParts(
    _ condition: Condition,
    _ syntax: ExpressionSyntax,
    _ asked: Asked
  ) -> ConditionSet {
    switch (condition, syntax.kind) {
    case (.not(let inner), .not(let innerSyntax)):
      return reviewParts(inner, innerSyntax, asked).complement
    case (.and(let parts), .and(let syntaxes)) where parts.count == syntaxes.count:
      let sets = parts.map { space.set(of: $0) }
      return review(Junction(.all, parts, syntaxes, sets, definitions), asked)
    case (.or(let parts), .or(let syntaxes)) where parts.count == syntaxes.count:
      // An alternative is asked where the others do not hold.
      let sets = parts.map { space.set(of: $0).complement }
      return review(Junction(.any, parts, syntaxes, sets, definitions), asked).complement
    case (_, _): return space.set(of: condition)
    }
  }

  /// Looks for parts that the others make superfluous, and into those that are needed.
  ///
  /// The last part is looked at first, so that of two that say the same the later one is told.
  ///
  /// - Returns: What is left of all parts together, of `ou` its opposite.
  private mutating func review(
    _ junction: Junction,
    _ asked: Asked
  ) -> ConditionSet {
    var before = [space.everything]
    for set in junction.sets { before.append(before[before.count - 1].intersection(set)) }
    var after = space.everything
    var found: [ConditionVerdict] = []
    for part in junction.sets.indices.reversed() {
      let others = before[part].intersection(after)
      if let verdict = superfluous(part, of: junction, others, asked) {
        found.append(verdict)
        junction.remove(part)
        continue
      }
      if junction.parts[part].hasParts {
        let context = asked.within(others, knowing: Array(junction.known(beside: part)))
        let count = verdicts.count
        junction.replace(
          part,
          by: reviewParts(junction.parts[part], junction.syntaxes[part], context)
        )
        found += verdicts[count...].reversed()
        verdicts.removeSubrange(count...)
      }
      after = after.intersection(junction.sets[part])
    }
    verdicts += found.reversed()
    return after
  }

  private func superfluous(
    _ part: Int,
    of junction: Junction,
    _ others: ConditionSet,
    _ asked: Asked
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

/// The parts of an `et` or `ou`.
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
