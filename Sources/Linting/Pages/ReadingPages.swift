import Diagnostics

extension CodePage {
  /// What the parser reports, where no lint has the page of the code.
  static let reading: [CodePage] = [
    CodePage(
      code: "SYN001",
      severity: .error,
      title: Message(fr: "encodage", en: "encoding"),
      reports: Message(
        fr: "un fichier qui n'est pas en UTF-8, mais en Windows-1252 (Excel, Bloc-notes), MacRoman"
          + " (Excel pour Mac), CP850 (DOS) ou UTF-16, ou qui n'est pas du texte (docx, odt, RTF, PDF, HTML)",
        en: "a file that is not UTF-8 but Windows-1252 (Excel, Notepad), MacRoman (Excel for Mac),"
          + " CP850 (DOS) or UTF-16, or that is no text (docx, odt, RTF, PDF, HTML)"
      ),
      matters: Message(
        fr: "les accents seraient lus de travers, et avec eux les noms et les valeurs",
        en: "accents would be misread, and with them names and values"
      ),
      example: "# enregistré en « ANSI » par un tableur",
      instead: "# enregistré en UTF-8",
      basis: [.syntax],
      fixes: [.proposed]
    ),
    CodePage(
      code: "SYN006",
      severity: .error,
      title: Message(fr: "date impossible", en: "impossible date"),
      reports: Message(
        fr: "un jour qui n'existe pas, une année à deux chiffres, une date hors de 1900–2199",
        en: "a day that does not exist, a year of two digits, a date outside 1900–2199"
      ),
      matters: Message(
        fr: "deviner le jour, c'est relancer un client au mauvais moment",
        en: "to guess the day is to remind a customer at the wrong time"
      ),
      example: "fériés le 31/02/2026\nJ+7 email",
      instead: "fériés le 28/02/2026\nJ+7 email",
      basis: [.syntax],
      fixes: [.proposed]
    ),
    CodePage(
      code: "SYN010",
      severity: .error,
      title: Message(fr: "phrase incomprise", en: "syntax"),
      reports: Message(
        fr: "une ligne que le langage ne comprend pas : un mot manquant, de trop ou mal placé, un"
          + " réglage donné deux fois, une habitude d'un autre langage (`&&`, `if`)",
        en:
          "a line that the language does not understand: a word missing, too many or out of place,"
          + " a setting given twice, a habit from another language (`&&`, `if`)"
      ),
      matters: Message(
        fr: "la ligne n'aurait pas d'effet ; le reste du fichier est vérifié tout de même",
        en: "the line would have no effect; the rest of the file is checked all the same"
      ),
      example: "J+7 email\nsi solde > alors manuel",
      instead: "J+7 email\nsi solde > 500 € alors manuel",
      basis: [.syntax],
      fixes: [.safe, .proposed]
    ),
  ]
}
