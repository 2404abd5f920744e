import Diagnostics
import Receivables

/// What an import reads, and how.
public struct ImportOptions: Sendable {
  /// One CSV file and the table it fills.
  public struct Source: Sendable, Hashable {
    /// The table.
    public let table: LedgerTable
    /// The file.
    public let path: String

    /// A file for a table.
    public init(_ table: LedgerTable, _ path: String) {
      self.table = table
      self.path = path
    }
  }

  /// What becomes of rows that the ledger has already.
  public enum ExistingRows: Sendable, Hashable {
    /// They are errors.
    case refused
    /// They take over what the file says.
    case updated
  }

  /// The files, at most one for a table; the order does not matter.
  public var sources: [Source]
  /// Headers that stand for a column, beside those that are recognised.
  public var mappings: [ColumnMapping] = []
  /// Conditions that rows must meet; the others are left out.
  public var conditions: [RowCondition] = []
  /// What becomes of rows that the ledger has already.
  public var existingRows = ExistingRows.refused
  /// The separator of fields, if it is not to be found out.
  public var separator: UInt8?
  /// The encoding, if it is not to be found out.
  public var encoding: TextEncoding?
  /// How dates are written, beside `YYYY-MM-DD`; without one `DD/MM/YYYY`.
  public var dateFormat: DateFormat?
  /// The decimal mark, if it is not to be found out.
  public var decimalMark: DecimalMark?
  /// The currency of rows that name none; without one the ledger's, or euros for new invoices.
  public var currency: Currency?
  /// What happens to amounts with more decimals than their currency has.
  public var excessDecimals = ExcessDecimals.refused
  /// Where rows with errors are written; without a path one error undoes the whole import.
  public var rejectsPath: String?
  /// The language of the reasons in the file of rejected rows.
  public var language = MessageLanguage.french
  /// How many errors are told in full; the others are counted.
  public var shownProblems = 20

  /// An import of some files.
  public init(sources: [Source]) {
    self.sources = sources
  }
}

/// `TABLE.COLUMN=Header`: the header under which a file has a column.
public struct ColumnMapping: Sendable, Hashable {
  /// What a header is mapped to.
  enum Target: Hashable {
    /// A column of the ledger.
    case column(ColumnName)
    /// A column of the company's own, for scenario files that declare it with `champ`.
    case own(String)
  }

  /// The table.
  let table: LedgerTable
  /// The column.
  let target: Target
  /// The header, as it stands in the file.
  let header: String

  /// Reads the argument of `--map`.
  ///
  /// The column is named as in the ledger, or by a header that is recognised for it. In `customers`
  /// and `invoices` any other name is a column of the company's own.
  public init(argument: String) throws(OptionProblem) {
    let (table, name, header) = try parts(of: argument)
    self.table = table
    self.header = header
    if let column = HeaderNames(table).column(for: name) {
      target = .column(column.name)
    } else if table == .customers || table == .invoices {
      target = .own(name)
    } else {
      throw .unknownColumn(table, name)
    }
  }
}

/// `TABLE.Header=VALUE`: the rows of a file that are meant for a table.
public struct RowCondition: Sendable, Hashable {
  /// The table.
  let table: LedgerTable
  /// The header of the column that decides.
  let header: String
  /// What must stand there, whatever its case and accents.
  let value: String

  /// Reads the argument of `--where`.
  public init(argument: String) throws(OptionProblem) {
    (table, header, value) = try parts(of: argument)
  }
}

/// What is wrong with the argument of an option.
public enum OptionProblem: Error, Hashable, Sendable {
  /// It is not of the form `TABLE.NAME=TEXT`.
  case malformed(String)
  /// The ledger has no such table.
  case unknownTable(String)
  /// The table has no such column.
  case unknownColumn(LedgerTable, String)

  /// What is wrong, in the user's language.
  public var message: Message {
    switch self {
    case .malformed(let argument):
      Message(
        fr: "`\(argument)` n'est pas de la forme `TABLE.COLONNE=En-tête`",
        en: "`\(argument)` is not of the form `TABLE.COLUMN=Header`"
      )
    case .unknownTable(let name):
      Message(
        fr: "il n'y a pas de table `\(name)` ; tables : \(listed(tables))",
        en: "there is no table `\(name)`; tables: \(listed(tables))"
      )
    case .unknownColumn(let table, let name):
      Message(
        fr: "la table `\(table.rawValue)` n'a pas de colonne `\(name)` ; colonnes : "
          + listed(table.columns.map(\.name.rawValue)),
        en: "table `\(table.rawValue)` has no column `\(name)`; columns: "
          + listed(table.columns.map(\.name.rawValue))
      )
    }
  }

  private var tables: [String] { LedgerTable.allCases.map(\.rawValue) }
}

/// The three parts of `TABLE.NAME=TEXT`.
private func parts(
  of argument: String
) throws(OptionProblem) -> (table: LedgerTable, name: String, text: String) {
  guard let equals = argument.firstIndex(of: "="),
    let point = argument[..<equals].firstIndex(of: ".")
  else { throw .malformed(argument) }
  let tableName = trimmed(String(argument[..<point]))
  let name = trimmed(String(argument[argument.index(after: point)..<equals]))
  let text = trimmed(String(argument[argument.index(after: equals)...]))
  guard !name.isEmpty, !text.isEmpty else { throw .malformed(argument) }
  guard let table = LedgerTable(rawValue: tableName) else { throw .unknownTable(tableName) }
  return (table, name, text)
}
