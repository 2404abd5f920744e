import Diagnostics

/// Columns side by side, each of stacked parts; the figures stand in a table beside the picture.
struct ColumnChart {
  /// A kind of part: what it is called and the class of its colour.
  struct Series {
    let name: String
    let colour: String
  }

  /// A column: its label and the amount of each series.
  struct Column {
    let label: String
    let amounts: [Int128]

    fileprivate var total: Int128 { amounts.reduce(0) { $0 + max($1, 0) } }
  }

  /// What the picture shows, in a sentence for those who do not see it.
  let description: String
  /// The kinds of parts, from the bottom of a column upwards.
  let series: [Series]
  /// The columns in order.
  let columns: [Column]
  /// How an amount is written beside the lines across the picture.
  let scale: (Int128) -> String

  private let width = 920
  private let height = 250
  private let left = 84
  private let top = 14
  private let bottom = 26

  /// The picture with its legend.
  var markup: Markup {
    let highest = ceiling(of: columns.map(\.total).max() ?? 0)
    return .node(
      .figure,
      [
        .node(
          .div,
          [
            .class("scroll narrow"), .named(.tabIndex, "0"), .named(.role, "region"),
            .named(.ariaLabel, description),
          ],
          [
            .node(
              .svg,
              [
                .named(.viewBox, "0 0 \(width) \(height)"), .named(.role, "img"),
                .named(.ariaLabel, description),
              ],
              lines(highest) + columns.indices.flatMap { parts(ofColumn: $0, highest) }
            )
          ]
        ),
        series.count > 1 ? legend : .nothing,
      ]
    )
  }

  private var legend: Markup {
    .node(
      .ul,
      [.class("legend")],
      series.map { .node(.li, [.class($0.colour)], [.node(.span, $0.name)]) }
    )
  }

  /// The lines across the picture at nothing, half and all, with their amounts.
  private func lines(_ highest: Int128) -> [Markup] {
    let amounts = highest % 2 == 0 ? [0, highest / 2, highest] : [0, highest]
    return amounts.flatMap { amount -> [Markup] in
      let y = String(self.y(of: amount, highest))
      return [
        .element(
          .line,
          [
            .class("axis"), .named(.x1, String(left)), .named(.x2, String(width)),
            .named(.y1, y), .named(.y2, y),
          ],
          []
        ),
        .node(
          .text,
          [
            .named(.x, String(left - 8)), .named(.y, String(self.y(of: amount, highest) + 4)),
            .named(.textAnchor, "end"),
          ],
          scale(amount)
        ),
      ]
    }
  }

  private func parts(ofColumn index: Int, _ highest: Int128) -> [Markup] {
    let column = columns[index]
    let step = max((width - left) * 100 / max(columns.count, 1), 1)
    let start = left + index * step / 100
    let gap = step > 1_600 ? min(step / 400, 16) : (step > 300 ? 1 : 0)
    let thickness = max(step / 100 - 2 * gap, 1)
    var below: Int128 = 0
    var pieces: [Markup] = []
    for (series, amount) in zip(series, column.amounts) where amount > 0 {
      let upper = y(of: below + amount, highest)
      let lower = y(of: below, highest)
      pieces.append(
        .element(
          .rect,
          [
            .class(series.colour), .named(.x, String(start + gap)), .named(.y, String(upper)),
            .named(.width, String(thickness)), .named(.height, String(max(lower - upper, 1))),
          ],
          []
        )
      )
      below += amount
    }
    // Labels that would run into one another are left out; the first always stands.
    let every = max(6_400 / step, 0) + 1
    if index % every == 0 {
      pieces.append(
        .node(
          .text,
          [
            .named(.x, String(start + (step / 200))), .named(.y, String(height - 6)),
            .named(.textAnchor, "middle"),
          ],
          column.label
        )
      )
    }
    return pieces
  }

  private func y(of amount: Int128, _ highest: Int128) -> Int {
    let room = height - top - bottom
    guard highest > 0 else { return height - bottom }
    // Of amounts too large to be multiplied the thousandth is near enough for a picture.
    let scaled = amount.multipliedReportingOverflow(by: Int128(room))
    let length = scaled.overflow ? amount / (highest / Int128(room)) : scaled.partialValue / highest
    return height - bottom - Int(clamping: length)
  }

  /// The next amount that is a plain multiple of a power of ten.
  private func ceiling(of amount: Int128) -> Int128 {
    var power: Int128 = 1
    while power < amount / 10 { power *= 10 }
    for factor: Int128 in [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 30, 40, 50, 60, 80, 100]
    where power * factor >= amount {
      return power * factor
    }
    return max(amount, 1)
  }
}
