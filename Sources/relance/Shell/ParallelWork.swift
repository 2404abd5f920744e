import FoundationEssentials

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How many threads the machine can run at once.
var availableThreads: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

/// Does several pieces of work side by side, the first on the calling thread, and waits for all.
///
/// - Returns: the results in the order of the pieces
func inParallel<Result: Sendable>(
  _ pieces: Int,
  _ work: @escaping @Sendable (Int) -> Result
) -> [Result] {
  let threads = (1..<max(1, pieces)).map { piece in WorkThread { work(piece) } }
  return [work(0)] + threads.map { $0.result() }
}

/// A thread that works out one result.
private final class WorkThread<Result: Sendable> {
  private let job: Job
  #if canImport(Darwin)
  private var thread: pthread_t?
  #else
  private var thread = pthread_t()
  #endif
  private let hasStarted: Bool

  /// The work and, once its thread has ended, the result: never touched by two threads at once.
  private final class Job: @unchecked Sendable {
    let work: @Sendable () -> Result
    var result: Result?

    init(_ work: @escaping @Sendable () -> Result) { self.work = work }
  }

  init(_ work: @escaping @Sendable () -> Result) {
    let job = Job(work)
    self.job = job
    let start = Start { job.result = job.work() }
    let pointer = Unmanaged.passRetained(start).toOpaque()
    hasStarted = pthread_create(&thread, nil, runStart, pointer) == 0
    if !hasStarted { Unmanaged<Start>.fromOpaque(pointer).release() }
  }

  /// The result, worked out here if the machine had no thread to give.
  func result() -> Result {
    #if canImport(Darwin)
    if hasStarted, let thread { pthread_join(thread, nil) }
    #else
    if hasStarted { pthread_join(thread, nil) }
    #endif
    return job.result ?? job.work()
  }
}

private final class Start {
  let run: () -> Void

  init(_ run: @escaping () -> Void) { self.run = run }
}

#if canImport(Darwin)
private func runStart(_ pointer: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
  Unmanaged<Start>.fromOpaque(pointer).takeRetainedValue().run()
  return nil
}
#else
private func runStart(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let pointer else { return nil }
  Unmanaged<Start>.fromOpaque(pointer).takeRetainedValue().run()
  return nil
}
#endif
