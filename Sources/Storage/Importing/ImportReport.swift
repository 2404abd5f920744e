import Diagnostics
import Receivables

/// What an import did.
public struct ImportReport: Sendable, Hashable {
  /// The files, in the order in which their tables were filled.
  public internal(set) var files: [ImportedFile]
}

/// What became of one file.
public struct ImportedFile: Sendable, Hashable {
  /// The table it filled.
  public let table: LedgerTable
  /// The file.
  public let path: String
  /// Its encoding, as found out or told.
  public let encoding: TextEncoding
  /// The separator of its fields, as found out or told.
  public let separator: UInt8
  /// How many rows are new in the ledger.
  public internal(set) var inserted = 0
  /// How many rows of the ledger changed.
  public internal(set) var updated = 0
  /// How many rows the ledger had already, just so, be it from an earlier row of the file.
  public internal(set) var unchanged = 0
  /// How many rows were rejected.
  public internal(set) var rejected = 0
  /// How many rows a condition left out.
  public internal(set) var leftOut = 0
  /// The headers that mean nothing to the ledger.
  public internal(set) var ignoredHeaders: [String] = []
  /// Where the rejected rows were written.
  public internal(set) var rejectsPath: String?
  /// What else the user should know, in a fixed order.
  public internal(set) var notes: [ImportNote] = []

  /// How many rows there were.
  public var rows: Int { inserted + updated + unchanged + rejected + leftOut }
}

/// Something about an import that the user should know although it is no error.
public enum ImportNote: Sendable, Hashable {
  /// Columns of the company's own were added to the table.
  case columnsAdded([String])
  /// Due dates were counted from payment terms.
  case dueDatesCounted(Int)
  /// Invoices are due before they were issued.
  case dueBeforeIssue(Int)
  /// Amounts lost the noise of floating-point numbers.
  case noiseRemoved(Int)
  /// Amounts were rounded to the minor unit.
  case rounded(Int)
  /// Identifiers lost the `.0` of a spreadsheet.
  case identifiersRepaired(Int)
  /// Customers that only the invoices name were created; the first of them.
  case customersCreated(Int, first: [String])
  /// Customers came with several names, of which the first was kept; the first of them.
  case severalNames(Int, first: [String])
  /// Rows that say the same as an earlier one were taken as facts of their own.
  case repeated(Int)
  /// Disputes end before they begin, so that they hold on no day.
  case emptyDisputes(Int)

  /// The note in the user's language.
  public var message: Message {
    switch self {
    case .columnsAdded(let names):
      Message(
        fr: "colonnes ajoutées à la table, pour `champ` : " + listed(names),
        en: "columns added to the table, for `champ`: " + listed(names)
      )
    case .dueDatesCounted(let count):
      Message(
        fr: "\(count) échéances calculées d'après les conditions de paiement",
        en: "\(count) due dates counted from payment terms"
      )
    case .dueBeforeIssue(let count):
      Message(
        fr: "\(count) factures ont une échéance antérieure à leur date",
        en: "\(count) invoices are due before they were issued"
      )
    case .noiseRemoved(let count):
      Message(
        fr: "\(count) montants débarrassés de décimales parasites (2309.7899999999995)",
        en: "\(count) amounts freed of stray decimals (2309.7899999999995)"
      )
    case .rounded(let count):
      Message(
        fr: "\(count) montants arrondis à l'unité monétaire",
        en: "\(count) amounts rounded"
      )
    case .identifiersRepaired(let count):
      Message(
        fr: "`.0` retiré de \(count) numéros, où un tableur l'avait mis",
        en: "`.0` removed from \(count) numbers, where a spreadsheet had put it"
      )
    case .customersCreated(let count, let first):
      Message(
        fr: "\(count) clients créés, que seules les factures nomment : " + some(first, of: count),
        en: "\(count) customers created that only the invoices name: " + some(first, of: count)
      )
    case .severalNames(let count, let first):
      Message(
        fr: "\(count) clients créés portent plusieurs noms, le premier est gardé : "
          + some(first, of: count),
        en: "\(count) customers created come with several names, the first is kept: "
          + some(first, of: count)
      )
    case .repeated(let count):
      Message(
        fr: "\(count) lignes en répètent une autre et sont prises comme des faits distincts",
        en: "\(count) rows repeat another and are taken as facts of their own"
      )
    case .emptyDisputes(let count):
      Message(
        fr: "\(count) litiges finissent avant de commencer : ils ne valent aucun jour",
        en: "\(count) disputes end before they begin: they hold on no day"
      )
    }
  }

  private func some(_ first: [String], of count: Int) -> String {
    listed(first) + (count > first.count ? ", …" : "")
  }
}

/// How far an import is.
public struct ImportProgress: Sendable, Hashable {
  /// The table that is being filled.
  public let table: LedgerTable
  /// How many rows of its file were read.
  public let rows: Int
  /// How many bytes of its file were read.
  public let bytesRead: Int64
  /// How many bytes its file has.
  public let bytes: Int64
}
