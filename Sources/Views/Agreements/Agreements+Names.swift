public import Vocabulary

extension Agreements {
  /// Agreements and their provisions that anything is recorded about, whenever it was.
  public static func words(at day: Day, facts: References) -> [String] {
    keys(facts).flatMap { key in
      [key] + AgreementEvidence.sorted(recorded(key, facts)).map { key + "/" + $0.text }
    }
  }

  /// Reads `KEY` or `KEY/PROVISION`, each as its key or as its name, however it is capitalised and spaced.
  public static func subject(written: String, at day: Day, facts: References) -> String? {
    let words = written.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let key = meant(words[0], among: keys(facts).map { ($0, $0) }) else { return nil }
    guard words.count > 1 else { return key }
    let list = CodeListName.provision.list
    let known = recorded(key, facts).sorted().map { ($0.text, $0.text) }
    let labels = list.codes.flatMap { [($0.code, $0.code), ($0.label, $0.code)] }
    return meant(words[1], among: known + labels).map { key + "/" + $0 }
  }

  /// The agreement and the provision of a subject.
  static func parts(_ subject: String) -> (agreement: String, provision: Verbatim?) {
    guard let slash = subject.utf8.firstIndex(of: 0x2F) else { return (subject, nil) }
    return (String(subject[..<slash]), Verbatim(String(subject[subject.utf8.index(after: slash)...])))
  }

  /// The keys of all agreements that anything stands about.
  static func keys(_ facts: References) -> [String] {
    let prefix = Subject.Family.agreement.rawValue + ":"
    return facts.standing.subjects(name, prefix: prefix).map { String($0.dropFirst(prefix.count)) }
  }

  private static func recorded(_ key: String, _ facts: References) -> Set<Verbatim> {
    Set(
      facts.facts(name, .named(.agreement, key)).compactMap { fact in
        guard case .claimAgreement(let claim) = fact.payload else { return nil }
        return Verbatim(claim.provision ?? "whole")
      })
  }

  /// The value whose name is the word, byte by byte, else as names are compared.
  private static func meant(_ word: String, among names: [(name: String, value: String)]) -> String? {
    if let exact = names.first(where: { $0.name.utf8.elementsEqual(word.utf8) }) { return exact.value }
    let folded = Folding.fold(word)
    return names.first { Folding.fold($0.name) == folded }?.value
  }
}
