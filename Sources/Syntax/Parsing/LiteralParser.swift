import Diagnostics
import Receivables

// MARK: Numbers with their units

extension Parser {
  /// A number and the unit behind it, as an operand.
  mutating func parseQuantity() throws(Unreadable) -> ExpressionSyntax {
    let start = index
    let number = advance()
    if take(.percent) {
      let percent = try percentage(of: number)
      return ExpressionSyntax(.percentage(percent), at: range(from: start))
    }
    if let unit = take(Vocabulary.durationUnits) {
      let days = try days(of: number, in: unit.value)
      try checkUnit()
      return ExpressionSyntax(.duration(days: days, unit: unit.value), at: range(from: start))
    }
    if let currency = takeCurrency() {
      let money = try money(of: number, in: currency)
      return ExpressionSyntax(.money(money), at: range(from: start))
    }
    try checkAmount(number)
    try checkUnit()
    let value = try value(of: number)
    return ExpressionSyntax(.number(value), at: range(from: start))
  }

  /// Reads a whole number, which must come next.
  mutating func expectInteger(_ what: Message) throws(Unreadable) -> Located<Int> {
    let start = index
    let isNegative = take(.minus)
    guard token.kind == .number else { throw expected(what) }
    let number = advance()
    guard let value = digits(of: number).integer else {
      throw report(
        wrongNumber(
          number,
          Message(fr: "n'est pas un nombre entier", en: "is not a whole number")
        )
      )
    }
    return Located(isNegative ? -value : value, at: range(from: start))
  }

  /// Reads a number of days or weeks with its unit, which must come next.
  mutating func expectDays(_ what: Message) throws(Unreadable) -> Located<Int> {
    let start = index
    guard token.kind == .number else {
      throw expected(
        what,
        help: Message(fr: "par exemple `7 jours`", en: "for example `7 jours`")
      )
    }
    let number = advance()
    guard let unit = take(Vocabulary.durationUnits) else {
      throw missingUnit(
        Message(fr: "l'unité", en: "the unit"),
        help: Message(
          fr: "écrire `\(text(number)) jours`",
          en: "write `\(text(number)) jours`"
        ),
        fix: Fix(.safe, replacing: range(of: number).end, with: " jours")
      )
    }
    switch unit.value {
    case .days, .weeks:
      return Located(try days(of: number, in: unit.value), at: range(from: start))
    case .workingDays, .months, .years:
      throw report(
        Diagnostic(
          .syntax,
          at: unit.range,
          Message(
            fr: "ici se comptent des jours ou des semaines",
            en: "days or weeks are counted here"
          ),
          label: Message(fr: "`jours` ou `semaines`", en: "`jours` or `semaines`")
        )
      )
    }
  }

  /// Reads an amount with its currency, which must come next.
  mutating func expectMoney(_ what: Message) throws(Unreadable) -> Located<Money> {
    let start = index
    let isNegative = take(.minus)
    guard token.kind == .number else {
      let example = Message(fr: "par exemple `15 €`", en: "for example `15 €`")
      throw expected(what, help: isAt(.euro) ? amountOrder : example)
    }
    let number = advance()
    guard let currency = takeCurrency() else {
      try checkAmount(number)
      throw missingUnit(
        Message(fr: "la devise", en: "the currency"),
        help: Message(fr: "écrire `\(text(number)) €`", en: "write `\(text(number)) €`"),
        fix: Fix(.safe, replacing: range(of: number).end, with: " €")
      )
    }
    let money = try money(of: number, in: currency)
    return Located(
      isNegative ? Money(minorUnits: -money.minorUnits, currency: money.currency) : money,
      at: range(from: start)
    )
  }

  /// Reads a percentage, which must come next.
  mutating func expectPercentage(_ what: Message) throws(Unreadable) -> Located<Percentage> {
    let start = index
    let isNegative = take(.minus)
    guard token.kind == .number else {
      throw expected(what, help: Message(fr: "par exemple `2,15 %`", en: "for example `2,15 %`"))
    }
    let number = advance()
    guard take(.percent) else {
      throw missingUnit(
        Message(verbatim: "`%`"),
        help: nil,
        fix: Fix(.proposed, replacing: range(of: number).end, with: " %")
      )
    }
    let percent = try percentage(of: number)
    let signed = isNegative ? Percentage(fraction: percent.fraction.negated()) : percent
    return Located(signed, at: range(from: start))
  }

  /// Reads `€`, `k€`, `M€` or the code of a currency if it comes next.
  private mutating func takeCurrency() -> (currency: Currency, powerOfTen: Int)? {
    if take(.euro) { return (.euro, 0) }
    guard token.kind == .word else { return nil }
    let word = folded(token).text
    if word == "k" || word == "m" {
      let sign = tokenAfter
      guard sign.kind == .symbol(.euro), sign.lower == token.upper else { return nil }
      advance()
      advance()
      return (.euro, word == "k" ? 3 : 6)
    }
    guard let currency = Currency(code: word) else { return nil }
    advance()
    return (currency, 0)
  }
}

// MARK: Values

extension Parser {
  /// The digits of a number token.
  func digits(of number: Token) -> NumberText {
    NumberText(source.bytes[number.lower..<number.upper])
  }

  /// The value of a number.
  mutating func value(of number: Token) throws(Unreadable) -> Rational {
    let digits = digits(of: number)
    guard digits.marks <= 1 else {
      // In a list the commas may part numbers.
      let clear = openParentheses == 0 ? clearReading(of: number) : nil
      throw report(
        Diagnostic(
          .ambiguousAmount,
          at: range(of: number),
          Message(
            fr: "\(quoted(number)) ne se lit pas comme un nombre",
            en: "\(quoted(number)) does not read as a number"
          ),
          help: clear.map { Message(fr: "écrire `\($0)`", en: "write `\($0)`") }
            ?? Message(
              fr:
                "milliers par une espace, décimales par une virgule : `1 400,50` ; dans une liste, une espace après la virgule",
              en:
                "a space between thousands, a comma before decimals: `1 400,50`; in a list, a space behind the comma"
            ),
          fix: clear.map { Fix(.proposed, replacing: range(of: number), with: $0) }
        )
      )
    }
    guard digits.decimals.count <= Limits.decimals else {
      throw report(
        wrongNumber(
          number,
          Message(
            fr: "a plus de \(Limits.decimals) décimales",
            en: "has more than \(Limits.decimals) decimals"
          )
        )
      )
    }
    guard let value = digits.value, value < Rational(Int64.max) else {
      throw report(wrongNumber(number, Message(fr: "est trop grand", en: "is too large")))
    }
    return value
  }

  /// How a number of several marks reads if they can only mean one thing: those between groups of
  /// three digits part thousands, another one behind them decimals.
  private func clearReading(of number: Token) -> String? {
    NumberText.clearReading(source.bytes[number.lower..<number.upper])
  }

  /// Tells of an amount that can be read in two ways.
  private mutating func checkAmount(_ number: Token) throws(Unreadable) {
    let digits = digits(of: number)
    if digits.mayPartThousands {
      throw report(
        Diagnostic(
          .ambiguousAmount,
          at: range(of: number),
          Message(
            fr: "\(quoted(number)) peut se lire de deux façons",
            en: "\(quoted(number)) can be read in two ways"
          ),
          help: Message(
            fr: "écrire `\(digits.asThousands)` ou `\(digits.asDecimal)`",
            en: "write `\(digits.asThousands)` or `\(digits.asDecimal)`"
          ),
          fix: Fix(
            .proposed,
            replacing: range(of: number),
            with: digits.mark == 0x2E ? digits.asThousands : digits.asDecimal
          )
        )
      )
    }
    if token.kind == .number {
      let place = range(of: number).union(range(of: token))
      // What begins with 0 is no number of its own: the digits as they stand are then the one reading
      // that drops none of them. Not so for a number in groups already, whose last two digits may be
      // decimals, nor in a list.
      let rest = self.digits(of: token)
      let isUngrouped = number.upper - number.lower == digits.whole.count
      let isClear = openParentheses == 0 && isUngrouped && rest.marks == 0
      let joined =
        isClear && rest.whole.first == 0x30
        ? NumberText.grouped(digits.whole + rest.whole) : nil
      let advice = joined ?? text(number) + text(token)
      throw report(
        Diagnostic(
          .ambiguousAmount,
          at: place,
          Message(
            fr: "deux nombres de suite : \(quoted(number)) et \(quoted(token))",
            en: "two numbers in a row: \(quoted(number)) and \(quoted(token))"
          ),
          help: Message(
            fr:
              "les milliers se groupent par trois chiffres et une seule espace ; sinon `\(advice)`",
            en: "thousands are grouped by three digits and one space; else `\(advice)`"
          ),
          fix: joined.map { Fix(.proposed, replacing: place, with: $0) }
        )
      )
    }
  }

  private mutating func money(
    of number: Token,
    in unit: (currency: Currency, powerOfTen: Int)
  ) throws(Unreadable) -> Money {
    let (currency, power) = unit
    try checkAmount(number)
    let value = try value(of: number)
    let digits = currency.minorUnitDigits
    var factor: Int64 = 1
    for _ in 0..<digits + power { factor *= 10 }
    let minorUnits = try? value.multiplied(by: Rational(factor))
    guard let minorUnits, minorUnits < Rational(Int64.max) else {
      throw report(wrongNumber(number, Message(fr: "est trop grand", en: "is too large")))
    }
    guard minorUnits.denominator == 1 else {
      throw report(
        wrongNumber(
          number,
          Message(
            fr: "a plus de décimales que la devise (\(currency.code) : \(digits))",
            en: "has more decimals than the currency (\(currency.code): \(digits))"
          )
        )
      )
    }
    return Money(minorUnits: Int64(minorUnits.numerator), currency: currency)
  }

  mutating func percentage(of number: Token) throws(Unreadable) -> Percentage {
    let value = try value(of: number)
    guard let percentage = try? Percentage(percent: value) else {
      throw report(wrongNumber(number, Message(fr: "est trop grand", en: "is too large")))
    }
    return percentage
  }

  private mutating func days(
    of number: Token,
    in unit: DurationUnit
  ) throws(Unreadable) -> Int {
    guard let count = digits(of: number).integer else {
      throw report(
        wrongNumber(
          number,
          Message(fr: "n'est pas un nombre entier", en: "is not a whole number")
        )
      )
    }
    let length =
      switch unit {
      case .days, .workingDays: 1
      case .weeks: 7
      case .months: 30
      case .years: 365
      }
    guard count * length <= Limits.days else {
      throw report(
        wrongNumber(
          number,
          Message(
            fr: "dépasse \(Limits.days) jours",
            en: "is more than \(Limits.days) days"
          )
        )
      )
    }
    return count * length
  }

  /// Tells what is wrong with a number; the message begins behind it.
  func wrongNumber(_ number: Token, _ message: Message, help: Message? = nil) -> Diagnostic {
    Diagnostic(
      .syntax,
      at: range(of: number),
      Message(
        fr: "\(quoted(number)) \(message.fr)",
        en: "\(quoted(number)) \(message.en)"
      ),
      help: help
    )
  }
}
