import Diagnostics

/// The rules that every scenario ends with unless it says `sans prélude`.
public enum Prelude {
  /// The name under which explanations cite it.
  public static let name = "prélude"

  /// Its text, in the language itself.
  public static let text = """
    si litige alors suspendre
    si échéancier alors suspendre
    si promesse alors suspendre
    si procédure collective alors suspendre
    si encours <= 0 € alors suspendre        # les avoirs dépassent ce qui est dû
    si sensible alors manuel

    """

  /// The prelude as a file among the others.
  public static var source: SourceText { SourceText(name: name, bytes: Array(text.utf8)) }
}
