import Diagnostics
import Semantics
import Testing

@testable import Reporting

@Suite("Reference of fields")
struct FieldTableTests {
  @Test(
    "every field has its line, with its other names, within the width",
    arguments: [60, 80, 120]
  )
  func lines(width: Int) {
    for language in MessageLanguage.allCases {
      let text = FieldTable.write(TextSettings(language: language, width: width))
      let lines = text.split(separator: "\n")
      for field in Field.allCases {
        #expect(
          lines.contains {
            $0.hasPrefix("\(field.entry.name)  ") || $0.hasPrefix("\(field.entry.name) ")
          }
        )
      }
      for line in lines { #expect(cellWidth(line) <= width, "\(line)") }
    }
  }

  @Test("a field tells its type, whether it can be absent, its meaning, values and other names")
  func example() {
    let indent = spaces(37)
    #expect(
      FieldTable.write(TextSettings()).contains(
        """
        risque                risque ?       risque du client
        \(indent)valeurs : faible, modéré, élevé, inconnu
        \(indent)aussi : niveau de risque

        """
      )
    )
  }
}
