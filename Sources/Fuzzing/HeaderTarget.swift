import Diagnostics
import Receivables

extension FuzzTarget {
  /// Texts of the ledger in e-mails, letters and lists: name, address, e-mail address, telephone and
  /// number, parted by zero bytes.
  ///
  /// Promised: none of them gets out of its place, in a header, a page, a cell or a file's name.
  static let header = FuzzTarget(name: "header") { bytes in
    let texts = bytes.split(separator: 0, maxSplits: 4, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    func text(_ index: Int) -> String { texts.indices.contains(index) ? texts[index] : "" }
    var customer = Customer(id: "C1")
    customer.name = MessageFiles.formula + MessageFiles.markup + text(0)
    customer.address = MessageFiles.markup + text(1)
    customer.email = text(2).isEmpty ? "a@b.fr" : text(2)
    customer.phone = text(3).isEmpty ? "0102030405" : text(3)
    let scenario = """
      soit créancier = « Société des Fûts »
      soit email du créancier = « compta@futs.example »
      regrouper par facture
      J-1 email
      J+7 SMS avec pénalités, indemnité
      J+14 email ferme avec pénalités, facture, relevé
      J+21 courrier ferme avec indemnité
      J+28 appel
      J+35 mise en demeure recommandée
      J+42 contentieux tâche
      """
    MessageFiles(
      [SourceText(name: "essai.relance", bytes: Array(scenario.utf8))],
      customer,
      number: MessageFiles.formula + MessageFiles.markup + text(4)
    ).check()
  }
}
