import Diagnostics
import Receivables
import Semantics
import Syntax

extension LintSubject {
  /// The text of a stretch on one line, without comments, shortened where it is long.
  func quote(_ range: SourceRange) -> String {
    guard let text = analysis.files.text(of: range) else { return "" }
    var scalars = String.UnicodeScalarView()
    var count = 0
    var isSpace = false
    var isComment = false
    for scalar in text.text(range).unicodeScalars {
      guard count <= 70 else { break }
      switch scalar {
      case "\n", "\r": isComment = false
      case "#": isComment = true
      default: break
      }
      if isComment || scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" {
        isSpace = true
        continue
      }
      if isSpace, count > 0 {
        scalars.append(" ")
        count += 1
      }
      isSpace = false
      scalars.append(scalar)
      count += 1
    }
    guard count > 70 else { return String(scalars) }
    return String(String.UnicodeScalarView(scalars.prefix(69))) + "…"
  }

  /// A witness in words; what the prelude asks of every invoice goes without saying where it finds
  /// nothing and no condition asks for it, and so does that something is owed.
  func words(for witness: Witness, asking conditions: [Condition?]) -> Message {
    let definitions = analysis.scenarios.definitions
    var asked: Set<FieldReference> = []
    for condition in conditions {
      guard let condition else { continue }
      asked.formUnion(FieldsRead(condition, definitions: definitions).fields)
    }
    return witness.leavingOut { !asked.contains($0.field) && $0.isOrdinary }.message
  }

  /// A fix that deletes a stretch; `nil` where a comment stands in it.
  func deletion(_ safety: FixSafety, of range: SourceRange) -> Fix? {
    holdsComment(range) ? nil : Fix(safety, replacing: range, with: "")
  }

  /// Whether a comment stands in a stretch.
  func holdsComment(_ range: SourceRange) -> Bool {
    guard comments.indices.contains(range.file) else { return false }
    let own = comments[range.file]
    let first = own.partitioningIndex(where: { $0.lower >= range.lower })
    return first < own.count && own[first].upper <= range.upper
  }

  /// Notes on rules of the files; those of the prelude, which stands in no file, are left out.
  func notes(on rules: [Rule], _ message: Message) -> [DiagnosticNote] {
    let written = rules.filter { $0.origin != .prelude }
    return written.prefix(3).map { DiagnosticNote(message, at: $0.range) }
  }
}

extension Witness.Detail {
  /// Whether it is so for every invoice of which nobody says otherwise.
  fileprivate var isOrdinary: Bool {
    switch (field, content) {
    case (.field(.dispute), .value(.truth(false))),
      (.field(.instalmentPlan), .value(.truth(false))),
      (.field(.insolvency), .value(.truth(false))), (.field(.promise), .value(.truth(false))),
      (.field(.sensitive), .value(.truth(false))):
      true
    case (.field(.balance), .value(.money(let money))),
      (.field(.outstanding), .value(.money(let money))):
      money.minorUnits > 0
    case (_, _): false
    }
  }
}
