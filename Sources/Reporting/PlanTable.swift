import Diagnostics
import Planning
import Receivables

extension PlanFormat {
  /// For a person: what waits for a human first, by customer, with a summary at the end.
  public static let table = PlanFormat(
    name: "table",
    summary: Message(fr: "pour être lu, à la largeur du terminal", en: "to be read, in a terminal"),
    write: { report, settings, output in
      var page = TextPage(settings, to: output)
      page.writePlan(report)
    }
  )
}

extension TextPage {
  fileprivate mutating func writePlan(_ report: PlanReport) {
    let day = report.plan.date.inWords(settings.language)
    line(paint(say(Message(fr: "Plan du \(day)", en: "Plan for \(day)")), .strong))
    if report.plan.actions.isEmpty {
      paragraph(say(report.plan.whyNothingIsDone(settings.language)))
    } else {
      paragraph(overview(of: report.plan))
      writeActions(of: report)
    }
    switch report.statuses {
    case .counted: break
    case .listed: writeStatuses(of: report)
    }
    writeSummary(of: report.plan)
  }

  /// How many actions there are, and how many of each mode.
  private func overview(of plan: Plan) -> String {
    let counts = ActionMode.humanFirst.map { mode in
      mode.noun.counted(plan.actions.count { $0.mode == mode }, in: settings.language)
    }
    let total = CountedNoun.action.counted(plan.actions.count, in: settings.language)
    return "\(total)\(say(.colon)) \(counts.joined(separator: ", "))"
  }

  private mutating func writeSummary(of plan: Plan) {
    guard !plan.actions.isEmpty || plan.summary.total > 0 else { return }
    line()
    rule(say(Message(fr: "En bref", en: "In short")), .strong)
    if !plan.actions.isEmpty {
      paragraph("\(channels(of: plan)) — \(claims(of: plan))")
    }
    guard plan.summary.total > 0 else { return }
    let counts = plan.statusCounts.filter { $0.count > 0 }
    let total = CountedNoun.invoice.counted(plan.summary.total, in: settings.language)
    let parts = counts.map { $0.kind.noun.counted($0.count, in: settings.language) }
    paragraph("\(total)\(say(.colon)) \(parts.joined(separator: ", "))")
  }

  private func channels(of plan: Plan) -> String {
    let counts = Channel.allCases.map { channel in
      (channel, plan.actions.count { $0.channel == channel })
    }
    let used = counts.filter { $0.1 > 0 }
    return enumeration(used.map { $0.0.noun.counted($0.1, in: settings.language) })
  }

  /// The invoices of all actions, each counted once, and what is owed on them in each currency.
  private func claims(of plan: Plan) -> String {
    var seen: Set<String> = []
    var totals: [Currency: Int128] = [:]
    for action in plan.actions {
      for invoice in action.invoices where seen.insert(invoice.id).inserted {
        totals[action.currency, default: 0] += Int128(invoice.balance)
      }
    }
    let amounts = totals.sorted { $0.key < $1.key }.map { currency, total in
      settings.language.amounts.write(minorUnits: total, of: currency)
    }
    let count = CountedNoun.invoice.counted(seen.count, in: settings.language)
    return "\(count)\(say(.colon)) \(enumeration(amounts))"
  }
}

extension Message {
  /// What stands between a term and what it means; French parts it with a no-break space.
  static let colon = Message(fr: "\u{A0}:", en: ":")
}

extension ActionMode {
  /// The modes in the order in which a person looks at them.
  static let humanFirst: [ActionMode] = [.manual, .approval, .automatic]
}

extension Plan {
  /// Why there is no action, and when there will be one if that is known.
  fileprivate func whyNothingIsDone(_ language: MessageLanguage) -> Message {
    if summary.total == 0 {
      return Message(
        fr: "Aucune facture n'existe à cette date dans le registre.",
        en: "The ledger has no invoice on that day."
      )
    }
    if let workingDay = summary.firstDeferredTo {
      let invoices = CountedNoun.invoice.counted(summary[.deferred], in: language)
      let day = workingDay.inWords(language)
      return Message(
        fr: "Rien ne part un jour non ouvré : \(invoices) à reprendre le \(day).",
        en: "Nothing is sent on a day off: \(invoices) to take up on \(day)."
      )
    }
    guard let next = summary.firstWaitingOn else {
      return Message(fr: "Rien à faire ce jour.", en: "Nothing to do on that day.")
    }
    let day = next.inWords(language)
    return Message(
      fr: "Rien à faire ce jour. Prochaine étape le \(day).",
      en: "Nothing to do on that day. The next step is on \(day)."
    )
  }
}
