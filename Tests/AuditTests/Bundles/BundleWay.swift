import Audit
import Leaf
import Ledger
import Testing

/// One way to falsify a bundle, what must be said of it, and where.
struct BundleWay: CustomTestStringConvertible, Sendable {
  /// What is done after the change.
  enum Repair: Sendable {
    /// Nothing: the manifests give the change away too.
    case none
    /// Manifests, sum and tag manifests are made to fit, as anybody can; the seal cannot be.
    case manifests
  }

  /// Which bundle is falsified.
  enum Kind: Sendable { case full, selected }

  var testDescription: String
  var kind = Kind.full
  var repair = Repair.manifests
  /// Falsifies the copy; or, when told so, does the same work without falsifying anything.
  var apply: @Sendable (BundleCopy, _ isControl: Bool) throws -> Void
  var verdict = Verdict.fail
  var check: String
  var place: String

  /// A way that does some work, of which its control does as much as falsifies nothing.
  static func work(
    _ description: String, of kind: Kind = .full, repair: Repair = .manifests, is verdict: Verdict = .fail,
    _ check: String, _ place: String, _ apply: @escaping @Sendable (BundleCopy, Bool) throws -> Void
  ) -> BundleWay {
    BundleWay(
      testDescription: description, kind: kind, repair: repair, apply: apply, verdict: verdict, check: check,
      place: place)
  }

  /// A way that changes the bytes of one file; its control writes the same bytes anew.
  static func bytes(
    _ description: String, of kind: Kind = .full, repair: Repair = .manifests, is verdict: Verdict = .fail,
    _ check: String, _ place: String, in file: String, _ change: @escaping @Sendable (inout [UInt8]) -> Void
  ) -> BundleWay {
    work(description, of: kind, repair: repair, is: verdict, check, place) { copy, isControl in
      if isControl { try copy.write(file, copy.read(file)) } else { try copy.change(file, change) }
    }
  }

  /// A way that replaces a text in one file; its control writes the same text anew.
  static func text(
    _ description: String, of kind: Kind = .full, repair: Repair = .manifests, is verdict: Verdict = .fail,
    _ check: String, _ place: String, in file: String, _ old: String, becomes new: String
  ) -> BundleWay {
    work(description, of: kind, repair: repair, is: verdict, check, place) { copy, isControl in
      try copy.replace(file, old, with: isControl ? old : new)
    }
  }

  /// A way that only makes a change; its control makes none.
  static func only(
    _ description: String, of kind: Kind = .full, repair: Repair = .manifests, is verdict: Verdict = .fail,
    _ check: String, _ place: String, only change: @escaping @Sendable (BundleCopy) throws -> Void
  ) -> BundleWay {
    work(description, of: kind, repair: repair, is: verdict, check, place) { copy, isControl in
      if !isControl { try change(copy) }
    }
  }

  static let all = entries + checkpoints + proofs + values + bags + seals + keys
}
