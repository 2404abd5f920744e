import Foundation
import TestSupport
import Testing

/// A sample of the guide: its text, and whether it is meant to be wrong.
struct GuideSample: CustomTestStringConvertible, Sendable {
  enum Promise: Sendable {
    /// Free of errors.
    case right
    /// Refused by lint.
    case wrong
  }

  let line: Int
  let text: String
  let promise: Promise

  var testDescription: String { "Scenarios/README.md:\(line)" }

  /// The samples of the guide, between lines ```` ```relance ```` and ```` ``` ````.
  static let all: [GuideSample] = {
    let text = (try? Repository.text("Scenarios/README.md")) ?? ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var samples: [GuideSample] = []
    var open: (line: Int, promise: Promise, lines: [Substring])?
    for (index, line) in lines.enumerated() {
      if let sample = open {
        if line == "```" {
          let body = sample.lines.joined(separator: "\n")
          samples.append(GuideSample(line: sample.line, text: body, promise: sample.promise))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line == "```relance" {
        open = (index + 2, .right, [])
      } else if line == "```relance erreur" {
        open = (index + 2, .wrong, [])
      }
    }
    return samples
  }()
}

@Suite("The guide for finance staff")
struct GuideTests {
  // On this day all rates are known.
  @Test("every sample is what it says: valid, or refused", arguments: GuideSample.all)
  func sample(_ sample: GuideSample) throws {
    let outcome = try Program.run(
      ["lint", "-", "--date", "2026-06-30"],
      input: Data(sample.text.utf8)
    )
    switch sample.promise {
    case .right: #expect(outcome.status == 0, "\(outcome.output)")
    case .wrong: #expect(outcome.status == 1, "\(sample.text)")
    }
  }

  @Test("there are samples of both kinds")
  func kinds() {
    #expect(GuideSample.all.count { $0.promise == .right } >= 20)
    #expect(GuideSample.all.count { $0.promise == .wrong } >= 5)
  }
}
