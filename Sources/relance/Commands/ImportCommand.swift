import Diagnostics
import Receivables
import Storage

extension Command {
  /// The command `relance import`.
  static let importLedger = Command(
    name: "import",
    operands: Message(verbatim: ""),
    summary: Message(
      fr: "charge des fichiers CSV dans la base des factures",
      en: "loads CSV files into the ledger"
    ),
    details: Message(
      fr: """
        La base est créée si elle n'existe pas. Tout est chargé, ou rien : une ligne fausse est dite
        avec son fichier, sa ligne et sa colonne ; avec --rejects, les bonnes lignes sont chargées et
        les autres écrites dans un fichier à corriger.

        Le séparateur (; , tabulation), l'encodage, les dates et montants à la française sont
        reconnus, de même que les en-têtes courants en français et en anglais ; pour les autres :
          --map "invoices.due_on=Date échéance"
        Un même fichier peut remplir plusieurs tables, et --where n'en prend que certaines lignes :
          --disputes factures.csv --where "disputes.Litige=Oui"
        Les échéances absentes sont calculées d'après les conditions de paiement (`30 jours`,
        `45 jours fin de mois`, `fin de mois 45 jours`).
        """,
      en: """
        The ledger is made if there is none. All is loaded or nothing: a wrong row is told with its
        file, row and column; with --rejects the good rows are loaded and the others written to a
        file to be corrected.

        The separator (; , tab), the encoding, French dates and amounts are recognised, and so are
        the usual headers in French and English; for others:
          --map "invoices.due_on=Due date of invoice"
        One file may fill several tables, and --where takes some of its rows only:
          --disputes invoices.csv --where "disputes.Disputed=Yes"
        Absent due dates are counted from the payment terms (`30 jours`, `45 jours fin de mois`,
        `fin de mois 45 jours`).
        """
    ),
    options: [.ledger] + Option.tables + [
      .map, .rows, .update, .rejects, .dateFormat, .decimalMark, .currency, .round, .separator,
      .encoding,
    ],
    run: { invocation throws(Failure) in try invocation.importLedger() }
  )
}

extension Option {
  /// One option for each table of the ledger.
  fileprivate static let tables = LedgerTable.allCases.map { table in
    Option(
      name: table.rawValue,
      form: .value(Message(fr: "F.csv", en: "F.csv")),
      summary: Message(
        fr: "le fichier de la table \(table.rawValue)",
        en: "the file of table \(table.rawValue)"
      )
    )
  }

  fileprivate static let map = Option(
    name: "map",
    form: .values(Message(fr: "TABLE.COLONNE=En-tête", en: "TABLE.COLUMN=Header")),
    summary: Message(
      fr: "l'en-tête d'une colonne, répétable",
      en: "the header of a column, repeatable"
    )
  )

  fileprivate static let rows = Option(
    name: "where",
    form: .values(Message(fr: "TABLE.En-tête=Valeur", en: "TABLE.Header=Value")),
    summary: Message(
      fr: "ne prend que les lignes qui ont cette valeur, répétable",
      en: "takes only the rows with this value, repeatable"
    )
  )

  fileprivate static let update = Option(
    name: "update",
    form: .flag,
    summary: Message(
      fr: "met à jour les lignes que la base a déjà",
      en: "updates the rows that the ledger has already"
    )
  )

  fileprivate static let rejects = Option(
    name: "rejects",
    form: .value(Message(verbatim: "F.csv")),
    summary: Message(
      fr: "écrit les lignes fausses ici et charge les autres",
      en: "writes the wrong rows here and loads the others"
    )
  )

  fileprivate static let dateFormat = Option(
    name: "date-format",
    form: .value(Message(fr: "FORME", en: "PATTERN")),
    summary: Message(
      fr: "la forme des dates, comme MM/DD/YYYY [DD/MM/YYYY ou YYYY-MM-DD]",
      en: "the form of dates, as in MM/DD/YYYY [DD/MM/YYYY or YYYY-MM-DD]"
    )
  )

  fileprivate static let decimalMark = Option(
    name: "decimal",
    form: .value(Message(fr: "MARQUE", en: "MARK")),
    summary: Message(
      fr: "la marque décimale des montants : , ou .",
      en: "the decimal mark of amounts: , or ."
    )
  )

  fileprivate static let currency = Option(
    name: "currency",
    form: .value(Message(verbatim: "EUR")),
    summary: Message(
      fr: "la devise des lignes qui n'en nomment pas",
      en: "the currency of rows that name none"
    )
  )

  fileprivate static let round = Option(
    name: "round",
    form: .flag,
    summary: Message(
      fr: "arrondit les montants qui ont trop de décimales",
      en: "rounds amounts that have too many decimals"
    )
  )

  fileprivate static let separator = Option(
    name: "separator",
    form: .value(Message(verbatim: ";|,|tab")),
    summary: Message(
      fr: "le séparateur des colonnes, s'il n'est pas reconnu",
      en: "the separator of columns, if it is not recognised"
    )
  )

  fileprivate static let encoding = Option(
    name: "encoding",
    form: .value(Message(verbatim: TextEncoding.allCases.map(\.name).joined(separator: "|"))),
    summary: Message(
      fr: "l'encodage des fichiers, s'il n'est pas reconnu",
      en: "the encoding of the files, if it is not recognised"
    )
  )
}

extension Invocation {
  fileprivate func importLedger() throws(Failure) -> ExitStatus {
    try expectNoOperands()
    let path = try ledgerPath()
    let options = try importOptions()
    let progress = ProgressLine(console)
    do throws(ImportError) {
      let report = try Importer(options).run(into: path) { progress.show($0.line) }
      progress.clear()
      console.write(report.summary(in: console.language))
    } catch {
      progress.clear()
      throw Failure(error)
    }
    try console.checkOutput()
    return .done
  }

  private func importOptions() throws(Failure) -> ImportOptions {
    var options = ImportOptions(sources: sources)
    guard !options.sources.isEmpty else {
      throw .usage(
        Message(fr: "`relance import` attend un fichier", en: "`relance import` needs a file"),
        help: Message(
          fr: "par exemple `--invoices factures.csv`",
          en: "for example `--invoices invoices.csv`"
        )
      )
    }
    do throws(OptionProblem) {
      for argument in arguments.values(of: .map) {
        options.mappings.append(try ColumnMapping(argument: argument))
      }
      for argument in arguments.values(of: .rows) {
        options.conditions.append(try RowCondition(argument: argument))
      }
    } catch {
      throw .usage(error.message, help: nil)
    }
    options.existingRows = arguments.has(.update) ? .updated : .refused
    options.excessDecimals = arguments.has(.round) ? .rounded : .refused
    options.rejectsPath = arguments.value(of: .rejects)
    options.language = console.language
    options.dateFormat = try read(.dateFormat) { DateFormat(pattern: $0) }
    options.decimalMark = try read(.decimalMark) { text in
      DecimalMark.allCases.first { String($0.rawValue) == text }
    }
    options.currency = try read(.currency) { Currency(code: $0) }
    options.separator = try read(.separator) { separators[$0] }
    options.encoding = try read(.encoding) { TextEncoding(name: $0) }
    return options
  }

  private var sources: [ImportOptions.Source] {
    zip(LedgerTable.allCases, Option.tables).compactMap { table, option in
      arguments.value(of: option).map { ImportOptions.Source(table, $0) }
    }
  }

  private var separators: [String: UInt8] {
    [
      ";": UInt8(ascii: ";"), ",": UInt8(ascii: ","), "tab": UInt8(ascii: "\t"),
      "\t": UInt8(ascii: "\t"),
    ]
  }

  /// The value of an option as something else than text; fails where it cannot be read.
  private func read<Value>(
    _ option: Option,
    _ parse: (String) -> Value?
  ) throws(Failure) -> Value? {
    guard let text = arguments.value(of: option) else { return nil }
    if let value = parse(text) { return value }
    throw .usage(
      Message(
        fr: "`--\(option.name)` ne comprend pas « \(printable(text)) »",
        en: "`--\(option.name)` does not understand “\(printable(text))”"
      ),
      help: option.summary
    )
  }
}
