import Receivables

/// Which row of a file wrote which row of a table.
///
/// New rows of a table are numbered on, as the rows of the file are, so that there is next to nothing
/// to keep of a file of any size.
struct RowOrigins {
  private struct Run {
    let target: Int64
    let fileRow: Int
    var count: Int
  }

  /// Runs of rows that follow each other in both, in the order of the table.
  private var runs: [Run] = []
  /// The others.
  private var scattered: [Int64: Int] = [:]

  /// Notes that a row of the file wrote a row of the table.
  mutating func note(_ target: Int64, _ fileRow: Int) {
    guard let last = runs.last else {
      runs.append(Run(target: target, fileRow: fileRow, count: 1))
      return
    }
    let (next, overflows) = last.target.addingReportingOverflow(Int64(last.count))
    if overflows || target < next {
      scattered[target] = fileRow
    } else if target == next, fileRow == last.fileRow + last.count {
      runs[runs.count - 1].count += 1
    } else {
      runs.append(Run(target: target, fileRow: fileRow, count: 1))
    }
  }

  /// The row of the file that wrote a row of the table; `nil` if none did.
  func fileRow(of target: Int64) -> Int? {
    if let run = run(at: target) { return run.fileRow + Int(target - run.target) }
    return scattered[target]
  }

  private func run(at target: Int64) -> Run? {
    let next = runs.partitioningIndex(where: { $0.target > target })
    guard next > 0 else { return nil }
    let run = runs[next - 1]
    return UInt64(bitPattern: target &- run.target) < UInt64(run.count) ? run : nil
  }
}
