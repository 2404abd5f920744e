import Diagnostics
import Receivables
import Storage

extension Command {
  /// The command `relance hold`.
  static let hold = Command(
    name: "hold",
    operands: Message(fr: "CLIENT|FACTURE…", en: "CUSTOMER|INVOICE…"),
    summary: Message(
      fr: "met un client ou une facture en pause : rien ne part",
      en: "holds a customer or an invoice: nothing is sent"
    ),
    details: Message(
      fr: """
        De --from [aujourd'hui] à --until compris, ou jusqu'à `relance release`. Un identifiant qui
        est à la fois une facture et un client s'écrit `facture:X` ou `client:X`.
        """,
      en: """
        From --from [today] to --until, that day included, or to `relance release`. An identifier
        that is both an invoice's and a customer's is written `invoice:X` or `customer:X`.
        """
    ),
    options: [.ledger, .firstDay, .lastDay, .reason, .wait],
    run: { invocation throws(Failure) in
      let subjects = try invocation.subjects(
        "relance hold C-042 --db factures.sqlite --until 2026-02-20"
      )
      let from = if let day = try invocation.day(.firstDay) { day } else { try invocation.date() }
      let until = try invocation.day(.lastDay)
      return try invocation.writeFacts(about: subjects) { subject in
        .hold(subject, from: from, until: until)
      }
    }
  )

  /// The command `relance release`.
  static let release = Command(
    name: "release",
    operands: Message(fr: "CLIENT|FACTURE…", en: "CUSTOMER|INVOICE…"),
    summary: Message(
      fr: "lève la pause d'un client ou d'une facture",
      en: "lifts the hold of a customer or an invoice"
    ),
    details: Message(
      fr: "Le jour donné est le premier où l'on relance de nouveau. Rien n'est effacé.",
      en: "The day is the first on which reminders go out again. Nothing is deleted."
    ),
    options: [.ledger, .date, .reason, .wait],
    run: { invocation throws(Failure) in
      let subjects = try invocation.subjects("relance release C-042 --db factures.sqlite")
      let day = try invocation.date()
      return try invocation.writeFacts(about: subjects) { subject in
        .release(subject, on: day)
      }
    }
  )
}

extension Option {
  fileprivate static let firstDay = Option(
    name: "from",
    form: .value(Message(fr: "JOUR", en: "DAY")),
    summary: Message(fr: "le premier jour [aujourd'hui]", en: "the first day [today]")
  )

  fileprivate static let lastDay = Option(
    name: "until",
    form: .value(Message(fr: "JOUR", en: "DAY")),
    summary: Message(fr: "le dernier jour [sans fin]", en: "the last day [without end]")
  )
}
