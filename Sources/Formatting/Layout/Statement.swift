import Diagnostics

/// A statement of a file in canonical spelling, not laid out yet.
struct Statement {
  /// Where it was written.
  let range: SourceRange
  /// What it consists of.
  let content: Content

  /// The shapes of statements.
  enum Content {
    /// A step, whose parts stand in columns.
    case step(StepCells)
    /// Any other statement; lines that continue it begin `hang` columns further right.
    case line(Phrase, hang: Int)
    /// The text of a template between its two lines `---`, left as it is.
    case body(String)
  }

  /// The offset behind which no comment has a place inside the statement.
  var lastBreak: Int {
    switch content {
    case .step(let cells): cells.phrase.lastBreak
    case .line(let phrase, _): phrase.lastBreak
    case .body: 0
    }
  }
}

/// The parts of a step that stand in columns.
struct StepCells {
  /// The moment and the label.
  let head: String
  /// What is done.
  let action: Phrase
  /// The step's own `si`; empty where there is none.
  let condition: Phrase

  /// What stands behind the head.
  var phrase: Phrase {
    var phrase = action
    phrase.open(spaces(StepColumns.gap - (action.isEmpty ? 0 : 1)))
    phrase.append(condition)
    return phrase
  }
}

/// A declaration with its statements.
struct Block {
  /// Its statements in any order, the header among them.
  var statements: [Statement]
  /// What stands under its header, from behind it to the end of the last statement.
  ///
  /// Empty where there is no header.
  var interior: Range<Int>
}
