import Diagnostics
import Planning
import Receivables

/// The page of a comparison of two versions.
public struct ComparisonPage: Sendable {
  private let report: ComparisonReport

  /// A page of a comparison.
  public init(_ report: ComparisonReport) { self.report = report }

  /// Writes the file.
  public func write(_ settings: TextSettings, to output: TextOutput) {
    ComparisonPageWriter(report: report, language: settings.language).page.write(to: output)
  }
}

/// Writes the parts of the page; the pointers are those of the JSON form.
private struct ComparisonPageWriter {
  let report: ComparisonReport
  let language: MessageLanguage

  private var text: FigureText { FigureText(language: language) }

  private func say(_ message: Message) -> String { message.text(in: language) }

  private func count(_ number: Int, _ pointer: String) -> Markup {
    .figure(text.count(number), String(number), at: pointer)
  }

  var page: Page {
    Page(
      language: language,
      title: say(Message(fr: "Deux versions comparées", en: "Two versions compared")),
      subtitle: subtitle,
      summary: tiles,
      sections: [texts] + (report.plans.map { [invoices($0), load($0)] } ?? []),
      notes: report.plans.map { [say($0.new.payments.meaning)] } ?? []
    )
  }

  private var subtitle: Markup {
    guard let plans = report.plans else {
      return .text(say(Message(fr: "Les textes, sans registre", en: "The texts, without a ledger")))
    }
    if plans.new.from == plans.new.to { return .dayInWords(plans.new.from, language) }
    return .group([
      .text(say(Message(fr: "Du ", en: "From "))), .dayInWords(plans.new.from, language),
      .text(say(Message(fr: " au ", en: " to "))), .dayInWords(plans.new.to, language),
    ])
  }

  private var tiles: [Markup] {
    let differences = Markup.tile(
      say(Message(fr: "Différences dans les textes", en: "Differences in the texts")),
      count(report.rules.count, "/rules#")
    )
    guard let plans = report.plans else { return [differences] }
    return [
      differences,
      .tile(
        say(Message(fr: "Factures traitées autrement", en: "Invoices treated differently")),
        count(plans.changes.count, "/different")
      ),
    ]
  }

  // MARK: What the texts say

  private var texts: Page.Section {
    let title = say(Message(fr: "Ce que disent les textes", en: "What the texts say"))
    guard !report.rules.isEmpty else {
      let none = say(Message(fr: "Aucune différence.", en: "No difference."))
      return Page.Section(
        id: "textes",
        title: title,
        content: [.node(.p, [.class("empty")], none)]
      )
    }
    var table = DataTable(
      caption: say(
        Message(
          fr: "Chaque différence, avec une facture qui la montre là où il y en a une",
          en: "Each difference, with an invoice that shows it where there is one"
        )
      ),
      columns: [
        .words(say(Message(fr: "Scénario", en: "Scenario"))),
        .words(say(Message(fr: "Quoi", en: "What"))),
        .words(say(Message(fr: "Avant", en: "Before"))),
        .words(say(Message(fr: "Après", en: "After"))),
        .words(say(Message(fr: "Factures concernées", en: "Invoices concerned"))),
      ]
    )
    table.rows = report.rules.map { change in
      [
        DataTable.Cell(change.scenario ?? say(.allScenarios)),
        DataTable.Cell(what(change)),
        DataTable.Cell(change.old ?? FigureText.none),
        DataTable.Cell(change.new ?? FigureText.none),
        DataTable.Cell(say(change.reach.example ?? change.reach.title)),
      ]
    }
    return Page.Section(id: "textes", title: title, content: [table.markup(language)])
  }

  private func what(_ change: RuleChange) -> String {
    // The column is narrow, and a quote alone on its line reads badly.
    let subject = change.subject.replacing("« ", with: "«\u{A0}").replacing(" »", with: "\u{A0}»")
    let what = "\(say(change.matter.title)) \(subject)"
    guard change.old == nil, change.new == nil else { return what }
    return "\(what)\(say(.colon)) \(say(change.unquoted))"
  }

  // MARK: What becomes of the invoices

  private func invoices(_ plans: PlanComparison) -> Page.Section {
    let title = say(Message(fr: "Ce que deviennent les factures", en: "What becomes of invoices"))
    guard !plans.changes.isEmpty else {
      let none = Message(
        fr: "Toutes sont traitées comme avant.",
        en: "All are treated as before."
      )
      return Page.Section(
        id: "factures",
        title: title,
        content: [.node(.p, [.class("empty")], say(none))]
      )
    }
    return Page.Section(id: "factures", title: title, content: [kinds(plans), changes(plans)])
  }

  private func kinds(_ plans: PlanComparison) -> Markup {
    var table = DataTable(
      caption: say(
        Message(
          fr: "Ce qui change ; une facture peut compter plusieurs fois",
          en: "What changes; an invoice may count several times"
        )
      ),
      columns: [
        .words(say(Message(fr: "Changement", en: "Change"))),
        .figures(say(Message(fr: "Factures", en: "Invoices"))), .words(""),
      ]
    )
    table.style = .figure
    let kinds = plans.byKind
    let most = Int128(kinds.map(\.changes.count).max() ?? 0)
    table.rows = kinds.map { kind, changes in
      [
        DataTable.Cell(say(kind.title)),
        DataTable.Cell([count(changes.count, "/counts/\(kind.rawValue)")]),
        DataTable.Cell([
          Bar.markup([Bar.Part(amount: Int128(changes.count), colour: "email")], longest: most)
        ]),
      ]
    }
    return table.markup(language)
  }

  private func changes(_ plans: PlanComparison) -> Markup {
    var table = DataTable(
      caption: say(Message(fr: "Facture par facture", en: "Invoice by invoice")),
      columns: [
        .words(say(Message(fr: "Facture", en: "Invoice"))),
        .words(say(Message(fr: "Client", en: "Customer"))),
        .words(say(Message(fr: "Ce qui change", en: "What changes"))),
        .words(say(Message(fr: "Avant", en: "Before"))),
        .words(say(Message(fr: "Après", en: "After"))),
      ]
    )
    table.rows = plans.changes.map { change in
      [
        DataTable.Cell(change.invoice), DataTable.Cell(change.customer),
        DataTable.Cell(change.kinds.map { say($0.title) }.joined(separator: ", ")),
        treatment(change.old, change.oldStatus, change.oldNextOn, change.oldStep, change),
        treatment(change.new, change.newStatus, change.newNextOn, change.newStep, change),
      ]
    }
    return table.markup(language)
  }

  /// The actions of a version, or where the invoice stands without any.
  private func treatment(
    _ treatments: [Treatment],
    _ status: InvoiceStatus.Kind?,
    _ nextOn: CalendarDate?,
    _ step: String?,
    _ change: TreatmentChange
  ) -> DataTable.Cell {
    // Steps are named where nothing else is different.
    func named(_ words: String, _ step: String?) -> String {
      guard change.otherSteps != nil, let step else { return words }
      return words + say(Message(fr: ", étape \(step)", en: ", step \(step)"))
    }
    guard treatments.isEmpty else {
      return DataTable.Cell([
        .node(
          .ul,
          [.class("plain")],
          treatments.map { treatment in
            .node(
              .li,
              [.day(treatment.date, language), .text(" " + named(treatment.words, treatment.step))]
            )
          }
        )
      ])
    }
    let words = named(status?.noun.form(for: 1, in: language) ?? FigureText.none, step)
    guard let nextOn else {
      return DataTable.Cell(change.lacksDay(status) ? "\(words) \(say(.withoutDay))" : words)
    }
    return DataTable.Cell([.text("\(words) "), .day(nextOn, language)])
  }

  // MARK: The load

  private func load(_ plans: PlanComparison) -> Page.Section {
    let channels = Channel.allCases.filter { channel in
      plans.old.totals.byChannel[channel] + plans.new.totals.byChannel[channel] > 0
    }
    let title = say(Message(fr: "La charge", en: "The load"))
    guard !channels.isEmpty else {
      let none = say(Message(fr: "Aucune action.", en: "No action."))
      return Page.Section(
        id: "charge",
        title: title,
        content: [.node(.p, [.class("empty")], none)]
      )
    }
    return Page.Section(
      id: "charge",
      title: title,
      content: [totals(plans, channels), weeks(plans, channels)]
    )
  }

  private func totals(_ plans: PlanComparison, _ channels: [Channel]) -> Markup {
    var table = DataTable(
      caption: say(Message(fr: "Actions par canal", en: "Actions by channel")),
      columns: [
        .words(say(Message(fr: "Canal", en: "Channel"))),
        .figures(say(Message(fr: "Avant", en: "Before"))),
        .figures(say(Message(fr: "Après", en: "After"))), .words(""),
      ]
    )
    let (old, new) = (plans.old.totals.byChannel, plans.new.totals.byChannel)
    let most = Int128(channels.map { max(old[$0], new[$0]) }.max() ?? 0)
    func bar(_ count: Int, _ colour: String) -> Markup {
      Bar.markup([Bar.Part(amount: Int128(count), colour: colour)], longest: most)
    }
    table.style = .compared
    table.rows = channels.map { channel in
      [
        DataTable.Cell(say(channel.noun.singular)),
        cell(old[channel], "/totals/old/\(channel.rawValue)"),
        cell(new[channel], "/totals/new/\(channel.rawValue)"),
        DataTable.Cell([bar(old[channel], "age0"), bar(new[channel], channel.colour)]),
      ]
    }
    return table.markup(language)
  }

  /// The count, or a dash for none, which the JSON form leaves out.
  private func cell(_ number: Int, _ pointer: String) -> DataTable.Cell {
    guard number > 0 else {
      return DataTable.Cell([.node(.span, [.class("muted")], FigureText.none)], key: "0")
    }
    return DataTable.Cell([count(number, pointer)])
  }

  private func weeks(_ plans: PlanComparison, _ channels: [Channel]) -> Markup {
    let weeks = zip(plans.old.weeks, plans.new.weeks).enumerated().filter { _, week in
      week.0.byChannel != week.1.byChannel
    }
    guard !weeks.isEmpty else { return .nothing }
    var table = DataTable(
      caption: say(
        Message(
          fr: "Les semaines qui changent : avant → après",
          en: "Weeks that change: before → after"
        )
      ),
      columns: [.words(say(Message(fr: "Semaine du", en: "Week of")))]
        + channels.map { .figures(say($0.noun.singular)) }
    )
    table.rows = weeks.map { index, week in
      [DataTable.Cell([.day(week.0.monday, language)], key: week.0.monday.description)]
        + channels.map { channel in
          let (before, after) = (week.0.byChannel[channel], week.1.byChannel[channel])
          let place = "/weeks/\(index)"
          let old = cell(before, "\(place)/old/\(channel.rawValue)")
          guard before != after else { return old }
          let new = cell(after, "\(place)/new/\(channel.rawValue)")
          return DataTable.Cell(old.content + [.text(" → ")] + new.content, key: String(after))
        }
    }
    return table.markup(language)
  }
}
