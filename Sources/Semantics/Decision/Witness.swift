import Diagnostics
import Receivables

/// An invoice that proves a finding: what is particular about it.
public struct Witness: Sendable {
  /// What is known of one field.
  public struct Detail: Sendable {
    /// The field.
    public let field: FieldReference
    /// Its name in conditions.
    public let name: String
    /// What the invoice has for it.
    public let content: Content
    /// A text as conditions write it, which are compared folded.
    let written: String?
    /// Where it lies on the field's axis; `nil` for no value.
    let place: Rational?
  }

  /// What an invoice has for a field.
  public enum Content: Hashable, Sendable {
    /// A value.
    case value(Value)
    /// A text that no condition names.
    case otherText
    /// No value.
    case absent
  }

  /// The fields that matter.
  public let details: [Detail]

  /// The invoice without some of what is known of it, unless that is all.
  public func leavingOut(_ isLeftOut: (Detail) -> Bool) -> Witness {
    let others = details.filter { !isLeftOut($0) }
    return others.isEmpty ? self : Witness(details: others)
  }

  /// The invoice in a few words: `risque élevé, solde 60 000 €, litige non`.
  public var message: Message {
    guard let first = details.first else {
      return Message(fr: "n'importe quelle facture", en: "any invoice")
    }
    return details.dropFirst().reduce(first.message) { text, detail in
      let next = detail.message
      return Message(fr: "\(text.fr), \(next.fr)", en: "\(text.en), \(next.en)")
    }
  }
}

extension Witness.Detail {
  /// The field and what it holds.
  public var message: Message {
    if field == .field(.currency), case .value(.text(let code)) = content,
      let currency = Currency(code: code.text)
    {
      return Message(verbatim: "\(name) \(currency.code)")
    }
    let text = written.map { Message(fr: "« \($0) »", en: "“\($0)”") } ?? content.message
    return Message(fr: "\(name) \(text.fr)", en: "\(name) \(text.en)")
  }
}

extension Witness.Content {
  /// The text that the invoice has.
  var text: FoldedText? {
    if case .value(.text(let text)) = self { text } else { nil }
  }

  fileprivate var message: Message {
    switch self {
    case .value(let value): value.message
    case .otherText: Message(fr: "autre", en: "other")
    case .absent: Message(fr: "non renseigné", en: "absent")
    }
  }
}

extension Value {
  /// The value for a person.
  fileprivate var message: Message {
    switch self {
    case .text(let text): Message(fr: "« \(text.text) »", en: "“\(text.text)”")
    case .number(let number):
      Message(fr: number.french(decimals: 6), en: number.english(decimals: 6))
    case .percentage(let share): Message(percentage: share)
    case .money(let money): Message(briefly: money)
    case .duration(let days):
      Message(
        fr: "\(days) \(days.magnitude <= 1 ? "jour" : "jours")",
        en: "\(days) \(days.magnitude == 1 ? "day" : "days")"
      )
    case .date(let date): Message(fr: date.frenchDescription, en: date.description)
    case .truth(let truth): Message(fr: truth ? "oui" : "non", en: truth ? "yes" : "no")
    case .risk(let risk): Message(verbatim: risk.rawValue)
    case .kind(let kind): Message(verbatim: kind.rawValue)
    case .weekday(let day): Message(verbatim: day.french)
    }
  }
}

extension Message {
  fileprivate init(briefly money: Money) {
    let minorUnits = Int128(money.minorUnits)
    self.init(
      fr: AmountText.french.writeBriefly(minorUnits: minorUnits, of: money.currency),
      en: AmountText.english.writeBriefly(minorUnits: minorUnits, of: money.currency)
    )
  }

  fileprivate init(percentage share: Percentage) {
    do throws(ArithmeticOverflow) {
      let percent = try share.fraction.multiplied(by: Rational(100))
      self.init(
        fr: percent.french(decimals: 6) + "\u{A0}%",
        en: percent.english(decimals: 6) + "%"
      )
    } catch {
      self.init(fr: "hors limites", en: "out of range")
    }
  }
}
