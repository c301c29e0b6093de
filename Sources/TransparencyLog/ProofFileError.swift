/// Why a `.tlog-proof` file is refused.
public enum ProofFileError: Error, Equatable, Sendable {
  /// The first line is not `c2sp.org/tlog-proof@v1`.
  case noHeader
  /// The line `extra` is not canonical Base64.
  case badExtra
  /// There is no line `index` with a decimal number where one is due.
  case badIndex
  /// The hash with this number, from 1, is not canonical Base64 of 32 bytes.
  case badHash(number: Int)
  /// There are more than the 64 hashes that any tree needs.
  case tooManyHashes
  /// Nothing follows the hashes and a blank line.
  case noCheckpoint
  /// The checkpoint is refused.
  case checkpoint(CheckpointError)
  /// The hashes do not lead from the leaf to the root of the checkpoint.
  case tree(TreeError)
}
