import Diagnostics
import Receivables

/// Why nothing is written into a ledger that can be read and written.
public enum RecordingProblem: Hashable, Sendable {
  /// The table to be written is a view: the data are another program's.
  case view(LedgerTable)
  /// The history has reminders of a later day (R105).
  case laterReminders(on: CalendarDate, recorded: CalendarDate)
  /// The invoice has reminders of a later day.
  case laterRemindersOfInvoice(String, on: CalendarDate, recorded: CalendarDate)
  /// The history has the step of the invoice already.
  case alreadyRecorded(invoice: String, step: String)
  /// Payments were last imported too long before the day.
  case stalePayments(imported: CalendarDate, on: CalendarDate, limit: Int)
  /// Nothing tells when payments were last imported.
  case unknownPaymentImport

  /// What is wrong, in the user's language.
  var message: Message {
    switch self {
    case .view(let table):
      Message(
        fr: "`\(table.rawValue)` est une vue de cette base : rien ne peut y être écrit",
        en: "`\(table.rawValue)` is a view of this ledger: nothing can be written into it"
      )
    case .laterReminders(let day, let recorded):
      Message(
        fr: "rien n'est enregistré : l'historique va déjà jusqu'au \(recorded.frenchDescription), "
          + "après le \(day.frenchDescription)",
        en: "nothing is recorded: the history already goes up to \(recorded), after \(day)"
      )
    case .laterRemindersOfInvoice(let invoice, let day, let recorded):
      Message(
        fr: "rien n'est enregistré : l'historique de `\(invoice)` va déjà jusqu'au "
          + "\(recorded.frenchDescription), après le \(day.frenchDescription)",
        en: "nothing is recorded: the history of `\(invoice)` already goes up to \(recorded), "
          + "after \(day)"
      )
    case .alreadyRecorded(let invoice, let step):
      Message(
        fr: "rien n'est enregistré : l'historique a déjà l'étape `\(step)` de `\(invoice)`",
        en: "nothing is recorded: the history already has step `\(step)` of `\(invoice)`"
      )
    case .stalePayments(let imported, let day, let limit):
      Message(
        fr: "rien n'est enregistré : les derniers paiements ont été importés le "
          + "\(imported.frenchDescription), \(day.days(since: imported)) jours avant le "
          + "\(day.frenchDescription) ; la limite est de \(limit)",
        en: "nothing is recorded: payments were last imported on \(imported), "
          + "\(day.days(since: imported)) days before \(day); the limit is \(limit)"
      )
    case .unknownPaymentImport:
      Message(
        fr:
          "rien n'est enregistré : rien ne dit quand les paiements de cette base ont été importés",
        en: "nothing is recorded: nothing says when the payments of this ledger were imported"
      )
    }
  }

  /// What to do about it, where there is something to say.
  var help: Message? {
    switch self {
    case .view:
      Message(
        fr:
          "écrivez dans le logiciel d'où viennent ces données, ou importez-les dans une base à part",
        en: "write into the program these data come from, or import them into a ledger of its own"
      )
    case .laterReminders, .laterRemindersOfInvoice:
      Message(
        fr: "un jour passé ne se rejoue pas ; `relance plan` le montre sans `--record`",
        en: "a past day is not played again; `relance plan` shows it without `--record`"
      )
    case .alreadyRecorded: nil
    case .stalePayments:
      Message(
        fr: "importez les paiements : `relance import --db BASE --payments FICHIER.csv --update`",
        en: "import the payments: `relance import --db LEDGER --payments FILE.csv --update`"
      )
    case .unknownPaymentImport:
      Message(
        fr:
          "noté par `relance import --payments` ; une base d'un autre logiciel peut avoir une table "
          + "ou une vue `ledger_imports` (`table_name`, `imported_on`)",
        en:
          "noted by `relance import --payments`; another program's ledger may have a table or view "
          + "`ledger_imports` (`table_name`, `imported_on`)"
      )
    }
  }
}
