import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

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
  withWorkers(workers) { worker in
    while true {
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard piece < count else { return }
      let result = work(piece, worker)
      results.withLock { $0[piece] = result }
    }
  }
  return results.withLock { $0.compactMap { $0 } }
}

/// Does what several workers do, each on a thread of its own, the first on the caller's.
///
/// The threads are made for it. A pool of threads that the system shares out by its load was seen to
/// give one where two were asked for.
private func withWorkers(_ count: Int, _ work: @Sendable (_ worker: Int) -> Void) {
  withoutActuallyEscaping(work) { work in
    var threads: [pthread_t] = []
    for worker in 1..<count {
      let job = Unmanaged.passRetained(Job { work(worker) })
      #if canImport(Darwin)
      var thread: pthread_t?
      #else
      var thread = pthread_t()
      #endif
      // Whatever work is left where there are no more threads, the others do.
      guard pthread_create(&thread, nil, runJob, job.toOpaque()) == 0 else {
        job.release()
        break
      }
      #if canImport(Darwin)
      if let thread { threads.append(thread) }
      #else
      threads.append(thread)
      #endif
    }
    work(0)
    for thread in threads { pthread_join(thread, nil) }
  }
}

/// What a thread does.
private final class Job: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}

#if canImport(Darwin)
private func runJob(_ job: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<Job>.fromOpaque(job).takeRetainedValue().run()
  return nil
}
#else
private func runJob(_ job: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let job { Unmanaged<Job>.fromOpaque(job).takeRetainedValue().run() }
  return nil
}
#endif

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
