import Diagnostics
import Receivables

/// What a person answered in a line of a decision sheet.
public struct Decision: Sendable {
  /// The answers.
  public enum Answer: Sendable, Hashable {
    /// Agreed, or done.
    case yes
    /// Refused, or not done.
    case no
    /// Nothing yet.
    case open
  }

  /// The row as a spreadsheet shows it.
  public let row: Int
  /// The name of the message.
  public let message: String
  /// The checksum of what the person saw; `nil` if the file does not have it.
  public let mark: String?
  /// The answer.
  public let answer: Answer

  /// The day the message is of, its channel and its first invoice; `nil` if the name is none.
  public var parts: (day: CalendarDate, channel: String, invoice: String)? {
    let parts = message.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let day = CalendarDate(isoBytes: Array(parts[0].utf8)) else {
      return nil
    }
    return (day, String(parts[1]), String(parts[2]))
  }

  /// The decisions of a sheet, each message once.
  ///
  /// - Parameters:
  ///   - headings: the headings of the file, in either language
  ///   - rows: the rows below, with their numbers
  ///   - day: the day they must be of
  ///   - mode: the mode of the sheet's actions, which tells how its columns are called
  /// - Returns: the decisions in the order of the rows
  /// - Throws: what is wrong with the sheet, with the row
  public static func all(
    headings: [String],
    rows: [(number: Int, cells: [String])],
    of day: CalendarDate,
    _ mode: ActionMode
  ) throws(DecisionProblem) -> [Decision] {
    guard let answer = DecisionColumn.answer.place(among: headings) else {
      throw .missingColumn(DecisionColumn.answer.heading(mode))
    }
    guard let message = DecisionColumn.message.place(among: headings) else {
      throw .missingColumn(DecisionColumn.message.heading(mode))
    }
    let mark = DecisionColumn.mark.place(among: headings)
    var decisions: [Decision] = []
    var known: [String: Decision] = [:]
    for row in rows {
      let decision = Decision(
        row: row.number,
        message: cell(message, of: row.cells),
        mark: mark.map { cell($0, of: row.cells) },
        answer: try Answer(cell(answer, of: row.cells), row: row.number)
      )
      guard let parts = decision.parts else {
        throw .unreadableMessage(decision.message, row: row.number)
      }
      guard parts.day == day else { throw .otherDay(parts.day, row: row.number, asked: day) }
      if let earlier = known[decision.message] {
        guard earlier.answer == decision.answer else {
          throw .contradiction(rows: earlier.row, row.number)
        }
        continue
      }
      known[decision.message] = decision
      decisions.append(decision)
    }
    return decisions
  }

  private static func cell(_ place: Int, of cells: [String]) -> String {
    place < cells.count ? cells[place] : ""
  }
}

extension Decision.Answer {
  /// Reads an answer as people write it, in French or English.
  init(_ text: String, row: Int) throws(DecisionProblem) {
    switch text.folded.text {
    case "": self = .open
    case "oui", "o", "yes", "y", "x", "1", "vrai", "true", "ok": self = .yes
    case "non", "n", "no", "0", "faux", "false": self = .no
    default: throw .unknownAnswer(text, row: row)
    }
  }
}

/// Why a decision sheet cannot be used.
public enum DecisionProblem: Error, Sendable {
  /// A column is not there.
  case missingColumn(Message)
  /// An answer is neither yes nor no.
  case unknownAnswer(String, row: Int)
  /// What should name a message does not.
  case unreadableMessage(String, row: Int)
  /// A row is of another day than the one asked for.
  case otherDay(CalendarDate, row: Int, asked: CalendarDate)
  /// Two rows answer differently about the same message.
  case contradiction(rows: Int, Int)

  /// What is wrong, in the user's language.
  public var message: Message {
    switch self {
    case .missingColumn(let name):
      Message(
        fr: "la colonne « \(name.fr) » manque",
        en: "the column “\(name.en)” is missing"
      )
    case .unknownAnswer(let text, let row):
      Message(
        fr: "ligne \(row) : « \(printable(text)) » n'est ni oui ni non",
        en: "row \(row): “\(printable(text))” is neither yes nor no"
      )
    case .unreadableMessage(let text, let row):
      Message(
        fr: "ligne \(row) : « \(printable(text)) » ne nomme pas de message du plan",
        en: "row \(row): “\(printable(text))” names no message of the plan"
      )
    case .otherDay(let day, let row, let asked):
      Message(
        fr: "ligne \(row) : ce message est du \(day.frenchDescription), "
          + "pas du \(asked.frenchDescription)",
        en: "row \(row): this message is of \(day), not of \(asked)"
      )
    case .contradiction(let first, let second):
      Message(
        fr: "les lignes \(first) et \(second) se contredisent sur le même message",
        en: "rows \(first) and \(second) contradict each other about the same message"
      )
    }
  }

  /// What to do about it.
  public var help: Message {
    switch self {
    case .missingColumn, .unreadableMessage:
      Message(
        fr: "reprenez un fichier écrit par `relance plan` avec --review ou --todo",
        en: "take a file written by `relance plan` with --review or --todo"
      )
    case .unknownAnswer:
      Message(
        fr: "écrivez oui ou non, ou laissez la case vide pour ne rien décider",
        en: "write yes or no, or leave the cell empty to decide nothing"
      )
    case .otherDay(let day, _, _):
      Message(
        fr: "donnez `--date \(day)`, ou reprenez un fichier du jour",
        en: "give `--date \(day)`, or take a file of the day"
      )
    case .contradiction:
      Message(fr: "gardez une seule des deux", en: "keep one of them only")
    }
  }
}
