import Diagnostics
import Receivables
import Semantics

/// Writes reasons that quote the scenario files.
///
/// It is for one thread, which remembers what it wrote: of the messages of a day many begin alike.
final class ReasonWriter {
  /// The scenarios.
  let shelf: PlaybookShelf
  /// The files.
  let files: SourceFiles
  /// Whether anybody reads the reasons of actions.
  let isHeard: Bool

  private var moments: [WrittenMoment: Reason] = [:]
  private var quotes: [SourceRange: String] = [:]

  /// When a step of the files is due.
  private struct WrittenMoment: Hashable {
    let step: SourceRange
    /// Tells apart what `tous les` made of one statement.
    let rank: Int
    let occurrence: CalendarDate?
    let dueOn: CalendarDate
    let daysLate: Int
  }

  /// How many moments are remembered: in a year each due date is late by many days.
  private static let mostMoments = 1 << 12

  /// A writer for readers.
  init(shelf: PlaybookShelf, files: SourceFiles) {
    self.shelf = shelf
    self.files = files
    isHeard = true
  }

  /// A writer for actions that are only counted.
  init(unheard shelf: PlaybookShelf, files: SourceFiles) {
    self.shelf = shelf
    self.files = files
    isHeard = false
  }

  /// The scenario of an index.
  func scenario(_ index: Int) -> Scenario { shelf.playbooks[index].scenario }

  /// The scenario of an invoice, if it has one.
  func scenario(of decision: InvoiceDecision) -> Scenario? {
    decision.choice.index.map { scenario($0) }
  }

  /// A statement as it stands in its file, on one line and without comments.
  func quote(_ range: SourceRange) -> String {
    if let known = quotes[range] { return known }
    let quote = files.text(of: range).map { oneLine($0.text(range)) } ?? ""
    quotes[range] = quote
    return quote
  }

  /// When a step is due, seen from the due date or the event.
  func moment(of due: DueStep, _ facts: InvoiceFacts) -> Reason {
    let key = WrittenMoment(
      step: due.step.range,
      rank: due.step.rank,
      occurrence: due.occurrence,
      dueOn: facts.invoice.dueOn,
      daysLate: facts.daysLate
    )
    if let known = moments[key] { return known }
    let reason = Reason(Message(momentOf: due, facts), at: due.step.range)
    if moments.count == ReasonWriter.mostMoments { moments.removeAll() }
    moments[key] = reason
    return reason
  }

  /// A rule as it stands in its file.
  func reason(of rule: Rule) -> Reason {
    Reason(Message(verbatim: quote(rule.range)), at: rule.range)
  }

  /// A rule as it stands in its file, with where it comes from if that is not the scenario itself.
  func citation(of rule: Rule) -> Message {
    let text = quote(rule.range)
    return switch rule.origin {
    case .own: Message(verbatim: text)
    case .inherited: Message(fr: "\(text) (règle reprise)", en: "\(text) (inherited rule)")
    case .prelude: Message(fr: "\(text) (prélude)", en: "\(text) (prelude)")
    }
  }

  /// White space runs become one space; what follows `#` outside a string is a comment.
  private func oneLine(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var closing: Unicode.Scalar?
    var isComment = false
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      let isLineEnd = scalar == "\n" || scalar == "\r"
      if isLineEnd { (isComment, closing) = (false, nil) }
      if FoldedText.isSpace(scalar.value) && (closing == nil || isLineEnd) {
        pendingSpace = true
        continue
      }
      if closing == nil, scalar == "#" { isComment = true }
      if isComment { continue }
      if pendingSpace, !scalars.isEmpty { scalars.append(" ") }
      pendingSpace = false
      scalars.append(scalar)
      if scalar == closing {
        closing = nil
      } else if closing == nil {
        closing = ReasonWriter.closingQuote(of: scalar)
      }
    }
    return String(scalars)
  }

  private static func closingQuote(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "«": "»"
    case "\"": "\""
    case "“": "”"
    default: nil
    }
  }
}
