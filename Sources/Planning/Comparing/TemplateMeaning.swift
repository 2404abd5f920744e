import Diagnostics
import Receivables
import Semantics
import Syntax

/// What templates say, apart from how it is written: names given with `soit` are looked through, so
/// that a template changes with the text it shows and not with its names.
struct TemplateMeaning {
  private let numbers: MeaningNumbers

  /// The meaning of templates by what names stand for in them.
  init(definitions: [Definition]) { numbers = MeaningNumbers(of: definitions) }

  /// Whether customers read the same.
  func isSame(_ left: Template, _ right: Template) -> Bool {
    left.language?.folded == right.language?.folded
      && pieces(of: left.subject) == pieces(of: right.subject)
      && pieces(of: left.body) == pieces(of: right.body)
  }

  /// The first lines that differ, as the templates have them; absent on the side that has a line
  /// less, and on both where only the condition of a `{si …}` or the value of a name is another.
  func firstDifference(_ left: Template, _ right: Template) -> (old: String?, new: String?) {
    var (old, new) = (lines(of: left)[...], lines(of: right)[...])
    while let first = old.first, first == new.first {
      old.removeFirst()
      new.removeFirst()
    }
    while let last = old.last, last == new.last {
      old.removeLast()
      new.removeLast()
    }
    return (old.first { !$0.isEmpty }, new.first { !$0.isEmpty })
  }

  // MARK: As it is written

  private func lines(of template: Template) -> [String] {
    let header = [
      template.language.map { "langue \($0)" } ?? "",
      "objet « \(written(template.subject)) »",
    ]
    let body = written(template.body).split(separator: "\n", omittingEmptySubsequences: false)
    return header + body.map { String($0) }
  }

  private func written(_ parts: [TemplatePart]) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .value(_, let name): result += "{\(name)}"
      case .conditional(_, let parts, let otherwise):
        result += "{si …}\(written(parts))"
        if !otherwise.isEmpty { result += "{sinon}\(written(otherwise))" }
        result += "{fin}"
      case .eachInvoice(let parts): result += "{pour chaque facture}\(written(parts)){fin}"
      }
    }
    return result
  }

  // MARK: What it means

  /// A part of a template with numbers for what its conditions and values mean.
  private indirect enum Piece: Equatable {
    case text(String)
    case value(Int)
    case conditional(Int, [Piece], [Piece])
    case eachInvoice([Piece])
  }

  /// The pieces of some parts; neighbouring texts are one.
  private func pieces(of parts: [TemplatePart]) -> [Piece] {
    var pieces: [Piece] = []
    for piece in parts.map({ self.piece(of: $0) }) {
      if case .text(let text) = piece, case .text(let before)? = pieces.last {
        pieces[pieces.count - 1] = .text(before + text)
      } else {
        pieces.append(piece)
      }
    }
    return pieces
  }

  private func piece(of part: TemplatePart) -> Piece {
    switch part {
    case .text(let text): return .text(text)
    case .value(let expression, _):
      // Conditions compare folded texts; messages show them as they are written.
      if let text = numbers.text(shownBy: expression) { return .text(text) }
      return .value(numbers.number(shownBy: expression))
    case .conditional(let condition, let parts, let otherwise):
      return .conditional(
        numbers.number(of: condition),
        pieces(of: parts),
        pieces(of: otherwise)
      )
    case .eachInvoice(let parts): return .eachInvoice(pieces(of: parts))
    }
  }
}
