import Diagnostics
import Receivables
import Syntax

/// An `exemple` block with every name resolved: a ledger of one customer, and the actions expected
/// on some days.
public struct Example: Sendable {
  /// The name.
  public let name: String
  /// The place of the name.
  public let range: SourceRange
  /// The customer with its invoices and everything that happens to them.
  ///
  /// An address that the example does not mention is there (R94).
  public let account: CustomerAccount
  /// What is expected, by day.
  public let expectations: [Expectation]

  /// What is expected on one day.
  public struct Expectation: Sendable {
    /// The day.
    public let day: CalendarDate
    /// The actions; none for `rien`.
    public let actions: [ExpectedAction]
    /// The whole line.
    public let range: SourceRange
  }

  /// An action that is expected; what is not written is free.
  public struct ExpectedAction: Sendable {
    /// The channel is one of these; empty for any.
    public let channels: [Channel]
    /// What the message is for.
    public let nature: Nature?
    /// How it sounds.
    public let tone: Tone?
    /// By whom.
    public let mode: ActionMode?
    /// Whom it goes to.
    public let recipient: ContactRole?
    /// Who gets a copy, among others.
    public let copies: [ContactRole]
    /// Who is told internally, among others.
    public let notifications: [ContactRole]
    /// The template, as declared.
    public let template: String?
    /// What it shows or carries, among other things.
    public let enclosures: [Enclosure]
    /// The days it grants.
    public let graceDays: Int?
    /// The words as written.
    public let range: SourceRange
  }

  /// How many days before the first due date an example begins.
  public static let lead = 60

  /// The first day that is played: 60 days before the first due date.
  public var firstDay: CalendarDate {
    let first = account.invoices.map { $0.invoice.dueOn }.min() ?? .earliest
    return first.adding(days: -Example.lead)
  }
}
