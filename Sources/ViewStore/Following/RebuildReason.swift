/// Why views were built anew instead of being followed up.
public enum RebuildReason: Equatable, Sendable {
  /// There were none.
  case missing
  /// Somebody asked for it.
  case asked
  /// So much is missing that building anew is quicker.
  case farBehind
  /// The file was made by a program with other tables.
  case otherFormat
  /// The file was made with another vocabulary.
  case otherVocabulary
  /// These projections changed, appeared or went away.
  case otherProjections([String])
  /// The log has fewer events than the views had followed: it was rolled back, or restored from a copy.
  case logShorter(followed: UInt64, size: UInt64)
  /// The first events of the log are not those that the views had followed.
  case logDiffers(followed: UInt64)
  /// The file could not be read.
  case damaged(String)

  /// Whether a person should hear of it: the log is not what it was, or the file was damaged.
  public var isAlarming: Bool {
    switch self {
    case .logShorter, .logDiffers, .damaged: true
    default: false
    }
  }

  /// What a person should read.
  public var message: String {
    switch self {
    case .missing: "there were no views yet; they were built"
    case .asked: "the views were rebuilt"
    case .farBehind: "the views were far behind and were built anew"
    case .otherFormat: "the views were made by another version of Daybook and were rebuilt"
    case .otherVocabulary: "the vocabulary changed; the views were rebuilt"
    case .otherProjections(let names):
      "the projections \(names.joined(separator: ", ")) changed; the views were rebuilt"
    case .logShorter(let followed, let size):
      "the log holds \(size) events where the views had seen \(followed): it was rolled back or restored from an older "
        + "copy; the views were rebuilt from what is there. `daybook audit --against` a newer checkpoint tells more"
    case .logDiffers(let followed):
      "the first \(followed) events of the log are not those the views had seen: it was altered or exchanged; the views "
        + "were rebuilt from what is there. `daybook audit` tells more"
    case .damaged(let reason): "the views could not be read (\(reason)) and were rebuilt"
    }
  }
}
