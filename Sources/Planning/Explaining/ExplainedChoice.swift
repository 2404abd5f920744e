import Diagnostics
import Receivables
import Semantics
import Syntax

extension ExplanationWriter {
  /// The facts on which the rest stands.
  var facts: [Explanation.Line] {
    let facts = decision.facts
    let invoice = facts.invoice
    let dueOn = Message(invoice.dueOn)
    let distance = Message(distanceFromDueDate: facts.daysLate)
    var lines = [
      line(
        "montant",
        "amount",
        facts.amount.map { Message(Money(minorUnits: $0, currency: invoice.currency)) }
      ),
      line(
        "payé",
        "paid",
        facts.paid.map { Message(Money(minorUnits: $0, currency: invoice.currency)) }
      ),
      line(
        "solde",
        "balance",
        facts.balance.map { Message(Money(minorUnits: $0, currency: invoice.currency)) }
      ),
      Explanation.Line(
        Message(
          fr: "échéance : \(dueOn.fr), \(distance.fr)",
          en: "due date: \(dueOn.en), \(distance.en)"
        )
      ),
    ]
    if let moved = decision.escalation?.schedule.dueDate, moved != invoice.dueOn {
      let day = Message(moved)
      let rule = decision.rules?.shift.flatMap { playbook?.scenario.rules[$0.rule] }
      lines.append(
        Explanation.Line(
          Message(
            fr: "les étapes se comptent du \(day.fr)",
            en: "steps are counted from \(day.en)"
          ).remarking(rule.map { reasons.citation(of: $0) }),
          at: rule?.range
        )
      )
    }
    return lines
  }

  /// How the scenario was found: what was asked of each, in order of priority.
  var choice: [Explanation.Line] {
    let shelf = reasons.shelf
    switch decision.choice.outcome {
    case .unknownName(let name):
      return [
        Explanation.Line(
          Message(
            fr: "le client demande « \(name) », qu'aucun fichier ne déclare",
            en: "the customer asks for “\(name)”, which no file declares"
          ),
          .undecided
        )
      ]
    case .named(let index):
      let scenario = shelf.playbooks[index].scenario
      return [
        Explanation.Line(
          Message(
            fr: "« \(scenario.name) », choisi pour ce client dans les données",
            en: "“\(scenario.name)”, chosen for this customer in the ledger"
          ),
          at: scenario.range,
          .holds
        )
      ]
    case .found, .undecided, .none:
      var lines: [Explanation.Line] = []
      for (place, verdict) in decision.choice.verdicts.enumerated() {
        let scenario = shelf.playbooks[shelf.byPriority[place]].scenario
        let name = Message(
          fr: "« \(scenario.name) », priorité \(scenario.priority)",
          en: "“\(scenario.name)”, priority \(scenario.priority)"
        )
        lines.append(
          Explanation.Line(
            name.remarking(values(seenBy: scenario.appliesTo)),
            at: scenario.range,
            verdict.marker
          )
        )
      }
      return lines
    }
  }

  /// Every rule with the values it saw, then the mode that comes of them.
  var rules: [Explanation.Line] {
    guard let findings = decision.rules, let scenario = playbook?.scenario else { return [] }
    var lines: [Explanation.Line] = []
    for (place, verdict) in findings.verdicts.enumerated() {
      let rule = scenario.rules[place]
      lines.append(
        Explanation.Line(
          reasons.citation(of: rule).remarking(values(seenBy: rule.condition)),
          at: rule.range,
          verdict.marker
        )
      )
    }
    lines.append(Explanation.Line(resultingMode(findings)))
    return lines
  }

  private func resultingMode(_ findings: RuleFindings) -> Message {
    let mode: InvoiceMode?
    if findings.exclusion != nil {
      mode = .exclude
    } else if findings.suspension != nil {
      mode = .suspend
    } else {
      mode = findings.mode.map { given in
        switch given.effect {
        case .automatic: .automatic
        case .approval: .approval
        case .manual: .manual
        }
      }
    }
    guard let mode else {
      return Message(
        fr: "mode : celui de chaque étape",
        en: "mode: that of each step"
      )
    }
    return Message(
      fr: "mode : \(mode.rawValue), le plus prudent des règles remplies",
      en: "mode: \(mode.rawValue), the most cautious of the rules that hold"
    )
  }

  private func line(_ french: String, _ english: String, _ amount: Message?) -> Explanation.Line {
    let amount = amount ?? Obstacle.overflow.message
    return Explanation.Line(Message(fr: "\(french) : \(amount.fr)", en: "\(english): \(amount.en)"))
  }
}
