import Diagnostics

// A misspelt word of the language is an error and not a warning: `courie` is as near to `courriel` as
// to `courrier`, and nothing is sent upon a guess. But it is read on as the word that was probably
// meant, so that what follows it is not told as wrong because of it.

/// A misspelt word or phrase.
struct Misspelling {
  /// The words of the language that were probably meant.
  let meant: String
  /// Where it stands.
  let range: SourceRange
  /// The index behind it.
  let end: Int
}

extension Parser {
  /// The spelling that the words that come next were probably meant as; of several words where that
  /// explains more of them (`mise en demeurre`).
  ///
  /// It is asked for where something is wrong already, as it looks at every candidate.
  func misspelling(among candidates: [String]) -> Misspelling? {
    misspelling(among: candidates, at: index)
  }

  /// The same at any index.
  private func misspelling(among candidates: [String], at start: Int) -> Misspelling? {
    let first = self.token(at: start)
    var ends: [Int] = []
    let longest = candidates.map { $0.utf8.count { $0 == UInt8(ascii: " ") } }.max() ?? 0
    var next = start
    while ends.count <= longest, self.token(at: next).kind == .word {
      ends.append(next)
      next = following(next)
    }
    for end in ends.reversed() {
      let phrase = text(first.lower, self.token(at: end).upper)
      guard let meant = Spelling.nearest(to: phrase, among: candidates) else { continue }
      let place = range(of: first).union(range(of: self.token(at: end)))
      return Misspelling(meant: meant, range: place, end: following(end))
    }
    return nil
  }

  /// The phrase that the word read last and those that come next were probably meant as: of
  /// `relevé de compt` the first word is one by itself.
  func misspelling(withLastWordAmong candidates: [String]) -> Misspelling? {
    guard index > statementStart, previous.kind == .word, previous == self.token(at: index - 1),
      token.kind == .word
    else { return nil }
    let phrases = candidates.filter { $0.utf8.contains(UInt8(ascii: " ")) }
    guard let found = misspelling(among: phrases, at: index - 1), found.end > following(index - 1)
    else { return nil }
    return found
  }

  /// The spelling that the words that come next were probably meant as, with its meaning.
  func misspelling<Value>(of table: WordTable<Value>) -> (spelling: Misspelling, value: Value)? {
    guard let found = misspelling(among: table.allSpellings),
      let value = table.value(found.meant.folded)
    else { return nil }
    return (found, value)
  }

  /// Tells that something else should come next, and what was probably meant.
  mutating func report(
    _ misspelling: Misspelling,
    insteadOf what: Message,
    help: Message?
  ) -> Unreadable {
    if let problem = strangeToken(token) { return report(problem) }
    let place = misspelling.range
    let written = text(place.lower, place.upper)
    let advice = Message(fr: "écrire `\(misspelling.meant)`", en: "write `\(misspelling.meant)`")
    return report(
      Diagnostic(
        .spelling,
        at: place,
        Message(
          fr: "il faut \(what.fr) au lieu de `\(written)`",
          en: "expected \(what.en) instead of `\(written)`"
        ),
        label: what,
        help: help.map { Message(fr: "\(advice.fr) ; \($0.fr)", en: "\(advice.en); \($0.en)") }
          ?? advice,
        fix: Fix(.proposed, replacing: place, with: misspelling.meant)
      )
    )
  }
}
