import CSQLite
import Receivables

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Why a ledger cannot be read or written, or what in it is not what it should be.
///
/// `message` and `help` put it into words.
public enum LedgerError: Error, Hashable, Sendable {
  /// There is no such file, or it is a folder.
  case noSuchFile(path: String)
  /// The file cannot be opened; with SQLite's words.
  case cannotOpen(path: String, words: String)
  /// The file is not a database.
  case notADatabase(path: String)
  /// Another program keeps the database locked.
  case locked(path: String)
  /// The database cannot be changed.
  case readOnly(path: String)
  /// There is no room left on the disk, or a quota or limit on the size of files is reached.
  case diskFull(path: String)
  /// The database is damaged; with SQLite's words.
  case damaged(path: String, words: String)
  /// A row breaks a rule of its table; with SQLite's words.
  case ruleBroken(path: String, words: String)
  /// Anything else that SQLite refuses; with its words.
  case refused(path: String, words: String)

  /// A table without which a ledger is none is absent.
  case missingTable(LedgerTable)
  /// A required column is absent; with the columns there are.
  case missingColumn(LedgerTable, ColumnName, found: [String])
  /// Two columns could be meant by one name of a scenario file.
  case ambiguousColumn(table: String, name: String, found: [String])
  /// A value is not what it should be.
  case invalidValue(LedgerPlace, InvalidValue)
  /// The ledger has no customer of this identifier.
  case unknownCustomer(String)
  /// The ledger has no invoice of this identifier.
  case unknownInvoice(String)
  /// Nothing can be recorded.
  case recording(RecordingProblem)
  /// A fact cannot be written.
  case fact(FactProblem)

  /// The detail of `SQLITE_READONLY_CANTINIT`, a macro that Swift does not import.
  private static let cannotInitialise: Int32 = 5

  /// The detail of `SQLITE_IOERR_WRITE`, another such macro.
  private static let failureToWrite: Int32 = 3

  /// The error of a result code of SQLite, and of the system's own code behind it.
  init(code: Int32, systemCode: Int32, path: String, words: String) {
    switch code & 0xFF {
    // A quota or a limit on the size of files is told as a failure to write.
    case SQLITE_IOERR
    where code >> 8 == LedgerError.failureToWrite || [ENOSPC, EFBIG, EDQUOT].contains(systemCode):
      self = .diskFull(path: path)
    case SQLITE_CANTOPEN: self = .cannotOpen(path: path, words: words)
    case SQLITE_NOTADB: self = .notADatabase(path: path)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .locked(path: path)
    case SQLITE_READONLY where code >> 8 == LedgerError.cannotInitialise:
      self = .cannotOpen(path: path, words: words)
    case SQLITE_READONLY, SQLITE_PERM: self = .readOnly(path: path)
    case SQLITE_FULL: self = .diskFull(path: path)
    case SQLITE_CONSTRAINT: self = .ruleBroken(path: path, words: words)
    case SQLITE_CORRUPT: self = .damaged(path: path, words: words)
    default: self = .refused(path: path, words: words)
    }
  }
}

/// Where in the ledger a value stands.
public struct LedgerPlace: Hashable, Sendable {
  /// How a row is found again.
  public enum Row: Hashable, Sendable {
    /// Its `rowid`.
    case rowid(Int64)
    /// Its place among the rows as read, from 1: views have no `rowid`.
    case ordinal(Int)
  }

  /// The table or view.
  public let table: String
  /// The column.
  public let column: String
  /// The row.
  public let row: Row
  /// Whom or what the row is about, if it says so.
  public let identifier: String?
}

/// What is wrong with a value of the ledger.
public enum InvalidValue: Hashable, Sendable {
  /// Nothing stands where something must.
  case absent
  /// Bytes that are no text in UTF-8.
  case notText
  /// A text that is no day `YYYY-MM-DD`.
  case notADate(String)
  /// A day with a time of day.
  case dateWithTime(String)
  /// A day before 1900 or after 2199.
  case dateOutOfRange(String)
  /// Something else than a whole number of minor units.
  case notMinorUnits(String)
  /// Something else than a whole number.
  case notAnInteger(String)
  /// Something else than a decimal number.
  case notANumber(String)
  /// Something else than a positive decimal number.
  case notARate(String)
  /// Something else than 0 or 1.
  case notATruthValue(String)
  /// Something else than an active ISO 4217 code.
  case notACurrency(String)
  /// A word that is none of those allowed.
  case unknownWord(String, allowed: [String])
  /// A customer that the ledger does not have.
  case danglingCustomer(String)
  /// An invoice that the ledger does not have.
  case danglingInvoice(String)
  /// An identifier that an earlier row has already.
  case duplicate(String)
  /// A hold of neither a customer nor an invoice.
  case nothingHeld
}
