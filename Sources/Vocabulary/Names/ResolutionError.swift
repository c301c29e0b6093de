/// Why a name written in a draft does not lead to one entry.
public enum ResolutionError: Error, Equatable, Sendable {
  /// No entry has the id or the name; the nearest names and ids follow.
  case unknown(written: String, namespace: Namespace, nearest: [String])
  /// Several entries have the name.
  case ambiguous(written: String, namespace: Namespace, candidates: [DirectoryEntry])
  /// Entries have the name, but none holds on the day.
  case notThen(written: String, namespace: Namespace, day: Day, candidates: [DirectoryEntry])
}
