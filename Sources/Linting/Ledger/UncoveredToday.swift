import Diagnostics
import Planning
import Receivables
import Semantics

extension LedgerCheck {
  /// LOG206 with a ledger: the invoices that no scenario takes today.
  static let uncoveredToday = LedgerCheck { subject in
    let invoices = subject.plan.statuses.filter { $0.kind == .uncovered }.map { $0.invoice }
    guard !invoices.isEmpty else { return [] }
    let number = count(invoices.count, "facture", "invoice")
    let names = listed(invoices)
    let verb = invoices.count > 1 ? "ne sont prises" : "n'est prise"
    return [
      Diagnostic(
        DiagnosticCode("LOG206"),
        .warning,
        at: subject.place,
        Message(
          fr: "dans la base, \(number.fr) \(verb) par aucun scénario : \(names.fr)",
          en: "in the ledger, \(number.en) \(invoices.count == 1 ? "is" : "are") taken by no"
            + " scenario: \(names.en)"
        ),
        help: Message(
          fr: "élargir un `pour`, ou ajouter un scénario sans `pour` pour les autres clients",
          en: "widen a `pour`, or add a scenario without `pour` for the other customers"
        )
      )
    ]
  }
}
