import Diagnostics
import Receivables
import Semantics
import Syntax

/// How the names of a file are spelled: as they are declared, fields as the language spells them.
///
/// Only accents, case and white space are restored; a name is never replaced by another one.
struct NameSpelling {
  /// What a bare word to the right of a comparison is.
  enum Role {
    /// The name of a field, column or definition.
    case reference
    /// A word of a closed list, such as the levels of risk.
    case word(of: ClosedList)
    /// A text, which is left as it is.
    case text
  }

  private static let fields: [FoldedText: Field] = {
    var fields: [FoldedText: Field] = [:]
    for field in Field.allCases {
      for name in [field.entry.name] + field.entry.synonyms { fields[name.folded] = field }
    }
    return fields
  }()

  private static let fieldNames: [FoldedText: String] = {
    var names: [FoldedText: String] = [:]
    for field in Field.allCases {
      for name in [field.entry.name] + field.entry.synonyms { names[name.folded] = name }
    }
    return names
  }()

  /// The names that conditions of this file can use beside the fields; `true` for a text.
  private var columns: [FoldedText: (name: String, isText: Bool)] = [:]
  private var definitions: [FoldedText: String] = [:]
  private var scenarios: [FoldedText: String] = [:]
  private var templates: [FoldedText: String] = [:]
  private var labels: [FoldedText: String] = [:]

  /// The names that a file declares; of names declared twice the first spelling counts.
  init(_ tree: SyntaxTree) {
    for declaration in tree.declarations {
      switch declaration {
      case .scenario(let scenario):
        if let name = scenario.name { NameSpelling.note(name, in: &scenarios) }
        for case .step(let step) in scenario.items {
          if let label = step.label { NameSpelling.note(label, in: &labels) }
        }
      case .template(let template): NameSpelling.note(template.name, in: &templates)
      case .column(let column):
        if columns[column.name.folded] == nil {
          columns[column.name.folded] = (column.name.text, column.kind.value == .text)
        }
      case .definition(let definition): NameSpelling.note(definition.name, in: &definitions)
      case .example, .rate: break
      }
    }
  }

  private static func note(_ name: NameSyntax, in table: inout [FoldedText: String]) {
    if table[name.folded] == nil { table[name.folded] = name.text }
  }

  // MARK: Names between quotes

  /// A scenario that is referred to.
  func scenario(_ name: NameSyntax) -> String { quoted(scenarios[name.folded] ?? name.text) }

  /// A template that is referred to.
  func template(_ name: NameSyntax) -> String { quoted(templates[name.folded] ?? name.text) }

  /// A step that is referred to by its label.
  func label(_ name: NameSyntax) -> String { quoted(labels[name.folded] ?? name.text) }

  // MARK: Bare names

  /// A bare name in its role.
  func bare(_ name: NameSyntax, as role: Role) -> String {
    switch role {
    case .reference: reference(name.folded) ?? spaced(name.text)
    case .word(let list): list.spelling(of: name.folded) ?? spaced(name.text)
    case .text: spaced(name.text)
    }
  }

  /// What bare words mean that are compared with an expression.
  func role(besides subject: ExpressionSyntax) -> Role {
    guard case .name(let name) = subject.kind else { return .text }
    if let column = columns[name.folded] { return column.isText ? .text : .reference }
    guard definitions[name.folded] == nil, let field = NameSpelling.fields[name.folded] else {
      return .text
    }
    return NameSpelling.role(beside: field)
  }

  /// A fact of an example such as `risque élevé`, which the parser sees as one name: the longest
  /// beginning that is a known name is the field, and what follows is its value.
  func fact(_ name: NameSyntax) -> String {
    let words = spaced(name.text).utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
    for count in stride(from: words.count, to: 0, by: -1) {
      let field = words[..<count].joined(separator: " ").folded
      guard let spelled = reference(field) else { continue }
      let value = words[count...].joined(separator: " ")
      guard !value.isEmpty else { return spelled }
      guard columns[field] == nil, let known = NameSpelling.fields[field],
        case .word(let list) = NameSpelling.role(beside: known)
      else { return "\(spelled) \(value)" }
      return "\(spelled) \(list.spelling(of: value.folded) ?? value)"
    }
    return words.joined(separator: " ")
  }

  private func reference(_ name: FoldedText) -> String? {
    columns[name].map { spaced($0.name) } ?? definitions[name].map(spaced)
      ?? NameSpelling.fieldNames[name]
  }

  private static func role(beside field: Field) -> Role {
    if let list = ClosedList(of: field.entry.type) { return .word(of: list) }
    return field.entry.type == .text ? .text : .reference
  }
}

extension ClosedList {
  /// The spelling of a word of the list.
  fileprivate func spelling(of word: FoldedText) -> String? {
    guard let entry = entry(named: word) else { return nil }
    return ([entry.word] + entry.synonyms).first { $0.folded == word }
  }
}

/// A text of bare words with one space between them.
func spaced(_ text: String) -> String {
  var result = ""
  var isAfterSpace = false
  for scalar in text.unicodeScalars {
    if FoldedText.isSpace(scalar.value) {
      isAfterSpace = true
      continue
    }
    if isAfterSpace, !result.isEmpty { result += " " }
    isAfterSpace = false
    result.unicodeScalars.append(scalar)
  }
  return result
}

/// A text between quotes.
///
/// `« … »`, in which a closing quote is doubled; `"…"` where the text has white space at an end,
/// which is not part of it between `« »`.
func quoted(_ text: String) -> String {
  let isPadded = [text.unicodeScalars.first, text.unicodeScalars.last]
    .contains { $0.map { FoldedText.isSpace($0.value) } ?? false }
  return isPadded ? "\"\(doubling("\"", in: text))\"" : "« \(doubling("»", in: text)) »"
}

private func doubling(_ mark: Unicode.Scalar, in text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    result.unicodeScalars.append(scalar)
    if scalar == mark { result.unicodeScalars.append(scalar) }
  }
  return result
}
