import Receivables
import Syntax
import TestSupport

/// A valid scenario file drawn from a seed, in any spelling and layout that the language reads.
struct RandomScenario {
  typealias Token = RandomHand.Token

  private var hand: RandomHand

  /// The file.
  var text: String { hand.text }
  /// How many comments it holds.
  var comments: Int { hand.comments }

  init(seed: UInt64) {
    hand = RandomHand(seed: seed)
    hand.pause()
    for _ in 0..<number(0, 2) { hand.type(declaration()) }
    if hand.chance(2) { typeItems() }
    for _ in 0..<number(1, 3) { typeBlock() }
    hand.pause()
  }

  // MARK: Blocks

  private mutating func typeBlock() {
    hand.pause()
    switch number(0, 5) {
    case 0: typeTemplate()
    case 1: typeExample()
    default:
      hand.type([word("scénario"), name("Tout venant")])
      typeItems()
    }
  }

  private mutating func typeItems() {
    for _ in 0..<number(1, 8) {
      hand.pause()
      switch number(0, 9) {
      case 0...4: hand.type(step())
      case 5, 6: hand.type(rule())
      case 7: hand.type(declaration())
      default: hand.type(setting())
      }
    }
  }

  private mutating func typeTemplate() {
    hand.type([word("modèle"), name("Rappel")])
    if hand.chance(2) { hand.type([word("langue"), exact(hand.pick(["fr", "« en »"]))]) }
    let subject = hand.pick([
      "\"Facture {facture}\"", "« Facture {facture} »", "“{si nombre > 1}Des{sinon}Une{fin} «”",
      "\"{si segment = « x »}a \"\"b\"\"{fin}\"", "« »", "\" x\"",
    ])
    hand.type([word("objet"), exact(subject)])
    hand.typeLine("")
    hand.typeLine(" ---  ")
    hand.typeLine("Bonjour   {nom},  ")
    hand.typeLine("{pour chaque facture}- {SOLDE}{fin} # pas un commentaire")
    hand.typeLine("")
    hand.typeLine("  ---")
  }

  private mutating func typeExample() {
    hand.type([word("exemple"), name("un cas")])
    if hand.chance(2) { hand.type([word("scénario"), name("Tout venant")]) }
    hand.type(
      [word("client")]
        + listed(from: [
          [word("risque"), word("élevé")], [word("segment"), exact("PME")], [word("particulier")],
          [word("email"), exact("\"a@b.fr\"")], [word("catégorie"), exact("="), exact("PME")],
        ])
    )
    hand.type(
      [word("facture"), exact("F1")]
        + listed(from: [
          [word("échéance"), date()], [word("montant")] + money(),
          [word("type"), word("récurrente")],
        ])
    )
    hand.type([word("paiement"), exact("F1"), word("le"), date(), exact(":")] + money())
    hand.type([word("litige"), word("du"), date(), word("au"), date()])
    hand.type([word("promesse"), exact("« F1 »"), word("le"), date()])
    hand.type([word("le"), date(), exact(":"), word("rien")])
    hand.type([word("le"), date(), exact(":")] + action())
    let two = listed([[spelling(Vocabulary.actionModes)] + channels(), channels()])
    hand.type([word("le"), date(), exact(":")] + two)
  }

  // MARK: Statements

  private mutating func declaration() -> [Token] {
    switch number(0, 2) {
    case 0: [word("soit"), exact("Gros_Client"), exact("=")] + condition(2)
    case 1: [word("champ"), name("région"), word("texte"), word("client")]
    default:
      [word("taux"), word(hand.pick(["BCE", "légal"])), exact("01/07/2026"), exact("=")]
        + [exact("2,15"), exact("%")]
    }
  }

  private mutating func setting() -> [Token] {
    switch number(0, 14) {
    case 0: [word("description"), name("PME et « ETI »")]
    case 1: [word("reprend"), name("Tout venant")]
    case 2: [word("sans"), word("étape"), name("appel")]
    case 3: [word("sans"), word("étape")] + moment()
    case 4: [word("sans"), word(hand.pick(["prélude", "pénalités"]))]
    case 5: [word("pour")] + condition(3)
    case 6: [word("priorité"), exact(hand.pick(["10", "-5", "1 000"]))]
    case 7: [word("jours"), word("ouvrés")] + weekdays()
    case 8: [word("fériés"), word("le")] + listed([[date()], [date()], [date()]])
    case 9: [word("fériés"), spelling(Vocabulary.holidayRegions)]
    case 10: [word("décaler"), spelling(Vocabulary.dayShifts)]
    case 11:
      [word("plafond"), exact("2"), word("contact"), word("par"), word("client"), word("par")]
        + days()
    case 12: [word("seuil")] + money()
    case 13:
      hand.pick([
        [word("pénalités"), word("BCE"), exact("+"), exact("10"), word("points")],
        [word("pénalités"), exact("3"), word("fois"), word("le"), word("taux légal")],
        [word("pénalité"), exact("12,5"), exact("%")],
      ])
    default: [word(hand.pick(["espacement", "fenêtre"]))] + days()
    }
  }

  private mutating func step() -> [Token] {
    var tokens = moment()
    if hand.chance(3) { tokens.append(string("appel")) }
    tokens += action()
    if hand.chance(3) { tokens += [word("si")] + condition(3) }
    return tokens
  }

  private mutating func rule() -> [Token] {
    var tokens = [word("si")] + condition(3) + [leading("alors")] + effects()
    if hand.chance(3) { tokens += [leading("sinon")] + effects() }
    return tokens
  }

  private mutating func effects() -> [Token] {
    listed(from: [
      [spelling(Vocabulary.invoiceModes)], [word("ton"), spelling(Vocabulary.tones)],
      [word("canal")] + channels(), [word("sans"), spelling(Vocabulary.natures)],
      [word("modèle"), string("Rappel")], [word("à"), spelling(Vocabulary.roles)],
      [word(hand.pick(["retarder", "avancer de"]))] + days(),
      [word("notifier"), spelling(Vocabulary.roles)],
    ])
  }

  // MARK: Parts of steps

  private mutating func moment() -> [Token] {
    let sign = hand.pick(["+", "-", "−", "–"])
    let count = number(1, 40)
    return switch number(0, 6) {
    case 0: [word("J")]
    case 1: [word("J"), exact(sign, tight: true), exact("\(count)", tight: true)]
    case 2: [word("J"), exact("+"), exact("\(count)"), word(hand.pick(["jours", "j", "ouvrés"]))]
    case 3: [word("J"), exact("+"), exact("1"), word(hand.pick(["semaine", "mois", "semaines"]))]
    case 4: [word("J"), exact("+"), exact("30"), word("fin de mois")]
    case 5: [word("R"), exact("+"), exact("\(count)")]
    default: [spelling(Vocabulary.events)]
    }
  }

  private mutating func action() -> [Token] {
    var parts = [channels()]
    if hand.chance(2) { parts.append([spelling(Vocabulary.natures)]) }
    if hand.chance(2) { parts.append([spelling(Vocabulary.tones)]) }
    if hand.chance(3) { parts.append([spelling(Vocabulary.actionModes)]) }
    if hand.chance(5) { parts.append([word("à"), spelling(Vocabulary.roles)]) }
    if hand.chance(5) { parts.append([word("copie"), spelling(Vocabulary.roles)]) }
    if hand.chance(5) { parts.append([word("délai"), word("de")] + days()) }
    if hand.chance(5) { parts.append([word("modèle"), string("Rappel")]) }
    if hand.chance(5) { parts.append([word("tous les")] + days() + [exact("3"), word("fois")]) }
    parts.shuffle(using: &hand.generator)
    // Last, as a word behind it could be one of its list.
    if hand.chance(3) {
      parts.append([leading("avec"), spelling(Vocabulary.enclosures), leading("et")])
      parts.append([spelling(Vocabulary.enclosures)])
    }
    return parts.flatMap { $0 }
  }

  private mutating func channels() -> [Token] {
    let channels = [word("email"), word("courriel"), word("texto"), word("lettre"), word("appel")]
    switch number(0, 5) {
    case 0: return [hand.pick(channels), exact("+"), breaking(hand.pick(channels))]
    case 1: return [hand.pick(channels), leading("sinon"), breaking(hand.pick(channels))]
    default: return [spelling(Vocabulary.channels)]
    }
  }

  private mutating func weekdays() -> [Token] {
    let days = Vocabulary.weekdays
    return hand.chance(2)
      ? [spelling(days), word("à"), breaking(spelling(days))]
      : listed([[spelling(days)], [spelling(days)], [spelling(days)]])
  }

  // MARK: Conditions

  private mutating func condition(_ depth: Int) -> [Token] {
    guard depth > 0, hand.chance(2) else { return comparison() }
    switch number(0, 3) {
    case 0: return [word("non")] + parenthesised(condition(depth - 1))
    case 1: return parenthesised(condition(depth - 1))
    default:
      var tokens = condition(depth - 1)
      for _ in 0..<number(1, 4) {
        tokens.append(leading(hand.pick(["et", "ou"])))
        tokens += breakingFirst(condition(depth - 1))
      }
      return tokens
    }
  }

  private mutating func comparison() -> [Token] {
    let relation = exact(
      hand.pick(["<", "<=", "≤", ">", ">=", "=", "==", "≠", "!=", "<>", "=\u{338}"])
    )
    let equality = exact(hand.pick(["=", "≠", "<>"]))
    return switch number(0, 9) {
    case 0: [word("solde"), relation] + breakingFirst(money())
    case 1: [word("retard moyen"), relation, breaking(exact("-", tight: false))] + days()
    case 2: [word("risque"), equality, breaking(word(hand.pick(["élevé", "modérée"])))]
    case 3:
      [word("segment"), word("dans")] + parenthesised(listed([[exact("PME")], [exact("A")]]))
    case 4: [word("échéance"), word("entre"), breaking(date()), leading("et"), breaking(date())]
    case 5: [word("limite de crédit"), word("est"), word("renseigné")]
    case 6: [word("limite de crédit"), word("est"), word("non"), word("renseignée")]
    case 7: [word("procédure collective")]
    case 8: [word("pays"), word("est"), exact(hand.pick(["FR", "« ÉTATS »", "ET"]))]
    default:
      [word("encours"), relation, word("limite de crédit"), exact("*"), exact("0.80"), exact("+")]
        + breakingFirst(money())
    }
  }

  private func parenthesised(_ tokens: [Token]) -> [Token] {
    [exact("(")] + breakingFirst(tokens) + [breaking(exact(")"))]
  }

  // MARK: Values

  private mutating func money() -> [Token] {
    let digits = hand.pick(["15", "1000", "1 000", "1\u{202F}000,50", "2500.5", "40,00", "0"])
    switch number(0, 5) {
    case 0: return [exact("1,5"), exact("k"), exact("€", tight: true)]
    case 3: return [exact(hand.pick(["10,0050", "1500,125", "0,125"])), word("tnd")]
    case 1: return [exact(digits), exact("€", tight: true)]
    case 2: return [exact(digits), word("usd")]
    default: return [exact(digits), exact("€")]
    }
  }

  private mutating func days() -> [Token] {
    [
      exact(hand.pick(["1", "7", "30", "0"])), word(hand.pick(["jours", "jour", "j", "semaines"])),
    ]
  }

  private mutating func date() -> Token {
    exact(hand.pick(["2026-11-22", "22/11/2026", "1/7/2026", "01/07/2026"]))
  }

  private mutating func name(_ text: String) -> Token {
    text.contains("«") || hand.chance(2) ? string(text) : word(text)
  }

  private mutating func string(_ text: String) -> Token {
    let inner = text.replacing("»", with: "»»")
    return exact(hand.pick(["\"\(text)\"", "“\(text)”", "« \(inner) »", "«\(inner)»"]))
  }

  private mutating func spelling<Value>(_ table: WordTable<Value>) -> Token {
    word(hand.pick(hand.pick(table.entries).spellings))
  }

  // MARK: Tokens

  private mutating func number(_ least: Int, _ most: Int) -> Int {
    Int.random(in: least...most, using: &hand.generator)
  }

  private func word(_ text: String) -> Token { Token(text: text, isWord: true) }

  private func leading(_ text: String) -> Token { Token(text: text, isWord: true, mayBreak: true) }

  private func exact(_ text: String, tight: Bool = false) -> Token {
    Token(text: text, isTight: tight)
  }

  private func breaking(_ token: Token) -> Token {
    var token = token
    token.mayBreak = true
    return token
  }

  private func breakingFirst(_ tokens: [Token]) -> [Token] {
    tokens.prefix(1).map(breaking) + tokens.dropFirst()
  }

  private func listed(_ items: [[Token]]) -> [Token] {
    let rest = items.dropFirst().flatMap { [exact(",", tight: true)] + breakingFirst($0) }
    return (items.first ?? []) + rest
  }

  /// Some of several items, each at most once.
  private mutating func listed(from choices: [[Token]]) -> [Token] {
    listed(Array(choices.shuffled(using: &hand.generator).prefix(number(1, 3))))
  }
}
