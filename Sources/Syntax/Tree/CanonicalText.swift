extension Moment {
  /// The moment as it stands in step identifiers and as the formatter writes it: `J+7`,
  /// `J+1 ouvré`, `J+2 semaines`, `J+30 fin de mois`, `R+10`, `au paiement`.
  public var canonicalText: String {
    switch self {
    case .days(let days): "J\(offset(days))"
    case .workingDays(let days): "J\(counted(days, "ouvré", "ouvrés"))"
    case .weeks(let weeks): "J\(counted(weeks, "semaine", "semaines"))"
    case .months(let months): "J\(counted(months, "mois", "mois"))"
    case .endOfMonth(let days): "J\(offset(days)) fin de mois"
    case .afterReminder(let days): "R+\(days)"
    case .event(let event): event.rawValue
    }
  }
}

/// A signed number, nothing for 0.
private func offset(_ number: Int) -> String {
  number == 0 ? "" : signed(number)
}

/// A signed number and its unit, singular for 0 and ±1.
private func counted(_ number: Int, _ one: String, _ many: String) -> String {
  "\(signed(number)) \((-1...1).contains(number) ? one : many)"
}

private func signed(_ number: Int) -> String {
  number < 0 ? "\(number)" : "+\(number)"
}
