import Diagnostics
import Receivables

/// The frame of every page: title, contents, sections, what it was made from.
struct Page {
  /// A part of a page with a title of its own.
  struct Section {
    /// Its name within the page.
    let id: String
    /// Its title.
    let title: String
    /// What stands in it.
    let content: [Markup]
  }

  /// The language of all words that are not the user's own.
  let language: MessageLanguage
  /// What the page is, for the heading and the browser's window.
  let title: String
  /// The day or the period.
  let subtitle: Markup
  /// What stands above the sections: the figures that matter most.
  let summary: [Markup]
  /// The sections in order.
  let sections: [Section]
  /// What the figures are worked out from.
  let notes: [String]

  /// Writes the file: it loads nothing and can be read without a script.
  func write(to output: TextOutput) {
    Markup.node(.html, [.lang(languageCode)], [head, body]).writeDocument(to: output)
  }

  private var languageCode: String {
    switch language {
    case .french: "fr"
    case .english: "en"
    }
  }

  private func say(_ message: Message) -> String { message.text(in: language) }

  private var head: Markup {
    .node(
      .head,
      [
        .element(.meta, [.named(.charset, "utf-8")], []),
        .element(
          .meta,
          // Even if markup got in somehow, nothing could be loaded or sent.
          [
            .named(.httpEquivalent, "Content-Security-Policy"),
            .named(
              .content,
              "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
                + "base-uri 'none'; form-action 'none'"
            ),
          ],
          []
        ),
        meta("viewport", "width=device-width, initial-scale=1"),
        meta("color-scheme", "light dark"),
        meta("robots", "noindex"),
        meta("generator", "relance"),
        .node(.title, title),
        .node(.style, [.resource(.styleSheet)]),
      ]
    )
  }

  private func meta(_ name: String, _ content: String) -> Markup {
    .element(.meta, [.named(.name, name), .named(.content, content)], [])
  }

  private var body: Markup {
    .node(
      .body,
      [
        .node(
          .a,
          [.class("skip"), .fragment("content")],
          say(Message(fr: "Aller au contenu", en: "Skip to content"))
        ),
        .node(
          .header,
          [.class("top")],
          [
            .node(.p, [.class("brand")], "relance"), .node(.h1, title),
            .node(.p, [.class("subtitle")], [subtitle]),
          ]
        ),
        sections.count > 1 ? contents : .nothing,
        .node(
          .main,
          [.id("content")],
          (summary.isEmpty ? [] : [.node(.div, [.class("tiles")], summary)])
            + sections.map(section)
        ),
        .node(.footer, notes.map { .node(.p, $0) }),
        .node(.script, [.resource(.script)]),
      ]
    )
  }

  private var contents: Markup {
    .node(
      .nav,
      [.named(.ariaLabel, say(Message(fr: "Sommaire", en: "Contents")))],
      [
        .node(
          .ul,
          sections.map { .node(.li, [.node(.a, [.fragment($0.id)], $0.title)]) }
        )
      ]
    )
  }

  private func section(_ section: Section) -> Markup {
    let heading = "\(section.id)-titre"
    return .node(
      .section,
      [.id(section.id), .named(.ariaLabelledBy, heading)],
      [.node(.h2, [.id(heading)], section.title)] + section.content
    )
  }
}

extension Markup {
  /// A figure as people read it, its value as it stands in the JSON form, and the place of that
  /// member as a JSON pointer (RFC 6901).
  static func figure(_ shown: String, _ value: String, at pointer: String) -> Markup {
    .node(.data, [.named(.value, value), .named(.pointer, pointer)], shown)
  }

  /// A day as people read it.
  static func day(_ date: CalendarDate, _ language: MessageLanguage) -> Markup {
    .node(.time, [.named(.datetime, date.description)], date.inFigures(language))
  }

  /// A day in words.
  static func dayInWords(_ date: CalendarDate, _ language: MessageLanguage) -> Markup {
    .node(.time, [.named(.datetime, date.description)], date.inWords(language))
  }

  /// One of the figures that matter most, large, with what it is.
  static func tile(_ label: String, _ figure: Markup, _ detail: [Markup] = []) -> Markup {
    .node(
      .div,
      [.class("tile")],
      [
        .node(.p, [.class("label")], label), .node(.p, [.class("large")], [figure]),
        detail.isEmpty ? .nothing : .node(.p, [.class("detail")], detail),
      ]
    )
  }
}
