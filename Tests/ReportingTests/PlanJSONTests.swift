import Diagnostics
import FoundationEssentials
import Testing

@testable import Planning
@testable import Reporting

@Suite("Plan as JSON")
struct PlanJSONTests {
  @Test("the contract's example has the contract's keys, in order, one invoice a line")
  func contractExample() {
    let statuses = [
      status(
        "F1",
        .action,
        step: "J+21 relance courrier",
        "« J+21 relance courrier » est due",
        line: 2
      )
    ]
    #expect(
      write(.json, [contractAction()], statuses, listing: .listed) == """
        {
          "date": "2026-02-02",
          "actions": [
            {
              "customer": "C1",
              "scenario": "Standard B2B",
              "channel": "courrier",
              "nature": "relance",
              "tone": "ferme",
              "mode": "manuel",
              "recipient": "principal",
              "template": null,
              "currency": "EUR",
              "with": ["pénalités"],
              "delay_days": null,
              "total_balance": 100000,
              "total_interest": 1233,
              "total_indemnity": 4000,
              "invoices": [
                {"id": "F1", "step": "J+21 relance courrier", "due_on": "2026-01-10", "days_late": 23, \
        "balance": 100000, "interest": 1233, "indemnity": 4000, "number": "F1"}
              ],
              "reasons": [
                {"text": "si risque = élevé alors manuel", "file": "scenarios/standard.relance", "line": 3}
              ],
              "customer_name": null,
              "copies": [],
              "notifications": []
            }
          ],
          "statuses": [
            {"invoice": "F1", "customer": "C1", "status": "action", "scenario": "Standard B2B", \
        "step": "J+21 relance courrier", "next_on": null, "reason": "« J+21 relance courrier » est due", \
        "file": "scenarios/standard.relance", "line": 2}
          ],
          "counts": {"action": 1, "waiting": 0, "suspended": 0, "excluded": 0, "deferred": 0, \
        "completed": 0, "paid": 0, "uncovered": 0, "error": 0}
        }

        """
    )
  }

  @Test("an empty plan has all nine counts and no statuses unless asked")
  func empty() {
    #expect(
      write(.json, []) == """
        {
          "date": "2026-02-02",
          "actions": [],
          "counts": {"action": 0, "waiting": 0, "suspended": 0, "excluded": 0, "deferred": 0, \
        "completed": 0, "paid": 0, "uncovered": 0, "error": 0}
        }

        """
    )
    #expect(write(.json, [], listing: .listed).contains("\n  \"statuses\": [],\n"))
  }

  @Test("R88: a missing rate gives null, never zero")
  func missingRate() {
    let action = contractAction().with {
      $0.totalInterest = nil
      $0.invoices[0].interest = nil
    }
    let text = write(.json, [action])
    #expect(text.contains("\"total_interest\": null,"))
    #expect(text.contains("\"interest\": null, \"indemnity\": 4000"))
  }

  @Test("the reasons are in the language asked for")
  func language() {
    let action = contractAction().with {
      $0.reasons = [Reason(Message(fr: "pas d'adresse", en: "no address"))]
    }
    #expect(
      write(.json, [action]).contains(#"{"text": "pas d'adresse", "file": null, "line": null}"#)
    )
    #expect(
      write(.json, [action], settings: TextSettings(language: .english)).contains(#""no address""#)
    )
  }

  @Test(
    "any text of the ledger comes back unchanged, and none can end a line or steer a terminal",
    arguments: hostileTexts
  )
  func strings(text: String) throws {
    let action = contractAction().with { $0.customer = text }
    let json = write(.json, [action])
    let plan = try JSONDecoder().decode(DecodedPlan.self, from: Data(json.utf8))
    #expect(plan.actions.map { Array($0.customer.unicodeScalars) } == [Array(text.unicodeScalars)])
    #expect(json.unicodeScalars.allSatisfy { $0 == "\n" || !steersTerminal($0) })
    #expect(
      json.split(separator: "\n").count
        == write(.json, [contractAction()]).split(separator: "\n").count
    )
  }
}

private struct DecodedPlan: Decodable {
  struct Action: Decodable {
    let customer: String
  }

  let actions: [Action]
}
