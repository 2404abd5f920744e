import Diagnostics

/// The words that a statement of a file or scenario begins with, moments aside.
public enum StatementKeyword: CaseIterable, Hashable, Sendable {
  case scenario
  case template
  case example
  case column
  case definition
  case rate
  case description
  case inherits
  case without
  case appliesTo
  case priority
  case workingWeek
  case holidays
  case shift
  case catchUp
  case spacing
  case grouping
  case cap
  case threshold
  case penalties
  case indemnity
  case window
  case rule
}

/// The words of a `modèle` block, before its text.
public enum TemplateKeyword: CaseIterable, Hashable, Sendable {
  case language
  case subject
}

/// The words of placeholders that are no fields.
public enum PlaceholderKeyword: CaseIterable, Hashable, Sendable {
  case condition
  case otherwise
  case end
  case eachInvoice
}

/// The words that the lines of an `exemple` begin with.
public enum ExampleKeyword: CaseIterable, Hashable, Sendable {
  case scenario
  case customer
  case invoice
  case payment
  case dispute
  case promise
  case expectation
}

/// What `sans` at the start of a statement can take away.
public enum WithoutKeyword: CaseIterable, Hashable, Sendable {
  case step
  case prelude
  case penalties
}

/// The letters that moments count from.
public enum MomentKeyword: CaseIterable, Hashable, Sendable {
  case dueDate
  case lastReminder
}

/// The words that join or part the pieces of statements; as an operand they need quotes.
public enum Connective: CaseIterable, Hashable, Sendable {
  case and
  case or
  case not
  case `if`
  case then
  case otherwise
  case among
  case between
  case `is`
}

/// The small words inside statements.
public enum Particle: CaseIterable, Hashable, Sendable {
  /// Before what a setting counts or groups by.
  case by
  /// Before a day.
  case on
  /// Before the first day of a stretch.
  case from
  /// Before the last day of a stretch.
  case to
  /// Behind a number of repetitions, or before a rate that is multiplied.
  case multiple
  /// What a `plafond` counts.
  case contacts
  /// What is added to a published rate.
  case points
  /// Makes the days of a moment working days.
  case workingDays
  /// Takes a moment to the end of its month.
  case endOfMonth
  /// Behind `est`, asks whether a value is there.
  case present
  /// In an example, no action.
  case nothing
}

/// The closed vocabularies of the language: of each meaning all its spellings, in one place.
public enum Vocabulary {
  /// The first words of statements.
  public static let statements = WordTable(StatementKeyword.allCases) { keyword in
    switch keyword {
    case .scenario: ["scénario"]
    case .template: ["modèle"]
    case .example: ["exemple"]
    case .column: ["champ"]
    case .definition: ["soit"]
    case .rate: ["taux"]
    case .description: ["description"]
    case .inherits: ["reprend"]
    case .without: ["sans"]
    case .appliesTo: ["pour"]
    case .priority: ["priorité"]
    case .workingWeek: ["jours ouvrés"]
    case .holidays: ["fériés", "jours fériés"]
    case .shift: ["décaler"]
    case .catchUp: ["rattrapage"]
    case .spacing: ["espacement"]
    case .grouping: ["regrouper"]
    case .cap: ["plafond"]
    case .threshold: ["seuil"]
    case .penalties: ["pénalités", "pénalité"]
    case .indemnity: ["indemnité", "indemnités"]
    case .window: ["fenêtre"]
    case .rule: ["si"]
    }
  }

  /// The first words of the lines of a `modèle` block.
  public static let templateLines = WordTable(TemplateKeyword.allCases) { keyword in
    switch keyword {
    case .language: ["langue"]
    case .subject: ["objet"]
    }
  }

  /// The words of placeholders that are no fields.
  public static let placeholders = WordTable(PlaceholderKeyword.allCases) { keyword in
    switch keyword {
    case .condition: ["si"]
    case .otherwise: ["sinon"]
    case .end: ["fin"]
    case .eachInvoice: ["pour chaque facture"]
    }
  }

  /// The first words of the lines of an `exemple` block.
  public static let exampleLines = WordTable(ExampleKeyword.allCases) { keyword in
    switch keyword {
    case .scenario: ["scénario"]
    case .customer: ["client"]
    case .invoice: ["facture"]
    case .payment: ["paiement", "règlement"]
    case .dispute: ["litige"]
    case .promise: ["promesse"]
    case .expectation: ["le"]
    }
  }

  /// What stands behind `sans` at the start of a statement.
  public static let withoutSettings = WordTable(WithoutKeyword.allCases) { keyword in
    switch keyword {
    case .step: ["étape"]
    case .prelude: ["prélude"]
    case .penalties: ["pénalités", "pénalité"]
    }
  }

  /// What moments count from.
  public static let momentOrigins = WordTable(MomentKeyword.allCases) { keyword in
    switch keyword {
    case .dueDate: ["J"]
    case .lastReminder: ["R"]
    }
  }

  /// The events that steps can answer.
  public static let events = WordTable(Event.allCases) { event in
    switch event {
    case .payment: [event.rawValue, "au règlement"]
    case .partialPayment: [event.rawValue, "au règlement partiel"]
    case .brokenPromise: [event.rawValue]
    case .insolvency: [event.rawValue]
    }
  }

  /// The words that join conditions and part rules.
  public static let connectives = WordTable(Connective.allCases) { connective in
    switch connective {
    case .and: ["et"]
    case .or: ["ou"]
    case .not: ["non"]
    case .if: ["si"]
    case .then: ["alors"]
    case .otherwise: ["sinon"]
    case .among: ["dans"]
    case .between: ["entre"]
    case .is: ["est"]
    }
  }

  /// The small words inside statements.
  public static let particles = WordTable(Particle.allCases) { particle in
    switch particle {
    case .by: ["par"]
    case .on: ["le", "les"]
    case .from: ["du"]
    case .to: ["à", "au"]
    case .multiple: ["fois"]
    case .contacts: ["contacts", "contact"]
    case .points: ["points", "point"]
    case .workingDays: ["ouvrés", "ouvré"]
    case .endOfMonth: ["fin de mois"]
    case .present: ["renseigné", "renseignée", "renseignés", "renseignées"]
    case .nothing: ["rien"]
    }
  }
}
