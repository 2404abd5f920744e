import Diagnostics
import Planning
import Receivables
import Semantics

extension LedgerCheck {
  /// TYP105 with a ledger: currencies whose rate is missing where it changes an answer.
  static let missingExchangeRates = LedgerCheck { subject in
    var invoices: [Currency: [String]] = [:]
    let failed = Set(subject.plan.statuses.filter { $0.kind == .error }.map { $0.invoice })
    guard !failed.isEmpty else { return [] }
    for account in subject.ledger.accounts {
      for invoice in account.invoices.map({ $0.invoice }) where failed.contains(invoice.id) {
        let rate = subject.ledger.exchangeRates.rate(of: invoice.currency, on: subject.day)
        if invoice.currency != .euro, rate == nil {
          invoices[invoice.currency, default: []].append(invoice.id)
        }
      }
    }
    return invoices.sorted { $0.key < $1.key }.map { currency, invoices in
      let names = listed(invoices)
      let number = count(invoices.count, "facture", "invoice")
      return Diagnostic(
        DiagnosticCode("TYP105"),
        .error,
        at: subject.place,
        Message(
          fr: "pas de taux de change \(currency.code) dans la base : rien ne part pour \(number.fr)"
            + " (\(names.fr)), dont le montant ne se compare à aucun autre",
          en: "no exchange rate of \(currency.code) in the ledger: nothing is sent for \(number.en)"
            + " (\(names.en)), whose amount compares with no other"
        ),
        help: Message(
          fr: "l'ajouter à la table `exchange_rates`, ou écrire les montants en \(currency.code)",
          en: "add it to the table `exchange_rates`, or write amounts in \(currency.code)"
        )
      )
    }
  }
}
