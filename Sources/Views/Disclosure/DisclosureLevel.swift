/// How exactly an answer may show conflict-related sexual violence.
///
/// Who survived it can be found by a village and a day. So nothing is shown that is more exact than the public level
/// allows, unless somebody asks for it in so many words; every answer that it touches says at which level it was shown.
public enum DisclosureLevel: String, Hashable, Sendable, CaseIterable {
  /// For the public: no place below the first-level region, no date finer than the month, and none of the words, titles
  /// and reasons in which a source or a recorder may have named either.
  case region
  /// As recorded, for those who may see it.
  case full
}
