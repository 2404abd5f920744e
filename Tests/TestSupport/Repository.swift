import Foundation

/// The checkout the tests were built from.
public enum Repository {
  /// The folder of `Package.swift`.
  public static let root: URL = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file or folder of the checkout.
  public static func url(_ path: String) -> URL { root.appending(path: path) }

  /// The text of a file of the checkout.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: url(path), encoding: .utf8)
  }

  /// The files below a folder that end in a suffix, as paths from the root, in order.
  public static func files(below folder: String, suffix: String) -> [String] {
    let base = url(folder)
    guard let walk = FileManager.default.enumerator(atPath: base.path) else { return [] }
    return walk.compactMap { $0 as? String }
      .filter { $0.hasSuffix(suffix) }
      .map { "\(folder)/\($0)" }
      .sorted()
  }

  /// The path of a public data set, where it lies beside the project or one folder further up.
  public static func dataSet(_ name: String) -> String? {
    ["../shared/data/", "../../shared/data/"].map { root.appending(path: $0 + name).path }
      .first { FileManager.default.fileExists(atPath: $0) }
  }
}
