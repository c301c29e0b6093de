internal import Ledger

/// Timestamps (RFC 3161) over the checkpoints of a bundle: `data/log/timestamps/SIZE.NUMBER.tsr`.
///
/// A token covers the note; a renewal covers the note and the tokens before it. Each is verified with OpenSSL at its own
/// time, with roots that the reader trusts; without them nothing is believed.
extension BundleVerification {
  private static let timestamps = "data/log/timestamps/"
  /// How many there may be, of one checkpoint and at all.
  private static let (tokensOfOne, tokensOfAll) = (32, 1000)

  /// One token as it lies there.
  private struct Stamp {
    var path: String
    var size: Substring
    /// Its number among those of its checkpoint, from 1, and how many of those before it are covered too.
    var number: Int
    var renewed: Int
    var bytes: [UInt8]
    var stamped: [UInt8]
  }

  /// Whether each token is over a checkpoint of the bundle, and whether an authority that the reader believes made it.
  func checkTime() {
    let paths = walk.payload.map(\.path).filter { $0.utf8.starts(with: BundleVerification.timestamps.utf8) }
    guard paths.count <= BundleVerification.tokensOfAll else {
      let what = "there are \(paths.count) timestamps where \(BundleVerification.tokensOfAll) are allowed"
      return fail("time", what, "data/log/timestamps")
    }
    let stamps = stamps(paths)
    guard !stamps.isEmpty else { return }
    guard let roots else {
      return tell(
        .unknown, "time",
        "\(stamps.count) timestamps name checkpoints of this bundle; to believe when they were made, give the "
          + "certificate of an authority that you trust with --root FILE")
    }
    let tokens = stamps.map { stamp in Result { try TimestampToken(stamp.bytes) } }
    for (stamp, token) in zip(stamps, tokens) {
      let later = zip(stamps, tokens).first {
        $0.0.size == stamp.size && $0.0.number > stamp.number && $0.0.renewed >= stamp.number
      }
      judge(stamp, token, renewedAt: (try? later?.1.get())?.time, roots)
    }
  }

  private func judge(
    _ stamp: Stamp, _ token: Result<TimestampToken, any Error>, renewedAt renewal: UInt64?, _ roots: [UInt8]
  ) {
    do {
      let token = try token.get()
      guard token.isOver(stamp.stamped) else {
        return fail("time", "is not over the checkpoint of \(stamp.size)", stamp.path)
      }
      try token.verify(over: stamp.stamped, roots: roots)
      let moment = UTCTime.text(seconds: token.time)
      if let renewal, (try? token.verify(over: stamp.stamped, roots: roots, at: renewal)) == nil {
        let late =
          "existed at \(moment), but was renewed only at \(UTCTime.text(seconds: renewal)), when its chain had ended"
        return tell(.unknown, "time", late, place: stamp.path)
      }
      tell(.ok, "time", "the checkpoint of \(stamp.size) existed at \(moment), unchanged since", place: stamp.path)
    } catch TimestampError.noOpenSSL {
      tell(.unknown, "time", "cannot be verified: \(TimestampError.noOpenSSL)", place: stamp.path)
    } catch { fail("time", Audit.sentence(error), stamp.path) }
  }

  /// The tokens that are over checkpoints of the bundle, in the order of their numbers; the others are told.
  private func stamps(_ paths: [String]) -> [Stamp] {
    var earlier: [Substring: [[UInt8]]] = [:]
    var stamps: [Stamp] = []
    for (path, size) in BundleVerification.inOrder(paths) {
      do throws(BundleFileError) {
        let bytes = try files.require(path, atMost: 100_000)
        guard Decimals.read(size) != nil, let note = try files.bytes("data/log/checkpoints/\(size)") else {
          throw BundleFileError(reason: "is of no checkpoint in this bundle")
        }
        let before = earlier[size] ?? []
        guard before.count < BundleVerification.tokensOfOne else {
          let allowed = BundleVerification.tokensOfOne
          throw BundleFileError(reason: "is one timestamp too many for a checkpoint: \(allowed) are allowed")
        }
        earlier[size, default: []].append(bytes)
        guard let renewed = (0...before.count).first(where: { covers(bytes, note, before.prefix($0)) }) else {
          throw BundleFileError(reason: "is not over the checkpoint of \(size)")
        }
        stamps.append(
          Stamp(
            path: path, size: size, number: before.count + 1, renewed: renewed, bytes: bytes,
            stamped: KeptTimestamp.stamped(note, before.prefix(renewed))))
      } catch { fail("time", error.reason, path) }
    }
    return stamps
  }

  /// Whether the digest of the note and these tokens stands anywhere in a token.
  private func covers(_ token: [UInt8], _ note: [UInt8], _ tokens: ArraySlice<[UInt8]>) -> Bool {
    FileHashes.imprints(of: KeptTimestamp.stamped(note, tokens)).contains { token.contains($0) }
  }

  /// The paths with the size each is of, by size and number; a name without a number comes after those with one.
  private static func inOrder(_ paths: [String]) -> [(path: String, size: Substring)] {
    func key(_ path: String) -> (Substring, UInt64) {
      let parts = path.dropFirst(timestamps.utf8.count).split(separator: ".", omittingEmptySubsequences: false)
      return (parts[0], parts.count > 1 ? Decimals.read(parts[1]) ?? .max : .max)
    }
    return paths.map { ($0, key($0)) }
      .sorted { left, right in
        let (one, other) = (left.1, right.1)
        if one.0 != other.0 { return one.0.utf8.lexicographicallyPrecedes(other.0.utf8) }
        return one.1 != other.1 ? one.1 < other.1 : left.0.utf8.lexicographicallyPrecedes(right.0.utf8)
      }
      .map { ($0.0, $0.1.0) }
  }
}
