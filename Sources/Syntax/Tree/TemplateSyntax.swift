import Diagnostics

/// `modèle « X »` with its settings and its body.
public struct TemplateSyntax: Sendable {
  /// The name.
  public let name: NameSyntax
  /// `langue fr`, as written.
  public let language: Located<String>?
  /// The subject line.
  public let subject: [TemplatePartSyntax]
  /// The body between the two lines `---`, the end of its last line included.
  public let body: [TemplatePartSyntax]
  /// From the header to the end of the body.
  public let range: SourceRange

  /// A template of its parts.
  public init(
    name: NameSyntax,
    language: Located<String>?,
    subject: [TemplatePartSyntax],
    body: [TemplatePartSyntax],
    range: SourceRange
  ) {
    self.name = name
    self.language = language
    self.subject = subject
    self.body = body
    self.range = range
  }
}

/// A piece of a template's text.
public indirect enum TemplatePartSyntax: Sendable {
  /// Text as it stands, its line ends as `\n`.
  case text(String, at: SourceRange)
  /// `{champ}`
  case placeholder(NameSyntax)
  /// `{si COND}…{sinon}…{fin}`
  case conditional(ExpressionSyntax, [TemplatePartSyntax], [TemplatePartSyntax])
  /// `{pour chaque facture}…{fin}`
  case eachInvoice([TemplatePartSyntax])
}
