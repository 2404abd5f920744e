import Diagnostics
import Receivables
import Semantics
import Syntax

/// The last section of the grammar file, made from the parser's and checker's own tables.
struct VocabularySection {
  /// The words of one kind: a title, and for each meaning its spellings, the canonical one first.
  struct Kind {
    let name: String
    let title: String
    let meanings: [[String]]

    init(_ name: String, _ title: String, _ meanings: [[String]]) {
      self.name = name
      self.title = title
      self.meanings = meanings
    }

    init(_ name: String, _ title: String, _ table: WordTable<some Sendable>) {
      self.init(name, title, table.entries.map(\.spellings))
    }
  }

  /// Every closed vocabulary of the language.
  static let kinds: [Kind] = [
    Kind("statement", "First words of statements", Vocabulary.statements),
    Kind("template-line", "Lines of a modèle", Vocabulary.templateLines),
    Kind("placeholder", "Words of placeholders", Vocabulary.placeholders),
    Kind("example-line", "Lines of an exemple", Vocabulary.exampleLines),
    Kind("channel", "Channels", Vocabulary.channels),
    Kind("nature", "Natures", Vocabulary.natures),
    Kind("tone", "Tones", Vocabulary.tones),
    Kind("mode", "Modes of steps", Vocabulary.actionModes),
    Kind("invoice-mode", "What rules make of an invoice", Vocabulary.invoiceModes),
    Kind("role", "Contacts", Vocabulary.roles),
    Kind("enclosure", "What avec adds", Vocabulary.enclosures),
    Kind("option", "First words of options", Vocabulary.actionOptions),
    Kind("effect", "First words of effects, modes aside", Vocabulary.effects),
    Kind("without", "Behind sans at the start of a statement", Vocabulary.withoutSettings),
    Kind("origin", "What moments count from", Vocabulary.momentOrigins),
    Kind("event", "Events", Vocabulary.events),
    Kind("connective", "Connectives", Vocabulary.connectives),
    Kind("particle", "Small words inside statements", Vocabulary.particles),
    Kind("unit", "Units of time", Vocabulary.durationUnits),
    Kind("weekday", "Days of the week", Vocabulary.weekdays),
    Kind("region", "Regions of public holidays", Vocabulary.holidayRegions),
    Kind("shift", "Where steps go that fall on days off", Vocabulary.dayShifts),
    Kind("catch-up", "Ways to catch up", Vocabulary.catchUps),
    Kind("grouping", "Which invoices share a message", Vocabulary.groupings),
    Kind("cap-scope", "Whom a cap counts", Vocabulary.capScopes),
    Kind("rate", "Published rates", Vocabulary.referenceRates),
    Kind("column-type", "Types of champ", Vocabulary.columnKinds),
    Kind("column-table", "Tables of champ", Vocabulary.columnTables),
    Kind(
      "field",
      "Fields of conditions",
      Field.allCases.map { [$0.entry.name] + $0.entry.synonyms }
    ),
    closedList("risk", "Words of risque", .risk),
    closedList("invoice-kind", "Words of type", .kind),
    Kind(
      "message-field",
      "Fields of a message, in templates",
      MessageField.allCases.map { [$0.rawValue] }
    ),
  ]

  private static func closedList(_ name: String, _ title: String, _ type: ValueType) -> Kind {
    let entries = ClosedList(of: type)?.entries ?? []
    return Kind(name, title, entries.map { [$0.word] + $0.synonyms })
  }

  /// The section as it must stand in the file.
  static var text: String {
    var text = "(* 9. Vocabulary *)\n"
    for kind in kinds {
      text += "\n(* \(kind.title) *)\n"
      let names = kind.meanings.map { "\(kind.name)-\(slug($0[0]))" }
      text += production(kind.name, names)
      for (name, spellings) in zip(names, kind.meanings) {
        text += production(name, unique(spellings).map { "\"\($0)\"" })
      }
    }
    text += "\n(* ISO 4217 codes *)\n"
    text += production("currency-code", Currency.all.map { "\"\($0.code.folded.text)\"" })
    return text
  }

  private static func unique(_ spellings: [String]) -> [String] {
    var seen: Set<String> = []
    return spellings.map(\.folded.text).filter { seen.insert($0).inserted }
  }

  private static func slug(_ word: String) -> String {
    word.folded.text.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// `name ::= a | b`, wrapped at a hundred columns.
  private static func production(_ name: String, _ alternatives: [String]) -> String {
    var text = ""
    var line = "\(name) ::="
    for (index, alternative) in alternatives.enumerated() {
      let piece = index == 0 ? " \(alternative)" : " | \(alternative)"
      if line.count + piece.count > 100 {
        text += line + "\n"
        line = "     "
      }
      line += piece
    }
    return text + line + "\n"
  }
}
