import Diagnostics
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
        guard try database.hasInvoice(id) else { throw .unknownInvoice(id) }
      }
      for id in customers {
        guard try database.hasCustomer(id) else { throw .unknownCustomer(id) }
      }
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
