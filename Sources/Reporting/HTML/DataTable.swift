import Diagnostics
import Receivables

/// A table of a page: it has a caption, heads for rows and columns, and can be sorted and filtered
/// where scripts run.
struct DataTable {
  /// A column's head, and whether figures stand in it.
  struct Column {
    /// How the cells of a column look.
    enum Kind {
      /// Words, flush left.
      case words
      /// Figures, flush right.
      case figures
    }

    let head: String
    let kind: Kind

    /// A column of words.
    static func words(_ head: String) -> Column { Column(head: head, kind: .words) }

    /// A column of figures.
    static func figures(_ head: String) -> Column { Column(head: head, kind: .figures) }
  }

  /// A cell, and by what it is sorted if not by its text.
  struct Cell {
    let content: [Markup]
    let key: String?

    /// A text.
    init(_ text: String) { self.init([.text(text)]) }

    /// Some content; the key is a number or a text.
    init(_ content: [Markup], key: String? = nil) {
      self.content = content
      self.key = key
    }
  }

  /// What a table is for.
  enum Style {
    /// Rows to look things up in.
    case list
    /// The figures of a picture above it, folded away where there are many.
    case series
    /// A few rows that belong to what stands above them.
    case part
    /// A picture of two versions: bars one below the other, heads that say which is which.
    case compared
    /// A picture: its rows have an order of their own and bars beside the figures.
    case figure
  }

  /// What the table shows.
  let caption: String
  /// The columns.
  let columns: [Column]
  /// The rows; the first cell of each is its head.
  var rows: [[Cell]] = []
  /// A row below the others that is never sorted.
  var total: [Cell]?
  /// What it is for.
  var style = Style.list

  /// A table without rows yet.
  init(caption: String, columns: [Column]) {
    self.caption = caption
    self.columns = columns
  }

  /// The most rows of a page: more would make it slow to open and nobody reads them.
  static let longest = 500

  /// The table, which scrolls by itself where the screen is too narrow.
  func markup(_ language: MessageLanguage) -> Markup {
    let isLong = rows.count > 8
    if isLong, style == .series {
      return .node(.details, [.node(.summary, caption), scrolling, rest(language)])
    }
    return .group([
      isLong && style == .list ? .filter(caption, language) : .nothing,
      scrolling,
      rest(language),
    ])
  }

  private var scrolling: Markup {
    .node(
      .div,
      [
        .class("scroll"), .named(.tabIndex, "0"), .named(.role, "region"),
        .named(.ariaLabel, caption),
      ],
      [
        .node(
          .table,
          [.class(className)],
          [.node(.caption, caption), head, body, foot]
        )
      ]
    )
  }

  private var className: String {
    switch style {
    case .list, .series: "sortable"
    case .part: "part"
    case .compared: "bars compared"
    case .figure: "bars"
    }
  }

  private var head: Markup {
    .node(
      .thead,
      [
        .node(
          .tr,
          columns.map { column in
            // A column of pictures has no head, and a head without a word would only confuse.
            column.head.isEmpty
              ? .node(.td, [])
              : .node(.th, classes(of: column) + [.scope("col")], column.head)
          }
        )
      ]
    )
  }

  private var body: Markup { .node(.tbody, rows.prefix(DataTable.longest).map { row($0) }) }

  private var foot: Markup { total.map { .node(.tfoot, [row($0)]) } ?? .nothing }

  private func row(_ cells: [Cell]) -> Markup {
    .node(
      .tr,
      zip(columns.indices, cells).map { index, cell in
        let key = cell.key.map { [Attribute.named(.key, $0)] } ?? []
        let attributes = classes(of: columns[index]) + key
        return index == 0
          ? .node(.th, attributes + [.scope("row")], cell.content)
          : .node(.td, attributes, cell.content)
      }
    )
  }

  private func classes(of column: Column) -> [Attribute] {
    switch column.kind {
    case .words: []
    case .figures: [.class("n")]
    }
  }

  private func rest(_ language: MessageLanguage) -> Markup {
    let left = rows.count - DataTable.longest
    guard left > 0 else { return .nothing }
    let count = language.amounts.write(left)
    let note = Message(
      fr: "Et \(count) lignes de plus dans les formes csv et json.",
      en: "And \(count) more lines in the csv and json forms."
    )
    return .node(.p, [.class("note")], note.text(in: language))
  }
}

extension Markup {
  /// A field that filters the rows or articles that follow it; hidden until the script that serves
  /// it runs.
  static func filter(_ what: String, _ language: MessageLanguage) -> Markup {
    let label = Message(fr: "Filtrer", en: "Filter").text(in: language)
    let search: [Attribute] = [
      .named(.type, "search"), .named(.ariaLabel, "\(label) : \(what)"),
    ]
    return .node(
      .p,
      [.class("filter"), .named(.hidden, "")],
      [.node(.label, [.text(label), .element(.input, search, [])])]
    )
  }
}
