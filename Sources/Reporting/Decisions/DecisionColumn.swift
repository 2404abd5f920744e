import Diagnostics
import Receivables

/// The columns of a decision sheet, in order.
enum DecisionColumn: CaseIterable {
  /// Where the person answers.
  case answer
  case customer
  case name
  case channel
  case nature
  case tone
  case recipient
  case count
  case invoices
  case lateness
  case total
  case currency
  case scenario
  case reasons
  /// The name of the message, which says day, channel and first invoice.
  case message
  /// The checksum of what the person agrees to.
  case mark

  /// The heading in a sheet of actions of a mode.
  func heading(_ mode: ActionMode) -> Message {
    switch self {
    case .answer:
      switch mode {
      case .approval, .automatic:
        Message(fr: "accord (oui ou non)", en: "approved (yes or no)")
      case .manual: Message(fr: "fait (oui ou non)", en: "done (yes or no)")
      }
    case .customer: Message(fr: "client", en: "customer")
    case .name: Message(fr: "nom", en: "name")
    case .channel: Message(fr: "canal", en: "channel")
    case .nature: Message(verbatim: "nature")
    case .tone: Message(fr: "ton", en: "tone")
    case .recipient: Message(fr: "destinataire", en: "recipient")
    case .count: Message(fr: "nombre de factures", en: "number of invoices")
    case .invoices: Message(fr: "factures", en: "invoices")
    case .lateness: Message(fr: "jours de retard", en: "days late")
    case .total: Message(verbatim: "total")
    case .currency: Message(fr: "devise", en: "currency")
    case .scenario: Message(fr: "scénario", en: "scenario")
    case .reasons: Message(fr: "raisons", en: "reasons")
    case .message: Message(verbatim: "message")
    case .mark: Message(fr: "empreinte (ne pas modifier)", en: "mark (do not change)")
    }
  }

  /// Where the column is among the headings of a file in either language; `nil` if it has none.
  func place(among headings: [String]) -> Int? {
    let names = ActionMode.allCases.flatMap { mode in
      [heading(mode).fr.folded, heading(mode).en.folded]
    }
    return headings.firstIndex { names.contains($0.folded) }
  }
}
