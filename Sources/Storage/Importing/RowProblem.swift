import Diagnostics
import Receivables

/// A value of an imported file that cannot be taken, and where it stands.
public struct RowProblem: Sendable, Hashable {
  /// The table that the file fills.
  public let table: LedgerTable
  /// The file.
  public let path: String
  /// The row as a spreadsheet shows it: the header is 1.
  public let row: Int
  /// The header of the column, or the column of the ledger that has no header in the file; `nil` for
  /// the row as a whole.
  public let column: String?
  /// What stands there.
  public let value: String
  /// What is wrong with it.
  public let reason: RowReason
}

/// What is wrong with a value, or a row, of an imported file.
public enum RowReason: Error, Sendable, Hashable {
  /// Nothing stands where something must.
  case absent
  /// The row has another number of fields than the header.
  case fieldCount(Int, expected: Int)
  /// Text stands behind a closing quote.
  case textBehindQuote
  /// It is no date.
  case notADate
  /// It is no date with the day first, but one with the month first.
  case monthFirst
  /// The year has two digits.
  case shortYear
  /// It is before 1900 or after 2199.
  case dateOutOfRange
  /// It is a spreadsheet's number of a day.
  case dayNumber
  /// There is neither a due date nor what it could be counted from.
  case noDueDate
  /// The payment terms are not understood, so that there is no due date.
  case unknownTerms(String)
  /// It is no amount.
  case notAnAmount
  /// It can be read in two ways.
  case ambiguousAmount
  /// It has more decimals than the currency.
  case tooManyDecimals(Currency)
  /// It exceeds what the ledger can hold.
  case tooLarge
  /// Another currency stands beside the amount.
  case otherCurrency(Currency)
  /// It is no whole number of minor units.
  case notMinorUnits
  /// It is no whole number.
  case notAnInteger
  /// It is no positive number.
  case notARate
  /// It is no truth value.
  case notATruthValue
  /// It is no ISO 4217 code.
  case notACurrency
  /// It is none of the words allowed.
  case unknownWord(allowed: [String])
  /// It is a number of which a spreadsheet has cut digits off.
  case cutNumber
  /// The ledger has no such customer, nor does the import.
  case unknownCustomer
  /// The ledger has no such invoice, nor does the import.
  case unknownInvoice
  /// An earlier row of the file says the same.
  case repeated(row: Int)
  /// The ledger has it already.
  case alreadyInLedger
  /// A hold of neither a customer nor an invoice.
  case nothingHeld
  /// The row breaks a rule that the ledger's own table has; with SQLite's words.
  case ruleBroken(words: String)
}

extension RowProblem {
  /// What is wrong and where, in the user's language.
  public var message: Message {
    let place = "\(path):\(row)"
    let what = reason.message(value)
    guard let column else {
      return Message(fr: "\(place) : \(what.fr)", en: "\(place): \(what.en)")
    }
    return Message(
      fr: "\(place), colonne `\(column)` : \(what.fr)",
      en: "\(place), column `\(column)`: \(what.en)"
    )
  }

  /// What to do about it, where there is something to say.
  public var help: Message? { reason.help(table) }

  /// What is wrong and what to do, as it stands beside the row in the file of rejected rows.
  func explanation(in language: MessageLanguage) -> String {
    let what = reason.message(value).text(in: language)
    let place = column.map { "\($0): " } ?? ""
    let advice = help.map { " (" + $0.text(in: language) + ")" } ?? ""
    return place + what + advice
  }
}

extension RowReason {
  fileprivate func message(_ value: String) -> Message {
    switch self {
    case .absent: Message(fr: "la valeur manque", en: "the value is missing")
    case .fieldCount(let count, let expected):
      Message(
        fr: "la ligne a \(count) champs, l'en-tête en a \(expected)",
        en: "the row has \(count) fields, the header has \(expected)"
      )
    case .textBehindQuote:
      Message(
        fr: "du texte suit un guillemet fermant",
        en: "there is text behind a closing quote"
      )
    case .notADate, .monthFirst, .shortYear, .dayNumber:
      Message(fr: "`\(value)` n'est pas une date", en: "`\(value)` is not a date")
    case .dateOutOfRange:
      Message(
        fr: "`\(value)` n'est pas entre 1900 et 2199",
        en: "`\(value)` is not between 1900 and 2199"
      )
    case .noDueDate:
      Message(
        fr: "il n'y a ni échéance, ni date de facture avec des conditions de paiement",
        en: "there is neither a due date nor an issue date with payment terms"
      )
    case .unknownTerms(let terms):
      Message(
        fr: "l'échéance manque et les conditions de paiement `\(terms)` ne sont pas comprises",
        en: "the due date is missing and the payment terms `\(terms)` are not understood"
      )
    case .notAnAmount:
      Message(fr: "`\(value)` n'est pas un montant", en: "`\(value)` is not an amount")
    case .ambiguousAmount:
      Message(
        fr: "`\(value)` peut se lire de deux façons",
        en: "`\(value)` can be read in two ways"
      )
    case .tooManyDecimals(let currency):
      Message(
        fr: "`\(value)` a plus de décimales que la devise \(currency.code)",
        en: "`\(value)` has more decimals than the currency \(currency.code)"
      )
    case .tooLarge: Message(fr: "`\(value)` est trop grand", en: "`\(value)` is too large")
    case .otherCurrency(let currency):
      Message(
        fr: "`\(value)` n'est pas en \(currency.code), la devise de la facture",
        en: "`\(value)` is not in \(currency.code), the currency of the invoice"
      )
    case .notMinorUnits:
      Message(
        fr: "`\(value)` n'est pas un nombre entier de centimes",
        en: "`\(value)` is not a whole number of minor units (cents)"
      )
    case .notAnInteger:
      Message(fr: "`\(value)` n'est pas un nombre entier", en: "`\(value)` is not a whole number")
    case .notARate:
      Message(
        fr: "`\(value)` n'est pas un nombre positif",
        en: "`\(value)` is not a positive number"
      )
    case .notATruthValue:
      Message(
        fr: "`\(value)` n'est ni oui ni non",
        en: "`\(value)` is neither yes nor no"
      )
    case .notACurrency:
      Message(
        fr: "`\(value)` n'est pas un code de devise ISO 4217",
        en: "`\(value)` is not an ISO 4217 currency code"
      )
    case .unknownWord:
      Message(
        fr: "`\(value)` n'est pas un mot connu ici",
        en: "`\(value)` is not a word known here"
      )
    case .cutNumber:
      Message(
        fr: "`\(value)` est un numéro dont un tableur a coupé des chiffres",
        en: "`\(value)` is a number of which a spreadsheet has cut off digits"
      )
    case .unknownCustomer:
      Message(
        fr: "le client `\(value)` n'est ni dans la base ni dans l'import",
        en: "customer `\(value)` is neither in the ledger nor in the import"
      )
    case .unknownInvoice:
      Message(
        fr: "la facture `\(value)` n'est ni dans la base ni dans l'import",
        en: "invoice `\(value)` is neither in the ledger nor in the import"
      )
    case .repeated(let row):
      Message(
        fr: "`\(value)` figure déjà à la ligne \(row)",
        en: "`\(value)` already stands in row \(row)"
      )
    case .alreadyInLedger:
      Message(
        fr: "`\(value)` est déjà dans la base",
        en: "`\(value)` is already in the ledger"
      )
    case .ruleBroken(let words):
      Message(
        fr: "une règle de la table n'est pas respectée : \(words)",
        en: "a rule of the table is broken: \(words)"
      )
    case .nothingHeld:
      Message(
        fr: "ni client ni facture n'est indiqué",
        en: "neither a customer nor an invoice is given"
      )
    }
  }

  fileprivate func help(_ table: LedgerTable) -> Message? {
    switch self {
    case .notADate:
      Message(
        fr: "écrivez `22/11/2026` ou `2026-11-22`, ou donnez `--date-format`",
        en: "write `22/11/2026` or `2026-11-22`, or give `--date-format`"
      )
    case .monthFirst:
      Message(
        fr: "si le mois est écrit en premier : `--date-format MM/DD/YYYY`",
        en: "if the month is written first: `--date-format MM/DD/YYYY`"
      )
    case .shortYear:
      Message(
        fr: "si l'année a deux chiffres : `--date-format DD/MM/YY`",
        en: "if the year has two digits: `--date-format DD/MM/YY`"
      )
    case .dayNumber:
      Message(
        fr: "donnez à la colonne un format de date dans le tableur",
        en: "give the column a date format in the spreadsheet"
      )
    case .unknownTerms:
      Message(
        fr: "par exemple `30 jours`, `45 jours fin de mois`, `fin de mois 45 jours`",
        en: "for instance `30 days`, `45 days end of month`, `end of month 45 days`"
      )
    case .ambiguousAmount:
      Message(
        fr: "dites lequel sépare les décimales : `--decimal ,` ou `--decimal .`",
        en: "say which one comes before decimals: `--decimal ,` or `--decimal .`"
      )
    case .tooManyDecimals:
      Message(
        fr: "corrigez le montant, ou arrondissez tout avec `--round`",
        en: "correct the amount, or round them all with `--round`"
      )
    case .otherCurrency:
      Message(
        fr: "ajoutez une colonne `devise` aux factures, ou donnez `--currency`",
        en: "add a column `currency` to the invoices, or give `--currency`"
      )
    case .unknownWord(let allowed):
      Message(fr: "mots admis : " + listed(allowed), en: "allowed words: " + listed(allowed))
    case .notATruthValue:
      Message(fr: "écrivez `oui` ou `non`", en: "write `yes` or `no`")
    case .cutNumber:
      Message(
        fr: "donnez à la colonne le format Texte avant d'enregistrer",
        en: "give the column the format Text before saving"
      )
    case .alreadyInLedger:
      switch table {
      case .payments, .promises, .reminders:
        Message(
          fr: "`--update` laisse telles quelles les lignes déjà connues et ajoute les autres",
          en: "`--update` leaves the rows known already as they are and adds the others"
        )
      case .customers, .contacts, .invoices, .disputes, .holds, .exchangeRates:
        Message(fr: "`--update` met à jour", en: "`--update` updates")
      }
    case .fieldCount, .textBehindQuote:
      Message(
        fr: "un texte qui contient le séparateur ou un guillemet s'écrit entre guillemets",
        en: "a text that holds the separator or a quote is written in quotes"
      )
    case .absent, .dateOutOfRange, .noDueDate, .notAnAmount, .tooLarge, .notMinorUnits,
      .notAnInteger, .notARate, .notACurrency, .unknownCustomer, .unknownInvoice, .repeated,
      .nothingHeld, .ruleBroken:
      nil
    }
  }
}
