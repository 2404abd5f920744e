import Diagnostics
import Receivables
import Syntax

/// Gives `exemple` blocks their meaning and reports what is wrong in them.
struct ExampleBuilder {
  /// Checks the facts; its names are those of conditions.
  let checker: ExpressionChecker
  /// The names of the scenarios.
  let scenarios: [String]
  /// The templates.
  let templates: TemplateTable
  /// The files in which something could not be read: what is missing there may be that.
  let unreadableFiles: Set<Int>

  /// The example; `nil` where something is wrong in it, which has been reported.
  func build(_ syntax: ExampleSyntax) -> Example? {
    let reported = checker.findings.diagnostics.count
    let facts = FactReader(checker: checker)
    var book = InvoiceBook(of: syntax, isWhole: isWhole(syntax), facts: facts)
    let customer = customer(syntax, facts)
    book.attachEvents()
    let expectations = self.expectations(syntax)
    let isRight = !checker.findings.diagnostics[reported...].hasErrors
    guard isRight, book.isWhole, !book.accounts.isEmpty, !expectations.isEmpty else { return nil }
    var account = CustomerAccount(customer)
    account.invoices = book.accounts.sorted { precedes($0.invoice.id, $1.invoice.id) }
    if account.customer.insolvencyOn == .earliest {
      // Proceedings concern only the invoices issued before them.
      let issuedOn = account.invoices.compactMap { $0.invoice.issuedOn }.max()
      account.customer.insolvencyOn = issuedOn?.adding(days: 1) ?? .earliest
    }
    let example = Example(
      name: syntax.name.text,
      range: syntax.name.range,
      account: account,
      expectations: expectations.sorted { $0.day < $1.day }
    )
    if let early = example.expectations.first(where: { $0.day < example.firstDay }) {
      report(tooEarly: early, in: example)
      return nil
    }
    return example
  }

  /// Whether all lines of an example could be read.
  private func isWhole(_ syntax: ExampleSyntax) -> Bool {
    !unreadableFiles.contains(syntax.range.file)
  }

  // MARK: The customer

  private func customer(_ syntax: ExampleSyntax, _ facts: FactReader) -> Customer {
    var customer = Customer(id: "exemple")
    customer.email = "client@example.fr"
    customer.phone = "01 23 45 67 89"
    customer.address = "1 rue de l'Exemple, 75001 Paris"
    customer.extras = checker.columns.map { _ in nil }
    var first: SourceRange?
    for line in syntax.lines {
      switch line.kind {
      case .scenario(let name): customer.scenario = scenario(name)
      case .customer(let stated):
        if let first {
          checker.findings.report(.secondLine(line.range, of: first))
        } else {
          first = line.range
          facts.state(stated, about: &customer)
        }
      case .invoice, .payment, .dispute, .promise, .expectation: break
      }
    }
    return customer
  }

  private func scenario(_ name: NameSyntax) -> String? {
    if let known = scenarios.first(where: { $0.folded == name.folded }) { return known }
    checker.findings.reportUnknown(
      name,
      .unknownName(name, Message(fr: "scénario", en: "scenario"), among: scenarios)
    )
    return nil
  }

  // MARK: What is expected

  private func expectations(_ syntax: ExampleSyntax) -> [Example.Expectation] {
    var expectations: [Example.Expectation] = []
    var first: [CalendarDate: SourceRange] = [:]
    for line in syntax.lines {
      guard case .expectation(let day, let actions) = line.kind else { continue }
      if let earlier = first.updateValue(day.range, forKey: day.value) {
        checker.findings.report(.secondLine(day.range, of: earlier))
      }
      expectations.append(
        Example.Expectation(
          day: day.value,
          actions: actions.flatMap(expected),
          range: line.range
        )
      )
    }
    if expectations.isEmpty, isWhole(syntax) {
      checker.report(
        .structure,
        at: syntax.name.range,
        Message(fr: "l'exemple n'attend rien", en: "the example expects nothing"),
        help: Message(
          fr: "ajouter une ligne comme `le 19/01/2026 : email doux` ou `le 20/01/2026 : rien`",
          en: "add a line such as `le 19/01/2026 : email doux` or `le 20/01/2026 : rien`"
        )
      )
    }
    return expectations
  }

  /// An action for each channel that `+` joins, as in a plan.
  private func expected(_ syntax: ExampleSyntax.ExpectedAction) -> [Example.ExpectedAction] {
    let action = syntax.action
    if let repetition = action.repetition {
      checker.report(
        .structure,
        at: repetition.range,
        Message(
          fr: "une action attendue est celle d'un seul jour",
          en: "an expected action is that of a single day"
        ),
        help: Message(
          fr: "écrire une ligne `le` pour chaque jour",
          en: "write a `le` line for each day"
        )
      )
    }
    let template = action.template.flatMap { templates.resolve($0, checker.findings) }
    return (action.channels?.value.parts ?? [[]]).map { channels in
      Example.ExpectedAction(
        channels: channels,
        nature: action.nature?.value,
        tone: action.tone?.value,
        mode: action.mode?.value,
        recipient: action.recipient?.value,
        copies: action.copies.map { $0.value },
        notifications: action.notifications.map { $0.value },
        template: template,
        enclosures: action.enclosures.map { $0.value },
        graceDays: action.graceDays?.value,
        range: syntax.range
      )
    }
  }

  private func report(tooEarly expectation: Example.Expectation, in example: Example) {
    let first = example.firstDay
    checker.report(
      .structure,
      at: expectation.range,
      Message(
        fr: "ce jour n'est pas joué : l'exemple commence le \(first.frenchDescription)",
        en: "this day is not played: the example begins on \(first)"
      ),
      help: Message(
        fr: "un exemple commence \(Example.lead) jours avant sa première échéance",
        en: "an example begins \(Example.lead) days before its first due date"
      )
    )
  }
}

extension Diagnostic {
  /// A second line of a kind of which an example has one.
  fileprivate static func secondLine(_ range: SourceRange, of first: SourceRange) -> Diagnostic {
    Diagnostic(
      .structure,
      at: range,
      Message(
        fr: "cette ligne est déjà dans l'exemple",
        en: "the example has this line already"
      ),
      notes: [
        DiagnosticNote(Message(fr: "la première est ici", en: "the first is here"), at: first)
      ],
      help: Message(
        fr: "réunir les deux lignes en une, avec des virgules",
        en: "join the two lines into one, with commas"
      )
    )
  }
}
