import Diagnostics
import Planning
import Receivables

extension PlanFormat {
  /// A page to be read, printed or sent: what waits for a human first, as in the table.
  public static let html = PlanFormat(
    name: "html",
    summary: Message(
      fr: "une page à lire dans un navigateur ou à imprimer",
      en: "a page to be read in a browser or printed"
    ),
    write: { report, settings, output in
      PlanPageWriter(report: report, settings: settings).page.write(to: output)
    }
  )
}

/// Writes the parts of the page; the pointers are those of the JSON form.
private struct PlanPageWriter {
  let report: PlanReport
  let language: MessageLanguage
  /// The words of the table.
  let words: TextPage

  private let text: FigureText

  init(report: PlanReport, settings: TextSettings) {
    self.report = report
    language = settings.language
    words = TextPage(
      TextSettings(language: settings.language, width: settings.width),
      to: .nowhere
    )
    text = FigureText(language: settings.language)
  }

  private var plan: Plan { report.plan }

  private func say(_ message: Message) -> String { message.text(in: language) }

  var page: Page {
    Page(
      language: language,
      title: say(Message(fr: "Le plan du jour", en: "The plan of the day")),
      subtitle: .dayInWords(plan.date, language),
      summary: tiles,
      sections: modes + [statuses],
      notes: [
        say(
          Message(
            fr: "Rien n'est envoyé par cette page : c'est une liste de ce qui est à faire.",
            en: "Nothing is sent by this page: it is a list of what is to be done."
          )
        )
      ]
    )
  }

  private func count(_ number: Int, _ pointer: String) -> Markup {
    .figure(text.count(number), String(number), at: pointer)
  }

  private func money(_ amount: Int64, _ currency: Currency, _ pointer: String) -> Markup {
    .figure(text.money(Int128(amount), currency), String(amount), at: pointer)
  }

  // MARK: What is to be done

  private var tiles: [Markup] {
    ActionMode.humanFirst.map { mode in
      let actions = plan.actions.filter { $0.mode == mode }
      return .tile(
        say(mode.title),
        count(actions.count, "/actions#mode=\(mode.rawValue)"),
        [.text(CountedNoun.action.form(for: actions.count, in: language))]
      )
    }
  }

  private var modes: [Page.Section] {
    ActionMode.humanFirst.compactMap { mode in
      let actions = plan.actions.enumerated().filter { $0.element.mode == mode }
      guard !actions.isEmpty else { return nil }
      let shown = actions.prefix(DataTable.longest)
      return Page.Section(
        id: mode.rawValue,
        title: say(mode.title),
        content: [
          actions.count > 8 ? .filter(say(mode.title), language) : .nothing,
          .node(.div, shown.map { article($0.element, at: "/actions/\($0.offset)") }),
          rest(actions.count - shown.count),
        ]
      )
    }
  }

  private func rest(_ count: Int) -> Markup {
    guard count > 0 else { return .nothing }
    let number = text.count(count)
    let note = Message(
      fr: "Et \(number) actions de plus dans les formes csv et json.",
      en: "And \(number) more actions in the csv and json forms."
    )
    return .node(.p, [.class("note")], say(note))
  }

  private func article(_ action: PlannedAction, at place: String) -> Markup {
    let name = text.customer(action.customer, action.customerName)
    let details = words.description(of: action).dropFirst()
    return .node(
      .article,
      [
        .node(
          .header,
          [
            .node(.h3, name),
            action.customerName == nil ? .nothing : .node(.span, [.class("id")], action.customer),
            .node(
              .span,
              [.class("tag \(action.channel.colour)-edge")],
              say(action.channel.noun.singular)
            ),
            .node(.span, [.class("muted")], details.joined(separator: " · ")),
            .node(
              .span,
              [.class("amount")],
              [money(action.totalBalance, action.currency, "\(place)/total_balance")]
            ),
          ]
        ),
        invoices(of: action, at: place), claims(of: action, at: place), reasons(of: action),
      ]
    )
  }

  private func invoices(of action: PlannedAction, at place: String) -> Markup {
    let caption = Message(
      fr: "Factures · scénario \(action.scenario)",
      en: "Invoices · scenario \(action.scenario)"
    )
    var table = DataTable(
      caption: say(caption),
      columns: [
        .words(say(Message(fr: "Facture", en: "Invoice"))),
        .words(say(Message(fr: "Échéance", en: "Due on"))),
        .figures(say(Message(fr: "Retard", en: "Late"))),
        .figures(say(Message(fr: "Solde", en: "Balance"))),
        .words(say(Message(fr: "Étape", en: "Step"))),
      ]
    )
    table.style = .part
    table.rows = action.invoices.enumerated().map { index, invoice in
      let place = "\(place)/invoices/\(index)"
      return [
        DataTable.Cell(invoice.number),
        DataTable.Cell([.day(invoice.dueOn, language)]),
        DataTable.Cell([
          .figure(words.lateness(of: invoice), String(invoice.daysLate), at: "\(place)/days_late")
        ]),
        DataTable.Cell([money(invoice.balance, action.currency, "\(place)/balance")]),
        DataTable.Cell(invoice.step),
      ]
    }
    return table.markup(language)
  }

  /// The interest and the indemnity, where the message shows them.
  private func claims(of action: PlannedAction, at place: String) -> Markup {
    var parts: [Markup] = []
    if action.enclosures.contains(.penalties) {
      let label = say(Message(fr: "Pénalités de retard : ", en: "Late-payment interest: "))
      let figure =
        action.totalInterest.map { money($0, action.currency, "\(place)/total_interest") }
        ?? .node(.span, [.class("alarm")], words.interest(of: action))
      parts += [.text(label), figure]
    }
    if action.enclosures.contains(.indemnity) {
      let label = say(Message(fr: "Indemnité de recouvrement : ", en: "Recovery indemnity: "))
      if !parts.isEmpty { parts.append(.text(" · ")) }
      parts += [.text(label), money(action.totalIndemnity, .euro, "\(place)/total_indemnity")]
    }
    return parts.isEmpty ? .nothing : .node(.p, [.class("claims")], parts)
  }

  private func reasons(of action: PlannedAction) -> Markup {
    guard !action.reasons.isEmpty else { return .nothing }
    return .node(
      .ul,
      [.class("why")],
      action.reasons.map { .node(.li, words.text(of: $0, files: report.files)) }
    )
  }

  // MARK: Where every invoice stands

  private var statuses: Page.Section {
    let content: Markup =
      switch report.statuses {
      case .counted: .nothing
      case .listed: list
      }
    return Page.Section(
      id: "factures",
      title: say(Message(fr: "Toutes les factures", en: "All invoices")),
      content: [counts, content]
    )
  }

  private var counts: Markup {
    guard !plan.statuses.isEmpty else {
      let none = Message(
        fr: "Aucune facture n'existe à cette date dans le registre.",
        en: "The ledger has no invoice on that day."
      )
      return .node(.p, [.class("empty")], say(none))
    }
    let counts = plan.statusCounts.filter { $0.count > 0 }
    var table = DataTable(
      caption: say(Message(fr: "Par statut", en: "By status")),
      columns: [
        .words(say(Message(fr: "Statut", en: "Status"))),
        .figures(say(Message(fr: "Factures", en: "Invoices"))), .words(""),
      ]
    )
    table.style = .figure
    let most = Int128(counts.map(\.count).max() ?? 0)
    table.rows = counts.map { kind, count in
      [
        DataTable.Cell(kind.noun.form(for: count, in: language)),
        DataTable.Cell([self.count(count, "/counts/\(kind.rawValue)")]),
        DataTable.Cell([
          Bar.markup([Bar.Part(amount: Int128(count), colour: kind.colour)], longest: most)
        ]),
      ]
    }
    return table.markup(language)
  }

  private var list: Markup {
    var table = DataTable(
      caption: say(Message(fr: "Chaque facture et sa raison", en: "Every invoice and its reason")),
      columns: [
        .words(say(Message(fr: "Facture", en: "Invoice"))),
        .words(say(Message(fr: "Client", en: "Customer"))),
        .words(say(Message(fr: "Statut", en: "Status"))),
        .words(say(Message(fr: "Le", en: "On"))),
        .words(say(Message(fr: "Raison", en: "Reason"))),
      ]
    )
    table.rows = plan.statuses.map { status in
      [
        DataTable.Cell(status.invoice), DataTable.Cell(status.customer),
        DataTable.Cell(status.kind.noun.form(for: 1, in: language)),
        status.nextOn.map { DataTable.Cell([.day($0, language)], key: $0.description) }
          ?? DataTable.Cell([], key: ""),
        DataTable.Cell(words.text(ofReasonFor: status, files: report.files)),
      ]
    }
    return table.markup(language)
  }
}

extension InvoiceStatus.Kind {
  /// The class of the colour: what needs a person is warm.
  fileprivate var colour: String {
    switch self {
    case .action: "email"
    case .error, .uncovered: "age4"
    case .suspended, .deferred: "age2"
    case .waiting, .completed, .excluded: "age0"
    case .paid: "cash"
    }
  }
}
