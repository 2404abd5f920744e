import Diagnostics
import Receivables
import Semantics
import Syntax

/// Invoices written out one by one: every combination of some values of some fields that can occur.
struct PointSpace {
  let fields: [Field]
  private let domains: [[Value?]]
  private let strides: [Int]
  let count: Int

  init(_ fields: [Field], domain: (Field) -> [Value?]) {
    self.fields = fields
    domains = fields.map(domain)
    var strides: [Int] = []
    var count = 1
    for domain in domains {
      strides.append(count)
      count *= domain.count
    }
    self.strides = strides
    self.count = count
  }

  /// The values of a point.
  func values(of point: Int) -> [Field: Value?] {
    var values: [Field: Value?] = [:]
    for (place, field) in fields.enumerated() {
      values[field] = .some(domains[place][point / strides[place] % domains[place].count])
    }
    return values
  }

  /// The points for which a condition holds; every test is asked once for each combination of the
  /// values of its own fields.
  func points(of condition: Condition) -> PointSet {
    switch condition {
    case .test(let test, _):
      return points(of: fields(of: test)) { NaiveEvaluator(values: $0).holds(test) }
    case .definition: return PointSet(count: count)
    case .not(let inner): return points(of: inner).complement
    case .and(let parts):
      return parts.reduce(PointSet(count: count).complement) { $0.intersection(points(of: $1)) }
    case .or(let parts): return parts.reduce(PointSet(count: count)) { $0.union(points(of: $1)) }
    }
  }

  /// The points at which the values of some fields answer a question with yes.
  func points(of asked: [Field], _ answer: ([Field: Value?]) -> Bool) -> PointSet {
    let places = asked.compactMap { fields.firstIndex(of: $0) }
    var answers: [Bool] = []
    let combinations = places.reduce(1) { $0 * domains[$1].count }
    for combination in 0..<combinations {
      var values: [Field: Value?] = [:]
      var rest = combination
      for place in places {
        values[fields[place]] = .some(domains[place][rest % domains[place].count])
        rest /= domains[place].count
      }
      answers.append(answer(values))
    }
    var points = PointSet(count: count)
    for point in 0..<count {
      var combination = 0
      var stride = 1
      for place in places {
        combination += stride * (point / strides[place] % domains[place].count)
        stride *= domains[place].count
      }
      if answers[combination] { points.insert(point) }
    }
    return points
  }

  private func fields(of test: Condition.Test) -> [Field] {
    switch test {
    case .truth(.field(let field)): [field]
    case .truth(.column), .truth(.message): []
    case .comparison(let left, _, let right): fields(of: [left, right])
    case .membership(let subject, let choices): fields(of: [subject] + choices)
    case .between(let subject, let lower, let upper): fields(of: [subject, lower, upper])
    case .isPresent(let expression): fields(of: [expression])
    }
  }

  private func fields(of expressions: [Expression]) -> [Field] {
    var found: [Field] = []
    for expression in expressions {
      switch expression {
      case .field(.field(let field)): if !found.contains(field) { found.append(field) }
      case .literal, .definition, .field(.column), .field(.message): break
      case .negated(let inner):
        found += fields(of: [inner]).filter { !found.contains($0) }
      case .sum(let left, let right), .difference(let left, let right),
        .product(let left, let right):
        found += fields(of: [left, right]).filter { !found.contains($0) }
      }
    }
    return found
  }
}

/// A set of points, one bit for each.
struct PointSet: Equatable {
  private var words: [UInt64]
  private let count: Int

  init(count: Int) {
    self.count = count
    words = Array(repeating: 0, count: (count + 63) / 64)
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  var first: Int? {
    words.firstIndex { $0 != 0 }.map { $0 * 64 + words[$0].trailingZeroBitCount }
  }

  func contains(_ point: Int) -> Bool { words[point / 64] >> UInt64(point % 64) & 1 == 1 }

  mutating func insert(_ point: Int) { words[point / 64] |= 1 << UInt64(point % 64) }

  func intersection(_ other: PointSet) -> PointSet { combined(with: other) { $0 & $1 } }

  func union(_ other: PointSet) -> PointSet { combined(with: other) { $0 | $1 } }

  func subtracting(_ other: PointSet) -> PointSet { combined(with: other) { $0 & ~$1 } }

  var complement: PointSet {
    var result = combined(with: self) { ~($0 & $1) }
    if count % 64 != 0 { result.words[result.words.count - 1] &= (1 << UInt64(count % 64)) - 1 }
    return result
  }

  private func combined(
    with other: PointSet,
    _ operation: (UInt64, UInt64) -> UInt64
  ) -> PointSet {
    var result = self
    for index in words.indices { result.words[index] = operation(words[index], other.words[index]) }
    return result
  }
}
