/// An encoding with one byte for each character, as programs wrote files before UTF-8.
///
/// All have ASCII below 80.
public enum SingleByteEncoding: Sendable, Hashable, CaseIterable {
  /// Windows in Western Europe; for text Latin-1 is a part of it.
  case windows1252
  /// The Mac before OS X, and Excel for Mac where it saves plain CSV.
  case macRoman
  /// DOS in Western Europe, and the accounting programs that come from it.
  case cp850

  /// The usual name.
  public var name: String {
    switch self {
    case .windows1252: "Windows-1252"
    case .macRoman: "MacRoman"
    case .cp850: "CP850"
    }
  }

  /// The programs that write it.
  public var programs: Message {
    switch self {
    case .windows1252: Message(fr: "Excel, Bloc-notes", en: "Excel, Notepad")
    case .macRoman: Message(fr: "Excel pour Mac", en: "Excel for Mac")
    case .cp850: Message(fr: "logiciels de DOS", en: "programs of DOS")
    }
  }

  /// The character of a byte.
  public func scalar(_ byte: UInt8) -> Unicode.Scalar {
    byte < 0x80 ? Unicode.Scalar(byte) : upperHalf[Int(byte) - 0x80]
  }

  /// The characters of the bytes 80–FF.
  public var upperHalf: [Unicode.Scalar] {
    switch self {
    case .windows1252: SingleByteEncoding.windows1252Scalars
    case .macRoman: SingleByteEncoding.macRomanScalars
    case .cp850: SingleByteEncoding.cp850Scalars
    }
  }

  /// The five bytes that stand for nothing are the control characters of their number, as web
  /// browsers have it.
  private static let windows1252Scalars = Array(
    ("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
      + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
      + "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ").unicodeScalars
  )

  private static let macRomanScalars = Array(
    ("ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø"
      + "¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ")
      .unicodeScalars
  )

  private static let cp850Scalars = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐"
      + "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}")
      .unicodeScalars
  )
}
