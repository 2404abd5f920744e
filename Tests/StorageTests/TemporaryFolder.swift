import FoundationEssentials

@testable import Storage

/// A folder that is gone when the test is.
final class TemporaryFolder {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "relance-storage-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file and gives its path.
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    try Data(bytes).write(to: URL(filePath: file(name)))
    return file(name)
  }

  /// Writes a text file and gives its path.
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, text.utf8)
  }

  /// The names of the files in the folder, in order.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: file(name))), as: UTF8.self)
  }

  /// A ledger of the contract's tables with the rows that some statements put in.
  func ledger(_ statements: String...) throws -> Database {
    let database = try Database(path: file("ledger.db"), access: .creating)
    try database.createSchema()
    for statement in statements { try database.execute(statement) }
    return database
  }

  /// A database that has nothing but what some statements make.
  func database(_ statements: String...) throws -> Database {
    let database = try Database(path: file("own.db"), access: .creating)
    for statement in statements { try database.execute(statement) }
    return database
  }
}
