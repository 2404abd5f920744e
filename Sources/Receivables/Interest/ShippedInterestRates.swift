extension InterestRates {
  /// The rates known when this version was made, up to the first half of 2026.
  ///
  /// - ECB, from 2013: main refinancing operations, rates in force on 1 January and 1 July (European
  ///   Central Bank, "Key ECB interest rates").
  /// - Legal rate, from 2015: "all other cases", where the creditor is a business (half-yearly orders
  ///   under Code monétaire et financier L313-2).
  public static let shipped: InterestRates = {
    var rates = InterestRates()
    rates.fill(.ecb, from: 2013, basisPoints: ecbBasisPoints)
    rates.fill(.legal, from: 2015, basisPoints: legalBasisPoints)
    return rates
  }()

  private mutating func fill(_ reference: ReferenceRate, from year: Int, basisPoints: [Int64]) {
    var halfYear = HalfYear(containing: CalendarDate(validYear: year, month: 1, day: 1))
    for points in basisPoints {
      set(reference, in: halfYear, to: Percentage(basisPoints: points))
      halfYear = halfYear.next
    }
  }
}

private let ecbBasisPoints: [Int64] = [
  75, 50,  // 2013
  25, 15,
  5, 5,  // 2015
  5, 0,
  0, 0,
  0, 0,
  0, 0,
  0, 0,  // 2020
  0, 0,
  0, 0,
  250, 400,
  450, 425,
  315, 215,  // 2025
  215,
]

private let legalBasisPoints: [Int64] = [
  93, 99,  // 2015
  101, 93,
  90, 90,
  89, 88,
  86, 87,
  87, 84,  // 2020
  79, 76,
  76, 77,
  206, 422,
  507, 492,
  371, 276,  // 2025
  262,
]
