extension Lexer {
  /// Reads a word or an elision; gives `nil` and stays if there is none.
  mutating func lexWord() -> Token.Kind? {
    if let length = elisionLength {
      position += length
      return .elision
    }
    let first = wordPart(at: position)
    guard first.kind == .letter || first.kind == .underscore else { return nil }
    var previous = first.kind
    position += first.length
    while position < end {
      let part = wordPart(at: position)
      switch part.kind {
      case .letter, .digit, .underscore:
        previous = part.kind
        position += part.length
      case .mark:
        position += part.length
      case .joint:
        let isBetweenLetters =
          previous == .letter && wordPart(at: position + part.length).kind == .letter
        guard isBetweenLetters else { return .word }
        position += part.length
      case .none:
        return .word
      }
    }
    return .word
  }

  /// The length of `l'`, `d'` or `qu'` before a letter.
  private var elisionLength: Int? {
    let letters: Int
    switch byte(position) | 0x20 {
    case 0x6C, 0x64: letters = 1
    case 0x71: letters = byte(position + 1) | 0x20 == 0x75 ? 2 : 0
    default: letters = 0
    }
    guard letters > 0, let apostrophe = apostropheLength(at: position + letters) else { return nil }
    let length = letters + apostrophe
    return wordPart(at: position + length).kind == .letter ? length : nil
  }

  private func apostropheLength(at offset: Int) -> Int? {
    if byte(offset) == 0x27 { return 1 }
    return byte(offset) == 0xE2 && byte(offset + 1) == 0x80 && byte(offset + 2) == 0x99 ? 3 : nil
  }

  private enum WordPart {
    case letter
    case digit
    case underscore
    /// Belongs to the letter before it.
    case mark
    /// A hyphen or apostrophe.
    case joint
    /// Ends the word.
    case none
  }

  private func wordPart(at offset: Int) -> (kind: WordPart, length: Int) {
    guard offset < end else { return (.none, 0) }
    let first = byte(offset)
    switch first {
    case 0x61...0x7A, 0x41...0x5A: return (.letter, 1)
    case 0x30...0x39: return (.digit, 1)
    case 0x5F: return (.underscore, 1)
    case 0x27, 0x2D: return (.joint, 1)
    case 0..<0x80: return (.none, 1)
    case 0xC3: return (byte(offset + 1) == 0x97 || byte(offset + 1) == 0xB7 ? .none : .letter, 2)
    default: break
    }
    if apostropheLength(at: offset) != nil { return (.joint, 3) }
    let (scalar, length) = scalar(at: offset)
    guard let scalar else { return (.none, length) }
    switch scalar.value {
    case 0x300...0x36F: return (.mark, length)
    case 0x2010, 0x2011: return (.joint, length)
    default: break
    }
    if Confusables.isInvisible(scalar) { return (.mark, length) }
    if Confusables.isFullWidthLetter(scalar) || scalar.properties.isAlphabetic {
      return (.letter, length)
    }
    return (.none, length)
  }

  /// The scalar at an offset and its length; no scalar and one byte where it is malformed.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    let first = UInt32(byte(offset))
    func tail(_ index: Int) -> UInt32? {
      let next = UInt32(byte(offset + index))
      return next & 0xC0 == 0x80 ? next & 0x3F : nil
    }
    switch first {
    case 0..<0x80:
      return (Unicode.Scalar(first), 1)
    case 0xC2..<0xE0:
      guard let second = tail(1) else { return (nil, 1) }
      return (Unicode.Scalar((first & 0x1F) << 6 | second), 2)
    case 0xE0..<0xF0:
      guard let second = tail(1), let third = tail(2),
        let scalar = Unicode.Scalar((first & 0xF) << 12 | second << 6 | third)
      else { return (nil, 1) }
      return (scalar, 3)
    case 0xF0..<0xF5:
      guard let second = tail(1), let third = tail(2), let fourth = tail(3),
        let scalar = Unicode.Scalar((first & 7) << 18 | second << 12 | third << 6 | fourth)
      else { return (nil, 1) }
      return (scalar, 4)
    default:
      return (nil, 1)
    }
  }
}
