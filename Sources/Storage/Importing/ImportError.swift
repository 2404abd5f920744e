import Diagnostics

/// Why an import did not take place: the ledger is as it was before.
public enum ImportError: Error, Sendable, Hashable {
  /// The ledger cannot be opened or changed.
  case ledger(LedgerError)
  /// Two files are given for one table.
  case severalFiles(LedgerTable)
  /// The table to be filled is a view.
  case view(LedgerTable)
  /// A file cannot be read.
  case file(path: String, FileProblem)
  /// A file does not have the columns it needs.
  case headers(path: String, HeaderProblem)
  /// The values of a column can be read in two ways.
  case column(path: String, ColumnProblem)
  /// Rows have errors; the first of them, and how many there are in all.
  case rows([RowProblem], total: Int)
  /// The file of rejected rows cannot be written; with the system's words.
  case rejects(path: String, words: String)

  /// What is wrong, in the user's language; rows one by one.
  public var messages: [ImportMessage] {
    switch self {
    case .ledger(let error): [ImportMessage(error.message, help: error.help)]
    case .severalFiles(let table):
      [
        ImportMessage(
          Message(
            fr: "deux fichiers sont donnés pour la table `\(table.rawValue)`",
            en: "two files are given for table `\(table.rawValue)`"
          ),
          help: Message(fr: "importez-les l'un après l'autre", en: "import one after the other")
        )
      ]
    case .view(let table):
      [
        ImportMessage(
          Message(
            fr: "`\(table.rawValue)` est une vue de cette base : rien ne peut y être importé",
            en: "`\(table.rawValue)` is a view of this ledger: nothing can be imported into it"
          )
        )
      ]
    case .file(let path, let problem):
      [ImportMessage(located(problem.message, path), help: problem.help)]
    case .headers(let path, let problem):
      [ImportMessage(located(problem.message, path), help: problem.help)]
    case .column(let path, let problem):
      [ImportMessage(problem.message(path), help: problem.help)]
    case .rows(let problems, let total):
      problems.map { ImportMessage($0.message, help: $0.help) }
        + (total > problems.count ? [ImportMessage(more(total - problems.count))] : [])
        + [wayOut]
    case .rejects(let path, let words):
      [
        ImportMessage(
          Message(
            fr: "le fichier des rejets `\(path)` ne peut pas être écrit (\(words))",
            en: "the file of rejected rows `\(path)` cannot be written (\(words))"
          )
        )
      ]
    }
  }

  private func located(_ message: Message, _ path: String) -> Message {
    Message(fr: "\(path) : \(message.fr)", en: "\(path): \(message.en)")
  }

  /// What one may do before the rows are right: they are told like this only where it was not done.
  private var wayOut: ImportMessage {
    ImportMessage(
      Message(
        fr: "les lignes justes peuvent être chargées sans attendre les autres",
        en: "the rows that are right can be loaded without waiting for the others"
      ),
      help: Message(
        fr: "`--rejects rejets.csv` écrit les autres dans ce fichier, à corriger",
        en: "`--rejects rejects.csv` writes the others to this file, to be corrected"
      )
    )
  }

  private func more(_ count: Int) -> Message {
    Message(fr: "… et \(count) autres erreurs", en: "… and \(count) more errors")
  }
}

/// A sentence about an import and what to do about it.
public struct ImportMessage: Sendable, Hashable {
  /// What is wrong.
  public let message: Message
  /// What to do about it, where there is something to say.
  public let help: Message?

  init(_ message: Message, help: Message? = nil) {
    self.message = message
    self.help = help
  }
}

/// How the values of a column as a whole leave open what they mean.
public enum ColumnProblem: Sendable, Hashable {
  /// No date is possible with the day first only, and some are with the month first only.
  case monthFirst(header: String, row: Int, value: String, pattern: String)
  /// Amounts such as `1.234`, and no other amount tells what the mark means.
  case ambiguousAmounts(header: String, row: Int, value: String)

  fileprivate func message(_ path: String) -> Message {
    switch self {
    case .monthFirst(let header, let row, let value, _):
      Message(
        fr: "\(path):\(row), colonne `\(header)` : `\(value)` n'est une date que si le mois est "
          + "écrit en premier, et toute la colonne peut se lire ainsi",
        en: "\(path):\(row), column `\(header)`: `\(value)` is a date only if the month is written "
          + "first, and so can be read the whole column"
      )
    case .ambiguousAmounts(let header, let row, let value):
      Message(
        fr: "\(path):\(row), colonne `\(header)` : `\(value)` peut se lire de deux façons, et "
          + "aucun montant de la colonne ne dit laquelle",
        en: "\(path):\(row), column `\(header)`: `\(value)` can be read in two ways, and no amount "
          + "of the column says which"
      )
    }
  }

  fileprivate var help: Message {
    switch self {
    case .monthFirst(_, _, _, let pattern):
      Message(
        fr: "donnez `--date-format \(pattern)`",
        en: "give `--date-format \(pattern)`"
      )
    case .ambiguousAmounts:
      Message(
        fr: "dites lequel sépare les décimales : `--decimal ,` ou `--decimal .`",
        en: "say which one comes before decimals: `--decimal ,` or `--decimal .`"
      )
    }
  }
}
