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
  /// Dates were read with the day first, which none of them proves; the headers of their columns.
  case dayFirstAssumed([String])
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
    case .dayFirstAssumed(let headers):
      Message(
        fr:
          "dates lues jour d'abord, sans qu'aucune le prouve (sinon `--date-format MM/DD/YYYY`) : "
          + listed(headers),
        en: "dates read with the day first, which none proves (else `--date-format MM/DD/YYYY`): "
          + listed(headers)
      )
    case .dueDatesCounted(let count):
      counted(
        count,
        fr: ("échéance calculée", "échéances calculées"),
        en: ("due date counted", "due dates counted")
      ).followed(fr: " d'après les conditions de paiement", en: " from payment terms")
    case .dueBeforeIssue(let count):
      counted(
        count,
        fr: ("facture échue avant sa date", "factures échues avant leur date"),
        en: ("invoice due before it was issued", "invoices due before they were issued")
      )
    case .noiseRemoved(let count):
      counted(
        count,
        fr: ("montant débarrassé", "montants débarrassés"),
        en: ("amount freed", "amounts freed")
      ).followed(
        fr: " de décimales parasites (2309.7899999999995)",
        en: " of stray decimals (2309.7899999999995)"
      )
    case .rounded(let count):
      counted(
        count,
        fr: ("montant arrondi", "montants arrondis"),
        en: ("amount rounded", "amounts rounded")
      )
    case .identifiersRepaired(let count):
      counted(
        count,
        fr: ("numéro débarrassé", "numéros débarrassés"),
        en: ("number freed", "numbers freed")
      ).followed(fr: " du `.0` d'un tableur", en: " of the `.0` of a spreadsheet")
    case .customersCreated(let count, let first):
      counted(
        count,
        fr: (
          "client créé, que seules les factures nomment",
          "clients créés, que seules les factures nomment"
        ),
        en: (
          "customer created that only invoices name", "customers created that only invoices name"
        )
      ).followed(by: some(first, of: count))
    case .severalNames(let count, let first):
      counted(
        count,
        fr: (
          "client créé a plusieurs noms, le premier est gardé",
          "clients créés ont plusieurs noms, le premier est gardé"
        ),
        en: (
          "customer created has several names, the first is kept",
          "customers created have several names, the first is kept"
        )
      ).followed(by: some(first, of: count))
    case .repeated(let count):
      counted(
        count,
        fr: (
          "ligne en répète une autre et est prise", "lignes en répètent une autre et sont prises"
        ),
        en: ("row repeats another and is taken", "rows repeat another and are taken")
      ).followed(fr: " comme un fait distinct", en: " as a fact of its own")
    case .emptyDisputes(let count):
      counted(
        count,
        fr: ("litige finit avant de commencer", "litiges finissent avant de commencer"),
        en: ("dispute ends before it begins", "disputes end before they begin")
      ).followed(fr: " : en vigueur aucun jour", en: ": in force on no day")
    }
  }

  private func counted(
    _ count: Int,
    fr: (one: String, several: String),
    en: (one: String, several: String)
  ) -> Message {
    Message(
      fr: "\(count) \(count < 2 ? fr.one : fr.several)",
      en: "\(count) \(count == 1 ? en.one : en.several)"
    )
  }

  private func some(_ first: [String], of count: Int) -> String {
    listed(first) + (count > first.count ? ", …" : "")
  }
}

extension Message {
  fileprivate func followed(fr: String, en: String) -> Message {
    Message(fr: self.fr + fr, en: self.en + en)
  }

  fileprivate func followed(by names: String) -> Message {
    followed(fr: " : " + names, en: ": " + names)
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
