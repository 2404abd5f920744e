import Diagnostics
import Figures
import Receivables

/// What happened to an invoice from its issue to the day, drawn on a line; the list of events beside
/// it says the same in words.
struct TimelinePicture {
  let claim: Claim
  let events: [ClaimEvent]
  let day: CalendarDate
  let language: MessageLanguage

  private let width = 920
  private let height = 62
  private let margin = 14
  private let lane = 26

  var markup: Markup {
    .node(
      .div,
      [.class("scroll narrow timeline")],
      [
        .node(
          .svg,
          [.named(.viewBox, "0 0 \(width) \(height)"), .named(.ariaHidden, "true")],
          ground + events.compactMap { mark(of: $0) } + days
        )
      ]
    )
  }

  private var first: CalendarDate { min(events.first?.date ?? claim.dueOn, claim.dueOn) }

  private func x(_ date: CalendarDate) -> Int {
    let span = max(max(day, claim.dueOn).days(since: first), 1)
    return margin + date.days(since: first) * (width - 2 * margin) / span
  }

  /// The line, and the time since the due date.
  private var ground: [Markup] {
    let (start, due, end) = (x(first), x(claim.dueOn), x(day))
    return [
      line("lane", from: (start, lane), to: (max(end, due), lane)),
      .element(
        .rect,
        [
          .class("lateness"), .named(.x, String(due)), .named(.y, String(lane - 7)),
          .named(.width, String(max(end - due, 0))), .named(.height, "14"),
        ],
        []
      ),
      line("due", from: (due, lane - 14), to: (due, lane + 14)),
      line("today", from: (end, lane - 18), to: (end, lane + 18)),
    ]
  }

  private func line(_ name: String, from: (Int, Int), to: (Int, Int)) -> Markup {
    .element(
      .line,
      [
        .class(name), .named(.x1, String(from.0)), .named(.y1, String(from.1)),
        .named(.x2, String(to.0)), .named(.y2, String(to.1)),
      ],
      []
    )
  }

  /// Each kind of event has a form of its own, so that colour is not needed.
  private func mark(of event: ClaimEvent) -> Markup? {
    let x = x(event.date)
    switch event.kind {
    case .issued: return line("lane", from: (x, lane - 8), to: (x, lane + 8))
    case .due: return nil
    case .reminder(_, let channel): return circle(Channel.colour(named: channel), x, radius: 7)
    case .payment: return path("cash", "M\(x) \(lane - 9)l9 9l-9 9l-9 -9z")
    case .promise: return path("call", "M\(x) \(lane - 9)l9 16h-18z")
    case .disputeOpened: return path("age4", "M\(x - 7) \(lane - 7)h14v14h-14z")
    case .disputeClosed: return path("other", "M\(x - 6) \(lane - 6)h12v12h-12z")
    }
  }

  private func circle(_ colour: String, _ x: Int, radius: Int) -> Markup {
    .element(
      .circle,
      [
        .class(colour), .named(.cx, String(x)), .named(.cy, String(lane)),
        .named(.r, String(radius)),
      ],
      []
    )
  }

  private func path(_ colour: String, _ data: String) -> Markup {
    .element(.path, [.class(colour), .named(.d, data)], [])
  }

  /// The due date and the day below the line, where there is room for both.
  private var days: [Markup] {
    let (start, due, end) = (x(first), x(claim.dueOn), x(day))
    var labels: [Markup] = []
    if due - start > 100 { labels.append(label(first, start, "start")) }
    let anchor = due < 90 ? "start" : (due > width - 90 ? "end" : "middle")
    labels.append(label(claim.dueOn, due, anchor))
    if end - due > 140 { labels.append(label(day, end, "end")) }
    return labels
  }

  private func label(_ date: CalendarDate, _ x: Int, _ anchor: String) -> Markup {
    .node(
      .text,
      [
        .named(.x, String(x)), .named(.y, String(height - 2)), .named(.textAnchor, anchor),
      ],
      date.inFigures(language)
    )
  }
}

extension Channel {
  /// The class of the channel's colour.
  var colour: String {
    switch self {
    case .email: "email"
    case .letter: "letter"
    case .registered: "registered"
    case .sms: "sms"
    case .call: "call"
    case .task: "task"
    }
  }

  /// The class for a channel as the history has it: that of the first of several.
  static func colour(named text: String) -> String {
    let first = text.split(separator: "+").first ?? ""
    let name = String(first).folded
    return allCases.first { $0.rawValue.folded == name }?.colour ?? "other"
  }
}
