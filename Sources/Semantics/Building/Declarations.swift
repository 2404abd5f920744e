import Diagnostics
import Receivables
import Syntax

/// The declarations of all files, by kind.
struct Declarations {
  private(set) var scenarioSyntax: [ScenarioSyntax] = []
  private(set) var templates: [TemplateSyntax] = []
  private(set) var examples: [ExampleSyntax] = []
  private(set) var definitions: [DefinitionSyntax] = []
  private var columnSyntax: [ColumnSyntax] = []
  private var rateSyntax: [RateSyntax] = []

  /// Sorts the declarations of the trees by kind, in the order of the files.
  init(_ trees: [SyntaxTree]) {
    for declaration in trees.flatMap({ $0.declarations }) {
      switch declaration {
      case .scenario(let syntax): scenarioSyntax.append(syntax)
      case .template(let syntax): templates.append(syntax)
      case .example(let syntax): examples.append(syntax)
      case .column(let syntax): columnSyntax.append(syntax)
      case .definition(let syntax): definitions.append(syntax)
      case .rate(let syntax): rateSyntax.append(syntax)
      }
    }
  }

  /// The columns to be read with the ledger.
  var columns: [ExtraColumn] {
    columnSyntax.map {
      ExtraColumn(table: $0.table.value, name: $0.name.text, kind: $0.kind.value)
    }
  }

  /// The names conditions can use; reports those that are taken.
  func names(_ findings: Findings) -> NameTable {
    var table = NameTable()
    var first: [FoldedText: NameSyntax] = [:]
    func isFree(_ name: NameSyntax, _ what: Message) -> Bool {
      if let field = NameTable.field(named: name.folded) {
        findings.report(.takenByField(name, field))
        return false
      }
      if let earlier = first[name.folded] {
        findings.report(.duplicateName(name, of: earlier, what))
        return false
      }
      first[name.folded] = name
      return true
    }
    for (index, column) in columnSyntax.enumerated()
    where isFree(column.name, Message(fr: "nom", en: "name")) {
      table.declare(column: index, named: column.name)
    }
    for (index, definition) in definitions.enumerated()
    where isFree(definition.name, Message(fr: "nom", en: "name")) {
      table.declare(definition: index, named: definition.name)
    }
    return table
  }

  /// The scenarios with their names; reports two of one name.
  func scenarios(
    files: SourceFiles,
    _ findings: Findings
  ) -> [(name: String, syntax: ScenarioSyntax)] {
    var first: [FoldedText: SourceRange] = [:]
    return scenarioSyntax.map { syntax in
      let name = syntax.name?.text ?? files.text(of: syntax.headerRange)?.baseName ?? ""
      if let earlier = first[name.folded] {
        findings.report(
          .duplicateName(
            NameSyntax(name, at: syntax.headerRange, .words),
            of: NameSyntax(name, at: earlier, .words),
            Message(fr: "scénario", en: "scenario")
          )
        )
      } else {
        first[name.folded] = syntax.headerRange
      }
      return (name, syntax)
    }
  }

  /// The shipped interest rates with those of the files; reports entries that contradict.
  func rates(_ findings: Findings) -> InterestRates {
    var rates = InterestRates.shipped
    var first: [RateKey: RateSyntax] = [:]
    for syntax in rateSyntax {
      let halfYear = HalfYear(containing: syntax.date.value)
      guard halfYear.firstDay == syntax.date.value else {
        findings.report(.notAHalfYear(syntax, halfYear))
        continue
      }
      let key = RateKey(reference: syntax.reference.value, halfYear: halfYear)
      if let earlier = first[key], earlier.rate.value != syntax.rate.value {
        findings.report(.contradictoryRates(syntax, earlier))
        continue
      }
      first[key] = syntax
      rates.set(syntax.reference.value, in: halfYear, to: syntax.rate.value)
    }
    return rates
  }
}

private struct RateKey: Hashable {
  let reference: ReferenceRate
  let halfYear: HalfYear
}

extension Diagnostic {
  fileprivate static func takenByField(_ name: NameSyntax, _ field: Field) -> Diagnostic {
    Diagnostic(
      .shadowing,
      at: name.range,
      Message(
        fr: "`\(name.text)` est déjà le champ `\(field.entry.name)`",
        en: "`\(name.text)` is already the field `\(field.entry.name)`"
      ),
      help: Message(fr: "choisir un autre nom", en: "choose another name")
    )
  }

  fileprivate static func notAHalfYear(_ syntax: RateSyntax, _ halfYear: HalfYear) -> Diagnostic {
    Diagnostic(
      .structure,
      at: syntax.date.range,
      Message(
        fr: "un taux vaut pour un semestre, du 1er janvier ou du 1er juillet",
        en: "a rate is for a half-year, from 1 January or 1 July"
      ),
      help: Message(
        fr: "pour ce semestre, écrire `\(halfYear.firstDay.frenchDescription)`",
        en: "for this half-year, write `\(halfYear.firstDay.frenchDescription)`"
      )
    )
  }

  fileprivate static func contradictoryRates(
    _ syntax: RateSyntax,
    _ earlier: RateSyntax
  ) -> Diagnostic {
    Diagnostic(
      .structure,
      at: syntax.range,
      Message(
        fr: "deux taux différents pour le même semestre",
        en: "two different rates for the same half-year"
      ),
      notes: [
        DiagnosticNote(
          Message(fr: "l'autre taux est ici", en: "the other rate is here"),
          at: earlier.range
        )
      ],
      help: Message(fr: "n'en garder qu'un", en: "keep one of them")
    )
  }
}
