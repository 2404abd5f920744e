import Diagnostics

/// The lines in which a file differs from its new text, as `diff -u` writes them.
public struct UnifiedDiff {
  /// A line of the script that makes the new text of the old one.
  private struct Line {
    let change: Change
    /// How many lines of the old text come before it.
    let old: Int
    /// How many lines of the new text come before it.
    let new: Int
  }

  private enum Change {
    case none
    case removed
    case added
  }

  /// How many common lines are shown around what differs.
  private static let context = 3

  private let name: String
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]

  /// The difference between a file as it is and its new text.
  public init(from text: SourceText, to bytes: [UInt8]) {
    name = text.name
    old = UnifiedDiff.lines(of: text.bytes)
    new = UnifiedDiff.lines(of: bytes)
  }

  /// The difference as text; empty for equal texts.
  ///
  /// Malformed bytes are shown as U+FFFD.
  public var text: String {
    let script = script()
    var bytes: [UInt8] = []
    for hunk in hunks(of: script) {
      if bytes.isEmpty { bytes += "--- \(name)\n+++ \(name)\n".utf8 }
      bytes += heading(of: script[hunk]).utf8
      for line in script[hunk] {
        switch line.change {
        case .none: write(" ", old[line.old], to: &bytes)
        case .removed: write("-", old[line.old], to: &bytes)
        case .added: write("+", new[line.new], to: &bytes)
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The lines of a text with their line feeds.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(bytes[start...offset])
      start = offset + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private func write(_ mark: String, _ line: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes += mark.utf8
    bytes += line
    if line.last != 0x0A { bytes += "\n\\ No newline at end of file\n".utf8 }
  }

  // MARK: Hunks

  /// The stretches of a script that are shown: what differs, with common lines around it.
  private func hunks(of script: [Line]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, line) in script.enumerated() where line.change != .none {
      let lower = max(index - UnifiedDiff.context, 0)
      let upper = min(index + UnifiedDiff.context + 1, script.count)
      if let last = hunks.last, last.upperBound >= lower {
        hunks[hunks.count - 1] = last.lowerBound..<upper
      } else {
        hunks.append(lower..<upper)
      }
    }
    return hunks
  }

  /// `@@ -1,4 +1,5 @@`: where the lines begin on each side, and how many there are.
  private func heading(of lines: ArraySlice<Line>) -> String {
    guard let first = lines.first else { return "" }
    let removed = lines.count { $0.change != .added }
    let added = lines.count { $0.change != .removed }
    // A side without lines is told by the line before it.
    let start = (old: first.old + min(removed, 1), new: first.new + min(added, 1))
    return "@@ -\(start.old),\(removed) +\(start.new),\(added) @@\n"
  }

  // MARK: The script

  private func script() -> [Line] {
    let shorter = min(old.count, new.count)
    var head = 0
    while head < shorter, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] {
      tail += 1
    }
    var script = (0..<head).map { Line(change: .none, old: $0, new: $0) }
    script += changes(head..<old.count - tail, head..<new.count - tail)
    script += (0..<tail).map {
      Line(change: .none, old: old.count - tail + $0, new: new.count - tail + $0)
    }
    return script
  }

  /// More lines than this are not compared one by one: the old ones go, the new ones come.
  private static let longestSearch = 1_000

  /// The shortest script for two stretches (Myers, "An O(ND) difference algorithm and its
  /// variations", 1986).
  private func changes(_ old: Range<Int>, _ new: Range<Int>) -> [Line] {
    let limit = min(old.count + new.count, UnifiedDiff.longestSearch)
    /// By diagonal, how far into the old lines so many changes reach.
    var reach = [Int](repeating: 0, count: 2 * limit + 3)
    var history: [[Int]] = []
    for distance in 0...limit {
      history.append(reach)
      for diagonal in stride(from: -distance, through: distance, by: 2) {
        let slot = diagonal + limit + 1
        let isDown =
          diagonal == -distance || diagonal != distance && reach[slot - 1] < reach[slot + 1]
        var position = isDown ? reach[slot + 1] : reach[slot - 1] + 1
        while position < old.count, position - diagonal < new.count,
          self.old[old.lowerBound + position] == self.new[new.lowerBound + position - diagonal]
        {
          position += 1
        }
        reach[slot] = position
        if position >= old.count, position - diagonal >= new.count {
          return path(through: history, limit, old, new)
        }
      }
    }
    return old.map { Line(change: .removed, old: $0, new: new.lowerBound) }
      + new.map { Line(change: .added, old: old.upperBound, new: $0) }
  }

  /// The script that a search found, from its end.
  private func path(
    through history: [[Int]],
    _ limit: Int,
    _ old: Range<Int>,
    _ new: Range<Int>
  ) -> [Line] {
    var script: [Line] = []
    var place = (old: old.count, new: new.count)
    func line(_ change: Change) -> Line {
      Line(change: change, old: old.lowerBound + place.old, new: new.lowerBound + place.new)
    }
    for (distance, reach) in history.enumerated().reversed() {
      let slot = place.old - place.new + limit + 1
      let isDown =
        slot == limit + 1 - distance
        || slot != limit + 1 + distance && reach[slot - 1] < reach[slot + 1]
      let before = isDown ? slot + 1 : slot - 1
      let start = distance == 0 ? (0, 0) : (reach[before], reach[before] - (before - limit - 1))
      while place.old > start.0, place.new > start.1 {
        place = (place.old - 1, place.new - 1)
        script.append(line(.none))
      }
      guard distance > 0 else { break }
      place = isDown ? (place.old, place.new - 1) : (place.old - 1, place.new)
      script.append(line(isDown ? .added : .removed))
    }
    return script.reversed()
  }
}
