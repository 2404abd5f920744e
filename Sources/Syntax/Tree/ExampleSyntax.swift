import Diagnostics
import Receivables

/// `exemple « … »`: a small ledger and the actions expected on some days.
public struct ExampleSyntax: Sendable {
  /// The name.
  public let name: NameSyntax
  /// The lines in order.
  public let lines: [Line]
  /// From the header to the last line.
  public let range: SourceRange

  /// A line of an example.
  public struct Line: Sendable {
    /// What it says.
    public let kind: Kind
    /// The whole line.
    public let range: SourceRange

    /// A line at its place.
    public init(_ kind: Kind, at range: SourceRange) {
      self.kind = kind
      self.range = range
    }
  }

  /// What a line can say.
  public enum Kind: Sendable {
    /// `scénario « X »`, only as the first line.
    case scenario(NameSyntax)
    /// `client risque élevé, segment PME`
    case customer([Fact])
    /// `facture [« F1 »] échéance 10/01/2026, montant 1 200 €`
    case invoice(label: NameSyntax?, [Fact])
    /// `paiement [« F1 »] le 01/02/2026 : 200 €`
    case payment(label: NameSyntax?, on: Located<CalendarDate>, amount: Located<Money>)
    /// `litige [« F1 »] du DATE [au DATE]`
    case dispute(
      label: NameSyntax?,
      from: Located<CalendarDate>,
      until: Located<CalendarDate>?
    )
    /// `promesse [« F1 »] le DATE`
    case promise(label: NameSyntax?, on: Located<CalendarDate>)
    /// `le DATE : manuel email doux, appel` or `le DATE : rien` (no action).
    case expectation(on: Located<CalendarDate>, [ExpectedAction])
  }

  /// A field and its value, or a truth field alone.
  ///
  /// Where both are bare words (`risque élevé`) they are not parted here: `field` holds all of them
  /// and `value` nothing, as only who knows the fields can tell `procédure collective` from
  /// `risque élevé` (`NameSyntax.partings`).
  public struct Fact: Sendable {
    /// The field.
    public let field: NameSyntax
    /// The value; absent for a truth field alone and for bare words.
    public let value: ExpressionSyntax?
    /// The place.
    public let range: SourceRange

    /// A fact of its parts.
    public init(field: NameSyntax, value: ExpressionSyntax?, range: SourceRange) {
      self.field = field
      self.value = value
      self.range = range
    }
  }

  /// An action that is expected; what is not written is free.
  public struct ExpectedAction: Sendable {
    /// The words of an action.
    public let action: ActionSyntax
    /// The place.
    public let range: SourceRange

    /// An expected action at its place.
    public init(_ action: ActionSyntax, at range: SourceRange) {
      self.action = action
      self.range = range
    }
  }

  /// An example of its parts.
  public init(name: NameSyntax, lines: [Line], range: SourceRange) {
    self.name = name
    self.lines = lines
    self.range = range
  }
}
