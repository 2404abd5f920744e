import Diagnostics
import Receivables

extension LedgerError {
  /// What is wrong, in the user's language.
  public var message: Message {
    switch self {
    case .noSuchFile(let path):
      Message(
        fr: "la base `\(path)` n'existe pas ou n'est pas un fichier",
        en: "the ledger `\(path)` does not exist or is not a file"
      )
    case .cannotOpen(let path, let words):
      Message(
        fr: "la base `\(path)` ne peut pas être ouverte (\(words))",
        en: "the ledger `\(path)` cannot be opened (\(words))"
      )
    case .notADatabase(let path):
      Message(
        fr: "`\(path)` n'est pas une base SQLite",
        en: "`\(path)` is not a SQLite database"
      )
    case .locked(let path):
      Message(
        fr: "la base `\(path)` est occupée par un autre programme",
        en: "the ledger `\(path)` is in use by another program"
      )
    case .readOnly(let path):
      Message(
        fr: "la base `\(path)` est en lecture seule",
        en: "the ledger `\(path)` is read-only"
      )
    case .diskFull(let path):
      Message(
        fr: "la base `\(path)` ne peut pas être écrite : plus de place sur le disque, ou limite de "
          + "taille atteinte",
        en: "the ledger `\(path)` cannot be written: no room left on the disk, or a limit on size "
          + "reached"
      )
    case .damaged(let path, let words):
      Message(
        fr: "la base `\(path)` est endommagée (\(words))",
        en: "the ledger `\(path)` is damaged (\(words))"
      )
    case .ruleBroken(let path, let words):
      Message(
        fr: "une règle de la base `\(path)` n'est pas respectée : \(words)",
        en: "a rule of the ledger `\(path)` is broken: \(words)"
      )
    case .refused(let path, let words):
      Message(
        fr: "SQLite refuse de lire ou d'écrire la base `\(path)` : \(words)",
        en: "SQLite refuses to read or write the ledger `\(path)`: \(words)"
      )
    case .missingTable(let table):
      Message(
        fr: "la base n'a ni table ni vue `\(table.rawValue)`",
        en: "the ledger has neither table nor view `\(table.rawValue)`"
      )
    case .missingColumn(let table, let column, _):
      Message(
        fr: "la table `\(table.rawValue)` n'a pas de colonne `\(column.rawValue)`",
        en: "table `\(table.rawValue)` has no column `\(column.rawValue)`"
      )
    case .ambiguousColumn(let table, let name, let found):
      Message(
        fr: "plusieurs colonnes de la table `\(table)` répondent au champ `\(name)` : "
          + listed(found),
        en: "several columns of table `\(table)` answer to the field `\(name)`: " + listed(found)
      )
    case .invalidValue(let place, let value):
      Message(
        fr: "\(place.message.fr) : \(value.message.fr)",
        en: "\(place.message.en): \(value.message.en)"
      )
    case .unknownCustomer(let id):
      Message(
        fr: "la base n'a pas de client `\(id)`",
        en: "the ledger has no customer `\(id)`"
      )
    case .unknownInvoice(let id):
      Message(
        fr: "la base n'a pas de facture `\(id)`",
        en: "the ledger has no invoice `\(id)`"
      )
    case .recording(let problem): problem.message
    case .fact(let problem): problem.message
    }
  }

  /// What to do about it, where there is something to say.
  public var help: Message? {
    switch self {
    case .noSuchFile:
      Message(
        fr: "`relance import --db BASE --invoices FICHIER.csv` en crée une",
        en: "`relance import --db LEDGER --invoices FILE.csv` makes one"
      )
    case .locked:
      Message(
        fr: "fermez l'autre programme ou recommencez plus tard",
        en: "close the other program or try again later"
      )
    case .readOnly:
      Message(
        fr: "vérifiez les droits sur le fichier et sur son dossier ; si un programme a été "
          + "interrompu, ouvrez une fois la base là où l'on peut écrire",
        en: "check the rights on the file and on its folder; if a program was interrupted, open "
          + "the ledger once where it can be written"
      )
    case .damaged:
      Message(fr: "restaurez une sauvegarde", en: "restore a backup")
    case .missingTable:
      Message(
        fr: "créez-la avec `relance import`, ou une vue de ce nom sur vos propres tables",
        en: "make it with `relance import`, or make a view of that name on your own tables"
      )
    case .missingColumn(_, _, let found):
      Message(fr: "colonnes trouvées : " + listed(found), en: "columns found: " + listed(found))
    case .invalidValue(_, let value): value.help
    case .recording(let problem): problem.help
    case .fact(let problem): problem.help
    case .cannotOpen, .notADatabase, .diskFull, .ruleBroken, .refused, .ambiguousColumn,
      .unknownCustomer,
      .unknownInvoice:
      nil
    }
  }
}

extension LedgerPlace {
  fileprivate var message: Message {
    let about = identifier.map { " (`\($0)`)" } ?? ""
    return switch row {
    case .rowid(let number):
      Message(
        fr: "table `\(table)`, ligne n° \(number) (rowid)\(about), colonne `\(column)`",
        en: "table `\(table)`, row no. \(number) (rowid)\(about), column `\(column)`"
      )
    case .ordinal(let number):
      Message(
        fr: "table `\(table)`, ligne \(number)\(about), colonne `\(column)`",
        en: "table `\(table)`, row \(number)\(about), column `\(column)`"
      )
    }
  }
}

extension InvalidValue {
  fileprivate var message: Message {
    switch self {
    case .absent: Message(fr: "la valeur manque", en: "the value is missing")
    case .notText: Message(fr: "ce n'est pas du texte UTF-8", en: "this is not UTF-8 text")
    case .notADate(let text):
      Message(fr: "`\(text)` n'est pas une date", en: "`\(text)` is not a date")
    case .dateWithTime(let text):
      Message(
        fr: "`\(text)` porte une heure, il faut une date seule",
        en: "`\(text)` has a time of day, a date alone is needed"
      )
    case .dateOutOfRange(let text):
      Message(
        fr: "`\(text)` n'est pas entre 1900 et 2199",
        en: "`\(text)` is not between 1900 and 2199"
      )
    case .notMinorUnits(let text):
      Message(
        fr: "`\(text)` n'est pas un nombre entier de centimes",
        en: "`\(text)` is not a whole number of minor units (cents)"
      )
    case .notAnInteger(let text):
      Message(fr: "`\(text)` n'est pas un nombre entier", en: "`\(text)` is not a whole number")
    case .notANumber(let text):
      Message(fr: "`\(text)` n'est pas un nombre décimal", en: "`\(text)` is not a decimal number")
    case .notARate(let text):
      Message(
        fr: "`\(text)` n'est pas un nombre positif",
        en: "`\(text)` is not a positive number"
      )
    case .notATruthValue(let text):
      Message(fr: "`\(text)` n'est ni 0 ni 1", en: "`\(text)` is neither 0 nor 1")
    case .notACurrency(let text):
      Message(
        fr: "`\(text)` n'est pas un code de devise ISO 4217",
        en: "`\(text)` is not an ISO 4217 currency code"
      )
    case .unknownWord(let text, _):
      Message(fr: "`\(text)` n'est pas un mot connu ici", en: "`\(text)` is not a word known here")
    case .danglingCustomer(let id):
      Message(
        fr: "le client `\(id)` n'est pas dans la table `customers`",
        en: "customer `\(id)` is not in table `customers`"
      )
    case .danglingInvoice(let id):
      Message(
        fr: "la facture `\(id)` n'est pas dans la table `invoices`",
        en: "invoice `\(id)` is not in table `invoices`"
      )
    case .duplicate(let id):
      Message(
        fr: "`\(id)` figure déjà sur une autre ligne",
        en: "`\(id)` already stands in another row"
      )
    case .nothingHeld:
      Message(
        fr: "ni client ni facture n'est indiqué",
        en: "neither a customer nor an invoice is given"
      )
    }
  }

  fileprivate var help: Message? {
    switch self {
    case .notADate, .dateWithTime, .dateOutOfRange:
      Message(
        fr: "écrivez AAAA-MM-JJ, par exemple `2026-11-22`",
        en: "write YYYY-MM-DD, for instance `2026-11-22`"
      )
    case .notMinorUnits:
      Message(
        fr: "1 234,50 € s'écrit `123450`",
        en: "1,234.50 € is written `123450`"
      )
    case .notACurrency:
      Message(fr: "par exemple `EUR` ou `USD`", en: "for instance `EUR` or `USD`")
    case .unknownWord(_, let allowed):
      Message(fr: "mots admis : " + listed(allowed), en: "allowed words: " + listed(allowed))
    case .notARate:
      Message(
        fr: "combien d'unités de la devise vaut un euro, par exemple `1.0821`",
        en: "how many units of the currency a euro is worth, for instance `1.0821`"
      )
    case .absent, .notText, .notAnInteger, .notANumber, .notATruthValue, .danglingCustomer,
      .danglingInvoice, .duplicate, .nothingHeld:
      nil
    }
  }
}

/// Names as a message lists them: each quoted, the first twenty.
func listed(_ names: [String]) -> String {
  let shown = names.prefix(20).map { "`\($0)`" }.joined(separator: ", ")
  return names.count > 20 ? shown + ", …" : shown
}
