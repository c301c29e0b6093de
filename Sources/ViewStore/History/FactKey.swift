/// What an assessment can look up: the facts of one projection about one subject.
///
/// `String` equality is canonical equivalence, so two subjects that differ in bytes may share a key; whoever depends on one
/// is then looked at again when the other changes, which costs time and is never wrong.
struct FactKey: Hashable {
  var projection: String
  var subject: String
}

/// Everything that one computation looked up.
struct Reads {
  /// Facts, standing or ended, about one subject.
  var keys: Set<FactKey> = []
  /// Lists of subjects; `subject` is the prefix.
  var prefixes: Set<FactKey> = []
}
