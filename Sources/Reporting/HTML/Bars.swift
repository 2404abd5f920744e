import Receivables

/// A bar within a cell of a table, which holds the figures: nothing in the picture needs words.
///
/// The picture is as wide as the cell; lengths are whole thousandths of the longest bar.
enum Bar {
  /// A part of a bar: how much, and the class of its colour.
  struct Part {
    let amount: Int128
    let colour: String
  }

  /// A bar of parts, against the longest bar of the table; what is below zero has no length.
  static func markup(_ parts: [Part], longest: Int128) -> Markup {
    var start = 0
    var rectangles: [Markup] = []
    for part in parts where part.amount > 0 && longest > 0 {
      let length = thousandths(of: part.amount, in: longest)
      rectangles.append(
        .element(
          .rect,
          [
            .class(part.colour), .named(.x, String(start)), .named(.y, "0"),
            .named(.width, String(max(length, 4))), .named(.height, "14"),
          ],
          []
        )
      )
      start += length
    }
    return .node(
      .svg,
      [
        .class("bar"), .named(.viewBox, "0 0 1000 14"), .named(.aspect, "none"),
        .named(.ariaHidden, "true"),
      ],
      rectangles
    )
  }

  /// A share of a whole in whole thousandths, at most all of them.
  private static func thousandths(of amount: Int128, in whole: Int128) -> Int {
    guard let share = Rational(numerator: amount, denominator: whole), share < .one else {
      return 1_000
    }
    do throws(ArithmeticOverflow) {
      return Int(try share.roundedProduct(with: 1_000))
    } catch {
      return 1_000
    }
  }
}
