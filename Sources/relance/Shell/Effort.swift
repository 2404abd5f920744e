import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What a piece of work took.
struct Spent {
  /// The time that passed, in nanoseconds.
  let elapsed: Int64
  /// The time that processors worked on it, all threads together, in nanoseconds: what does not grow
  /// with what else the machine does.
  let processor: Int64

  /// The median of each time.
  static func median(_ all: [Spent]) -> Spent {
    Spent(elapsed: middle(all.map(\.elapsed)), processor: middle(all.map(\.processor)))
  }

  private static func middle(_ numbers: [Int64]) -> Int64 {
    let sorted = numbers.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}

/// Does a piece of work and tells what it took.
func measured<Result>(
  _ work: () throws(Failure) -> Result
) throws(Failure) -> (result: Result, spent: Spent) {
  let elapsed = nanoseconds(CLOCK_MONOTONIC)
  let processor = nanoseconds(CLOCK_PROCESS_CPUTIME_ID)
  let result = try work()
  let spent = Spent(
    elapsed: nanoseconds(CLOCK_MONOTONIC) - elapsed,
    processor: nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - processor
  )
  return (result, spent)
}

/// The most memory this process ever had, in bytes.
func peakMemory() -> Int64 {
  var usage = rusage()
  #if canImport(Glibc)
  let process = __rusage_who_t(RUSAGE_SELF.rawValue)
  #else
  let process = RUSAGE_SELF
  #endif
  guard getrusage(process, &usage) == 0 else { return 0 }
  #if canImport(Darwin)
  return Int64(usage.ru_maxrss)
  #else
  return Int64(usage.ru_maxrss) * 1_024
  #endif
}

private func nanoseconds(_ clock: clockid_t) -> Int64 {
  var time = timespec()
  guard clock_gettime(clock, &time) == 0 else { return 0 }
  return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

extension Spent {
  /// Both times in milliseconds.
  var message: Message {
    let (elapsed, processor) = (elapsed / 1_000_000, processor / 1_000_000)
    return Message(
      fr: "\(elapsed) ms (processeur : \(processor) ms)",
      en: "\(elapsed) ms (processor: \(processor) ms)"
    )
  }

  /// Both times in French.
  var fr: String { message.fr }

  /// Both times in English.
  var en: String { message.en }

  /// How many of some things were done in a second.
  func rate(of count: Int) -> Int64 { Int64(count) * 1_000_000 / max(1, elapsed / 1_000) }
}
