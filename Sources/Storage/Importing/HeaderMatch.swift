import Diagnostics

/// Which field of a file is which column of its table.
struct HeaderMatch {
  /// A field that fills a column.
  struct Binding {
    let column: LedgerColumn
    let field: Int
    let header: String

    /// Whether amounts are whole numbers of minor units, as in the ledger itself: the header says
    /// so, as in `amount_minor`.
    var isInMinorUnits: Bool { HeaderNames.key(header).hasSuffix("minor") }
  }

  /// A field that fills a column of the company's own.
  struct OwnBinding {
    let name: String
    let field: Int
  }

  private(set) var bindings: [Binding] = []
  private(set) var ownBindings: [OwnBinding] = []
  /// The headers that mean nothing here.
  private(set) var ignored: [String] = []

  private let table: LedgerTable
  private let headers: [String]
  private var conditions: [(field: Int, value: FoldedText)] = []

  /// Matches the headers of a file with the columns of a table, and with what conditions ask for.
  init(
    _ table: LedgerTable,
    headers: [String],
    mappings: [ColumnMapping],
    conditions: [RowCondition] = []
  ) throws(HeaderProblem) {
    self.table = table
    self.headers = headers
    var used: Set<Int> = []
    for mapping in mappings where mapping.table == table {
      let field = try field(of: mapping.header)
      used.insert(field)
      switch mapping.target {
      case .column(let name): bind(name, field)
      case .own(let name): ownBindings.append(OwnBinding(name: name, field: field))
      }
    }
    used.formUnion(try bindRecognised(except: used))
    identifyByNumber()
    try requireAll()
    for condition in conditions where condition.table == table {
      let field = try field(of: condition.header)
      used.insert(field)
      self.conditions.append((field, condition.value.folded))
    }
    ignored = headers.indices.filter { !used.contains($0) && isOfInterest(headers[$0]) }
      .map { headers[$0] }
  }

  /// The field of a column; `nil` if the file does not have it.
  func binding(_ name: ColumnName) -> Binding? {
    bindings.first { $0.column.name == name }
  }

  /// Whether a row meets the conditions for this table.
  func isMeant(_ record: CSVRecord) -> Bool {
    conditions.allSatisfy { record.text($0.field).folded == $0.value }
  }

  /// The field with a header, which must be the only one.
  private func field(of header: String) throws(HeaderProblem) -> Int {
    var matches = headers.indices.filter { headers[$0] == header }
    if matches.isEmpty { matches = headers.indices.filter { headers[$0].folded == header.folded } }
    guard let match = matches.first else { throw .unknownHeader(header, found: headers) }
    guard matches.count == 1 else { throw .repeatedHeader(header) }
    return match
  }

  private mutating func bind(_ name: ColumnName, _ field: Int) {
    guard let column = table.column(name) else { return }
    bindings.append(Binding(column: column, field: field, header: headers[field]))
  }

  /// Binds the fields whose headers are known, and gives their numbers.
  private mutating func bindRecognised(except used: Set<Int>) throws(HeaderProblem) -> Set<Int> {
    let names = HeaderNames(table)
    var fields: [ColumnName: [Int]] = [:]
    for (field, header) in headers.enumerated() where !used.contains(field) {
      guard let column = names.column(for: header), binding(column.name) == nil else { continue }
      fields[column.name, default: []].append(field)
    }
    for column in table.columns {
      guard let candidates = fields[column.name] else { continue }
      let ownName = HeaderNames.key(column.name.rawValue)
      let exact = candidates.filter { HeaderNames.key(headers[$0]) == ownName }
      let chosen = exact.isEmpty ? candidates : exact
      guard chosen.count == 1 else {
        throw .severalHeaders(table, column.name, chosen.map { headers[$0] })
      }
      bind(column.name, chosen[0])
    }
    return Set(bindings.map(\.field))
  }

  /// An invoice that has a number and no other identifier is identified by it.
  private mutating func identifyByNumber() {
    guard table == .invoices, binding(.id) == nil, let number = binding(.number) else { return }
    bindings.removeAll { $0.column.name == .number }
    bind(.id, number.field)
  }

  private func requireAll() throws(HeaderProblem) {
    var missing: [ColumnName] = []
    for column in table.columns {
      switch column.presence {
      case .required: if binding(column.name) == nil { missing.append(column.name) }
      case .requiredInLedger, .optional, .importOnly: break
      }
    }
    // Without a due date there must at least be a day to count the payment terms from.
    if table == .invoices, binding(.dueOn) == nil, binding(.issuedOn) == nil {
      missing.append(.dueOn)
    }
    if table == .holds, binding(.customerID) == nil, binding(.invoiceID) == nil {
      missing.append(.invoiceID)
    }
    guard missing.isEmpty else { throw .missingColumns(table, missing, found: headers) }
  }

  private func isOfInterest(_ header: String) -> Bool {
    let reason = HeaderNames.rejectionReason
    return !header.isEmpty && header != reason.fr && header != reason.en
  }
}

/// What is wrong with the headers of an imported file.
public enum HeaderProblem: Error, Hashable, Sendable {
  /// Columns without which the table cannot be filled.
  case missingColumns(LedgerTable, [ColumnName], found: [String])
  /// The headers stand in a row further down, below a title.
  case belowTitle(row: Int)
  /// Several headers stand for one column.
  case severalHeaders(LedgerTable, ColumnName, [String])
  /// A header of an option that the file does not have.
  case unknownHeader(String, found: [String])
  /// A header of an option that the file has more than once.
  case repeatedHeader(String)

  /// What is wrong, in the user's language.
  public var message: Message {
    switch self {
    case .missingColumns(let table, let columns, let found):
      Message(
        fr: "aucun en-tête n'est reconnu pour \(names(columns, of: table)) ; en-têtes trouvés : "
          + listed(found),
        en: "no header is recognised for \(names(columns, of: table)); headers found: "
          + listed(found)
      )
    case .belowTitle(let row):
      Message(
        fr: "les en-têtes sont à la ligne \(row), sous un titre : ils doivent être à la première",
        en: "the headers are in row \(row), below a title: they must be in the first"
      )
    case .severalHeaders(let table, let column, let headers):
      Message(
        fr: "plusieurs en-têtes répondent à `\(table.rawValue).\(column.rawValue)` : "
          + listed(headers),
        en: "several headers answer to `\(table.rawValue).\(column.rawValue)`: " + listed(headers)
      )
    case .unknownHeader(let header, let found):
      Message(
        fr: "il n'y a pas d'en-tête `\(header)` ; en-têtes trouvés : " + listed(found),
        en: "there is no header `\(header)`; headers found: " + listed(found)
      )
    case .repeatedHeader(let header):
      Message(
        fr: "l'en-tête `\(header)` figure plusieurs fois",
        en: "the header `\(header)` stands there more than once"
      )
    }
  }

  /// What to do about it.
  public var help: Message? {
    switch self {
    case .missingColumns(let table, let columns, _):
      Message(
        fr: "dites où elle est : "
          + columns.map { "`--map \"\(table.rawValue).\($0.rawValue)=En-tête\"`" }
          .joined(separator: " "),
        en: "say where it is: "
          + columns.map { "`--map \"\(table.rawValue).\($0.rawValue)=Header\"`" }
          .joined(separator: " ")
      )
    case .belowTitle(let row):
      row == 2
        ? Message(
          fr: "supprimez la première ligne du fichier, puis recommencez",
          en: "delete the first row of the file, then try again"
        )
        : Message(
          fr: "supprimez les \(row - 1) premières lignes du fichier, puis recommencez",
          en: "delete the first \(row - 1) rows of the file, then try again"
        )
    case .severalHeaders(let table, let column, let headers):
      Message(
        fr: "dites lequel : `--map \"\(table.rawValue).\(column.rawValue)=\(headers[0])\"`",
        en: "say which: `--map \"\(table.rawValue).\(column.rawValue)=\(headers[0])\"`"
      )
    case .unknownHeader: nil
    case .repeatedHeader:
      Message(fr: "renommez-en un dans le fichier", en: "rename one of them in the file")
    }
  }

  private func names(_ columns: [ColumnName], of table: LedgerTable) -> String {
    columns.map { "`\(table.rawValue).\($0.rawValue)`" }.joined(separator: ", ")
  }
}
