internal import TransparencyLog

/// Whom a reader believes: keys of logs that were named one by one, and a policy with more of them and with witnesses.
struct BundleTrust {
  /// Keys of logs that stand in no policy; a seal may be signed by any of them too.
  var keys: [VerifierKey] = []
  var policy: TrustPolicy?
  /// Whether the reader brought all this, or it was taken from the bundle.
  var isReaders = true

  /// The keys of logs, each once.
  var logs: [VerifierKey] { keys + (policy?.logs.map(\.key).filter { !keys.contains($0) } ?? []) }

  /// The keys of witnesses.
  var witnesses: [VerifierKey] { policy?.witnessKeys ?? [] }
}
