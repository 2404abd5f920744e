extension PaymentTerms {
  /// The terms of a wording such as `30 jours net`, `45 j FDM le 10` or `net 30`; `nil` if unknown.
  ///
  /// Accents, case, punctuation and spaces do not matter. The order of the days and the end of the
  /// month does: `45 jours fin de mois` and `fin de mois 45 jours` are different dates. A number
  /// alone is a number of days, at most 999.
  public init?(wording: some StringProtocol) {
    var reader = WordingReader(words: words(of: wording))
    guard let terms = reader.readTerms() else { return nil }
    self = terms
  }
}

/// Words that say nothing about the date.
private let fillers: Set<String> = [
  "a", "apres", "at", "calendaires", "d", "date", "de", "des", "du", "due", "emission",
  "facturation", "facture", "from", "invoice", "la", "net", "nets", "nette", "nettes", "of",
  "paiement", "payable", "payables", "payment", "reglement", "sous", "the", "within",
]

private struct WordingReader {
  private var words: ArraySlice<String>

  init(words: [String]) { self.words = words.filter { !fillers.contains($0) }[...] }

  /// All words as terms; `nil` if any of them is left over.
  mutating func readTerms() -> PaymentTerms? {
    let days: Int
    let monthEnd: PaymentTerms.MonthEnd
    if readMonthEnd() {
      days = readDays() ?? 0
      monthEnd = .beforeDays
    } else if let count = readDays() {
      days = count
      _ = readReceipt()
      monthEnd = readMonthEnd() ? .afterDays : .notUsed
    } else {
      guard readReceipt() || readWord("comptant", "cash", "immediat", "immediate") else {
        return nil
      }
      days = 0
      monthEnd = .notUsed
    }
    var dayOfMonth: Int?
    if readWord("le", "on") {
      guard let day = readNumber(), (1...31).contains(day) else { return nil }
      dayOfMonth = day
      _ = readWord("th")
      // The next such day after an end of month is always one of the following month.
      if readWord("mois") { _ = readWord("suivant") }
      if readWord("following", "next") { _ = readWord("month") }
    }
    guard words.isEmpty else { return nil }
    return PaymentTerms(days: days, monthEnd: monthEnd, dayOfMonth: dayOfMonth)
  }

  private mutating func readMonthEnd() -> Bool {
    readWord("fdm", "eom", "jfdm") || readPhrase("fin", "mois") || readPhrase("end", "month")
  }

  private mutating func readReceipt() -> Bool {
    readWord("reception", "receipt") || readPhrase("on", "receipt") || readPhrase("upon", "receipt")
  }

  private mutating func readDays() -> Int? {
    guard let number = readNumber() else { return nil }
    _ = readWord("jours", "jour", "j", "jrs", "jr", "days", "day")
    return number
  }

  private mutating func readNumber() -> Int? {
    guard let word = words.first, word.utf8.count <= 3, let number = Int(word) else { return nil }
    words.removeFirst()
    return number
  }

  private mutating func readWord(_ accepted: String...) -> Bool {
    guard let word = words.first, accepted.contains(word) else { return false }
    words.removeFirst()
    return true
  }

  private mutating func readPhrase(_ first: String, _ second: String) -> Bool {
    guard words.starts(with: [first, second]) else { return false }
    words.removeFirst(2)
    return true
  }
}

/// The runs of letters and of digits in a text, in lower case and without accents.
private func words(of text: some StringProtocol) -> [String] {
  var words: [String] = []
  var wordIsNumber: Bool?
  for scalar in text.lowercased().unicodeScalars {
    let letter = withoutAccent(scalar)
    let isNumber: Bool
    switch letter {
    case "a"..."z": isNumber = false
    case "0"..."9": isNumber = true
    case "\u{300}"..."\u{36F}": continue
    case _:
      wordIsNumber = nil
      continue
    }
    if wordIsNumber != isNumber { words.append("") }
    wordIsNumber = isNumber
    words[words.count - 1].unicodeScalars.append(letter)
  }
  return words
}

private func withoutAccent(_ letter: Unicode.Scalar) -> Unicode.Scalar {
  switch letter {
  case "à", "â": "a"
  case "é", "è", "ê": "e"
  case _: letter
  }
}
