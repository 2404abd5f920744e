import Receivables

/// What happens to an invoice on a day.
public struct Treatment: Hashable, Sendable {
  /// The day.
  public let date: CalendarDate
  /// The identifier of the step.
  public let step: String
  /// The channels of all the actions it is in.
  public let channels: [Channel]
  /// What for.
  public let nature: Nature
  /// In which tone.
  public let tone: Tone
  /// By whom: of several actions the most cautious mode.
  public let mode: ActionMode
  /// Whom it goes to.
  public let recipient: ContactRole
  /// The template asked for.
  public let template: String?

  /// The treatments of each invoice in some actions, by identifier and in the order of days.
  static func all(in entries: [JournalEntry]) -> [String: [Treatment]] {
    var treatments: [String: [Treatment]] = [:]
    for entry in entries {
      for invoice in entry.action.invoices {
        var known = treatments[invoice.id] ?? []
        if let last = known.last, last.date == entry.date {
          known[known.count - 1] = last.joined(with: entry.action)
        } else {
          known.append(Treatment(of: invoice, in: entry))
        }
        treatments[invoice.id] = known
      }
    }
    return treatments
  }

  private init(of invoice: PlannedInvoice, in entry: JournalEntry) {
    let action = entry.action
    self.init(
      date: entry.date,
      step: invoice.step,
      channels: [action.channel],
      nature: action.nature,
      tone: action.tone,
      mode: action.mode,
      recipient: action.recipient,
      template: action.template
    )
  }

  private init(
    date: CalendarDate,
    step: String,
    channels: [Channel],
    nature: Nature,
    tone: Tone,
    mode: ActionMode,
    recipient: ContactRole,
    template: String?
  ) {
    self.date = date
    self.step = step
    self.channels = channels
    self.nature = nature
    self.tone = tone
    self.mode = mode
    self.recipient = recipient
    self.template = template
  }

  private func joined(with action: PlannedAction) -> Treatment {
    Treatment(
      date: date,
      step: step,
      channels: Channel.allCases.filter { channels.contains($0) || action.channel == $0 },
      nature: nature,
      tone: tone,
      mode: max(mode, action.mode),
      recipient: recipient,
      template: template
    )
  }
}

/// An invoice that two versions treat differently.
public struct TreatmentChange: Sendable {
  /// In which way.
  ///
  /// The raw value is the name in outputs.
  public enum Kind: String, CaseIterable, Sendable {
    /// It is in no action any more.
    case noLongerContacted = "no_longer_contacted"
    /// It is in an action now, and was in none.
    case newlyContacted = "newly_contacted"
    /// The first action comes sooner, or the next step; or the day of that step is known now.
    case earlier
    /// The first action comes later, or the next step; or the day of that step is known no more.
    case later
    /// There are fewer actions.
    case fewer
    /// There are more.
    case more
    /// A person acts now.
    case nowManual = "now_manual"
    /// A person must agree now.
    case nowApproval = "now_approval"
    /// The machine acts by itself now.
    case nowAutomatic = "now_automatic"
    /// It goes through another channel.
    case otherChannel = "other_channel"
    /// It is for something else.
    case otherNature = "other_nature"
    /// It sounds otherwise.
    case otherTone = "other_tone"
    /// It goes to someone else, or with another template.
    case otherMessage = "other_message"
    /// It is done as another step.
    case otherStep = "other_step"
    /// It stands otherwise, without an action in either version.
    case otherStatus = "other_status"
  }

  /// The invoice.
  public let invoice: String
  /// Its customer.
  public let customer: String
  /// All that is different, in the order of `Kind`; never empty.
  public let kinds: [Kind]
  /// What the old version does, by day.
  public let old: [Treatment]
  /// What the new version does, by day.
  public let new: [Treatment]
  /// Where it stands in the old version, where a single day is compared.
  public let oldStatus: InvoiceStatus.Kind?
  /// Where it stands in the new version, where a single day is compared.
  public let newStatus: InvoiceStatus.Kind?
  /// The step it stands at in the old version, where a single day is compared.
  public let oldStep: String?
  /// The step it stands at in the new version, where a single day is compared.
  public let newStep: String?
  /// The day of its next step in the old version, where that is known.
  public let oldNextOn: CalendarDate?
  /// The day of its next step in the new version, where that is known.
  public let newNextOn: CalendarDate?
}
