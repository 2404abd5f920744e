import Planning
import Receivables
import Testing

/// A single day is compared by where invoices stand as well, and by the day of their next step.
@Suite("Two versions of scenarios compared on one day")
struct DayComparisonTests {
  /// Old and new scenario, the kinds by which an invoice due on Monday 2 February 2026 differs on
  /// Thursday 5 February, and the days of its next step.
  ///
  /// J+7 is Monday 9 February, J+14 Monday 16 February.
  static let days: [DaySample] = [
    ("J+7 email", "J+14 email", [.later], "2026-02-09", "2026-02-16"),
    ("J+14 email", "J+7 email", [.earlier], "2026-02-16", "2026-02-09"),
    // Status and step stay the same, but there is a day no more, or there is one now.
    ("J+7 email", "J+7 email si solde > 500 €", [.later], "2026-02-09", nil),
    ("J+7 email si solde > 500 €", "J+7 email", [.earlier], nil, "2026-02-09"),
    // A day counts more than the name of the step.
    ("J+7 email", "R+10 courrier", [.later], "2026-02-09", nil),
    // Without a day on either side the step is told.
    ("J+7 email si litige", "J+9 email si litige", [.otherStep], nil, nil),
    ("J+7 email si litige", "J+7 email si litige et solde > 5 €", [], nil, nil),
    ("J+7 email", "J+7 email\nJ+30 courrier", [], nil, nil),
    ("J+7 email", "J+1 email si litige", [.later], "2026-02-09", nil),
  ]

  typealias DaySample = (
    old: String, new: String, kinds: [TreatmentChange.Kind], oldNextOn: String?, newNextOn: String?
  )

  @Test("the day of the next step, known or not", arguments: days.indices)
  func nextDays(_ index: Int) throws {
    let sample = DayComparisonTests.days[index]
    let changes = try ComparedInvoice.changes(sample.old, sample.new, days: 3...3)
    #expect(changes.flatMap(\.kinds) == sample.kinds, "\(sample.old) → \(sample.new)")
    #expect(changes.first?.oldNextOn?.description == sample.oldNextOn)
    #expect(changes.first?.newNextOn?.description == sample.newNextOn)
  }
}
