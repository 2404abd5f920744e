import Diagnostics
import Planning
import Receivables

extension ComparisonFormat {
  /// For a person: what the texts say differently, then what becomes of the invoices and the load.
  public static let table = ComparisonFormat(
    name: "table",
    write: { report, settings, output in
      var page = TextPage(settings, to: output)
      page.writeComparison(report)
    }
  )
}

/// How many invoices of a kind are shown before the others are only counted.
private let shownInvoices = 10

extension TextPage {
  fileprivate mutating func writeComparison(_ report: ComparisonReport) {
    rule(say(Message(fr: "Ce que disent les textes", en: "What the texts say")), .strong)
    if report.rules.isEmpty {
      paragraph(say(Message(fr: "Aucune différence.", en: "No difference.")))
    }
    var scenario: String?
    for (index, change) in report.rules.enumerated() {
      if index == 0 || change.scenario != scenario {
        scenario = change.scenario
        line(paint(scenario.map { printable($0) } ?? say(.allScenarios), .strong))
      }
      writeRule(change)
    }
    guard let plans = report.plans else { return }
    line()
    writePlans(plans)
  }

  private mutating func writeRule(_ change: RuleChange) {
    let subject = printable(change.subject)
    let head = say(change.matter.title)
    func item(_ text: String) {
      for (index, part) in wrapped(text, to: width - 4).enumerated() {
        line((index == 0 ? "  · " : "    ") + part)
      }
    }
    var (old, new) = (change.old, change.new)
    switch change.matter {
    case .rate, .template, .creditor:
      // Their titles do not say whether something is new or gone.
      if old != nil || new != nil { (old, new) = (old ?? "—", new ?? "—") }
    case .scenarioAdded, .scenarioRemoved, .setting, .coverage, .stepAdded, .stepRemoved, .step,
      .stepCondition, .effect:
      break
    }
    switch (old, new) {
    case (let old?, let new?):
      item("\(head) \(subject)\(say(.colon)) \(printable(old)) → \(printable(new))")
    case (nil, let new?): item("\(head) \(subject)\(say(.colon)) \(printable(new))")
    case (let old?, nil): item("\(head) \(subject)\(say(.colon)) \(printable(old))")
    case (nil, nil): item("\(head) \(subject)\(say(.colon)) \(say(change.unquoted))")
    }
    guard let example = change.reach.example else { return }
    for part in wrapped(say(example), to: width - 6) { line("      " + paint(part, .faint)) }
  }

  private mutating func writePlans(_ plans: PlanComparison) {
    let from = plans.new.from.inFigures(settings.language)
    let to = plans.new.to.inFigures(settings.language)
    let title =
      plans.new.from == plans.new.to
      ? Message(fr: "Les factures le \(from)", en: "The invoices on \(from)")
      : Message(fr: "Les factures du \(from) au \(to)", en: "The invoices, \(from) to \(to)")
    rule(say(title), .strong)
    let count = CountedNoun.invoice.counted(plans.changes.count, in: settings.language)
    paragraph(
      say(Message(fr: "\(count) traitées autrement", en: "\(count) treated differently"))
    )
    for (kind, changes) in plans.byKind {
      line("  \(say(kind.title))\(say(.colon)) \(settings.language.amounts.write(changes.count))")
      for change in changes.prefix(shownInvoices) {
        let text = "\(printable(change.invoice))\(say(.colon)) \(text(of: change))"
        line("      " + paint(cut(text, to: width - 6), .faint))
      }
      if changes.count > shownInvoices { line("      " + paint("…", .faint)) }
    }
    line()
    writeLoads(plans)
  }

  private func text(of change: TreatmentChange) -> String {
    if let steps = change.otherSteps {
      return "\(printable(steps.old ?? "—")) → \(printable(steps.new ?? "—"))"
    }
    func text(
      _ treatments: [Treatment],
      _ status: InvoiceStatus.Kind?,
      _ nextOn: CalendarDate?
    ) -> String {
      if let first = treatments.first {
        let more = treatments.count > 1 ? " (+\(treatments.count - 1))" : ""
        return "\(first.date.inFigures(settings.language)) \(first.words)\(more)"
      }
      let words = status?.noun.form(for: 1, in: settings.language) ?? "—"
      if let nextOn { return "\(words) \(nextOn.inFigures(settings.language))" }
      return change.lacksDay(status) ? "\(words) \(say(.withoutDay))" : words
    }
    let old = text(change.old, change.oldStatus, change.oldNextOn)
    return "\(old) → \(text(change.new, change.newStatus, change.newNextOn))"
  }

  private mutating func writeLoads(_ plans: PlanComparison) {
    let channels = Channel.allCases.filter { channel in
      plans.old.totals.byChannel[channel] + plans.new.totals.byChannel[channel] > 0
    }
    guard !channels.isEmpty else { return }
    rule(say(Message(fr: "La charge : avant → après", en: "The load: before → after")), .strong)
    func cell(_ old: Int, _ new: Int) -> String { old == new ? String(old) : "\(old) → \(new)" }
    var rows = [
      [say(Message(fr: "Semaine du", en: "Week of"))] + channels.map { say($0.noun.singular) }
    ]
    for (old, new) in zip(plans.old.weeks, plans.new.weeks) where old.byChannel != new.byChannel {
      rows.append(
        [old.monday.inFigures(settings.language)]
          + channels.map { cell(old.byChannel[$0], new.byChannel[$0]) }
      )
    }
    let totals = channels.map {
      cell(plans.old.totals.byChannel[$0], plans.new.totals.byChannel[$0])
    }
    rows.append([say(Message(fr: "en tout", en: "in all"))] + totals)
    writeRows(rows)
  }
}

extension TreatmentChange {
  /// The steps where the versions do the same on the same day, but as another step.
  var otherSteps: (old: String?, new: String?)? {
    guard kinds == [.otherStep] else { return nil }
    let pairs = zip(old, new).map { (old: $0.step as String?, new: $1.step as String?) }
    return pairs.first { $0.old != $0.new } ?? (oldStep, newStep)
  }

  /// Whether an invoice in a status without a day would have one in the other version.
  func lacksDay(_ status: InvoiceStatus.Kind?) -> Bool {
    guard oldNextOn != nil || newNextOn != nil else { return false }
    switch status {
    case .waiting, .deferred: return true
    case .paid, .error, .uncovered, .excluded, .suspended, .action, .completed, nil: return false
    }
  }
}

extension Message {
  /// What stands for the day of a step that hangs on what is still to come.
  static let withoutDay = Message(fr: "sans date connue", en: "on no known day")

  /// What stands for a scenario's name.
  static let allScenarios = Message(fr: "tous les scénarios", en: "all scenarios")
}

extension RuleChange {
  /// What is different where no words of either version show it.
  var unquoted: Message {
    guard matter == .template else { return reach.title }
    return Message(
      fr: "la condition d'un `{si …}` ou la valeur d'un nom",
      en: "the condition of a `{si …}` or the value of a name"
    )
  }
}

extension RuleChange.Matter {
  /// What changes, for a person.
  var title: Message {
    switch self {
    case .scenarioAdded: Message(fr: "nouveau scénario", en: "new scenario")
    case .scenarioRemoved: Message(fr: "scénario retiré", en: "scenario removed")
    case .setting: Message(fr: "réglage", en: "setting")
    case .coverage: Message(fr: "factures concernées,", en: "invoices concerned,")
    case .stepAdded: Message(fr: "nouvelle étape", en: "new step")
    case .stepRemoved: Message(fr: "étape retirée", en: "step removed")
    case .step: Message(fr: "étape", en: "step")
    case .stepCondition: Message(fr: "condition de l'étape", en: "condition of the step")
    case .effect: Message(fr: "règle", en: "rule")
    case .rate: Message(fr: "taux", en: "rate")
    case .template: Message(fr: "modèle", en: "template")
    case .creditor: Message(verbatim: "soit")
    }
  }
}

extension RuleChange.Reach {
  /// An invoice that shows the change, for a person.
  var example: Message? {
    witness.map { Message(fr: "par exemple \($0.fr)", en: "for example \($0.en)") }
  }

  /// Whom the change concerns, for a person.
  var title: Message {
    switch self {
    case .all: Message(fr: "toutes les factures", en: "all invoices")
    case .gained: Message(fr: "pour des factures en plus", en: "for further invoices")
    case .lost: Message(fr: "plus pour certaines factures", en: "no longer for some invoices")
    case .unknown:
      Message(fr: "autres mots, effet non décidé", en: "other words, effect not decided")
    }
  }
}

extension TreatmentChange.Kind {
  /// The kind for a person.
  var title: Message {
    switch self {
    case .noLongerContacted: Message(fr: "plus contactées", en: "no longer contacted")
    case .newlyContacted: Message(fr: "nouvellement contactées", en: "newly contacted")
    case .earlier: Message(fr: "plus tôt", en: "earlier")
    case .later: Message(fr: "plus tard", en: "later")
    case .fewer: Message(fr: "moins d'actions", en: "fewer actions")
    case .more: Message(fr: "plus d'actions", en: "more actions")
    case .nowManual: Message(fr: "désormais à la main", en: "now by hand")
    case .nowApproval: Message(fr: "désormais à valider", en: "now to approve")
    case .nowAutomatic: Message(fr: "désormais automatiques", en: "now automatic")
    case .otherChannel: Message(fr: "autre canal", en: "other channel")
    case .otherNature: Message(fr: "autre nature", en: "other purpose")
    case .otherTone: Message(fr: "autre ton", en: "other tone")
    case .otherMessage:
      Message(fr: "autre destinataire ou modèle", en: "other recipient or template")
    case .otherStep: Message(fr: "autre étape", en: "other step")
    case .otherStatus: Message(fr: "autre état, sans action", en: "other status, without action")
    }
  }
}
