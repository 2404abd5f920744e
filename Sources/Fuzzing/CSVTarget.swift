import Diagnostics
import Storage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension FuzzTarget {
  /// CSV files: imported as the table that their first byte chooses, then read as a ledger.
  ///
  /// Promised: the import succeeds or says why not; what it made is a ledger that can be read.
  static let csv = FuzzTarget(name: "csv") { bytes in
    guard let first = bytes.first else { return }
    let folder = "/dev/shm/relance-fuzz-\(getpid())"
    mkdir(folder, 0o700)
    let file = folder + "/rows.csv"
    let ledger = folder + "/ledger.sqlite"
    guard write(bytes.dropFirst(), to: file) else { return }
    unlink(ledger)
    let table = LedgerTable.allCases[Int(first) % LedgerTable.allCases.count]
    var options = ImportOptions(sources: [ImportOptions.Source(table, file)])
    if first >= 128 { options.rejectsPath = folder + "/rejects.csv" }
    do throws(ImportError) {
      _ = try Importer(options).run(into: ledger)
    } catch {
      _ = error.messages
      return
    }
    do throws(LedgerError) {
      _ = try Database(path: ledger, access: .reading).readLedger()
    } catch {
      complain("\(error)")
      expect(false, "an imported ledger can be read")
    }
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    defer { fclose(file) }
    return bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) } == bytes.count
  }
}
