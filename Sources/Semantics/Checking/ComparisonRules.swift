import Diagnostics
import Receivables
import Syntax

extension ExpressionChecker {
  /// Whether two sides of a comparison go together; says why where they do not.
  func fits(_ subject: TypedExpression, _ object: TypedExpression) -> Bool {
    if subject.type == .truth || object.type == .truth {
      reportTruthCompared(subject, object)
      return false
    }
    if subject.type.comparable == object.type.comparable { return true }
    if object.form == .bareNumber, let fix = unit(of: subject.type) {
      reportMissingUnit(object, beside: subject, fix)
    } else if subject.form == .bareNumber, let fix = unit(of: object.type) {
      reportMissingUnit(subject, beside: object, fix)
    } else {
      reportIncompatible(subject, object)
    }
    return false
  }

  /// Whether values of the subject's type can be asked for more or less.
  func hasOrder(_ subject: TypedExpression, _ relation: Located<Relation>) -> Bool {
    switch relation.value {
    case .equal, .notEqual: return true
    case .less, .lessOrEqual, .greater, .greaterOrEqual: break
    }
    if subject.type.isOrdered { return true }
    report(
      .incompatibleTypes,
      at: relation.range,
      Message(
        fr:
          "\(subject.type.title.fr) n'a pas d'ordre : `\(relation.value.rawValue)` est impossible",
        en: "\(subject.type.title.en) has no order: `\(relation.value.rawValue)` is impossible"
      ),
      help: Message(
        fr: "utiliser `=`, `≠` ou `dans (…)`",
        en: "use `=`, `≠` or `dans (…)`"
      )
    )
    return false
  }

  private func reportTruthCompared(_ subject: TypedExpression, _ object: TypedExpression) {
    let truth = subject.type == .truth ? subject : object
    let name = name(of: truth.expression)
    report(
      .incompatibleTypes,
      at: subject.range.union(object.range),
      Message(
        fr: "`\(name)` est vrai ou faux et ne se compare pas",
        en: "`\(name)` is true or false and is not compared"
      ),
      help: Message(
        fr: "écrire `\(name)` ou `non \(name)`",
        en: "write `\(name)` or `non \(name)`"
      )
    )
  }

  private func reportMissingUnit(
    _ number: TypedExpression,
    beside other: TypedExpression,
    _ unit: String
  ) {
    let isMoney = other.type == .money
    let subject = name(of: other.expression)
    findings.report(
      Diagnostic(
        isMoney ? .currency : .incompatibleUnits,
        at: number.range,
        isMoney
          ? Message(fr: "montant sans devise", en: "an amount without a currency")
          : Message(fr: "nombre sans unité", en: "a number without a unit"),
        label: Message(
          fr: "`\(subject)` est \(other.type.title.fr)",
          en: "`\(subject)` is \(other.type.title.en)"
        ),
        help: Message(
          fr: "ajouter `\(unit)` derrière le nombre",
          en: "add `\(unit)` behind the number"
        ),
        fix: Fix(.safe, replacing: number.range.end, with: " \(unit)")
      )
    )
  }

  private func unit(of type: ValueType) -> String? {
    switch type {
    case .money: "€"
    case .duration: "jours"
    case .percentage: "%"
    case .text, .integer, .number, .date, .truth, .risk, .kind, .weekday: nil
    }
  }

  private func reportIncompatible(_ subject: TypedExpression, _ object: TypedExpression) {
    let isUnits = subject.type.isQuantity && object.type.isQuantity
    let suggestion = suggestedField(for: object.type, insteadOf: subject)
    findings.report(
      Diagnostic(
        isUnits ? .incompatibleUnits : .incompatibleTypes,
        at: object.range,
        Message(
          fr: "\(described(subject).fr) ne se compare pas à \(object.type.title.fr)",
          en: "\(described(subject).en) is not compared with \(object.type.title.en)"
        ),
        label: Message(fr: "c'est \(object.type.title.fr)", en: "this is \(object.type.title.en)"),
        notes: [
          DiagnosticNote(
            Message(fr: "c'est \(subject.type.title.fr)", en: "this is \(subject.type.title.en)"),
            at: subject.range
          )
        ],
        help: suggestion
      )
    )
  }

  private func described(_ value: TypedExpression) -> Message {
    switch value.expression {
    case .field(let reference):
      let name = reference.name(in: columns)
      return Message(
        fr: "`\(name)`, \(value.type.title.fr),",
        en: "`\(name)`, \(value.type.title.en),"
      )
    case .literal, .definition, .negated, .sum, .difference, .product:
      return value.type.title
    }
  }

  /// What to write instead: the field that was probably meant, or quotes round a number.
  private func suggestedField(
    for type: ValueType,
    insteadOf subject: TypedExpression
  ) -> Message? {
    if subject.type == .text, type.comparable == .number {
      return Message(
        fr: "un nombre qui est un texte s'écrit entre guillemets : `« 5 »`",
        en: "a number that is a text is written between quotes: `« 5 »`"
      )
    }
    switch type {
    case .money:
      return Message(
        fr: "les champs en montant : `solde`, `montant`, `encours`, `échu`",
        en: "the fields that are amounts: `solde`, `montant`, `encours`, `échu`"
      )
    case .duration:
      return Message(
        fr: "les champs en durée : `retard`, `âge`, `retard moyen`, `jours depuis relance`",
        en: "the fields that are durations: `retard`, `âge`, `retard moyen`, `jours depuis relance`"
      )
    case .date:
      return Message(
        fr: "les champs en date : `échéance`, `date de facture`",
        en: "the fields that are dates: `échéance`, `date de facture`"
      )
    case .percentage:
      return Message(
        fr: "le champ en pourcentage : `taux de retard`",
        en: "the field that is a percentage: `taux de retard`"
      )
    case .integer, .number:
      return Message(
        fr: "les champs en nombre : `nombre de relances`, `factures échues`, `mois`",
        en: "the fields that are numbers: `nombre de relances`, `factures échues`, `mois`"
      )
    case .text, .truth, .risk, .kind, .weekday:
      return nil
    }
  }
}

extension ValueType {
  /// Whether values are counted or measured.
  fileprivate var isQuantity: Bool {
    switch self {
    case .integer, .number, .percentage, .money, .duration: true
    case .text, .date, .truth, .risk, .kind, .weekday: false
    }
  }

  /// A comparison that a field of the type can stand in, as help.
  func comparisonExample(of name: String) -> Message? {
    let example: String
    switch self {
    case .text: example = "\(name) = « … »"
    case .integer, .number: example = "\(name) > 3"
    case .percentage: example = "\(name) > 50 %"
    case .money: example = "\(name) > 500 €"
    case .duration: example = "\(name) > 30 jours"
    case .date: example = "\(name) < 01/01/2026"
    case .risk: example = "\(name) = élevé"
    case .kind: example = "\(name) = acompte"
    case .weekday: example = "\(name) = lundi"
    case .truth: return nil
    }
    return Message(fr: "par exemple `\(example)`", en: "for example `\(example)`")
  }
}
