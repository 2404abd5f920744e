import Diagnostics

/// The declaration that the statements read now belong to.
enum Block {
  /// None: the file has only begun.
  case none
  /// A scenario, named or not.
  case scenario(OpenScenario)
  /// A template.
  case template(OpenTemplate)
  /// An example.
  case example(OpenExample)

  /// A scenario that is being read.
  struct OpenScenario {
    let slot: Int
    let name: NameSyntax?
    let headerRange: SourceRange
    var items: [ItemSyntax] = []
  }

  /// A template that is being read.
  struct OpenTemplate {
    let slot: Int
    let name: NameSyntax
    let header: SourceRange
    var range: SourceRange
    var language: Located<String>?
    var subject: [TemplatePartSyntax]?
    var body: [TemplatePartSyntax]?
    /// Whether a statement that has no place here has been told.
    var holdsStranger = false
  }

  /// An example that is being read.
  struct OpenExample {
    let slot: Int
    let name: NameSyntax
    var range: SourceRange
    var lines: [ExampleSyntax.Line] = []
    /// The number of the header among the statements.
    let number: Int
    /// Whether a statement that has no place here has been told.
    var holdsStranger = false
  }
}

extension Parser {
  /// Closes the declaration that is open and puts it where its header stood.
  mutating func closeBlock() {
    switch block {
    case .none:
      break
    case .scenario(let open):
      let last = open.items.last?.range ?? open.headerRange
      declarations.insert(
        .scenario(
          ScenarioSyntax(
            name: open.name,
            items: open.items,
            headerRange: open.headerRange,
            range: open.headerRange.union(last)
          )
        ),
        at: open.slot
      )
    case .template(let open):
      checkCompleteness(of: open)
      declarations.insert(
        .template(
          TemplateSyntax(
            name: open.name,
            language: open.language,
            subject: open.subject ?? [],
            body: open.body ?? [],
            range: open.range
          )
        ),
        at: open.slot
      )
    case .example(let open):
      declarations.insert(
        .example(ExampleSyntax(name: open.name, lines: open.lines, range: open.range)),
        at: open.slot
      )
    }
    block = .none
  }

  /// Adds an item to the scenario that is open, or to an anonymous one that it opens.
  mutating func add(_ item: ItemSyntax) {
    switch block {
    case .scenario(var open):
      block = .none  // So that the items are not copied.
      open.items.append(item)
      block = .scenario(open)
    case .none:
      block = .scenario(
        Block.OpenScenario(
          slot: declarations.count,
          name: nil,
          headerRange: item.range,
          items: [item]
        )
      )
    case .template, .example:
      break
    }
  }
}
