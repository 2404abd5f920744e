/// A text with nothing in it that could steer a terminal: control characters become `�`, line ends
/// and tabs become spaces, and so do the marks that reverse the direction of writing.
public func printable(_ text: some StringProtocol) -> String {
  var text = String(text)
  if text.withUTF8(isPrintable) { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: scalars.append(" ")
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      scalars.append("\u{FFFD}")
    default: scalars.append(scalar)
    }
  }
  return String(scalars)
}

/// Whether a text in UTF-8 can be printed as it is, as nearly all texts can.
private func isPrintable(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  for place in bytes.indices {
    switch bytes[place] {
    case 0..<0x20, 0x7F: return false
    // From 0x80 to 0x9F stand further control characters; behind E2, the marks of direction.
    case 0xC2: if bytes[place + 1] < 0xA0 { return false }
    case 0xE2:
      switch (bytes[place + 1], bytes[place + 2]) {
      case (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): return false
      case (_, _): break
      }
    case _: break
    }
  }
  return true
}
