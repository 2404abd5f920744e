import TestSupport

/// A scenario file that means something, drawn from a seed: steps, and rules over many fields, typed
/// with the habits that safe fixes put right.
struct RandomFile {
  private var generator: SeededGenerator
  private let isTidy: Bool

  /// The file.
  private(set) var text = ""

  /// A file with so many rules in one scenario; a tidy one is typed without a slip.
  init(seed: UInt64, rules count: Int, tidy isTidy: Bool) {
    generator = SeededGenerator(seed: seed)
    self.isTidy = isTidy
    text = "soit gros = solde > 5 000 € ou stratégique\n\nscénario « Tout venant »\n"
    for (index, day) in [7, 14, 21, 35, 60].enumerated() {
      let channel = index == 4 ? "tâche" : pick(["email", "courrier", "email sinon courrier"])
      let condition = chance(4) ? " si \(condition(1))" : ""
      text += "  J+\(day) « étape \(index) » \(channel)\(condition)\n"
    }
    if chance(2) { text += "  au paiement email remerciement\n" }
    var rules: [String] = []
    for _ in 0..<count {
      let again = isTidy ? nil : chance(12) ? rules.randomElement(using: &generator) : nil
      let rule = again ?? "si \(condition(2)) alors \(effect())"
      rules.append(rule)
      text += "  \(rule)\n"
    }
  }

  // MARK: Rules

  private mutating func effect() -> String {
    switch number(0, 9) {
    case 0...2: slip("manuel", "MANUEL")
    case 3, 4: "validation"
    case 5: slip("notifier comptabilité", "notifier comptabilite")
    case 6: "ton \(pick(["doux", "neutre", "ferme"]))"
    case 7: "à \(pick(["direction", "commercial"]))"
    case 8: "suspendre"
    default: "sans courrier"
    }
  }

  private mutating func condition(_ depth: Int) -> String {
    guard depth > 0, !chance(3) else { return test() }
    let parts = (0..<number(2, 3)).map { _ in
      let part = condition(depth - 1)
      return part.contains(" et ") || part.contains(" ou ") ? "(\(part))" : part
    }
    return parts.joined(separator: chance(3) ? " ou " : " et ")
  }

  private mutating func test() -> String {
    switch number(0, 13) {
    case 0: return truth()
    case 1: return isTidy ? "non \(truth())" : "non (\(truth()))"
    case 2: return "risque = \(pick(["faible", "modéré", slip("élevé", "eleve")]))"
    case 3: return slip("risque ≠ élevé", "non (risque = élevé)")
    case 4, 5: return "segment = \(pick(["PME", "ETI", "TPE", "GE", "collectivité"]))"
    case 6: return "pays dans (\(pick(["FR", "BE"])), \(pick(["CH", "LU", "DE"])))"
    case 7, 8: return figure("solde", 100 * number(1, 90))
    case 9: return figure("encours", 1_000 * number(1, 40))
    case 10, 11: return "retard \(pick([">", ">=", "<", "<="])) \(number(2, 120)) jours"
    case 12: return "factures échues \(pick([">", "<="])) \(number(1, 9))"
    default: return slip("gros", "GROS")
    }
  }

  private mutating func truth() -> String {
    pick(["litige", "promesse", "stratégique", "sensible", "particulier", "échéancier"])
  }

  private mutating func figure(_ field: String, _ euros: Int) -> String {
    let (thousands, rest) = euros.quotientAndRemainder(dividingBy: 1_000)
    let padded = String(String(1_000 + rest).dropFirst())
    let tidy = thousands == 0 ? "\(rest)" : "\(thousands) \(padded)"
    let relation = pick([">", ">=", "<", "<="])
    if isTidy { return "\(field) \(relation) \(tidy) €" }
    switch number(0, 3) {
    case 0: return "\(euros) € \(relation) \(field)"
    case 1: return "\(field) \(relation) \(euros).50 €"
    case 2: return "\(field) \(relation) \(thousands == 0 ? tidy : "\(thousands)\u{A0}\(padded)") €"
    default: return "\(field) \(relation) \(tidy) €"
    }
  }

  // MARK: Chance

  private mutating func slip(_ tidy: String, _ slip: String) -> String {
    isTidy || !chance(2) ? tidy : slip
  }

  private mutating func number(_ least: Int, _ most: Int) -> Int {
    Int.random(in: least...most, using: &generator)
  }

  /// True once in so many times.
  private mutating func chance(_ times: Int) -> Bool { number(1, times) == 1 }

  private mutating func pick(_ choices: [String]) -> String {
    choices[number(0, choices.count - 1)]
  }
}
