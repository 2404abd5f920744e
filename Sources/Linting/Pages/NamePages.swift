import Diagnostics

extension CodePage {
  /// What the checker of names, types and units reports, where no lint has the page of the code.
  static let names: [CodePage] = [
    CodePage(
      code: "TYP101",
      severity: .error,
      title: Message(fr: "champ inconnu", en: "unknown field"),
      reports: Message(
        fr: "un nom qui n'est ni un champ, ni un `champ` déclaré, ni un `soit`",
        en: "a name that is no field, no declared `champ` and no `soit`"
      ),
      matters: Message(
        fr: "une condition sur un nom mal écrit ne serait jamais vraie, en silence",
        en: "a condition on a misspelt name would never be true, in silence"
      ),
      example: "J+7 email\nsi retrad > 30 jours alors manuel",
      instead: "J+7 email\nsi retard > 30 jours alors manuel",
      basis: [.names],
      fixes: [.proposed]
    ),
    CodePage(
      code: "TYP102",
      severity: .error,
      title: Message(fr: "valeur inconnue", en: "unknown value"),
      reports: Message(
        fr: "un mot qui n'est pas dans la liste des valeurs d'un champ",
        en: "a word that is not in the list of a field's values"
      ),
      matters: Message(
        fr: "`risque = haut` ne serait jamais vrai : la liste dit `élevé`",
        en: "`risque = haut` would never be true: the list says `élevé`"
      ),
      example: "J+7 email\nsi risque = haut alors manuel",
      instead: "J+7 email\nsi risque = élevé alors manuel",
      basis: [.names],
      fixes: [.proposed]
    ),
    CodePage(
      code: "TYP103",
      severity: .error,
      title: Message(fr: "types incompatibles", en: "incompatible types"),
      reports: Message(
        fr: "deux valeurs qui ne se comparent pas, comme un texte et un nombre",
        en: "two values that do not compare, such as a text and a number"
      ),
      matters: Message(
        fr: "la comparaison n'a pas de sens : sans doute un autre champ était-il voulu",
        en: "the comparison has no meaning: another field was probably meant"
      ),
      example: "J+7 email\nsi segment > 5 alors manuel",
      instead: "J+7 email\nsi nombre de relances > 5 alors manuel",
      basis: [.types]
    ),
    CodePage(
      code: "TYP104",
      severity: .error,
      title: Message(fr: "unités incompatibles", en: "incompatible units"),
      reports: Message(
        fr: "un nombre sans son unité, ou une unité qui n'est pas celle du champ",
        en: "a number without its unit, or a unit that is not the field's"
      ),
      matters: Message(
        fr: "trente quoi ? des jours, des euros et des pour cent ne se mélangent pas",
        en: "thirty what? days, euros and per cent do not mix"
      ),
      example: "J+7 email\nsi retard > 30 alors manuel",
      instead: "J+7 email\nsi retard > 30 jours alors manuel",
      basis: [.types],
      fixes: [.safe, .proposed]
    ),
    CodePage(
      code: "TYP105",
      severity: .error,
      title: Message(fr: "devise", en: "currency"),
      reports: Message(
        fr: "un montant sans devise, ou dans une devise qui ne va pas ici",
        en: "an amount without a currency, or in one that does not go here"
      ),
      matters: Message(
        fr: "500 euros et 500 yens ne déclenchent pas la même relance",
        en: "500 euros and 500 yen do not set off the same reminder"
      ),
      example: "J+7 email\nsi solde > 1000,50 alors manuel",
      instead: "J+7 email\nsi solde > 1 000,50 € alors manuel",
      basis: [.types],
      fixes: [.safe]
    ),
    CodePage(
      code: "TYP106",
      severity: .error,
      title: Message(fr: "nom inconnu", en: "unknown name"),
      reports: Message(
        fr: "un scénario, un modèle, une étape ou une facture d'exemple que rien ne déclare",
        en: "a scenario, template, step or example's invoice that nothing declares"
      ),
      matters: Message(
        fr: "la ligne renvoie dans le vide : message sans texte, étape jamais retirée",
        en: "the line refers to nothing: a message without text, a step never dropped"
      ),
      example: "J+7 email modèle « Rapel »",
      instead: "J+7 email",
      basis: [.names],
      fixes: [.proposed]
    ),
    CodePage(
      code: "TYP109",
      severity: .error,
      title: Message(fr: "nom déjà pris", en: "name taken"),
      reports: Message(
        fr: "deux noms égaux une fois les accents et la casse ôtés, ou le nom d'un champ",
        en: "two names that are equal without accents and case, or the name of a field"
      ),
      matters: Message(
        fr: "nul ne saurait lequel des deux est voulu",
        en: "nobody could tell which of the two is meant"
      ),
      example: "soit encours = solde > 3 €\nJ+7 email",
      instead: "soit gros encours = solde > 3 €\nJ+7 email si gros encours",
      basis: [.names]
    ),
    CodePage(
      code: "TYP110",
      severity: .error,
      title: Message(fr: "boucle", en: "cycle"),
      reports: Message(
        fr: "des scénarios qui se reprennent, ou des `soit` qui se définissent, l'un par l'autre",
        en: "scenarios that take each other over, or `soit` that define each other"
      ),
      matters: Message(
        fr: "les deux seraient vides",
        en: "both would be empty"
      ),
      example: "soit a = b\nsoit b = a\nJ+7 email si a",
      instead: "soit a = litige\nsoit b = a\nJ+7 email si b",
      basis: [.names]
    ),
  ]
}
