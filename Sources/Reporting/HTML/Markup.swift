import Diagnostics

/// A piece of a page.
///
/// Nothing of a page is ever put together from texts: text and attribute values are escaped when the
/// page is written, element and attribute names are closed sets, and style and script are constants
/// of the program. So no text of a ledger or a scenario can become markup.
indirect enum Markup: Sendable {
  /// An element with its attributes and its content.
  case element(Tag, [Attribute], [Markup])
  /// Text.
  case text(String)
  /// A style sheet or a script of the program's own.
  case resource(Resource)
  /// Several pieces one after another.
  case group([Markup])

  /// An element without attributes.
  static func node(_ tag: Tag, _ content: [Markup]) -> Markup { .element(tag, [], content) }

  /// An element.
  static func node(_ tag: Tag, _ attributes: [Attribute], _ content: [Markup]) -> Markup {
    .element(tag, attributes, content)
  }

  /// An element without attributes that holds a text.
  static func node(_ tag: Tag, _ text: String) -> Markup { .element(tag, [], [.text(text)]) }

  /// An element that holds a text.
  static func node(_ tag: Tag, _ attributes: [Attribute], _ text: String) -> Markup {
    .element(tag, attributes, [.text(text)])
  }

  /// Nothing.
  static let nothing = Markup.group([])
}

/// The elements a page may have.
enum Tag: String, Sendable {
  case html, head, meta, title, style, script, body
  case header, nav, main, section, article, footer, details, summary, div, span, p
  case h1, h2, h3, h4, ul, ol, li, dl, dt, dd, a, strong, small, data, time, code
  case figure, figcaption, table, caption, thead, tbody, tfoot, tr, th, td
  case label, input, button
  case svg, g, rect, line, circle, path, text, desc

  fileprivate var isVoid: Bool { self == .meta || self == .input }
}

/// The attributes an element may have.
enum Attribute: Sendable {
  /// Classes of the style sheet.
  case `class`(String)
  /// The element's name within the page.
  case id(String)
  /// A place within the page.
  case fragment(String)
  /// The language of the text.
  case lang(String)
  /// A head of a row or a column.
  case scope(String)
  /// Any other attribute.
  case named(Name, String)

  /// Attributes without which no script runs and no address is followed.
  enum Name: String {
    case charset, name, content, type, placeholder, role, datetime, value, colspan, open
    case ariaLabel = "aria-label"
    case ariaLabelledBy = "aria-labelledby"
    case ariaHidden = "aria-hidden"
    case ariaSort = "aria-sort"
    case ariaLive = "aria-live"
    case httpEquivalent = "http-equiv"
    case tabIndex = "tabindex"
    case hidden
    case forID = "for"
    case key = "data-key"
    case pointer = "data-json"
    case viewBox, width, height, x, y, x1, y1, x2, y2, cx, cy, r, rx, d
    case textAnchor = "text-anchor"
    case aspect = "preserveAspectRatio"
  }

  fileprivate var written: (name: String, value: String) {
    switch self {
    case .class(let names): ("class", names)
    case .id(let name): ("id", name)
    case .fragment(let name): ("href", "#" + name)
    case .lang(let code): ("lang", code)
    case .scope(let scope): ("scope", scope)
    case .named(let name, let value): (name.rawValue, value)
    }
  }
}

/// What a page carries beside its content; constants of the program.
enum Resource: Sendable {
  case styleSheet
  case script

  fileprivate var text: StaticString {
    switch self {
    case .styleSheet: pageStyle
    case .script: pageScript
    }
  }
}

extension Markup {
  /// Writes the page as a file; it ends with a line feed.
  func writeDocument(to output: TextOutput) {
    var text: [UInt8] = []
    text.append("<!DOCTYPE html>\n")
    write(to: &text)
    text.append("\n")
    output.write(text)
  }

  private func write(to text: inout [UInt8]) {
    switch self {
    case .text(let content): escape(content, to: &text)
    case .resource(let resource): text.append(resource.text.description)
    case .group(let pieces): for piece in pieces { piece.write(to: &text) }
    case .element(let tag, let attributes, let content):
      text.append(tag.startsLine ? "\n<" : "<")
      text.append(tag.rawValue)
      for attribute in attributes {
        let (name, value) = attribute.written
        text.append(" ")
        text.append(name)
        text.append("=\"")
        escape(value, to: &text)
        text.append("\"")
      }
      text.append(">")
      guard !tag.isVoid else { return }
      for piece in content { piece.write(to: &text) }
      text.append("</")
      text.append(tag.rawValue)
      text.append(">")
    }
  }
}

extension Tag {
  /// Whether the element begins a line of the file, so that a page can be read and compared.
  fileprivate var startsLine: Bool {
    switch self {
    case .html, .head, .meta, .title, .style, .script, .body, .header, .nav, .main, .section,
      .article, .footer, .details, .div, .p, .h1, .h2, .h3, .h4, .ul, .ol, .li, .dl, .figure,
      .table, .thead, .tbody, .tfoot, .tr, .svg:
      true
    case .summary, .span, .dt, .dd, .a, .strong, .small, .data, .time, .code, .figcaption,
      .caption, .th, .td, .label, .input, .button, .g, .rect, .line, .circle, .path, .text, .desc:
      false
    }
  }
}

/// Writes text so that it stays text, in an element as well as in a quoted attribute.
///
/// Control characters, which HTML does not allow, and the marks that turn the direction of writing
/// become `�`, as on a terminal.
private func escape(_ content: String, to text: inout [UInt8]) {
  var content = printable(content)
  content.withUTF8 { text.append(escapingHTML: $0) }
}
