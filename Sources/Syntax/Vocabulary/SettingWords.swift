import Diagnostics
import Receivables

extension Vocabulary {
  /// The days of the week.
  public static let weekdays = WordTable(Weekday.allCases) { weekday in
    switch weekday {
    case .monday: ["lundi"]
    case .tuesday: ["mardi"]
    case .wednesday: ["mercredi"]
    case .thursday: ["jeudi"]
    case .friday: ["vendredi"]
    case .saturday: ["samedi"]
    case .sunday: ["dimanche"]
    }
  }

  /// The regions whose public holidays are known.
  public static let holidayRegions = WordTable(HolidayRegion.allCases) { region in
    switch region {
    case .france: [region.rawValue]
    case .alsaceMoselle: [region.rawValue, "Alsace Moselle"]
    case .none: [region.rawValue]
    }
  }

  /// Where a step goes that falls on a day off.
  public static let dayShifts = WordTable(DayShift.allCases) { shift in
    switch shift {
    case .following: ["au jour ouvré suivant", shift.rawValue]
    case .preceding: ["au jour ouvré précédent", shift.rawValue]
    case .none: [shift.rawValue]
    }
  }

  /// How an invoice that is late in the scenario catches up.
  public static let catchUps = WordTable(CatchUp.allCases) { [$0.rawValue] }

  /// Which invoices share a message, behind `regrouper par`.
  public static let groupings = WordTable(Grouping.allCases) { [$0.rawValue] }

  /// Who is counted by a `plafond`, behind `par`.
  public static let capScopes = WordTable(ContactCap.Scope.allCases) { [$0.rawValue] }

  /// The published rates, behind `taux`.
  public static let referenceRates = WordTable(ReferenceRate.allCases) { rate in
    switch rate {
    case .ecb: ["BCE", "taux BCE"]
    case .legal: ["légal", "taux légal"]
    }
  }

  /// The units of time behind a number.
  public static let durationUnits = WordTable(DurationUnit.allCases) { unit in
    switch unit {
    case .days: ["jours", "jour", "j"]
    case .workingDays: ["jours ouvrés", "jour ouvré", "j ouvrés", "j ouvré"]
    case .weeks: ["semaines", "semaine"]
    case .months: ["mois"]
    case .years: ["ans", "an", "années", "année"]
    }
  }

  /// The tables of the ledger that `champ` can add a column to.
  public static let columnTables = WordTable([ExtraColumn.Table.customers, .invoices]) { table in
    switch table {
    case .customers: ["client"]
    case .invoices: ["facture"]
    }
  }

  /// The types of the columns that `champ` adds.
  public static let columnKinds = WordTable(ExtraColumn.Kind.allCases) { kind in
    switch kind {
    case .text: ["texte"]
    case .integer: ["entier"]
    case .number: ["nombre"]
    case .percentage: ["pourcentage"]
    case .money: ["montant"]
    case .duration: ["durée"]
    case .date: ["date"]
    case .truth: ["booléen"]
    }
  }
}
