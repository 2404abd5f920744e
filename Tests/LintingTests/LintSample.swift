import Diagnostics
import Foundation
import Linting
import Receivables
import Semantics
import TestSupport
import Testing

/// A scenario file that shows what one code reports and what it leaves alone.
///
/// The name of the file begins with the code. A line that ends in `#~ CODE` must be reported, once,
/// and no other line; `#~ jour 2027-01-05` sets the day of the check, `#~ budget 400` the nodes that
/// conditions may be decided with. These marks are taken out
/// before the file is read, with the white space before them.
struct LintSample: CustomTestStringConvertible, Sendable {
  static let folder = "Tests/LintingTests/Samples"

  /// The day of the check where a sample says nothing else.
  static let today = CalendarDate(year: 2026, month: 2, day: 2) ?? .earliest

  /// Every sample, by name.
  static let all: [LintSample] = Repository.files(below: folder, suffix: ".relance")
    .compactMap { try? LintSample(path: $0) }

  /// The file without its ending, such as `LOG208`.
  let name: String
  /// The text without marks.
  let text: SourceText
  /// The lines that must be reported, from 1, once for each finding.
  let markedLines: [Int]
  /// The day of the check.
  let day: CalendarDate
  /// The most nodes by which conditions are decided.
  let budget: Int

  var testDescription: String { name }

  /// The code the sample is about.
  var code: String { String(name.prefix { $0 != "-" }) }

  init(path: String) throws {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let name = String(file.dropLast(".relance".count))
    let code = String(name.prefix { $0 != "-" })
    var bytes: [UInt8] = []
    var marked: [Int] = []
    var day = LintSample.today
    var budget = 200_000
    let lines = try Data(contentsOf: Repository.url(path))
      .split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { bytes.append(0x0A) }
      guard let mark = line.firstRange(of: Data("#~ ".utf8)) else {
        bytes += line
        continue
      }
      var content = line[..<mark.lowerBound]
      while content.last == 0x20 { content.removeLast() }
      bytes += content
      if line.last == 0x0D { bytes.append(0x0D) }
      let words = String(decoding: line[mark.upperBound...], as: UTF8.self)
        .split(whereSeparator: { $0.isWhitespace })
      if words.first == "jour" {
        day = try #require(words.last.flatMap { LintSample.date($0) }, "\(path): no such day")
      } else if words.first == "budget" {
        budget = try #require(words.last.flatMap { Int($0) }, "\(path): no such budget")
      } else {
        for word in words {
          #expect(String(word) == code, "\(path): a sample marks findings of its own code")
          marked.append(index + 1)
        }
      }
    }
    self.name = name
    self.text = SourceText(name: file, bytes: bytes)
    self.markedLines = marked
    self.day = day
    self.budget = budget
  }

  /// Everything that is told about the sample.
  func review() -> [Diagnostic] {
    Linting.review(LintSubject(analyze([text]), on: day, budget: budget))
  }

  /// The findings of the sample's code.
  func findings() -> [Diagnostic] {
    review().filter { $0.code.name == code }
  }

  private static func date(_ text: Substring) -> CalendarDate? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3
      ? CalendarDate(year: parts[0], month: parts[1], day: parts[2]) : nil
  }
}
