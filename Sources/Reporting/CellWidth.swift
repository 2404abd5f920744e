/// The number of cells a text takes in a terminal.
///
/// East Asian wide characters and emoji take two cells, marks and invisible format characters none,
/// everything else one: the rule of Unicode Standard Annex #11, its ambiguous characters narrow. A
/// sequence that is drawn as one emoji takes two.
func cellWidth(_ text: some StringProtocol) -> Int {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
  if text.unicodeScalars.allSatisfy(isPlainlyNarrow) { return text.unicodeScalars.count }
  return text.reduce(0) { width, character in width + cellWidth(character) }
}

/// The number of cells a character takes in a terminal.
func cellWidth(_ character: Character) -> Int {
  let scalars = character.unicodeScalars
  if let first = scalars.first, first.properties.isEmoji, scalars.contains(where: isEmojiJoiner) {
    return 2
  }
  return scalars.reduce(0) { width, scalar in width + cellWidth(scalar) }
}

private func cellWidth(_ scalar: Unicode.Scalar) -> Int {
  if isPlainlyNarrow(scalar) { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  // Two of these letters make a flag of two cells.
  if (0x1F1E6...0x1F1FF).contains(scalar.value) { return 1 }
  // Vowels and final consonants of Hangul are drawn inside the syllable's first letter.
  if (0x1160...0x11FF).contains(scalar.value) { return 0 }
  return scalar.properties.isEmojiPresentation || isEastAsianWide(scalar) ? 2 : 1
}

/// Whether a scalar is a Latin letter, sign or common punctuation that surely takes one cell.
private func isPlainlyNarrow(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x2010...0x2027, 0x202F...0x203E, 0x20AC: true
  default: false
  }
}

/// Whether a scalar makes one drawing of an emoji and its neighbour: the joiner, the request for a
/// coloured form, or a skin tone.
private func isEmojiJoiner(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value == 0x200D || scalar.value == 0xFE0F || scalar.properties.isEmojiModifier
}

/// The blocks of wide and full-width characters.
private func isEastAsianWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
    true
  default: false
  }
}
