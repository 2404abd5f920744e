import Diagnostics

/// What is wrong with the encoding of a file, if it is not UTF-8.
func encodingProblem(in text: SourceText, file: Int) -> Diagnostic? {
  if let form = utf16Form(of: text.bytes) {
    return Diagnostic(
      .encoding,
      at: SourceRange(file: file, lower: 0, upper: min(2, text.bytes.count)),
      Message(
        fr: "le fichier n'est pas en UTF-8 mais en \(form.name) (octet 0)",
        en: "the file is not UTF-8 but \(form.name) (byte 0)"
      ),
      help: saveAsUTF8,
      fix: Fix(.proposed, replacing: whole(text, file), with: form.decoded(text.bytes))
    )
  }
  guard let offset = firstMalformedByte(of: text.bytes) else { return nil }
  let byte = String(text.bytes[offset], radix: 16, uppercase: true)
  let seeming = seemingEncoding(of: text.bytes)
  let guess =
    seeming.map { encoding in
      Message(
        fr: " ; il semble être en \(encoding.name) (\(encoding.programs.fr))",
        en: "; it looks like \(encoding.name) (\(encoding.programs.en))"
      )
    } ?? Message(verbatim: "")
  return Diagnostic(
    .encoding,
    at: SourceRange(file: file, lower: offset, upper: offset + 1),
    Message(
      fr: "le fichier n'est pas en UTF-8 (octet \(byte) à la position \(offset))\(guess.fr)",
      en: "the file is not UTF-8 (byte \(byte) at offset \(offset))\(guess.en)"
    ),
    help: saveAsUTF8,
    fix: seeming.map { encoding in
      var scalars = String.UnicodeScalarView()
      for byte in text.bytes { scalars.append(encoding.scalar(byte)) }
      return Fix(.proposed, replacing: whole(text, file), with: String(scalars))
    }
  )
}

private func seemingEncoding(of bytes: [UInt8]) -> SingleByteEncoding? {
  guard !bytes.contains(0) else { return nil }
  var guess = EncodingGuess()
  guess.read(bytes)
  return guess.likeliest()
}

private func whole(_ text: SourceText, _ file: Int) -> SourceRange {
  SourceRange(file: file, lower: 0, upper: text.bytes.count)
}

private let saveAsUTF8 = Message(
  fr: "l'enregistrer sous, encodage UTF-8",
  en: "save it again as UTF-8"
)

// MARK: UTF-16

/// The byte orders of UTF-16.
private enum UTF16Form {
  case littleEndian
  case bigEndian

  var name: String {
    switch self {
    case .littleEndian: "UTF-16 LE"
    case .bigEndian: "UTF-16 BE"
    }
  }

  func decoded(_ bytes: [UInt8]) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for offset in stride(from: 0, to: bytes.count - 1, by: 2) {
      let pair = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
      switch self {
      case .littleEndian: units.append(pair.1 << 8 | pair.0)
      case .bigEndian: units.append(pair.0 << 8 | pair.1)
      }
    }
    if units.first == 0xFEFF { units.removeFirst() }
    return String(decoding: units, as: UTF16.self)
  }
}

/// UTF-16 in either order, by its byte-order mark or by the zeros in every other byte.
private func utf16Form(of bytes: [UInt8]) -> UTF16Form? {
  if bytes.starts(with: [0xFF, 0xFE]) { return .littleEndian }
  if bytes.starts(with: [0xFE, 0xFF]) { return .bigEndian }
  var zeros = (even: 0, odd: 0)
  let sample = bytes.prefix(1024)
  for (offset, byte) in sample.enumerated() where byte == 0 {
    if offset.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
  }
  let many = sample.count / 4
  guard sample.count >= 4 else { return nil }
  if zeros.odd > many, zeros.even == 0 { return .littleEndian }
  if zeros.even > many, zeros.odd == 0 { return .bigEndian }
  return nil
}

/// The offset of the first byte that no UTF-8 text has there (Unicode, table 3-7).
private func firstMalformedByte(of bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBufferPointer { buffer -> Int? in
    var offset = 0
    func isTail(_ index: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index < buffer.count && range.contains(buffer[index])
    }
    while offset < buffer.count {
      let start = offset
      switch buffer[start] {
      case 0..<0x80:
        offset += 1
        continue
      case 0xC2...0xDF: offset += 2
      case 0xE0...0xEF: offset += 3
      case 0xF0...0xF4: offset += 4
      default: return start
      }
      let second: ClosedRange<UInt8> =
        switch buffer[start] {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
      guard isTail(start + 1, second) else { return start }
      for index in start + 2..<max(offset, start + 2) where !isTail(index) { return start }
    }
    return nil
  }
}
