import Diagnostics
import Receivables

/// The suppressions of files by the codes they name and the stretches they silence.
struct SuppressionIndex {
  /// One of a suppression's codes: what silences a finding.
  struct Silencer: Hashable {
    /// The place of the suppression.
    let suppression: Int
    /// The place of the code among its targets.
    let target: Int
  }

  private struct Place: Hashable {
    let code: DiagnosticCode
    let file: Int
  }

  private struct Stretch {
    let lower: Int
    let upper: Int
    let silencer: Silencer
  }

  /// The stretches of a place, by their beginnings, and how far those up to each reach.
  private struct Stretches {
    var all: [Stretch] = []
    var reach: [Int] = []
  }

  private var stretches: [Place: Stretches] = [:]

  /// The index of suppressions; those without a reason silence nothing.
  init(_ suppressions: [Suppression]) {
    for (index, suppression) in suppressions.enumerated() where suppression.isReasoned {
      var named: Set<DiagnosticCode> = []
      for (number, target) in suppression.targets.enumerated()
      where named.insert(target.code).inserted {
        let silencer = Silencer(suppression: index, target: number)
        for range in suppression.reach {
          let stretch = Stretch(
            lower: range.lower,
            upper: max(range.upper, range.lower + 1),
            silencer: silencer
          )
          let place = Place(code: target.code, file: range.file)
          stretches[place, default: Stretches()].all.append(stretch)
        }
      }
    }
    for place in stretches.keys {
      var sorted = stretches[place]?.all ?? []
      sorted.sort { $0.lower < $1.lower }
      var reach = 0
      let reaches = sorted.map { stretch in
        reach = max(reach, stretch.upper)
        return reach
      }
      stretches[place] = Stretches(all: sorted, reach: reaches)
    }
  }

  /// What silences a finding; what makes a file unreadable is always told.
  func silencers(of finding: Diagnostic) -> Set<Silencer> {
    let place = Place(code: finding.code, file: finding.range.file)
    guard let own = stretches[place], finding.mayBeSilenced else { return [] }
    let offset = finding.range.lower
    var index = own.all.partitioningIndex(where: { $0.lower > offset })
    var silencers: Set<Silencer> = []
    while index > 0, own.reach[index - 1] > offset {
      index -= 1
      if own.all[index].upper > offset { silencers.insert(own.all[index].silencer) }
    }
    return silencers
  }
}

extension Diagnostic {
  /// Whether a comment may silence the finding.
  fileprivate var mayBeSilenced: Bool {
    let isOfReading = code.name.hasPrefix("SYN") || code.name.hasPrefix("TYP")
    return !(isOfReading && severity == .error)
  }
}
