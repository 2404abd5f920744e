import Diagnostics
import Receivables
import Syntax
import Testing

@Suite("The vocabulary is closed, and found in all its spellings")
struct VocabularyTests {
  /// The spellings of a table, each with the canonical one of its meaning.
  private static func pairs<Value>(_ table: WordTable<Value>) -> [(String, String)] {
    table.entries.flatMap { entry in entry.spellings.map { ($0, entry.canonical) } }
  }

  @Test("no spelling has two meanings in one table")
  func unique() {
    func check<Value>(_ table: WordTable<Value>) {
      let spellings = table.allSpellings.map { $0.folded }
      #expect(Set(spellings).count == spellings.count, "\(table.canonicalSpellings)")
    }
    check(Vocabulary.statements)
    check(Vocabulary.actionWords)
    check(Vocabulary.effects)
    check(Vocabulary.invoiceModes)
    check(Vocabulary.connectives)
    check(Vocabulary.particles)
    check(Vocabulary.events)
    check(Vocabulary.enclosures)
    check(Vocabulary.durationUnits)
    check(Vocabulary.exampleLines)
  }

  @Test("every spelling of an action gives the same step as the canonical one")
  func actions() {
    let words =
      Self.pairs(Vocabulary.channels) + Self.pairs(Vocabulary.natures)
      + Self.pairs(Vocabulary.tones) + Self.pairs(Vocabulary.actionModes)
    for (spelling, canonical) in words {
      for form in [spelling, spelling.uppercased(), spelling.folded.text] {
        #expect(items("J+7 \(form)") == items("J+7 \(canonical)"), "\(form)")
      }
    }
  }

  @Test("every spelling of an option, enclosure and contact")
  func options() {
    for (spelling, canonical) in Self.pairs(Vocabulary.enclosures) {
      #expect(items("J email avec \(spelling)") == items("J email avec \(canonical)"))
    }
    for spelling in Vocabulary.actionOptions.spellings(.recipient) {
      #expect(items("J email \(spelling) direction") == ["step J [email] to=direction"])
    }
    for spelling in Vocabulary.actionOptions.spellings(.copy) {
      #expect(items("J email \(spelling) direction") == ["step J [email] copy=direction"])
    }
    for spelling in Vocabulary.actionOptions.spellings(.notify) {
      #expect(items("J email \(spelling) commercial") == ["step J [email] notify=commercial"])
    }
    for role in Vocabulary.roles.canonicalSpellings {
      #expect(items("J email à \(role)") == ["step J [email] to=\(role)"])
    }
  }

  @Test("every spelling of an effect")
  func effects() {
    for (spelling, canonical) in Self.pairs(Vocabulary.invoiceModes) {
      #expect(items("si a alors \(spelling)") == ["rule a then \(canonical)"])
    }
    for spelling in Vocabulary.effects.spellings(.postpone) {
      #expect(items("si a alors \(spelling) 2 jours") == ["rule a then shift=2"])
    }
    for spelling in Vocabulary.effects.spellings(.advance) {
      #expect(items("si a alors \(spelling) 2 jours") == ["rule a then shift=-2"])
    }
  }

  @Test("canonical moments are read back as themselves (R54)")
  func moments() {
    let moments: [Moment] =
      [-2, -1, 0, 1, 2].flatMap { number -> [Moment] in
        [
          .days(number), .workingDays(number), .weeks(number), .months(number),
          .endOfMonth(afterDays: number),
        ]
      } + [.afterReminder(days: 0), .afterReminder(days: 10)] + Event.allCases.map { .event($0) }
    for moment in moments {
      let text = moment.canonicalText
      #expect(items("\(text) email") == ["step \(text) [email]"])
    }
  }

  @Test(
    "the nearest word is the one probably meant",
    arguments: [
      ("couriel", "courriel"), ("emial", "email"), ("Recomandé", "recommandé"),
      ("tache", "tâche"), ("relanse", "relance"),
    ]
  )
  func spelling(_ word: String, _ meant: String) {
    #expect(Spelling.nearest(to: word, among: Vocabulary.actionWords.allSpellings) == meant)
  }

  @Test(
    "what is too far from every word has no nearest one",
    arguments: ["x", "ab", "fax", "pigeon"]
  )
  func noSpelling(_ word: String) {
    #expect(Spelling.nearest(to: word, among: Vocabulary.channels.allSpellings) == nil)
  }
}
