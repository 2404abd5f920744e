/// So many spaces; none if the number is negative.
func spaces(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }

/// The text if it fits into so many cells, else its beginning and `…`.
func cut(_ text: String, to width: Int) -> String {
  guard cellWidth(text) > width else { return text }
  guard width > 0 else { return "" }
  var kept = ""
  var used = 1
  for character in text {
    used += cellWidth(character)
    if used > width { break }
    kept.append(character)
  }
  return kept + "…"
}

/// The sides on which a column is flush.
enum ColumnEdge {
  /// Texts.
  case left
  /// Figures.
  case right
}

/// The text in exactly so many cells: cut if it is too long, filled with spaces if it is too short.
func fitted(_ text: String, to width: Int, flush edge: ColumnEdge = .left) -> String {
  let text = cut(text, to: width)
  let filling = spaces(width - cellWidth(text))
  switch edge {
  case .left: return text + filling
  case .right: return filling + text
  }
}

/// The text in lines of at most so many cells.
///
/// Lines break at spaces and within a word that is longer than a line, but neither at no-break
/// spaces nor between a French sign and what it belongs to, as in `« mot » :`.
func wrapped(_ text: String, to width: Int) -> [String] {
  let width = max(width, 2)
  if hasNoSpacesToSpare(text), cellWidth(text) <= width { return [text] }
  var lines: [String] = []
  var line = ""
  var used = 0
  for word in unbreakableWords(of: text) {
    var rest = word[...]
    var restWidth = cellWidth(rest)
    if !line.isEmpty, used + 1 + restWidth <= width {
      line += " "
      used += 1
    } else if !line.isEmpty {
      lines.append(line)
      line = ""
      used = 0
    }
    while restWidth > width {
      let head = longestPrefix(of: rest, cells: width)
      lines.append(String(head))
      rest = rest[head.endIndex...]
      restWidth = cellWidth(rest)
    }
    line += rest
    used += restWidth
  }
  return line.isEmpty ? lines : lines + [line]
}

/// The parts in lines of at most so many cells, a mark between those of a line; a part that is too
/// long is cut.
func joined(_ parts: [String], by mark: String, to width: Int) -> [String] {
  var lines: [String] = []
  for part in parts {
    if let line = lines.last, cellWidth(line) + cellWidth(mark) + cellWidth(part) <= width {
      lines[lines.count - 1] = line + mark + part
    } else {
      lines.append(cut(part, to: width))
    }
  }
  return lines
}

/// Whether a text is its words with one space between them, as nearly all are.
private func hasNoSpacesToSpare(_ text: String) -> Bool {
  var isBehindSpace = true
  for byte in text.utf8 {
    let isSpace = byte == UInt8(ascii: " ")
    if isSpace, isBehindSpace { return false }
    isBehindSpace = isSpace
  }
  return !isBehindSpace
}

/// The words of a text, those that no line end may part as one.
private func unbreakableWords(of text: String) -> [String] {
  var words: [String] = []
  for word in text.split(separator: " ") {
    let belongsBehind = word.first.map { "»:;!?€%".contains($0) } ?? false
    if let last = words.last, belongsBehind || last.hasSuffix("«") {
      words[words.count - 1] = "\(last) \(word)"
    } else {
      words.append(String(word))
    }
  }
  return words
}

/// The longest beginning of at most so many cells, but at least one character.
private func longestPrefix(of text: Substring, cells: Int) -> Substring {
  var used = 0
  var end = text.startIndex
  while end < text.endIndex {
    used += cellWidth(text[end])
    if used > cells, end > text.startIndex { break }
    end = text.index(after: end)
  }
  return text[..<end]
}
