import Receivables
import Testing

/// The date of an ISO text that the test knows to be one.
func day(_ iso: String) throws -> CalendarDate {
  try #require(CalendarDate(isoBytes: iso.utf8), "\(iso) is no date")
}

/// The currency of a code that the test knows to be active.
func currency(_ code: String) throws -> Currency {
  try #require(Currency(code: code), "\(code) is no currency")
}

/// The number of a decimal text that the test knows to be one.
func number(_ decimal: String) throws -> Rational {
  try #require(Rational(decimal: decimal.utf8), "\(decimal) is no number")
}

/// A fraction whose parts the test knows to be allowed.
func fraction(_ numerator: Int128, _ denominator: Int128) throws -> Rational {
  try #require(Rational(numerator: numerator, denominator: denominator))
}
