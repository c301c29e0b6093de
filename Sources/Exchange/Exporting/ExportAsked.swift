public import Ledger
public import Vocabulary

/// What was asked of a ledger and on which state of it the answer stands: the same in every row of an export.
public struct ExportAsked: Sendable {
  /// Valid time; `nil` for events, which have their own.
  public var at: Day?
  /// Known time to the public; `nil` for any.
  public var publishedBy: Day?
  /// The profile; `nil` for events.
  public var profile: String?
  /// `region` or `full`; `nil` for a view that withholds nothing.
  public var disclosure: String?
  /// How many events could be used, and the root of the tree over them.
  public var size: UInt64
  public var root: [UInt8]
  /// The name of the log.
  public var origin: String
  /// The sizes of the signed checkpoints, ascending.
  private let signed: [UInt64]

  /// - Throws: what the log throws.
  public init(
    of ledger: Ledger, size: UInt64, root: [UInt8], at: Day? = nil, publishedBy: Day? = nil, profile: String? = nil,
    disclosure: String? = nil
  ) throws {
    (self.at, self.publishedBy, self.profile, self.disclosure) = (at, publishedBy, profile, disclosure)
    (self.size, self.root, origin) = (size, root, ledger.origin)
    signed = try ledger.checkpoints().map(\.size).sorted()
  }

  /// The cells of the common columns for a row.
  func common(
    events: [UInt64], ids: [String], roots: Int?, grade: String?
  ) -> [ExportCell] {
    let checkpoint = events.max().flatMap { last in signed.first { $0 > last } }
    return [
      .positions(events), .texts(ids), .init(roots.map(Int64.init)), .init(grade), .init(at?.description),
      .init(position: size == 0 ? nil : size - 1), .init(publishedBy?.description), .init(profile),
      .init(disclosure), .text(origin), .init(position: size), .text(hex), .init(position: checkpoint),
    ]
  }

  /// What the head of an export says.
  var head: [(name: String, cell: ExportCell)] {
    [
      ("log", .text(origin)), ("log_size", .init(position: size)), ("log_root", .text(hex)),
      ("as_of", .init(position: size == 0 ? nil : size - 1)), ("at", .init(at?.description)),
      ("published_by", .init(publishedBy?.description)), ("profile", .init(profile)),
      ("disclosure", .init(disclosure)), ("checkpoint", .init(position: signed.first { $0 >= size })),
    ]
  }

  private var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: root.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
