import Diagnostics
import Planning
import Receivables

extension Channel {
  /// How a channel is named and counted.
  var noun: CountedNoun {
    switch self {
    case .email: CountedNoun(fr: ("email", "emails"), en: ("email", "emails"))
    case .letter: CountedNoun(fr: ("courrier", "courriers"), en: ("letter", "letters"))
    case .registered:
      CountedNoun(
        fr: ("recommandé", "recommandés"),
        en: ("registered letter", "registered letters")
      )
    case .sms: CountedNoun(fr: ("SMS", "SMS"), en: ("text message", "text messages"))
    case .call: CountedNoun(fr: ("appel", "appels"), en: ("call", "calls"))
    case .task: CountedNoun(fr: ("tâche", "tâches"), en: ("task", "tasks"))
    }
  }
}

extension PlannedAction {
  /// Nature and tone as a person says them: `relance douce`, `firm reminder`.
  var purpose: Message {
    switch nature {
    case .thanks: toned(Message(fr: "remerciement", en: "thank-you"), .masculine)
    case .preDueNotice: toned(Message(fr: "prévenance", en: "notice before the due date"))
    case .statement: toned(Message(fr: "relevé", en: "statement"), .masculine)
    case .reminder: toned(Message(fr: "relance", en: "reminder"))
    case .formalNotice: toned(Message(fr: "mise en demeure", en: "formal notice"))
    // Nobody reads a tone in the handover of a file.
    case .litigation: Message(fr: "contentieux", en: "handover to litigation")
    }
  }

  private enum Gender {
    case feminine
    case masculine
  }

  private func toned(_ nature: Message, _ gender: Gender = .feminine) -> Message {
    let word: Message
    switch (tone, gender) {
    case (.soft, .feminine): word = Message(fr: "douce", en: "gentle")
    case (.soft, .masculine): word = Message(fr: "doux", en: "gentle")
    case (.neutral, _): word = Message(fr: "neutre", en: "neutral")
    case (.firm, _): word = Message(fr: "ferme", en: "firm")
    case (.severe, _): word = Message(fr: "sévère", en: "severe")
    }
    return Message(fr: "\(nature.fr) \(word.fr)", en: "\(word.en) \(nature.en)")
  }
}

extension ContactRole {
  /// Whom the role means.
  var name: Message {
    switch self {
    case .principal: Message(fr: "contact principal", en: "main contact")
    case .accounting: Message(fr: "comptabilité", en: "accounting")
    case .management: Message(fr: "direction", en: "management")
    case .sales: Message(fr: "commercial", en: "sales")
    }
  }
}

extension Enclosure {
  /// What the message carries.
  var name: Message {
    switch self {
    case .penalties: Message(fr: "pénalités", en: "interest")
    case .indemnity: Message(fr: "indemnité", en: "indemnity")
    case .statement: Message(fr: "relevé", en: "statement")
    case .invoice: Message(fr: "facture", en: "invoice copy")
    case .instalmentPlan: Message(fr: "échéancier", en: "instalment plan")
    }
  }
}

extension ActionMode {
  /// What is to be done with the actions of a mode.
  var title: Message {
    switch self {
    case .automatic: Message(fr: "Automatique", en: "Automatic")
    case .approval: Message(fr: "À valider", en: "To approve")
    case .manual: Message(fr: "À faire à la main", en: "To do by hand")
    }
  }

  /// The actions of a mode, counted in a sentence.
  var noun: CountedNoun {
    switch self {
    case .automatic:
      CountedNoun(fr: ("automatique", "automatiques"), en: ("automatic", "automatic"))
    case .approval: CountedNoun(fr: ("à valider", "à valider"), en: ("to approve", "to approve"))
    case .manual:
      CountedNoun(fr: ("à faire à la main", "à faire à la main"), en: ("by hand", "by hand"))
    }
  }
}

extension InvoiceStatus.Kind {
  /// The invoices of a status, counted.
  var noun: CountedNoun {
    switch self {
    case .paid: CountedNoun(fr: ("payée", "payées"), en: ("paid", "paid"))
    case .error: CountedNoun(fr: ("en erreur", "en erreur"), en: ("in error", "in error"))
    case .uncovered:
      CountedNoun(fr: ("non couverte", "non couvertes"), en: ("uncovered", "uncovered"))
    case .excluded: CountedNoun(fr: ("exclue", "exclues"), en: ("excluded", "excluded"))
    case .suspended: CountedNoun(fr: ("suspendue", "suspendues"), en: ("suspended", "suspended"))
    case .deferred: CountedNoun(fr: ("reportée", "reportées"), en: ("deferred", "deferred"))
    case .action: CountedNoun(fr: ("en action", "en action"), en: ("in action", "in action"))
    case .completed: CountedNoun(fr: ("terminée", "terminées"), en: ("completed", "completed"))
    case .waiting: CountedNoun(fr: ("en attente", "en attente"), en: ("waiting", "waiting"))
    }
  }
}

/// A word that stands behind a number.
struct CountedNoun {
  let fr: (one: String, many: String)
  let en: (one: String, many: String)

  /// The word alone, for one.
  var singular: Message { Message(fr: fr.one, en: en.one) }

  /// The word for so many, without the number; in French the plural begins at two.
  func form(for count: Int, in language: MessageLanguage) -> String {
    switch language {
    case .french: count >= 2 ? fr.many : fr.one
    case .english: count == 1 ? en.one : en.many
    }
  }

  /// The number and the word: `1 action`, `2 actions`.
  func counted(_ count: Int, in language: MessageLanguage) -> String {
    "\(language.amounts.write(count)) \(form(for: count, in: language))"
  }

  /// Actions of a plan.
  static let action = CountedNoun(fr: ("action", "actions"), en: ("action", "actions"))
  /// Invoices.
  static let invoice = CountedNoun(fr: ("facture", "factures"), en: ("invoice", "invoices"))
  /// Customers.
  static let customer = CountedNoun(fr: ("client", "clients"), en: ("customer", "customers"))
}

extension MessageLanguage {
  /// How amounts are written.
  var amounts: AmountText {
    switch self {
    case .french: .french
    case .english: .english
    }
  }
}
