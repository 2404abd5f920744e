extension CalendarDate {
  /// The day as French letters are dated: `1er février 2026`.
  public var frenchWords: String {
    let (year, month, day) = components
    return "\(day == 1 ? "1er" : String(day)) \(Self.frenchMonths[month - 1]) \(year)"
  }

  /// The day as English letters are dated, in a form that no reader mistakes: `1 February 2026`.
  public var englishWords: String {
    let (year, month, day) = components
    return "\(day) \(Self.englishMonths[month - 1]) \(year)"
  }

  private static let frenchMonths = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
  ]

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
