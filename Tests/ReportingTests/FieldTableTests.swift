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

  @Test("a line tells name, type, whether the value can be absent, and the meaning")
  func example() {
    let text = FieldTable.write(TextSettings(width: 100))
    #expect(
      text.contains(
        """
        retard moyen           durée ?          retard moyen des factures réglées depuis un an
                                                aussi : retard moyen de paiement

        """
      )
    )
  }
}
