import Diagnostics
import Receivables
import Semantics
import Syntax

extension ReasonWriter {
  /// Nothing is owed.
  func paid(_ facts: InvoiceFacts) -> Reason {
    guard let day = facts.settledOn.map({ Message($0) }) else {
      return Reason(Message(fr: "rien n'est dû", en: "nothing is owed"))
    }
    return Reason(Message(fr: "soldée le \(day.fr)", en: "settled on \(day.en)"))
  }

  /// No scenario takes the invoice.
  var uncovered: Reason {
    Reason(Message(fr: "aucun scénario ne la prend", en: "no scenario takes it"))
  }

  /// A rule excludes the invoice.
  func excluded(by rule: Int, _ decision: InvoiceDecision) -> Reason {
    reason(Message(fr: "exclue", en: "excluded"), by: rule, decision)
  }

  /// A rule suspends the invoice.
  func suspended(by rule: Int, _ decision: InvoiceDecision) -> Reason {
    reason(Message(fr: "suspendue", en: "suspended"), by: rule, decision)
  }

  /// A person holds the invoice or its customer.
  func onHold(_ hold: Hold) -> Reason {
    let from = Message(hold.from)
    let why = hold.reason.map { Message(fr: " : \($0)", en: ": \($0)") }
    let period =
      hold.until.map { Message($0) }.map { until in
        Message(fr: "du \(from.fr) au \(until.fr)", en: "from \(from.en) to \(until.en)")
      } ?? Message(fr: "depuis le \(from.fr)", en: "since \(from.en)")
    return Reason(
      Message(
        fr: "en pause \(period.fr)\(why?.fr ?? "")",
        en: "on hold \(period.en)\(why?.en ?? "")"
      )
    )
  }

  /// The day is a day off.
  func dayOff(_ day: CalendarDate, until nextOn: CalendarDate, _ step: Step) -> Reason {
    let day = Message(day)
    let next = Message(nextOn)
    return Reason(
      Message(
        fr: "« \(step.id) » attend le \(next.fr) : "
          + "le \(day.fr) n'est pas un jour ouvré",
        en: "“\(step.id)” waits for \(next.en): "
          + "\(day.en) is not a working day"
      ),
      at: step.range
    )
  }

  /// The message would be about too little money.
  func belowThreshold(
    _ total: Money,
    _ threshold: Money,
    _ step: Step,
    _ decision: InvoiceDecision
  ) -> Reason {
    let why = Message(total, below: threshold)
    return Reason(
      Message(fr: "« \(step.id) » attend : \(why.fr)", en: "“\(step.id)” waits: \(why.en)"),
      at: scenario(of: decision)?.places.threshold ?? step.range
    )
  }

  /// A cap holds the message back.
  func capped(_ cap: ContactCap, _ step: Step, _ decision: InvoiceDecision) -> Reason {
    Reason(
      Message(
        fr: "« \(step.id) » attend : plafond atteint, \(cap.message.fr)",
        en: "“\(step.id)” waits: cap reached, \(cap.message.en)"
      ),
      at: scenario(of: decision)?.places.caps[cap] ?? step.range
    )
  }

  /// The step is taken today.
  func taken(_ step: Step, _ decision: InvoiceDecision) -> Reason {
    Reason(
      Message(fr: "« \(step.id) » est due", en: "“\(step.id)” is due"),
      at: step.range
    )
  }

  /// No step is left.
  func completed(_ decision: InvoiceDecision) -> Reason {
    Reason(
      Message(fr: "toutes les étapes sont passées", en: "no step is left"),
      at: decision.choice.index.map { scenario($0).range }
    )
  }

  /// A step is still to come.
  func waiting(for step: Step, on day: CalendarDate?, _ decision: InvoiceDecision) -> Reason {
    if let day = day.map({ Message($0) }) {
      return Reason(
        Message(
          fr: "attend « \(step.id) » le \(day.fr)",
          en: "waits for “\(step.id)” on \(day.en)"
        ),
        at: step.range
      )
    }
    let finding = decision.escalation.flatMap { escalation in
      escalation.findings.first { $0.position == escalation.next?.position }
    }
    let why =
      finding?.state == .conditionFails
      ? Message(fr: "sa condition n'est pas remplie", en: "its condition does not hold")
      : Message(
        fr: "elle dépend d'une relance encore à venir",
        en: "it depends on a reminder still to come"
      )
    return Reason(
      Message(
        fr: "attend « \(step.id) » : \(why.fr)",
        en: "waits for “\(step.id)”: \(why.en)"
      ),
      at: step.range
    )
  }

  private func reason(
    _ outcome: Message,
    by rule: Int,
    _ decision: InvoiceDecision
  ) -> Reason {
    guard let index = decision.choice.index else { return Reason(outcome) }
    let rule = scenario(index).rules[rule]
    let citation = citation(of: rule)
    return Reason(
      Message(fr: "\(outcome.fr) : \(citation.fr)", en: "\(outcome.en): \(citation.en)"),
      at: rule.range
    )
  }
}

extension Message {
  /// Why a message about such a total is held back.
  init(_ total: Money, below threshold: Money) {
    let (words, limit) = (Message(total), Message(threshold))
    // Without a `seuil` it is held back only if nothing is owed.
    if threshold.minorUnits == 0 {
      self.init(
        fr: "rien n'est dû, le total est de \(words.fr)",
        en: "nothing is owed, the total is \(words.en)"
      )
    } else {
      self.init(
        fr: "total de \(words.fr), sous le seuil de \(limit.fr)",
        en: "total of \(words.en), below the threshold of \(limit.en)"
      )
    }
  }
}
