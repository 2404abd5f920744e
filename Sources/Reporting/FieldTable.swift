import Diagnostics
import Receivables
import Semantics

/// The reference of the fields that conditions can ask for.
public enum FieldTable {
  /// Every field with its type, what it means and its other names; the text ends with a line feed.
  public static func write(_ settings: TextSettings) -> String {
    TextOutput.text { output in
      var page = TextPage(settings, to: output)
      page.writeFields()
    }
  }
}

extension TextPage {
  fileprivate mutating func writeFields() {
    let columns = FieldColumns(on: self)
    line(paint(say(Message(fr: "Champs des conditions", en: "Fields of conditions")), .strong))
    line()
    line(paint(columns.heads(on: self), .faint))
    for field in Field.allCases {
      let entry = field.entry
      let meaning = wrapped(say(field.meaning), to: width - columns.indent)
      line(columns.start(of: entry, on: self) + (meaning.first ?? ""))
      for part in meaning.dropFirst() { line(spaces(columns.indent) + part) }
      for remark in remarks(on: entry) {
        for part in wrapped(say(remark), to: width - columns.indent) {
          line(spaces(columns.indent) + paint(part, .faint))
        }
      }
    }
    line()
    paragraph(
      say(
        Message(
          fr: "? : peut manquer ; une comparaison avec un champ absent est fausse.",
          en: "?: can be absent; a comparison with an absent field is false."
        )
      )
    )
  }

  /// The words that are compared with it, where they are a closed list, and its other names.
  private func remarks(on entry: Field.Entry) -> [Message] {
    var remarks: [Message] = []
    if let words = ClosedList(of: entry.type)?.words {
      remarks.append(Message(fr: "valeurs : \(words)", en: "values: \(words)"))
    }
    if !entry.synonyms.isEmpty {
      let names = entry.synonyms.joined(separator: ", ")
      remarks.append(Message(fr: "aussi : \(names)", en: "also: \(names)"))
    }
    return remarks
  }

  fileprivate func type(of entry: Field.Entry) -> String {
    let name = say(entry.type.name)
    return switch entry.presence {
    case .always: name
    case .maybe: "\(name) ?"
    }
  }
}

private struct FieldColumns {
  private let name: Int
  private let type: Int
  private let gap = 2

  init(on page: TextPage) {
    let entries = Field.allCases.map(\.entry)
    name = entries.reduce(0) { max($0, cellWidth($1.name)) }
    type = entries.reduce(0) { max($0, cellWidth(page.type(of: $1))) }
  }

  /// The cells before the meaning.
  var indent: Int { name + type + 2 * gap }

  func heads(on page: TextPage) -> String {
    start(page.say(Message(fr: "champ", en: "field")), page.say(Message(fr: "type", en: "type")))
      + page.say(Message(fr: "sens", en: "meaning"))
  }

  func start(of entry: Field.Entry, on page: TextPage) -> String {
    start(entry.name, page.type(of: entry))
  }

  private func start(_ nameText: String, _ typeText: String) -> String {
    fitted(nameText, to: name) + spaces(gap) + fitted(typeText, to: type) + spaces(gap)
  }
}

extension ValueType {
  fileprivate var name: Message {
    switch self {
    case .text: Message(fr: "texte", en: "text")
    case .integer: Message(fr: "entier", en: "integer")
    case .number: Message(fr: "nombre", en: "number")
    case .percentage: Message(fr: "pourcentage", en: "percentage")
    case .money: Message(fr: "montant", en: "amount")
    case .duration: Message(fr: "durée", en: "duration")
    case .date: Message(fr: "date", en: "date")
    case .truth: Message(fr: "oui ou non", en: "yes or no")
    case .risk: Message(fr: "risque", en: "risk")
    case .kind: Message(fr: "type", en: "kind")
    case .weekday: Message(fr: "jour", en: "weekday")
    }
  }
}
