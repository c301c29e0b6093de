/// Which logs a reader knows, which witnesses, and how many of them must have cosigned (C2SP tlog-policy).
///
/// For example two of three organisations:
///
///     log example.org/mali+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
///     witness ngo witness.example.net/ngo+…
///     witness press witness.example.com/press+…
///     witness court witness.example.org/court+…
///     group outside 2 ngo press court
///     quorum outside
public struct TrustPolicy: Sendable, Equatable {
  /// A log, with where it is asked.
  public struct Log: Sendable, Equatable {
    /// Its key; the name of the key is the origin of the log.
    public let key: VerifierKey
    /// Where to reach it.
    public let url: String?
  }

  /// A witness, with where it is asked.
  public struct Witness: Sendable, Equatable {
    /// Its name within the policy.
    public let name: String
    /// Its key, of type 0x04.
    public let key: VerifierKey
    /// Its submission prefix.
    public let url: String?
  }

  /// So many of the members must have witnessed.
  struct Group: Sendable, Equatable {
    var threshold: Int
    var members: [[UInt8]]
  }

  /// The logs, in the order of the file.
  public internal(set) var logs: [Log] = []
  /// The witnesses, in the order of the file.
  public internal(set) var witnesses: [Witness] = []
  /// Witnesses and groups by their names, which are opaque octets.
  var named: [[UInt8]: Group] = [:]
  /// What must have witnessed; `nil` for `none`.
  var quorum: [UInt8]?

  init() {}

  /// The keys of the witnesses.
  public var witnessKeys: [VerifierKey] { witnesses.map(\.key) }

  /// Whether the policy asks for any cosignature at all.
  public var asksForWitnesses: Bool { quorum != nil }

  /// Whether a checkpoint that these keys have cosigned is strong enough.
  public func isQuorum(_ cosigners: some Sequence<VerifierKey>) -> Bool {
    guard let quorum else { return true }
    let present = Set(cosigners)
    return hasWitnessed(quorum, Set(witnesses.filter { present.contains($0.key) }.map { [UInt8]($0.name.utf8) }))
  }

  private func hasWitnessed(_ name: [UInt8], _ present: Set<[UInt8]>) -> Bool {
    // A group holds only names defined before it, so this ends.
    guard let group = named[name] else { return present.contains(name) }
    return group.members.count { hasWitnessed($0, present) } >= group.threshold
  }

  /// The quorum in words: `2 of ngo, press, court`.
  public var quorumText: String {
    guard let quorum else { return "none" }
    guard let group = named[quorum] else { return String(decoding: quorum, as: UTF8.self) }
    return text(of: group)
  }

  private func text(of group: Group) -> String {
    let members = group.members.map { name in
      named[name].map { "(\(text(of: $0)))" } ?? String(decoding: name, as: UTF8.self)
    }
    return "\(group.threshold) of " + members.joined(separator: ", ")
  }

  /// Verifies a checkpoint: signed by one of the logs, and cosigned by a quorum.
  public func verify(_ note: [UInt8]) throws(PolicyError) -> SignedCheckpoint {
    let signed: SignedCheckpoint
    do throws(CheckpointError) {
      let origin = try Checkpoint(text: TrustPolicy.text(of: note)).origin
      let keys = logs.map(\.key).filter { $0.name.utf8.elementsEqual(origin.utf8) }
      signed = try Checkpoint.open(note, origin: origin, logKeys: keys, witnesses: witnessKeys)
    } catch { throw .checkpoint(error) }
    guard isQuorum(signed.cosignatures.map(\.key)) else { throw .noQuorum(asked: quorumText) }
    return signed
  }

  private static func text(of note: [UInt8]) throws(CheckpointError) -> [UInt8] {
    do throws(NoteError) { return try Note(note).text } catch { throw .note(error) }
  }
}
