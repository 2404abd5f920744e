import Diagnostics
import Planning
import Receivables
import Semantics

extension LedgerCheck {
  /// TYP106 with a ledger: scenarios that customers have and no file declares.
  static let unknownScenarioNames = LedgerCheck { subject in
    let declared = Set(subject.files.analysis.scenarios.scenarios.map { $0.name.folded })
    let open = Set(subject.plan.statuses.filter { $0.kind == .error }.map { $0.customer })
    var customers: [FoldedText: [String]] = [:]
    var spellings: [FoldedText: String] = [:]
    for account in subject.ledger.accounts where open.contains(account.customer.id) {
      guard let name = account.customer.scenario, !declared.contains(name.folded) else { continue }
      customers[name.folded, default: []].append(account.customer.id)
      spellings[name.folded] = spellings[name.folded] ?? name
    }
    return customers.sorted { precedes($0.key.text, $1.key.text) }.map { key, customers in
      let name = spellings[key] ?? key.text
      let names = listed(customers)
      let near = Spelling.nearest(
        to: name,
        among: subject.files.analysis.scenarios.scenarios.map { $0.name }
      )
      return Diagnostic(
        DiagnosticCode("TYP106"),
        .error,
        at: subject.place,
        Message(
          fr: "la base donne à \(names.fr) le scénario « \(name) », qu'aucun fichier ne déclare :"
            + " rien ne part",
          en: "the ledger gives \(names.en) the scenario “\(name)”, which no file declares: nothing"
            + " is sent"
        ),
        help: near.map { near in
          Message(
            fr: "corriger le nom dans la base (« \(near) » ?), ou donner le fichier qui le déclare",
            en: "correct the name in the ledger (“\(near)”?), or give the file that declares it"
          )
        }
          ?? Message(
            fr: "corriger le nom dans la base, ou donner le fichier qui le déclare",
            en: "correct the name in the ledger, or give the file that declares it"
          )
      )
    }
  }
}
