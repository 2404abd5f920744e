import Diagnostics
import Receivables
import Semantics

/// Writes the account of an invoice from its decision.
struct ExplanationWriter {
  /// The day of its customer.
  let day: CustomerDay
  /// Its index among the decisions.
  let index: Int
  /// What the files declare.
  let scenarios: ScenarioSet
  /// Gives the values that conditions saw.
  let evaluator: Evaluator
  /// Quotes the files.
  let reasons: ReasonWriter

  /// The decision.
  var decision: InvoiceDecision { day.decisions[index] }

  /// The playbook of its scenario, where one was found.
  var playbook: Playbook? { decision.choice.index.map { reasons.shelf.playbooks[$0] } }

  /// The account, in the order in which it was decided; parts that were not reached are left out.
  var sections: [Explanation.Section] {
    let all = [
      Explanation.Section(title: Message(fr: "Facture", en: "Invoice"), lines: facts),
      Explanation.Section(title: Message(fr: "Scénario", en: "Scenario"), lines: choice),
      Explanation.Section(title: Message(fr: "Règles", en: "Rules"), lines: rules),
      Explanation.Section(title: Message(fr: "Historique", en: "History"), lines: history),
      Explanation.Section(title: Message(fr: "Étapes", en: "Steps"), lines: steps),
      Explanation.Section(title: Message(fr: "Événements", en: "Events"), lines: events),
      Explanation.Section(title: Message(fr: "Messages", en: "Messages"), lines: messages),
    ]
    return all.filter { !$0.lines.isEmpty }
  }

  /// A condition's fields with the values they had, such as `risque : élevé, solde : 120,00 €`.
  func values(seenBy condition: Condition?) -> Message? {
    guard let condition else { return nil }
    let fields = FieldsRead(condition, definitions: scenarios.definitions).fields
    guard !fields.isEmpty else { return nil }
    var french = ""
    var english = ""
    for field in fields {
      if !french.isEmpty {
        french += ", "
        english += ", "
      }
      let value = Message(evaluator.value(of: field))
      french += "\(name(of: field)) : \(value.fr)"
      english += "\(name(of: field)): \(value.en)"
    }
    return Message(fr: french, en: english)
  }

  private func name(of field: FieldReference) -> String {
    switch field {
    case .field(let field): field.entry.name
    case .column(let index): scenarios.columns[index].name
    case .message(let field): field.rawValue
    }
  }
}

extension Message {
  /// The message with a remark in parentheses, if there is one.
  func remarking(_ remark: Message?) -> Message {
    guard let remark else { return self }
    return Message(fr: "\(fr) (\(remark.fr))", en: "\(en) (\(remark.en))")
  }
}

extension Verdict {
  /// The verdict as a marker.
  var marker: Explanation.Marker {
    switch self {
    case .holds: .holds
    case .fails: .fails
    case .undecided: .undecided
    }
  }
}
