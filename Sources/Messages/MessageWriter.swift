import Diagnostics
import Planning
import Receivables
import Semantics

/// Puts planned messages into words.
public struct MessageWriter: Sendable {
  private let scenarios: ScenarioSet
  private let rates: ExchangeRates
  private let templates: [FoldedText: Template]
  /// The interest that each scenario asks, by its name.
  private let penalties: [String: PenaltyRule]

  /// Who is owed, as the scenario files say.
  public let creditor: Creditor

  /// A writer for the plans of these scenarios.
  ///
  /// - Parameters:
  ///   - scenarios: what the files declare, their templates among it
  ///   - rates: the exchange rates of the ledger
  public init(scenarios: ScenarioSet, rates: ExchangeRates) {
    self.scenarios = scenarios
    self.rates = rates
    creditor = Creditor(scenarios.definitions)
    penalties = Dictionary(
      scenarios.scenarios.map { ($0.name, $0.penalties) },
      uniquingKeysWith: { first, _ in first }
    )
    templates = Dictionary(
      scenarios.templates.map { ($0.name.folded, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The message of an action of the plan of a day for an account.
  public func message(
    for action: PlannedAction,
    to account: CustomerAccount,
    on day: CalendarDate
  ) -> RenderedMessage {
    let own = action.template.flatMap { templates[$0.folded] }
    let language = MessageLanguage(named: own.map(\.language) ?? account.customer.language)
    let template = own ?? BuiltInTemplates.template(for: action, language)
    let subject = TemplateSubject(
      action,
      of: own == nil
        ? account.withFacts(of: action, penalties: penalties[action.scenario] ?? .none) : account,
      on: day,
      scenarios: own == nil ? BuiltInTemplates.scenarios : scenarios,
      rates: rates,
      creditor: creditor
    )
    let filling = TemplateFilling(subject: subject, language: language)
    let enclosures = self.enclosures(of: action, language)
    var short: ShortText?
    var body = BodyLayout(
      filling.fill(template?.body ?? []) + line(of: enclosures, action.channel, language)
    )
    if action.channel == .sms {
      let text = shortText(template, own, filling)
      short = text
      body = BodyLayout(text.text)
    }
    let title =
      action.channel == .sms ? "" : withBars(filling.fill(template?.subject ?? [])).trimmed
    return RenderedMessage(
      action: action,
      day: day,
      language: language,
      sender: sender(for: action.channel),
      recipient: recipient(of: action, in: account),
      copies: copies(of: action, in: account),
      subject: title,
      text: short.map { "\($0.text)\n" } ?? body.plainText,
      html: body.html,
      enclosures: enclosures,
      mentions: creditor[.creditorMentions],
      short: short
    )
  }

  /// The canonical texts of actions of the plan of a day, by the names of the messages in the history:
  /// what the history keeps as proof.
  ///
  /// Calls and tasks have none: their script is not what was said.
  public func texts(
    of actions: [PlannedAction],
    in ledger: Ledger,
    on day: CalendarDate
  ) -> [String: String] {
    var accounts: [String: CustomerAccount] = [:]
    for account in ledger.accounts { accounts[account.customer.id] = account }
    var texts: [String: String] = [:]
    for action in actions where action.channel.medium == .written {
      guard let account = accounts[action.customer] else { continue }
      texts[action.messageID(on: day)] = message(for: action, to: account, on: day).canonicalText
    }
    return texts
  }

  /// The text of an SMS: one of our own making fits into one message, the ledger's texts shortened
  /// first and the sentence last; what the user wrote is sent as it is, in parts.
  private func shortText(
    _ template: Template?,
    _ own: Template?,
    _ filling: TemplateFilling
  ) -> ShortText {
    let body = template?.body ?? []
    let whole = ShortText(withBars(filling.fill(body)))
    guard own == nil, whole.parts > 1 else { return whole }
    var shorter = filling
    for limit in [30, 20, 14, 10] {
      shorter.textLimit = limit
      let text = ShortText(withBars(shorter.fill(body)))
      if text.parts == 1 { return text }
    }
    return ShortText(withBars(shorter.fill(body))).cut()
  }

  // MARK: The ends of the message

  private func sender(for channel: Channel) -> Party {
    let address =
      switch channel.neededAddress {
      case .email: creditor[.creditorEmail]
      case .phone: creditor[.creditorPhone]
      case .postal: creditor[.creditorAddress]
      case nil: String?.none
      }
    return Party(
      name: creditor[.creditor] ?? "",
      person: creditor[.signatory],
      address: address
    )
  }

  private func recipient(of action: PlannedAction, in account: CustomerAccount) -> Party {
    let entry = action.channel.neededAddress.flatMap {
      AddressBook(of: account).entry($0, for: action.recipient)
    }
    return Party(
      name: account.customer.name ?? account.customer.id,
      person: entry?.person,
      address: entry?.address
    )
  }

  private func copies(of action: PlannedAction, in account: CustomerAccount) -> [Party] {
    guard let kind = action.channel.neededAddress else { return [] }
    let book = AddressBook(of: account)
    return action.copies.compactMap { role in
      book.contact(kind, role).map { entry in
        Party(
          name: account.customer.name ?? account.customer.id,
          person: entry.person,
          address: entry.address
        )
      }
    }
  }

  // MARK: Enclosures

  /// The line at the end of a message that says what goes with it.
  private func line(
    of enclosures: [String],
    _ channel: Channel,
    _ language: MessageLanguage
  ) -> String {
    switch channel {
    case .email, .letter, .registered:
      guard !enclosures.isEmpty else { return "" }
      let list = singleLine(
        enclosures.joined(separator: language.say(Message(fr: " ; ", en: "; ")))
      )
      return "\n\n"
        + language.say(Message(fr: "Pièces jointes : \(list).", en: "Enclosed: \(list)."))
    case .sms, .call, .task: return ""
    }
  }

  /// What goes with the message as a document of its own.
  private func enclosures(of action: PlannedAction, _ language: MessageLanguage) -> [String] {
    action.enclosures.compactMap { enclosure in
      switch enclosure {
      case .penalties, .indemnity: return nil
      case .statement:
        // Such a message is the statement.
        if action.nature == .statement { return nil }
        return language.say(Message(fr: "relevé de compte", en: "statement of account"))
      case .instalmentPlan:
        return language.say(Message(fr: "échéancier", en: "instalment plan"))
      case .invoice:
        let numbers = action.invoices.prefix(10).map { plainLine($0.number) }
        let more = action.invoices.count - numbers.count
        let list = numbers.joined(separator: ", ")
        if more > 0 {
          return language.say(
            Message(
              fr: "copie de \(action.invoices.count) factures (\(list)…)",
              en: "copies of \(action.invoices.count) invoices (\(list)…)"
            )
          )
        }
        return language.say(
          action.invoices.count == 1
            ? Message(fr: "copie de la facture \(list)", en: "copy of invoice \(list)")
            : Message(fr: "copie des factures \(list)", en: "copies of invoices \(list)")
        )
      }
    }
  }
}
