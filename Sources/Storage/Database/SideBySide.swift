import Dispatch
import Synchronization

/// Does numbered pieces of work on several threads, and gives their results in the order of their
/// numbers.
///
/// The pieces are taken one after the other by whoever is free, so that pieces of unequal size
/// still end together.
///
/// - Parameters:
///   - count: How many pieces there are, numbered from 0.
///   - threads: The most threads that work at a time, the caller's own among them.
///   - work: Does one piece; the second number is that of the worker, below `threads`, by which it
///     can find things that only one thread may use.
/// - Returns: What was made of the pieces, in their order.
public func sideBySide<Result: Sendable>(
  _ count: Int,
  threads: Int,
  _ work: @Sendable (_ piece: Int, _ worker: Int) -> Result
) -> [Result] {
  let workers = min(threads, count)
  guard workers > 1 else { return (0..<max(0, count)).map { work($0, 0) } }
  let next = Atomic<Int>(0)
  let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: workers) { worker in
    while true {
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard piece < count else { return }
      let result = work(piece, worker)
      results.withLock { $0[piece] = result }
    }
  }
  return results.withLock { $0.compactMap { $0 } }
}

/// Numbers that threads take some at a time, each time the next ones, until there are none left.
public final class Deal: Sendable {
  private let next = Atomic<Int>(0)
  private let count: Int
  private let size: Int

  /// The numbers from 0 to `count` - 1, of which `size` are taken at a time.
  public init(_ count: Int, of size: Int) {
    self.count = count
    self.size = max(1, size)
  }

  /// Takes the next numbers; `nil` if there are none left.
  public func take() -> Range<Int>? {
    let first = next.wrappingAdd(size, ordering: .relaxed).oldValue
    return first < count ? first..<min(count, first + size) : nil
  }
}
