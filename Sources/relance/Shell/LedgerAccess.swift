import Diagnostics
import Planning
import Receivables
import Reporting
import Semantics
import Storage

extension Invocation {
  /// The ledger, or the part of it that is needed, with the columns the scenarios ask for.
  func readLedger(
    _ path: String,
    _ selection: LedgerSelection,
    _ scenarios: ScenarioSet
  ) throws(Failure) -> Ledger {
    try readLedger(path, selection, columns: scenarios.columns)
  }

  /// The ledger, or the part of it that is needed, with some columns of the user's own.
  func readLedger(
    _ path: String,
    _ selection: LedgerSelection,
    columns: [ExtraColumn] = []
  ) throws(Failure) -> Ledger {
    do throws(LedgerError) {
      let database = try Database(path: path, access: .reading)
      return try database.readLedger(selection, extraColumns: columns)
    } catch {
      throw Failure(error)
    }
  }
}

extension Invocation {
  /// Fails if the ledger does not have one of these invoices or customers.
  func expectKnown(
    invoices: [String],
    customers: [String],
    in path: String
  ) throws(Failure) {
    do throws(LedgerError) {
      let database = try Database(path: path, access: .reading)
      for id in invoices {
        guard try database.hasInvoice(id) else { throw try database.missing(invoice: id) }
      }
      for id in customers {
        guard try database.hasCustomer(id) else { throw .unknownCustomer(id) }
      }
    } catch {
      throw Failure(error)
    }
  }

  /// That the ledger does not have an invoice.
  func unknown(invoice: String, in path: String) throws(Failure) -> Failure {
    do throws(LedgerError) {
      return Failure(try Database(path: path, access: .reading).missing(invoice: invoice))
    } catch {
      throw Failure(error)
    }
  }
}

extension Invocation {
  /// The plan of a day for a ledger, or for the part of it that is selected.
  ///
  /// Only what the plan needs is read, and only the statuses that are wanted are written; customers
  /// are planned side by side, as none depends on another.
  func plan(
    _ path: String,
    _ selection: LedgerSelection,
    _ analysis: Analysis,
    on day: CalendarDate,
    statuses: StatusDetail
  ) throws(Failure) -> Plan {
    let threads = try number(.threads, in: 1...256) ?? availableThreads
    let book = try readBook(
      path,
      selection,
      analysis.scenarios,
      demand: LedgerDemand(of: analysis.scenarios, on: day, statuses: statuses),
      threads: threads
    )
    let deal = Deal(book.count, of: 256)
    let parts = sideBySide(threads, threads: threads) { _, _ in
      // Threads that count references to the same thing wait for each other: each has its own.
      let planner = Planner(
        scenarios: analysis.scenarios,
        files: analysis.files,
        exchangeRates: book.exchangeRates
      )
      let (planning, unpacking) = (planner.planning(of: day, statuses: statuses), book.unpacking())
      var parts: [(first: Int, plan: Plan)] = []
      while let places = deal.take() {
        let plans = places.lazy.map { planning.plan(unpacking.account(at: $0)) }
        parts.append((places.lowerBound, Plan(date: day, customers: plans)))
      }
      return parts
    }
    let inOrder = parts.joined().sorted { $0.first < $1.first }
    return Plan(date: day, parts: inOrder.map { $0.plan })
  }

  /// What a demand needs of the ledger, read side by side.
  func readBook(
    _ path: String,
    _ selection: LedgerSelection,
    _ scenarios: ScenarioSet,
    demand: LedgerDemand,
    threads: Int
  ) throws(Failure) -> LedgerBook {
    do throws(LedgerError) {
      let database = try Database(path: path, access: .reading)
      return try database.readBook(
        selection,
        extraColumns: scenarios.columns,
        demand: demand,
        threads: threads
      )
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  /// What is wrong with the ledger, with what to do about it.
  init(_ error: LedgerError) {
    let message = error.message
    guard let help = error.help else {
      self = .ledger(message)
      return
    }
    self = .ledger(Message(fr: "\(message.fr)\n\(help.fr)", en: "\(message.en)\n\(help.en)"))
  }
}

extension Console {
  /// How results for people are written here.
  var textSettings: TextSettings {
    TextSettings(language: language, width: width, style: outputStyle)
  }
}
