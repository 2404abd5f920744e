import Diagnostics
import Receivables
import Syntax

/// Resolves every name in a template: a field, a declared name, or a fact of the message.
///
/// A line that holds nothing but `{si …}`, `{sinon}`, `{pour chaque facture}` or `{fin}` leaves no
/// line in the text: it is there for the writer alone.
struct TemplateBuilder {
  /// Checks names and types; its names are those of templates.
  let checker: ExpressionChecker

  /// The template with its names resolved; `nil` where a name is wrong, which has been reported.
  func build(_ syntax: TemplateSyntax) -> Template? {
    // Both are looked at, so that every mistake is told.
    let subject = parts(syntax.subject, at: .otherText, behind: nil)
    let body = parts(syntax.body, at: .lineStart, behind: nil)
    guard let subject, let body else { return nil }
    return Template(
      name: syntax.name.text,
      language: syntax.language?.value,
      subject: subject,
      body: body,
      range: syntax.range
    )
  }

  /// What stands before a mark in braces.
  private enum Before {
    /// The start of the line.
    case lineStart
    /// Something else.
    case otherText
  }

  /// The parts of a block, given what stands before the mark that opens it, if one does.
  private func parts(
    _ syntax: [TemplatePartSyntax],
    at start: Before = .otherText,
    behind opening: Before?
  ) -> [TemplatePart]? {
    var built: [TemplatePart] = []
    var isComplete = true
    // What stands before the last mark that was passed, if it is the thing just before.
    var mark = opening
    var place = start
    for part in syntax {
      switch part {
      case .text(let text, _):
        let isAlone = mark == .lineStart && text.utf8.first == 0x0A
        let kept = isAlone ? String(text.dropFirst()) : text
        if !kept.isEmpty { built.append(.text(kept)) }
        place = text.utf8.last == 0x0A ? .lineStart : .otherText
        mark = nil
      case .placeholder(let name):
        if let value = value(of: name) { built.append(value) } else { isComplete = false }
        place = .otherText
        mark = nil
      case .conditional(let condition, let then, let otherwise):
        let question = checker.condition(condition)
        let yes = parts(then, behind: place)
        let no = parts(otherwise, behind: end(of: then))
        if let question, let yes, let no {
          built.append(.conditional(question, yes, no))
        } else {
          isComplete = false
        }
        mark = end(of: otherwise.isEmpty ? then : otherwise)
        place = .otherText
      case .eachInvoice(let inner):
        if let parts = parts(inner, behind: place) {
          built.append(.eachInvoice(parts))
        } else {
          isComplete = false
        }
        mark = end(of: inner)
        place = .otherText
      }
    }
    return isComplete ? built : nil
  }

  private func end(of syntax: [TemplatePartSyntax]) -> Before {
    guard case .text(let text, _) = syntax.last else { return .otherText }
    return text.utf8.last == 0x0A ? .lineStart : .otherText
  }

  private func value(of name: NameSyntax) -> TemplatePart? {
    guard let meaning = checker.meaning(of: name) else { return nil }
    switch meaning {
    case .field(let field): return .value(.field(.field(field)), name: field.entry.name)
    case .column(let index):
      return .value(.field(.column(index)), name: checker.columns[index].name)
    case .message(let field): return .value(.field(.message(field)), name: field.rawValue)
    case .definition(let index):
      guard let definition = checker.definition(index, name.range) else { return nil }
      return .value(.definition(definition.index, definition.type), name: name.text)
    }
  }
}
