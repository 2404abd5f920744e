/// A way to reach a customer, or an internal task.
///
/// The raw value is the canonical word, as it stands in plans and in the history.
public enum Channel: String, CaseIterable, Sendable {
  /// An e-mail.
  case email
  /// A letter by ordinary post.
  case letter = "courrier"
  /// A letter by registered post with acknowledgement of receipt.
  case registered = "recommandé"
  /// A text message.
  case sms = "SMS"
  /// A telephone call made by a person.
  case call = "appel"
  /// Work for a colleague; the customer is not contacted.
  case task = "tâche"

  /// What invoices must share to go into one message.
  public var medium: Medium {
    switch self {
    case .email, .letter, .registered, .sms: .written
    case .call: .oral
    case .task: .internal
    }
  }

  /// The address the channel needs.
  public var neededAddress: AddressKind? {
    switch self {
    case .email: .email
    case .letter, .registered: .postal
    case .sms, .call: .phone
    case .task: nil
    }
  }
}

/// Groups of channels whose invoices may share a message.
public enum Medium: Int, CaseIterable, Sendable {
  /// E-mail, letter, registered letter, text message.
  case written
  /// A call.
  case oral
  /// A task.
  case `internal`
}

/// Kinds of address a channel can need.
public enum AddressKind: Sendable, CaseIterable {
  /// An e-mail address.
  case email
  /// A telephone number.
  case phone
  /// A postal address.
  case postal
}

/// What a message is for, from the least severe to the most.
///
/// The raw value is the canonical word, as it stands in plans and in the history.
public enum Nature: String, CaseIterable, Sendable {
  /// Thanks for a payment.
  case thanks = "remerciement"
  /// A notice before the due date.
  case preDueNotice = "prévenance"
  /// A statement of account.
  case statement = "relevé"
  /// A reminder.
  case reminder = "relance"
  /// A formal notice to pay.
  case formalNotice = "mise en demeure"
  /// The handover to litigation.
  case litigation = "contentieux"
}

/// How a message sounds, from the softest to the hardest.
///
/// The raw value is the canonical word, as it stands in plans and in the history.
public enum Tone: String, CaseIterable, Sendable, Comparable {
  /// Gentle.
  case soft = "doux"
  /// Neutral.
  case neutral = "neutre"
  /// Firm.
  case firm = "ferme"
  /// Severe.
  case severe = "sévère"

  private var weight: Int {
    switch self {
    case .soft: 0
    case .neutral: 1
    case .firm: 2
    case .severe: 3
    }
  }

  /// Orders from soft to severe.
  public static func < (left: Tone, right: Tone) -> Bool { left.weight < right.weight }
}

/// Who carries an action out.
///
/// The raw value is the canonical word, as it stands in plans and in the history.
public enum ActionMode: String, CaseIterable, Sendable, Comparable {
  /// The machine, unattended.
  case automatic = "automatique"
  /// The machine, once a person has agreed.
  case approval = "validation"
  /// A person.
  case manual = "manuel"

  private var caution: Int {
    switch self {
    case .automatic: 0
    case .approval: 1
    case .manual: 2
    }
  }

  /// Orders from the least cautious to the most.
  public static func < (left: ActionMode, right: ActionMode) -> Bool {
    left.caution < right.caution
  }
}

/// A person's part at the customer's, or at ours for copies and notifications.
///
/// The raw value is the canonical word, as it stands in plans and in the ledger.
public enum ContactRole: String, CaseIterable, Sendable {
  /// The main contact.
  case principal
  /// Accounting.
  case accounting = "comptabilité"
  /// Management.
  case management = "direction"
  /// Sales.
  case sales = "commercial"
}

/// What a message can show or carry beside the claim.
///
/// The raw value is the canonical word; the order of the cases is the order in plans.
public enum Enclosure: String, CaseIterable, Sendable {
  /// The late-payment interest.
  case penalties = "pénalités"
  /// The fixed recovery sum.
  case indemnity = "indemnité"
  /// A statement of account.
  case statement = "relevé"
  /// A copy of the invoice.
  case invoice = "facture"
  /// The instalment plan.
  case instalmentPlan = "échéancier"
}
