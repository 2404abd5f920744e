import Diagnostics
import Receivables

extension FuzzTarget {
  /// Templates of the user: any text as the body of one, and as its subject.
  ///
  /// Promised: it is refused with its reason, or filled in, and none of its texts gets out of its
  /// place.
  static let template = FuzzTarget(name: "template") { bytes in
    let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let subject = parts[0].filter { $0 != 0x0A && $0 != 0x0D && $0 != 0xBB && $0 != 0xC2 }
    let text =
      Array("modèle « X »\nobjet « ".utf8) + subject + Array(" »\n---\n".utf8)
      + (parts.count > 1 ? parts[1] : [])
      + Array("\n---\nscénario « S »\nregrouper par facture\nJ+7 email modèle « X »\n".utf8)
      + Array("J+14 SMS modèle « X »\nJ+21 courrier modèle « X »\n".utf8)
    var customer = Customer(id: "C1")
    customer.name = MessageFiles.formula + "Café « des Arts »"
    customer.address = "1 rue des Lilas, 35000 Rennes"
    customer.email = "a@b.fr"
    customer.phone = "0102030405"
    MessageFiles(
      [SourceText(name: "essai.relance", bytes: text)],
      customer,
      number: MessageFiles.formula + MessageFiles.markup
    ).check()
  }
}
