import Diagnostics
import Receivables
import Semantics
import Syntax

extension Lint {
  /// DRO502: a template that does not say what a claim must say.
  static let missingMentions = Lint(
    CodePage(
      code: "DRO502",
      severity: .warning,
      title: Message(fr: "mentions absentes", en: "missing mentions"),
      reports: Message(
        fr:
          "un modèle de relance sans numéro de facture, montant ou échéance ; un modèle de mise en"
          + " demeure sans ces mots, sans délai ou sans conséquences ; les SMS ne sont pas regardés",
        en:
          "a reminder template without invoice number, amount or due date; a formal notice template"
          + " without the words, a deadline or the consequences; text messages are not looked at"
      ),
      matters: Message(
        fr: "le client doit pouvoir retrouver la facture ; une mise en demeure qui n'en est pas une"
          + " ne fait rien courir (art. 1344 du code civil)",
        en: "the customer must be able to find the invoice; a formal notice that is none has no"
          + " effect (article 1344 of the French civil code)"
      ),
      example:
        "J+7 email modèle « Rappel »\n\nmodèle « Rappel »\n  objet « Rappel »\n---\nMerci de payer {total}.\n---",
      instead: "J+7 email modèle « Rappel »\n\n"
        + "modèle « Rappel »\n  objet « Facture {facture} »\n---\n"
        + "Facture {facture} échue le {échéance} : merci de payer {total}.\n---",
      basis: [.templates]
    ),
    check: { subject in
      let uses = TemplateUses(subject.analysis.scenarios.scenarios)
      return subject.analysis.trees.flatMap { tree in
        tree.declarations.compactMap { declaration in
          guard case .template(let template) = declaration else { return nil }
          return incomplete(template, uses)
        }
      }
    }
  )
}

private func incomplete(_ template: TemplateSyntax, _ uses: TemplateUses) -> Diagnostic? {
  let name = template.name.folded
  guard uses.claims.contains(name) else { return nil }
  let content = TemplateContent(template)
  let missing = content.missing(isNotice: uses.notices.contains(name))
  guard !missing.isEmpty else { return nil }
  let list = missing.dropFirst().reduce(missing[0]) { list, next in
    Message(fr: "\(list.fr), \(next.fr)", en: "\(list.en), \(next.en)")
  }
  return Lint.missingMentions.finding(
    at: template.name.range,
    Message(
      fr: "il manque au modèle : \(list.fr)",
      en: "the template lacks: \(list.en)"
    ),
    help: Message(
      fr: "par exemple `facture {facture} échue le {échéance} : {solde}`",
      en: "for example `invoice {facture} due on {échéance}: {solde}`"
    )
  )
}

/// Which templates claim something in writing, and which of them are formal notices.
private struct TemplateUses {
  private(set) var claims: Set<FoldedText> = []
  private(set) var notices: Set<FoldedText> = []

  init(_ scenarios: [Scenario]) {
    for scenario in scenarios {
      for step in scenario.steps {
        guard let template = step.template?.folded, step.claims else { continue }
        claims.insert(template)
        if step.nature == .formalNotice { notices.insert(template) }
      }
      for rule in scenario.rules {
        for case .template(let name) in rule.effects + rule.otherwise { claims.insert(name.folded) }
      }
    }
  }
}

extension Step {
  /// Whether the step asks for money in writing, with room for more than a text message has.
  fileprivate var claims: Bool {
    let isWritten = channels.parts.contains { part in
      part.contains { $0 == .email || $0 == .letter || $0 == .registered }
    }
    switch nature {
    case .reminder, .formalNotice, .preDueNotice: return isWritten
    case .statement, .thanks, .litigation: return false
    }
  }
}

/// What a template shows and says.
private struct TemplateContent {
  private var fields: Set<FoldedText> = []
  private var words = ""

  init(_ template: TemplateSyntax) {
    for part in template.subject + template.body { add(part) }
    words = words.folded.text
  }

  private mutating func add(_ part: TemplatePartSyntax) {
    switch part {
    case .text(let text, _): words += " \(text)"
    case .placeholder(let name):
      fields.insert(Accents.fields[name.folded]?.entry.name.folded ?? name.folded)
    case .conditional(_, let parts, let otherwise):
      for part in parts + otherwise { add(part) }
    case .eachInvoice(let parts):
      for part in parts { add(part) }
    }
  }

  /// What is missing, in the order in which a letter says it.
  func missing(isNotice: Bool) -> [Message] {
    var missing: [Message] = []
    func need(_ message: Message, _ isThere: Bool) {
      if !isThere { missing.append(message) }
    }
    need(
      Message(fr: "le numéro de la facture (`{facture}`)", en: "the invoice number (`{facture}`)"),
      shows("facture")
    )
    need(
      Message(fr: "le montant (`{solde}` ou `{total}`)", en: "the amount (`{solde}` or `{total}`)"),
      shows("solde", "total", "montant")
    )
    need(
      Message(fr: "l'échéance (`{échéance}`)", en: "the due date (`{échéance}`)"),
      shows("échéance", "retard")
    )
    guard isNotice else { return missing }
    need(
      Message(fr: "les mots « mise en demeure »", en: "the words “mise en demeure”"),
      says("mise en demeure", "mettons en demeure", "mets en demeure", "formal notice")
    )
    need(
      Message(fr: "le délai accordé (`{délai}`)", en: "the time granted (`{délai}`)"),
      shows("délai") || says("sous huit", " jours", " days")
    )
    need(
      Message(
        fr: "les conséquences (pénalités, poursuites…)",
        en: "the consequences (penalties, proceedings…)"
      ),
      shows("pénalités", "indemnité")
        || says(
          "penalite",
          "interets",
          "poursuite",
          "judiciaire",
          "justice",
          "tribunal",
          "contentieux",
          "huissier",
          "commissaire de justice",
          "legal action",
          "proceedings",
          "court",
          "interest"
        )
    )
    return missing
  }

  private func shows(_ names: String...) -> Bool { names.contains { fields.contains($0.folded) } }

  private func says(_ phrases: String...) -> Bool { phrases.contains { words.holds($0) } }
}

extension String {
  /// Whether a text stands in this one, byte for byte.
  fileprivate func holds(_ part: String) -> Bool {
    let all = Array(utf8)
    let wanted = Array(part.utf8)
    guard wanted.count <= all.count else { return false }
    return (0...all.count - wanted.count).contains { all[$0...].starts(with: wanted) }
  }
}
