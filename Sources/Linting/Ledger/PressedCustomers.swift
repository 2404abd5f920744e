import Diagnostics
import Planning
import Receivables
import Semantics

extension LedgerCheck {
  /// SEQ308 with a ledger: customers who hear too often of what they owe, all their invoices
  /// together.
  static let pressedCustomers = LedgerCheck { subject in
    let pace = Lint.prudentPace
    let customers = subject.ledger.accounts.compactMap { account -> String? in
      let contacts = ContactCounter(of: account, on: subject.day).contacts(inDays: pace.days)
      return contacts > pace.contacts ? "\(account.customer.id) (\(contacts))" : nil
    }
    guard !customers.isEmpty else { return [] }
    let number = count(customers.count, "client", "customer")
    let names = listed(customers)
    return [
      Lint.pressure.finding(
        at: subject.place,
        Message(
          fr: "d'après la base, \(number.fr) \(customers.count > 1 ? "ont" : "a") eu plus de"
            + " \(pace.contacts) contacts en \(pace.days) jours : \(names.fr)",
          en: "by the ledger, \(number.en) had more than \(pace.contacts) contacts in"
            + " \(pace.days) days: \(names.en)"
        ),
        help: Message(
          fr: "écrire `plafond 4 contacts par client par 30 jours`",
          en: "write `plafond 4 contacts par client par 30 jours`"
        )
      )
    ]
  }
}
