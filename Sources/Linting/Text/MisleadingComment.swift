import Diagnostics
import Syntax

// Comments that an editor shows otherwise than they are read: behind a separator that looks like a
// line end, or behind a mark that turns the direction of reading.

/// What stands in a comment behind a separator that an editor shows as the beginning of a line: it
/// looks like a line of the scenario, and nothing reads it.
func swallowedLines(in comment: String, at range: SourceRange) -> [Diagnostic] {
  let separators = marks(in: comment, at: range) { Confusables.looksLikeLineEnd($0) }
  let behind = comment.unicodeScalars.drop { !Confusables.looksLikeLineEnd($0) }
  let isSwallowing = behind.contains { scalar in
    !Confusables.looksLikeLineEnd(scalar) && scalar.value > 0x20 && scalar.value != 0xA0
  }
  guard isSwallowing, let first = separators.first else { return [] }
  let code = Confusables.hexadecimal(first.scalar)
  return [
    Lint.misleadingText.finding(
      .warning,
      at: first.place,
      Message(
        fr:
          "ce séparateur (\(code)) n'est pas une fin de ligne : la suite est encore du commentaire",
        en: "this separator (\(code)) is no line end: what follows is still the comment"
      ),
      help: Confusables.pressReturn,
      fix: Fix(.proposed, edits: separators.map { Fix.Edit($0.place, with: "\n") })
    )
  ]
}

/// What turns the direction of reading in a comment: it then reads otherwise than it is written, and
/// so may the statement beside it.
func turnedReading(of comment: String, at range: SourceRange) -> [Diagnostic] {
  let marks = marks(in: comment, at: range) { Confusables.turnsReading($0) }
  guard let first = marks.first else { return [] }
  let code = Confusables.hexadecimal(first.scalar)
  return [
    Lint.misleadingText.finding(
      .warning,
      at: first.place,
      Message(
        fr: "ce caractère (\(code)) retourne le sens de lecture",
        en: "this character (\(code)) turns the direction of reading"
      ),
      help: Message(
        fr: "l'effacer : on ne lit pas ce qui est écrit",
        en: "delete it: what one reads is not what is written"
      ),
      fix: Fix(.safe, edits: marks.map { Fix.Edit($0.place, with: "") })
    )
  ]
}

/// The characters of a comment that are of a sort, with their places.
private func marks(
  in comment: String,
  at range: SourceRange,
  where isMark: (Unicode.Scalar) -> Bool
) -> [(place: SourceRange, scalar: Unicode.Scalar)] {
  var marks: [(place: SourceRange, scalar: Unicode.Scalar)] = []
  var offset = range.lower
  for scalar in comment.unicodeScalars {
    let width = UTF8.width(scalar)
    if isMark(scalar) {
      let place = SourceRange(file: range.file, lower: offset, upper: offset + width)
      marks.append((place, scalar))
    }
    offset += width
  }
  return marks
}
