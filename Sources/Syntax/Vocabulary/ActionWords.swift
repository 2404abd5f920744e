import Diagnostics
import Receivables

/// A word or phrase of an action: one of the four kinds, or the start of an option.
public enum ActionWord: Hashable, Sendable {
  /// How the customer is reached.
  case channel(Channel)
  /// What for.
  case nature(Nature)
  /// In which tone.
  case tone(Tone)
  /// Who acts.
  case mode(ActionMode)
  /// What comes beside it.
  case option(ActionOption)
}

/// The words that options of an action begin with.
public enum ActionOption: CaseIterable, Hashable, Sendable {
  case recipient
  case copy
  case notify
  case template
  case enclosures
  case grace
  case repetition
}

/// The words that effects of a rule begin with, modes aside.
public enum EffectKeyword: CaseIterable, Hashable, Sendable {
  case tone
  case channel
  case template
  case recipient
  case without
  case postpone
  case advance
  case notify
}

extension Vocabulary {
  /// The channels.
  public static let channels = WordTable(Channel.allCases) { channel in
    switch channel {
    case .email:
      [channel.rawValue, "courriel", "e-mail", "mail", "emails", "courriels", "e-mails", "mails"]
    case .letter: [channel.rawValue, "lettre", "courriers", "lettres"]
    case .registered: registeredLetterSpellings
    case .sms: [channel.rawValue, "texto", "textos"]
    case .call:
      [
        channel.rawValue, "appels", "téléphone", "téléphones", "appel téléphonique",
        "appels téléphoniques",
      ]
    case .task: [channel.rawValue, "tâches"]
    }
  }

  /// The natures.
  public static let natures = WordTable(Nature.allCases) { nature in
    switch nature {
    case .thanks: [nature.rawValue, "remerciements"]
    case .preDueNotice: [nature.rawValue, "prévenances"]
    case .statement: [nature.rawValue, "relevé de compte", "relevés", "relevés de compte"]
    case .reminder: [nature.rawValue, "rappel", "relances", "rappels"]
    case .formalNotice: [nature.rawValue, "MED", "mises en demeure"]
    case .litigation:
      [
        nature.rawValue, "passage au contentieux", "passages au contentieux",
        "transmission contentieux", "transmissions contentieux", "transmission au contentieux",
        "transmissions au contentieux",
      ]
    }
  }

  /// The tones.
  public static let tones = WordTable(Tone.allCases) { tone in
    switch tone {
    case .soft: [tone.rawValue, "douce", "douces"]
    case .neutral: [tone.rawValue, "neutres"]
    case .firm: [tone.rawValue, "fermes"]
    case .severe: [tone.rawValue, "sévères"]
    }
  }

  /// The modes of steps.
  public static let actionModes = WordTable(ActionMode.allCases) { mode in
    switch mode {
    case .automatic: [mode.rawValue, "automatiques"]
    case .approval:
      [mode.rawValue, "validations", "à valider", "semi-automatique", "semi-automatiques"]
    case .manual: [mode.rawValue, "manuelle", "manuels", "manuelles"]
    }
  }

  /// What rules make of an invoice; the modes of steps are spelled as there.
  public static let invoiceModes = WordTable(InvoiceMode.allCases) { mode in
    switch mode {
    case .automatic: actionModes.spellings(.automatic)
    case .approval: actionModes.spellings(.approval)
    case .manual: actionModes.spellings(.manual)
    case .suspend: [mode.rawValue]
    case .exclude: [mode.rawValue]
    }
  }

  /// The contacts.
  public static let roles = WordTable(ContactRole.allCases) { role in
    switch role {
    case .principal: [role.rawValue]
    case .accounting: [role.rawValue]
    case .management: [role.rawValue]
    case .sales: [role.rawValue]
    }
  }

  /// What `avec` can add.
  public static let enclosures = WordTable(Enclosure.allCases) { enclosure in
    switch enclosure {
    case .penalties: [enclosure.rawValue, "pénalité"]
    case .indemnity: [enclosure.rawValue, "indemnités"]
    case .statement: [enclosure.rawValue, "relevé de compte", "relevés", "relevés de compte"]
    case .invoice: [enclosure.rawValue, "factures"]
    case .instalmentPlan: [enclosure.rawValue, "échéanciers"]
    }
  }

  /// The words that options begin with.
  public static let actionOptions = WordTable(ActionOption.allCases) { option in
    switch option {
    case .recipient: ["à", "au", "à la"]
    case .copy: ["copie", "copie à", "copie au", "copie à la"]
    case .notify: ["notifier", "notifier le", "notifier la"]
    case .template: ["modèle"]
    case .enclosures: ["avec"]
    case .grace: ["délai", "délai de"]
    case .repetition: ["tous les"]
    }
  }

  /// The words that effects begin with, modes aside.
  public static let effects = WordTable(EffectKeyword.allCases) { keyword in
    switch keyword {
    case .tone: ["ton"]
    case .channel: ["canal"]
    case .template: ["modèle"]
    case .recipient: ["à", "au", "à la"]
    case .without: ["sans"]
    case .postpone: ["retarder de", "retarder"]
    case .advance: ["avancer de", "avancer"]
    case .notify: ["notifier", "notifier le", "notifier la"]
    }
  }

  /// All that an action is made of: the four kinds and the options in one table, so that the longest
  /// spelling of any kind wins (`recommandé avec AR` over `recommandé` and `avec`).
  public static let actionWords: WordTable<ActionWord> = {
    var spellings: [ActionWord: [String]] = [:]
    var words: [ActionWord] = []
    func add(_ word: ActionWord, _ list: [String]) {
      words.append(word)
      spellings[word] = list
    }
    for entry in channels.entries { add(.channel(entry.value), entry.spellings) }
    for entry in natures.entries { add(.nature(entry.value), entry.spellings) }
    for entry in tones.entries { add(.tone(entry.value), entry.spellings) }
    for entry in actionModes.entries { add(.mode(entry.value), entry.spellings) }
    for entry in actionOptions.entries { add(.option(entry.value), entry.spellings) }
    return WordTable(words) { spellings[$0] ?? [] }
  }()

  /// `recommandé`, `lettre recommandée`, `LRAR`, each also with its acknowledgement of receipt.
  private static var registeredLetterSpellings: [String] {
    let letters = [
      Channel.registered.rawValue, "recommandée", "recommandés", "recommandées",
      "lettre recommandée", "lettres recommandées", "courrier recommandé", "courriers recommandés",
    ]
    let receipts = ["avec AR", "avec accusé de réception"]
    return letters + ["LRAR"] + letters.flatMap { letter in receipts.map { "\(letter) \($0)" } }
  }
}
