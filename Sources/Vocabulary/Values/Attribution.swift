public import Leaf

/// Who says so, where, and how strongly.
///
/// The chain runs from the nearest source to the origin; ten outlets that relay one report are one root.
public struct Attribution: Sendable {
  public static let shape = Shape(
    "said", "Who says so, where, and how strongly.", rules: [.anyOf(["report", "chain"])],
    [
      .may("report", .event, "The report that says it."),
      .may("locator", .object(Locator.shape), "Where in the report."),
      .may("quote", .text, "The words, briefly."),
      .may("language", .form(.language), "The language of the quote."),
      .may("chain", .list(.object(ChainLink.shape), least: 1), "From the nearest source to the origin."),
      .may("holder", .text, "Who believes it, when not the one who reports it."),
      .may("strength", .code(.strength), "How strongly the document says it."),
      .may("derivation", .code(.derivation), "Stated, or inferred by the recorder."),
      .may("fidelity", .code(.fidelity), "How it compares with what it relays."),
    ])

  private let fields: Element

  public init(_ fields: Element) { self.fields = fields }

  /// Where in the report.
  public var locator: Locator? { fields.child("locator").map(Locator.init) }

  /// The words, briefly.
  public var quote: String? { fields.text("quote") }

  /// The language of the quote.
  public var language: String? { fields.text("language") }

  /// From the nearest source to the origin.
  public var chain: [ChainLink] { fields.children("chain").map(ChainLink.init) }

  /// Who believes it, when not the one who reports it.
  public var holder: String? { fields.text("holder") }

  /// How strongly the document says it.
  public var strength: Strength? { fields.code("strength") }

  /// Stated, or inferred by the recorder.
  public var derivation: Derivation? { fields.code("derivation") }

  /// How it compares with what it relays.
  public var fidelity: Fidelity? { fields.code("fidelity") }

  /// How strongly a document says something.
  public enum Strength: String, ClosedCode {
    case fact
    case attributed
    case belief
    case call
    case voice

    public static let list = CodeListName.strength
  }

  /// How a statement compares with what it relays.
  public enum Fidelity: String, ClosedCode {
    case verbatim
    case paraphrase
    case altered
    case notCompared = "not-compared"

    public static let list = CodeListName.fidelity
  }

  /// The report that says it.
  public var report: EventRef? { fields.child("report").flatMap(EventRef.init) }

  /// The position of the report that says it; cheaper than `report`, whose leaf hash is a text.
  public var reportPosition: UInt64? {
    guard let report = fields.child("report"), report.child("leaf") != nil else { return nil }
    return report.number("seq").flatMap(UInt64.init(exactly:))
  }

  /// The last link of the chain: where the information comes from, as far as the document tells.
  public var origin: ChainLink? { fields.child("chain")?.last.map(ChainLink.init) }
}
