import Diagnostics
import Syntax

/// The templates of the files, by name.
struct TemplateTable {
  private var names: [FoldedText: String] = [:]

  /// Collects the templates; two of one name are an error.
  init(_ templates: [TemplateSyntax], _ findings: Findings) {
    var first: [FoldedText: NameSyntax] = [:]
    for template in templates {
      let name = template.name
      if let earlier = first[name.folded] {
        findings.report(.duplicateName(name, of: earlier, Message(fr: "modèle", en: "template")))
      } else {
        first[name.folded] = name
        names[name.folded] = name.text
      }
    }
  }

  /// The name of a template as declared; reports one that does not exist.
  func resolve(_ name: NameSyntax, _ findings: Findings) -> String? {
    if let declared = names[name.folded] { return declared }
    findings.reportUnknown(
      name,
      .unknownName(name, Message(fr: "modèle", en: "template"), among: Array(names.values))
    )
    return nil
  }
}

extension Diagnostic {
  /// A name that equals an earlier one after folding.
  static func duplicateName(
    _ name: NameSyntax,
    of earlier: NameSyntax,
    _ what: Message
  ) -> Diagnostic {
    Diagnostic(
      .shadowing,
      at: name.range,
      Message(
        fr: "\(what.fr) déjà déclaré : « \(name.text) »",
        en: "\(what.en) declared twice: “\(name.text)”"
      ),
      notes: [
        DiagnosticNote(
          Message(fr: "première déclaration ici", en: "first declared here"),
          at: earlier.range
        )
      ],
      help: Message(
        fr: "la casse et les accents ne distinguent pas deux noms ; en changer un",
        en: "case and accents do not tell two names apart; change one of them"
      )
    )
  }

  /// A name that nothing declares.
  static func unknownName(
    _ name: NameSyntax,
    _ what: Message,
    among known: [String]
  ) -> Diagnostic {
    let nearest = Spelling.nearest(to: name.text, among: known.sorted())
    return Diagnostic(
      .unknownName,
      at: name.range,
      Message(
        fr: "\(what.fr) inconnu : « \(name.text) »",
        en: "unknown \(what.en): “\(name.text)”"
      ),
      help: nearest.map {
        Message(fr: "vouliez-vous dire « \($0) » ?", en: "did you mean “\($0)”?")
      }
        ?? (known.isEmpty
          ? Message(fr: "aucun n'est déclaré", en: "none is declared")
          : Message(
            fr: "déclarés : \(quotedList(known))",
            en: "declared: \(quotedList(known))"
          )),
      fix: nearest.map { Fix(.proposed, replacing: name.range, with: "« \($0) »") }
    )
  }

  private static func quotedList(_ names: [String]) -> String {
    var text = ""
    for name in names.sorted().prefix(8) {
      if !text.isEmpty { text += ", " }
      text += "« \(name) »"
    }
    return names.count > 8 ? text + "…" : text
  }
}
