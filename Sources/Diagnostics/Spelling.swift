/// Finds the word that was probably meant.
public enum Spelling {
  /// The candidate nearest to a word, if one is near enough to be a misspelling of it.
  ///
  /// Words are compared folded. The distance counts letters inserted, dropped, replaced and
  /// neighbours swapped (optimal string alignment, after Damerau 1964 and Levenshtein 1965); it may
  /// be one for words of up to four letters, then one more for every four, three at most. Among
  /// equals the first candidate wins.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    guard word.utf8.count <= 4 * longestWord else { return nil }
    let letters = Array(word.folded.text.unicodeScalars)
    guard letters.count >= 3, letters.count <= longestWord else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let others = Array(candidate.folded.text.unicodeScalars)
      guard others.count >= 3, others.count <= longestWord else { continue }
      let tolerance = min(1 + (min(letters.count, others.count) - 1) / 4, 3)
      let limit = min(tolerance, (best?.distance ?? Int.max) - 1)
      guard limit >= 0, abs(letters.count - others.count) <= limit else { continue }
      let found = distance(letters, others)
      if found <= limit { best = (candidate, found) }
    }
    return best?.candidate
  }

  /// Words longer than this are no misspellings of anything.
  private static let longestWord = 48

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      current.reserveCapacity(right.count + 1)
      for column in 1...right.count {
        let replaced = last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var cost = min(replaced, last[column] + 1, current[column - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
