import Diagnostics
import Receivables
import Semantics

extension ReasonWriter {
  /// Why an invoice cannot be planned.
  func reason(of error: PlanningError, in decision: InvoiceDecision) -> Reason {
    switch error {
    case .unknownScenario(let name):
      return Reason(
        Message(
          fr: "le scénario « \(name) » du client n'est dans aucun fichier",
          en: "the customer's scenario “\(name)” is in no file"
        )
      )
    case .unknownFigure(let obstacle, let place):
      let what = message(of: obstacle, on: decision.facts.day)
      let need = need(for: place, decision)
      return Reason(
        Message(fr: "\(what.fr) : \(need.message.fr)", en: "\(what.en): \(need.message.en)"),
        at: need.range
      )
    }
  }

  private func message(of obstacle: Obstacle, on day: CalendarDate) -> Message {
    let day = Message(day)
    return switch obstacle {
    case .missingRate(let currency):
      Message(
        fr: "taux de change \(currency.code) inconnu le \(day.fr)",
        en: "no exchange rate of \(currency.code) on \(day.en)"
      )
    case .overflow: obstacle.message
    }
  }

  /// What the figure is needed for.
  private func need(for place: PlanningError.Place, _ decision: InvoiceDecision) -> Reason {
    let scenario = scenario(of: decision)
    switch place {
    case .appliesTo(let index):
      let asked = self.scenario(index)
      return Reason(
        Message(
          fr: "condition `pour` du scénario « \(asked.name) »",
          en: "condition `pour` of scenario “\(asked.name)”"
        ),
        at: asked.range
      )
    case .rule(let index):
      guard let rule = scenario?.rules[index] else { break }
      return Reason(citation(of: rule), at: rule.range)
    case .step(let index):
      guard let step = decision.choice.index.map({ shelf.playbooks[$0].step(at: index) }) else {
        break
      }
      return reason(ofStatementAt: step.range)
    case .threshold:
      return Reason(
        Message(fr: "seuil", en: "threshold `seuil`"),
        at: scenario?.places.threshold ?? scenario?.range
      )
    case .balance:
      return Reason(Message(fr: "solde de la facture", en: "balance of the invoice"))
    case .interest:
      return Reason(Message(fr: "pénalités de retard", en: "late-payment interest"))
    case .total:
      return Reason(Message(fr: "total du message", en: "total of the message"))
    }
    return Reason(Message(fr: "scénario", en: "scenario"))
  }

  private func reason(ofStatementAt range: SourceRange) -> Reason {
    Reason(Message(verbatim: quote(range)), at: range)
  }
}
