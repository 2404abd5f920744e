import Foundation

/// A real browser, for tests of pages; Debian's package `chromium`, which `.ci/browser` installs.
enum Browser {
  /// The program, if one is installed.
  static let url: URL? = ["chromium", "chromium-browser", "google-chrome"]
    .map { URL(filePath: "/usr/bin/\($0)") }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }

  /// Loads a page at the width of a phone, lets its scripts run, and gives the document as it then
  /// is.
  static func document(of page: String, in folder: String) throws -> String {
    let process = Process()
    process.executableURL = url
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(folder)/profile", "--virtual-time-budget=2000",
      "--window-size=390,844", "--dump-dom",
      "file://\(page)",
    ]
    process.environment = ["HOME": folder, "PATH": "/usr/bin:/bin", "LANG": "fr_FR.UTF-8"]
    let path = "\(folder)/\(UUID().uuidString).dom"
    try Data().write(to: URL(filePath: path))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: path))
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try String(contentsOfFile: path, encoding: .utf8)
  }
}

/// A figure of a page: what is read, its value, and its place in the JSON form.
struct ShownFigure {
  let text: String
  let value: String
  let pointer: String

  /// The figures of a document, in order.
  static func all(in document: String) -> [ShownFigure] {
    document.components(separatedBy: "<data ").dropFirst().compactMap { piece in
      guard let opening = piece.range(of: ">"), let closing = piece.range(of: "</data>") else {
        return nil
      }
      let attributes = String(piece[..<opening.lowerBound])
      guard let value = attribute("value", in: attributes),
        let pointer = attribute("data-json", in: attributes)
      else { return nil }
      let text = String(piece[opening.upperBound..<closing.lowerBound])
      return ShownFigure(
        text: text.replacing("&nbsp;", with: " ").replacing("&gt;", with: ">"),
        value: value,
        pointer: pointer
      )
    }
  }

  private static func attribute(_ name: String, in text: String) -> String? {
    guard let start = text.range(of: "\(name)=\"") else { return nil }
    return text[start.upperBound...].split(separator: "\"", omittingEmptySubsequences: false).first
      .map(String.init)
  }

  /// The figure of a JSON document that the pointer names (RFC 6901); `#name=value` behind it counts
  /// the items of a list with that member, `#` all of them.
  func value(in json: Any) -> String? {
    let parts = pointer.components(separatedBy: "#")
    var found: Any? = json
    for name in parts[0].split(separator: "/") {
      if let list = found as? [Any], let index = Int(name), list.indices.contains(index) {
        found = list[index]
      } else {
        found = (found as? [String: Any])?[String(name)]
      }
    }
    if parts.last == "" { return (found as? [Any]).map { String($0.count) } }
    guard parts.count == 2 else { return (found as? NSNumber)?.stringValue }
    let condition = parts[1].components(separatedBy: "=")
    let items = (found as? [[String: Any]])?.filter { $0[condition[0]] as? String == condition[1] }
    return items.map { String($0.count) }
  }

  /// Whether what is read says the value: the same digits, a share in percent; words without any
  /// digit may stand for days alone.
  var saysItsValue: Bool {
    let digits = text.filter(\.isNumber)
    if digits.isEmpty { return pointer.hasSuffix("days_late") }
    if pointer.hasSuffix("share"), let share = Decimal(string: value) {
      var percent = share * 100
      var rounded = Decimal()
      NSDecimalRound(&rounded, &percent, 1, .plain)
      return "\(rounded)".filter(\.isNumber) == digits
    }
    let expected = value.filter(\.isNumber)
    let isSigned = pointer.hasSuffix("days_late") || text.hasPrefix("-") == value.hasPrefix("-")
    // Amounts below one unit are read with zeros in front.
    return isSigned && trimmed(digits) == trimmed(expected)
  }

  private func trimmed(_ digits: String) -> Substring {
    digits.drop { $0 == "0" }
  }
}
