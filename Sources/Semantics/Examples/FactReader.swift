import Diagnostics
import Receivables
import Syntax

/// Reads the facts that the lines of an example state, and reports those that no line can state.
struct FactReader {
  /// Checks names and types; its names are those of conditions.
  let checker: ExpressionChecker

  /// Takes the facts of a `client` line.
  func state(_ facts: [ExampleSyntax.Fact], about customer: inout Customer) {
    var seen: [FieldReference: SourceRange] = [:]
    for fact in facts {
      guard let (reference, stated) = read(fact, &seen) else { continue }
      switch reference {
      case .column(let index):
        guard isColumn(index, of: .customers, fact) else { continue }
        customer.extras[index] = ledgerValue(stated, index, fact)
      // No name of an example means a message.
      case .message: break
      case .field(let field):
        switch field.statement {
        case .customer(let take):
          if let money = stated.money { requireEuro(money, fact) }
          take(&customer, stated)
        case .invoice: reportWrongLine(fact, field.entry.name, "facture")
        case .result: break  // Reported where its value would have been read.
        }
      }
    }
  }

  /// Takes the facts of a `facture` line.
  func state(_ facts: [ExampleSyntax.Fact], about draft: inout InvoiceDraft) -> [LedgerValue?] {
    var extras: [LedgerValue?] = checker.columns.map { _ in nil }
    var seen: [FieldReference: SourceRange] = [:]
    for fact in facts {
      guard let (reference, stated) = read(fact, &seen) else { continue }
      switch reference {
      case .column(let index):
        guard isColumn(index, of: .invoices, fact) else { continue }
        extras[index] = ledgerValue(stated, index, fact)
      // No name of an example means a message.
      case .message: break
      case .field(let field):
        switch field.statement {
        case .invoice(let take): take(&draft, stated)
        case .customer: reportWrongLine(fact, field.entry.name, "client")
        case .result: break  // Reported where its value would have been read.
        }
      }
    }
    return extras
  }

  // MARK: Values

  private func read(
    _ fact: ExampleSyntax.Fact,
    _ seen: inout [FieldReference: SourceRange]
  ) -> (FieldReference, StatedValue)? {
    let (name, value) = fact.parts { checker.names.meaning(of: $0) != nil }
    guard let reference = reference(name), let stated = self.value(of: reference, name, value, fact)
    else { return nil }
    if let first = seen.updateValue(fact.range, forKey: reference) {
      checker.findings.report(
        Diagnostic(
          .structure,
          at: fact.range,
          Message(
            fr: "`\(reference.name(in: checker.columns))` est dit deux fois",
            en: "`\(reference.name(in: checker.columns))` is stated twice"
          ),
          notes: [DiagnosticNote(Message(fr: "déjà ici", en: "already here"), at: first)],
          help: Message(fr: "n'en garder qu'un", en: "keep one of them")
        )
      )
    }
    return (reference, stated)
  }

  private func reference(_ name: NameSyntax) -> FieldReference? {
    switch checker.names.meaning(of: name.folded) {
    case .field(let field): return .field(field)
    case .column(let index): return .column(index)
    case .definition:
      checker.report(
        .structure,
        at: name.range,
        Message(
          fr: "`\(name.text)` est défini par `soit` et ne se donne pas",
          en: "`\(name.text)` is defined with `soit` and is not stated"
        ),
        help: Message(
          fr: "donner les champs dont il dépend",
          en: "state the fields that it depends on"
        )
      )
      return nil
    case nil:
      checker.reportUnknownFact(name)
      return nil
    case .message: return nil
    }
  }

  private func value(
    of reference: FieldReference,
    _ name: NameSyntax,
    _ value: ExpressionSyntax?,
    _ fact: ExampleSyntax.Fact
  ) -> StatedValue? {
    if case .field(let field) = reference, case .result(of: let help) = field.statement {
      report(result: field, fact, help)
      return nil
    }
    guard let value else {
      // A truth field stands alone; of any other it is said what it wants to be compared with.
      guard checker.condition(ExpressionSyntax(.name(name), at: name.range)) != nil else {
        return nil
      }
      return StatedValue(value: .truth(true), writtenText: nil)
    }
    if reference == .field(.insolvency), case .date(let date) = value.kind {
      return StatedValue(value: .date(date), writtenText: nil)
    }
    guard
      case .test(.comparison(_, _, let expression), _)? =
        checker.condition(fact.comparison(of: name, with: value))
    else { return nil }
    guard let constant = expression.constant else {
      checker.report(
        .incompatibleTypes,
        at: value.range,
        Message(
          fr: "un exemple donne des valeurs, non des calculs",
          en: "an example states values, not calculations"
        )
      )
      return nil
    }
    return StatedValue(value: constant, writtenText: value.writtenText)
  }

  /// The value as the ledger's column would hold it.
  private func ledgerValue(
    _ stated: StatedValue,
    _ index: Int,
    _ fact: ExampleSyntax.Fact
  ) -> LedgerValue? {
    switch stated.value {
    case .text: return stated.text.map { .text($0) }
    case .number(let number):
      switch checker.columns[index].kind {
      case .integer:
        if number.denominator == 1, let whole = Int64(exactly: number.numerator) {
          return .integer(whole)
        }
        checker.report(
          .incompatibleTypes,
          at: fact.range,
          Message(fr: "un nombre entier est attendu ici", en: "a whole number is expected here")
        )
        return nil
      case .text, .number, .percentage, .money, .duration, .date, .truth: return .number(number)
      }
    case .percentage(let percentage): return .percentage(percentage)
    case .money(let money):
      if checker.columns[index].table == .customers { requireEuro(money, fact) }
      return .money(money.minorUnits)
    case .duration(let days): return .duration(days)
    case .date(let date): return .date(date)
    case .truth(let truth): return .truth(truth)
    case .risk, .kind, .weekday: return nil
    }
  }

  // MARK: What no line can state

  /// What a customer has in money is in euros (R23).
  private func requireEuro(_ money: Money, _ fact: ExampleSyntax.Fact) {
    guard money.currency != .euro else { return }
    checker.report(
      .currency,
      at: fact.range,
      Message(
        fr: "les montants d'un client sont en euros",
        en: "amounts of a customer are in euros"
      )
    )
  }

  private func isColumn(
    _ index: Int,
    of table: ExtraColumn.Table,
    _ fact: ExampleSyntax.Fact
  ) -> Bool {
    let column = checker.columns[index]
    if column.table == table { return true }
    switch column.table {
    case .customers: reportWrongLine(fact, column.name, "client")
    case .invoices: reportWrongLine(fact, column.name, "facture")
    }
    return false
  }

  private func reportWrongLine(_ fact: ExampleSyntax.Fact, _ name: String, _ line: String) {
    checker.report(
      .structure,
      at: fact.range,
      Message(
        fr: "`\(name)` se dit sur la ligne `\(line)`",
        en: "`\(name)` is stated on the `\(line)` line"
      )
    )
  }

  private func report(result field: Field, _ fact: ExampleSyntax.Fact, _ help: Message) {
    checker.report(
      .structure,
      at: fact.range,
      Message(
        fr: "`\(field.entry.name)` découle des autres faits et ne se donne pas",
        en: "`\(field.entry.name)` follows from other facts and is not stated"
      ),
      help: help
    )
  }
}

extension ExpressionSyntax {
  /// A text as written, before folding.
  fileprivate var writtenText: String? {
    switch kind {
    case .string(let text): text
    case .name(let name): name.text
    case .number, .money, .percentage, .duration, .date, .negated, .arithmetic, .comparison,
      .membership, .between, .isPresent, .not, .and, .or:
      nil
    }
  }
}

extension Expression {
  /// The value, if it is one as written.
  fileprivate var constant: Value? {
    switch self {
    case .literal(let value): return value
    case .negated(.literal(.money(let money))) where money.minorUnits != .min:
      return .money(Money(minorUnits: -money.minorUnits, currency: money.currency))
    case .negated(.literal(.number(let number))): return .number(number.negated())
    case .negated(.literal(.duration(let days))) where days != .min: return .duration(-days)
    case .negated, .field, .definition, .sum, .difference, .product: return nil
    }
  }
}
