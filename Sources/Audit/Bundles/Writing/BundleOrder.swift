public import Ledger
public import TransparencyLog

/// What a bundle shall hold.
public struct BundleOrder {
  /// A table drawn from a view.
  public struct Table {
    /// The name of its file, for example `control.csv`.
    public var file: String
    /// The question in words of the command line.
    public var question: String
    /// Draws the CSV, of which it gives piece after piece, and answers how many rows there are; called once.
    public var draw: (_ write: ([UInt8]) throws -> Void) throws -> UInt64

    /// A table.
    public init(
      file: String, question: String, draw: @escaping (_ write: ([UInt8]) throws -> Void) throws -> UInt64
    ) {
      self.file = file
      self.question = question
      self.draw = draw
    }
  }

  /// The events of a selected bundle, in order; `nil` is every event, so that completeness can be proved.
  public var positions: [UInt64]?
  /// How they were selected, in words of the command line.
  public var selection = ""
  /// Events that get a proof file of their own in a full bundle; a selected one proves each of its events.
  public var proofs: [UInt64] = []
  /// The disclosures that the reader of this bundle may see, by event.
  public var disclosures: [UInt64: [String]] = [:]
  /// Whether originals come along.
  public var holdsOriginals = true
  /// Tables of views.
  public var tables: [Table] = []
  /// Lines of a C2SP tlog-policy for witnesses, after those for the log's keys; one of them says the quorum.
  public var policy = ["quorum none"]
  /// Public keys of the log besides the present one.
  public var otherKeys: [VerifierKey] = []
  /// Whether the bundle is sealed, where a key of the log is held.
  public var isSealed = true
  /// Asked for when that key is sealed with a passphrase.
  public var passphrase: Passphrase?
  /// `verify.py`.
  public var reader: [UInt8]

  /// An order for a full bundle.
  public init(reader: [UInt8]) { self.reader = reader }
}

/// What was written.
public struct BundleReceipt: Equatable, Sendable {
  /// How many events its checkpoint signs, and how many of them are in it.
  public var size: UInt64
  public var events: UInt64
  /// The payload.
  public var files: Int
  public var bytes: UInt64
  /// How many originals are in it, and how many are named and not kept here.
  public var originals: Int
  public var absentOriginals: Int
  /// How many protected values it shows.
  public var values: Int
  /// The files of the tables that have no row.
  public var emptyTables: [String]
  /// Whether the key of the log sealed it.
  public var isSealed: Bool
}
