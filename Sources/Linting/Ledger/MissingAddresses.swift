import Diagnostics
import Planning
import Receivables
import Semantics
import Syntax

extension LedgerCheck {
  /// SEQ310 with a ledger: the customers whom a step cannot reach.
  static let missingAddresses = LedgerCheck { subject in
    var customers: [String: Set<String>] = [:]
    for status in subject.plan.statuses where status.kind.isUnderWay {
      if let scenario = status.scenario { customers[scenario, default: []].insert(status.customer) }
    }
    return subject.files.analysis.scenarios.scenarios.flatMap { scenario -> [Diagnostic] in
      let followers = customers[scenario.name] ?? []
      return scenario.steps.compactMap { step in unreached(by: step, followers, subject) }
    }.oncePerPlace
  }
}

private func unreached(
  by step: Step,
  _ followers: Set<String>,
  _ subject: LedgerSubject
) -> Diagnostic? {
  let customers = followers.filter { id in
    guard let account = subject.accounts[id] else { return false }
    let addresses = AddressBook(of: account)
    return step.channels.parts.contains { chain in
      !chain.contains { channel in
        channel.neededAddress.map { addresses.has($0, for: step.recipient) } ?? true
      }
    }
  }
  guard !customers.isEmpty else { return nil }
  let number = count(customers.count, "client", "customer")
  let names = listed(Array(customers))
  return Lint.noFallbackChannel.finding(
    at: step.range,
    Message(
      fr: "dans la base, \(number.fr) sur \(followers.count)"
        + " \(customers.count > 1 ? "ne peuvent être joints" : "ne peut être joint") par"
        + " `\(step.channels.canonicalText)` : \(names.fr)",
      en: "in the ledger, \(number.en) of \(followers.count) cannot be reached by"
        + " `\(step.channels.canonicalText)`: \(names.en)"
    ),
    help: Message(
      fr: "compléter adresses et numéros, ou prévoir un second canal avec `sinon`",
      en: "complete addresses and numbers, or name a second channel with `sinon`"
    )
  )
}

extension InvoiceStatus.Kind {
  /// Whether steps of the scenario are still to come.
  fileprivate var isUnderWay: Bool {
    switch self {
    case .suspended, .deferred, .action, .waiting: true
    case .paid, .error, .uncovered, .excluded, .completed: false
    }
  }
}
