public import Leaf

/// Checks documents against the vocabulary.
///
/// All that is wrong is reported, not only the first thing. A good document costs no allocation.
public enum Checker {
  /// What is wrong with a document, warnings among it; empty for a good one.
  public static func check(_ document: Document, as form: DocumentForm) -> [Finding] {
    var walk = Walk(Program.of(form), document)
    walk.run()
    return walk.findings
  }

  /// Checks a document and refuses it when something is wrong.
  ///
  /// - Returns: the warnings.
  /// - Throws: ``DraftError`` with all findings.
  @discardableResult
  public static func accept(_ document: Document, as form: DocumentForm) throws(DraftError) -> [Finding] {
    let findings = check(document, as: form)
    guard findings.allSatisfy(\.isWarning) else { throw DraftError(findings.filter { !$0.isWarning }) }
    return findings
  }
}
