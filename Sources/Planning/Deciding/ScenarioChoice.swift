import Receivables
import Semantics

/// Which scenario an invoice follows, and what was asked on the way.
struct ScenarioChoice {
  /// The outcomes.
  enum Outcome {
    /// The ledger names the scenario, by its index.
    case named(Int)
    /// The first scenario, by priority, whose `pour` holds.
    case found(Int)
    /// The ledger names a scenario that no file declares.
    case unknownName(String)
    /// The `pour` of a scenario cannot be decided.
    case undecided(Int, Obstacle)
    /// No scenario takes the invoice.
    case none
  }

  /// The outcome.
  let outcome: Outcome
  /// The verdicts on `pour` of the scenarios that were asked, in order of priority.
  let verdicts: VerdictList

  /// The index of the scenario.
  var index: Int? {
    switch outcome {
    case .named(let index), .found(let index): index
    case .unknownName, .undecided, .none: nil
    }
  }

  /// Chooses the scenario of an invoice.
  ///
  /// It is the customer's own where the ledger names one, whatever its `pour` (R33); else the first
  /// whose `pour` holds. One that cannot be decided ends the search (R22).
  init(
    for customer: borrowing CustomerFacts,
    among shelf: borrowing PlaybookShelf,
    by evaluator: borrowing Evaluator
  ) {
    if let name = customer.account.customer.scenario, let folded = customer.foldedScenario {
      outcome = shelf.index(named: folded).map { .named($0) } ?? .unknownName(name)
      verdicts = VerdictList()
      return
    }
    var verdicts = VerdictList()
    for index in shelf.byPriority {
      let condition = shelf.playbooks[index].appliesTo
      let verdict = condition.map { evaluator.verdict(of: $0) } ?? .holds
      verdicts.append(verdict)
      switch verdict {
      case .fails: continue
      case .holds: outcome = .found(index)
      case .undecided(let obstacle): outcome = .undecided(index, obstacle)
      }
      self.verdicts = verdicts
      return
    }
    outcome = .none
    self.verdicts = verdicts
  }
}
