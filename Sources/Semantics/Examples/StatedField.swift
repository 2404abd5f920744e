import Diagnostics
import Receivables

/// A value that an example states for a field.
struct StatedValue {
  /// The value; its type is the field's.
  let value: Value
  /// A text as written, before folding.
  let writtenText: String?

  /// The text; an empty one is absent.
  var text: String? { writtenText.flatMap { $0.folded.isEmpty ? nil : $0 } }
  /// The amount.
  var money: Money? { if case .money(let money) = value { money } else { nil } }
  /// The day.
  var date: CalendarDate? { if case .date(let date) = value { date } else { nil } }
  /// Whether it is the truth value `true`.
  var isTrue: Bool { value == .truth(true) }
}

/// An invoice of an example while its facts are read.
struct InvoiceDraft {
  var number: String?
  var kind = InvoiceKind.standard
  var issuedOn: CalendarDate?
  var dueOn: CalendarDate?
  var amount: Money?
  var currency: String?
  var hasInstalmentPlan = false
}

/// How an example can say what a field is.
enum FieldStatement {
  /// On the `client` line.
  case customer((inout Customer, StatedValue) -> Void)
  /// On a `facture` line.
  case invoice((inout InvoiceDraft, StatedValue) -> Void)
  /// Not at all, as it follows from other facts; which ones to state.
  case result(of: Message)
}

extension Field {
  /// How an example can say what the field is.
  var statement: FieldStatement {
    switch self {
    case .customer: .customer { $0.id = $1.text ?? $0.id }
    case .name: .customer { $0.name = $1.text }
    case .segment: .customer { $0.segment = $1.text }
    case .category: .customer { $0.category = $1.text }
    case .country: .customer { $0.country = $1.text }
    case .language: .customer { $0.language = $1.text }
    case .email: .customer { $0.email = $1.text }
    case .phone: .customer { $0.phone = $1.text }
    case .address: .customer { $0.address = $1.text }
    case .risk: .customer { if case .risk(let risk) = $1.value { $0.risk = risk } }
    case .strategic: .customer { $0.isStrategic = $1.isTrue }
    case .sensitive: .customer { $0.isSensitive = $1.isTrue }
    case .consumer: .customer { $0.isConsumer = $1.isTrue }
    case .creditLimit: .customer { $0.creditLimit = $1.money?.minorUnits }
    // Without its day the judgment was given before the example begins.
    case .insolvency: .customer { $0.insolvencyOn = $1.date ?? .earliest }
    case .invoice: .invoice { $0.number = $1.text }
    case .kind: .invoice { if case .kind(let kind) = $1.value { $0.kind = kind } }
    case .issueDate: .invoice { $0.issuedOn = $1.date }
    case .dueDate: .invoice { $0.dueOn = $1.date }
    case .amount: .invoice { $0.amount = $1.money }
    case .currency: .invoice { $0.currency = $1.text }
    case .instalmentPlan: .invoice { $0.hasInstalmentPlan = $1.isTrue }
    case .paid, .balance: .result(of: Field.statePayments)
    case .daysLate, .limitation: .result(of: Field.stateDueDate)
    case .age:
      .result(
        of: Message(
          fr: "écrire `date de facture` et laisser passer les jours",
          en: "state `date de facture` and let the days go by"
        )
      )
    case .dispute:
      .result(
        of: Message(
          fr: "écrire une ligne `litige du 26/01/2026 au 10/02/2026`",
          en: "write a line `litige du 26/01/2026 au 10/02/2026`"
        )
      )
    case .promise, .brokenPromise:
      .result(
        of: Message(
          fr: "écrire une ligne `promesse le 05/03/2026`",
          en: "write a line `promesse le 05/03/2026`"
        )
      )
    case .reminderCount, .daysSinceReminder:
      .result(
        of: Message(
          fr: "l'historique naît des jours joués : chaque action est enregistrée comme faite",
          en: "the history grows as the days are played: every action is recorded as done"
        )
      )
    case .outstanding, .overdue, .overdueInvoices: .result(of: Field.stateInvoices)
    case .averageDelay, .lateShare:
      .result(
        of: Message(
          fr: "ajouter une ligne `facture` payée en retard, avec sa ligne `paiement`",
          en: "add a `facture` line that was paid late, with its `paiement` line"
        )
      )
    case .weekday, .month:
      .result(
        of: Message(
          fr: "le jour est celui de la ligne `le 19/01/2026 : …`",
          en: "the day is that of the line `le 19/01/2026 : …`"
        )
      )
    }
  }

  private static var statePayments: Message {
    Message(
      fr: "écrire `montant 1 200 €` et une ligne `paiement le 01/02/2026 : 200 €`",
      en: "state `montant 1 200 €` and a line `paiement le 01/02/2026 : 200 €`"
    )
  }

  private static var stateDueDate: Message {
    Message(
      fr: "écrire `échéance 10/01/2026` et laisser passer les jours",
      en: "state `échéance 10/01/2026` and let the days go by"
    )
  }

  private static var stateInvoices: Message {
    Message(
      fr: "ajouter des lignes `facture` avec leur montant et leur échéance",
      en: "add `facture` lines with their amounts and due dates"
    )
  }
}
