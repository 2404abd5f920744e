import Diagnostics
import Testing

@Suite("In which old encoding a text makes sense")
struct EncodingGuessTests {
  /// What stands in ledgers and scenarios: names, headers, notes.
  static let words = [
    "Société", "SOCIÉTÉ", "Hôtel", "Établissements Durand", "FRANÇOIS", "Gérard", "français",
    "voilà",
    "Cœur", "N° facture", "l’été", "d’échéance", "même", "où", "réglé en août", "payé",
    "Échéance;Libellé\rÀ payer\r;créée",
  ]

  @Test("one word of an old Mac is enough", arguments: words)
  func macRoman(_ word: String) throws {
    #expect(guess(try #require(encoded(word, .macRoman))) == .macRoman)
    #expect(guess(try #require(encoded(word, .windows1252))) == .windows1252)
  }

  @Test("a ledger of each is told from the others", arguments: SingleByteEncoding.allCases)
  func ledgers(_ encoding: SingleByteEncoding) throws {
    let ledger = "Échéance;Société;N° facture\n01/02/2026;HÔTEL FRANÇOIS;F1\nNoël, créée;déjà réglé"
    #expect(guess(try #require(encoded(ledger, encoding))) == encoding)
  }

  @Test(
    "what Windows has and others have not raises no alarm",
    arguments: [
      "Žižek", "ŽELEZO", "KNEŽEVIC", "L’Or", "L’Oréal", "Acme™", "“Acme” et ‘X’", "Paris–Lyon",
      "à suivre…", "fin…Suite", "100 €", "100€HT", "SOCIéTé", "ŒUVRE", "Œuvre", "Müller",
      "Straße", "AÇÕES", "L'HAŸ-LES-ROSES", "Beneš", "• un point", "10\u{A0}000\u{A0}€", "§ 3",
      "m²",
      "N°TVA", "© Acme®", "„Acme“", "½ page", "«\u{A0}Acme\u{A0}»", "¡Hola!", "Peña", "„Öl“",
      "proÉnergie, société", "Société ƒ", "Durand†",
    ]
  )
  func windows(_ text: String) throws {
    #expect(guess(try #require(encoded(text, .windows1252))) == .windows1252)
  }

  @Test("the first byte that makes no sense is known, over the pieces of a file")
  func misfit() throws {
    let bytes = try #require(encoded("é de la société", .macRoman))
    for cut in bytes.indices {
      var guess = EncodingGuess()
      guess.read(Array(bytes[..<cut]))
      guess.read(Array(bytes[cut...]))
      #expect(guess.likeliest() == .macRoman)
      #expect(guess.firstMisfit(in: .windows1252) == 12)
      #expect(guess.firstMisfit(in: .macRoman) == nil)
    }
  }

  @Test("what makes sense in none is none")
  func none() {
    #expect(guess([0x61, 0xB2, 0x62]) == nil)
  }

  private func guess(_ bytes: [UInt8]) -> SingleByteEncoding? {
    var guess = EncodingGuess()
    guess.read(bytes)
    return guess.likeliest()
  }

  private func encoded(_ text: String, _ encoding: SingleByteEncoding) -> [UInt8]? {
    let bytes = text.unicodeScalars.map { scalar in
      (UInt8.min...UInt8.max).first { encoding.scalar($0) == scalar }
    }
    return bytes.contains(nil) ? nil : bytes.compactMap(\.self)
  }
}
