import Diagnostics
import Receivables

/// Why a fact is not written into the ledger.
public enum FactProblem: Sendable, Hashable {
  /// Neither an invoice nor a customer has the identifier.
  case unknownSubject(String)
  /// Both an invoice and a customer have it.
  case ambiguousSubject(String)
  /// A customer has the identifier, where an invoice is wanted.
  case customerForInvoice(String)
  /// The day is before the invoice was issued.
  case beforeIssue(invoice: String, day: CalendarDate, issued: CalendarDate)
  /// The last day of a hold is before its first.
  case endBeforeStart(first: CalendarDate, last: CalendarDate)
  /// The promised day is before that of the promise.
  case promisedBefore(made: CalendarDate, due: CalendarDate)
  /// The invoice is disputed on the day already.
  case disputedAlready(invoice: String, since: CalendarDate)
  /// The invoice is not disputed on the day.
  case notDisputed(invoice: String, day: CalendarDate)
  /// The ledger has the promise.
  case promisedAlready(invoice: String, due: CalendarDate)
  /// Another hold covers all these days.
  case heldAlready(LedgerSubject, from: CalendarDate, until: CalendarDate?)
  /// No hold of its own is in force or to come.
  case notHeld(LedgerSubject, day: CalendarDate)
  /// The ledger has a payment of this amount on this day.
  case paidAlready(invoice: String, Money, day: CalendarDate)
  /// Nothing is owed.
  case nothingOwed(invoice: String)
  /// The text is no amount of the currency, or zero.
  case notAnAmount(String, Currency)
  /// The amount exceeds what the ledger can hold.
  case overflow(invoice: String)

  /// What is wrong, in the user's language.
  var message: Message {
    switch self {
    case .unknownSubject(let id):
      Message(
        fr: "la base n'a ni facture ni client `\(printable(id))`",
        en: "the ledger has neither an invoice nor a customer `\(printable(id))`"
      )
    case .ambiguousSubject(let id):
      Message(
        fr: "`\(printable(id))` est à la fois une facture et un client",
        en: "`\(printable(id))` is both an invoice and a customer"
      )
    case .customerForInvoice(let id):
      Message(
        fr: "la base n'a pas de facture `\(printable(id))` : c'est un client",
        en: "the ledger has no invoice `\(printable(id))`: it is a customer"
      )
    case .beforeIssue(let invoice, let day, let issued):
      Message(
        fr: "`\(printable(invoice))` a été émise le \(issued.frenchDescription), après le "
          + "\(day.frenchDescription)",
        en: "`\(printable(invoice))` was issued on \(issued), after \(day)"
      )
    case .endBeforeStart(let first, let last):
      Message(
        fr: "le dernier jour, le \(last.frenchDescription), est avant le premier, le "
          + "\(first.frenchDescription)",
        en: "the last day, \(last), is before the first, \(first)"
      )
    case .promisedBefore(let made, let due):
      Message(
        fr: "le jour promis, le \(due.frenchDescription), est avant celui de la promesse, le "
          + "\(made.frenchDescription)",
        en: "the promised day, \(due), is before that of the promise, \(made)"
      )
    case .disputedAlready(let invoice, let since):
      Message(
        fr: "`\(printable(invoice))` est déjà en litige depuis le \(since.frenchDescription)",
        en: "`\(printable(invoice))` is disputed already since \(since)"
      )
    case .notDisputed(let invoice, let day):
      Message(
        fr: "`\(printable(invoice))` n'est pas en litige le \(day.frenchDescription)",
        en: "`\(printable(invoice))` is not disputed on \(day)"
      )
    case .promisedAlready(let invoice, let due):
      Message(
        fr: "cette promesse de payer `\(printable(invoice))` le \(due.frenchDescription) est déjà "
          + "inscrite",
        en: "this promise to pay `\(printable(invoice))` on \(due) is written already"
      )
    case .heldAlready(let subject, let from, let until):
      Message(
        fr: "\(subject.name.fr) est déjà en pause depuis le \(from.frenchDescription)"
          + (until.map { ", jusqu'au \($0.frenchDescription)" } ?? ""),
        en: "\(subject.name.en) is held already since \(from)"
          + (until.map { ", until \($0)" } ?? "")
      )
    case .notHeld(let subject, let day):
      Message(
        fr: "\(subject.name.fr) n'a pas de pause à lever au \(day.frenchDescription)",
        en: "\(subject.name.en) has no hold to be lifted on \(day)"
      )
    case .paidAlready(let invoice, let amount, let day):
      Message(
        fr: "un paiement de \(amount.french) sur `\(printable(invoice))` le "
          + "\(day.frenchDescription) est déjà inscrit",
        en: "a payment of \(amount.english) on `\(printable(invoice))` on \(day) is written already"
      )
    case .nothingOwed(let invoice):
      Message(
        fr: "rien n'est dû sur `\(printable(invoice))`",
        en: "nothing is owed on `\(printable(invoice))`"
      )
    case .notAnAmount(let text, let currency):
      Message(
        fr: "« \(printable(text)) » n'est pas un montant en \(currency.code)",
        en: "“\(printable(text))” is not an amount in \(currency.code)"
      )
    case .overflow(let invoice):
      Message(
        fr: "le total de `\(printable(invoice))` dépasserait ce que la base peut contenir",
        en: "the total of `\(printable(invoice))` would exceed what the ledger can hold"
      )
    }
  }

  /// What to do about it, where there is something to say.
  var help: Message? {
    switch self {
    case .ambiguousSubject(let id):
      Message(
        fr: "écrivez `facture:\(printable(id))` ou `client:\(printable(id))`",
        en: "write `invoice:\(printable(id))` or `customer:\(printable(id))`"
      )
    case .customerForInvoice(let id):
      Message(
        fr: "`relance history \(printable(id))` nomme ses factures",
        en: "`relance history \(printable(id))` names its invoices"
      )
    case .promisedBefore:
      Message(
        fr: "`--date` dit le jour où la promesse a été faite, aujourd'hui sinon",
        en: "`--date` says on which day the promise was made, otherwise today"
      )
    case .disputedAlready:
      Message(
        fr: "pour clore le litige : `relance dispute … --close`",
        en: "to close the dispute: `relance dispute … --close`"
      )
    case .heldAlready:
      Message(
        fr: "pour la lever : `relance release`",
        en: "to lift the hold: `relance release`"
      )
    case .notHeld(.invoice, _):
      Message(
        fr: "la pause est peut-être celle du client : `relance history` la montre",
        en: "the hold may be the customer's: `relance history` shows it"
      )
    case .paidAlready:
      Message(
        fr: "s'il y en a eu deux : `--again`",
        en: "if there were two: `--again`"
      )
    case .notAnAmount:
      Message(
        fr: "écrivez par exemple `1234,50` ; un remboursement est négatif : `--amount=-50`",
        en: "write for instance `1234.50`; a refund is negative: `--amount=-50`"
      )
    case .unknownSubject, .beforeIssue, .endBeforeStart, .notDisputed, .promisedAlready, .notHeld,
      .nothingOwed, .overflow:
      nil
    }
  }
}
