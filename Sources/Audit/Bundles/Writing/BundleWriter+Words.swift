internal import Ledger
internal import TransparencyLog
internal import Vocabulary

/// What a person reads first, and what catalogues read.
extension BundleWriter {
  private var date: String { String(UTCTime.text(milliseconds: now).prefix(10)) }

  private var title: String {
    order.positions == nil
      ? "All \(checkpoint.size) events of \(ledger.origin)"
      : "\(receipt.events) of \(checkpoint.size) events of \(ledger.origin)"
  }

  /// The lines of `bag-info.txt`.
  var info: [(label: String, value: String)] {
    var lines = [
      ("External-Identifier", "\(ledger.origin)/\(checkpoint.size)"), ("External-Description", title),
      ("Bagging-Date", date), ("Bag-Software-Agent", "daybook"),
      ("Daybook-Bundle", order.positions == nil ? "full" : "selected"), ("Daybook-Root", checkpoint.root.hex),
    ]
    if !order.selection.isEmpty {
      lines.append(("Daybook-Selection", order.selection.replacing("\n", with: " ")))
    }
    return lines
  }

  /// `ro-crate-metadata.json` (RO-Crate 1.1).
  var crate: String {
    var parts: [(id: String, type: String, name: String, format: String?)] = [
      ("log/checkpoint", "File", "The signed checkpoint", "text/plain"),
      ("prov/prov.json", "File", "The provenance of the events, PROV-JSON", "application/json"),
      ("prov/prov.provn", "File", "The provenance of the events, PROV-N", "text/provenance-notation"),
      ("disclosures.jsonl", "File", "The protected values that this reader may see", "application/jsonl"),
      ("trust/policy.txt", "File", "A copy of the public keys, for reading only", "text/plain"),
      ("verify.py", "File", "Checks the bundle on the standard library of Python", "text/x-python"),
    ]
    if order.positions != nil { parts.append(("events/", "Dataset", "The selected events", nil)) }
    if receipt.originals > 0 { parts.append(("evidence/", "Dataset", "Originals under their SHA-256", nil)) }
    parts += order.tables.map { ("views/" + $0.file, "File", "daybook " + $0.question, "text/csv") }
    let root: JSONText = .object([
      ("@id", .string("./")), ("@type", .string("Dataset")), ("name", .string(title)),
      (
        "description",
        .string("An audit bundle: signed events of a ledger of armed-conflict incidents, with what checks them offline")
      ), ("datePublished", .string(date)), ("license", .object([("@id", .string("#terms"))])),
      ("hasPart", .array(parts.map { .object([("@id", .string($0.id))]) })),
    ])
    let descriptor: JSONText = .object([
      ("@id", .string("ro-crate-metadata.json")), ("@type", .string("CreativeWork")),
      ("conformsTo", .object([("@id", .string("https://w3id.org/ro/crate/1.1"))])),
      ("about", .object([("@id", .string("./"))])),
    ])
    let terms: JSONText = .object([
      ("@id", .string("#terms")), ("@type", .string("CreativeWork")), ("name", .string("As agreed with the owner")),
      ("description", .string("Ask whoever gave you this bundle what you may do with it.")),
    ])
    let listed = parts.map { part -> JSONText in
      .object(
        [("@id", .string(part.id)), ("@type", .string(part.type)), ("name", .string(part.name))]
          + (part.format.map { [("encodingFormat", .string($0))] } ?? []))
    }
    return JSONText.object([
      ("@context", .string("https://w3id.org/ro/crate/1.1/context")),
      ("@graph", .array([descriptor, root, terms] + listed)),
    ]).pretty
  }

  /// `README.txt`, for somebody who has never heard of any of this.
  var readme: String {
    """
    \(title)
    Put together on \(date) from the log \(ledger.origin).

    WHAT THIS IS
    \(order.positions == nil ? BundleWriter.full : BundleWriter.selected)
    The entries are the words of people and organisations as they were recorded. That an entry is here says that
    somebody recorded it, not that it is true.

    HOW TO CHECK IT
    You need Python 3.8 or later, nothing else, and no network:

        python3 data/verify.py --key 'THE KEY'

    THE KEY is the public key of the log. Ask for it somewhere else than in this folder: from the office that keeps the
    log, in its letter to you, on its web site. It looks like
        \((try? ledger.keys.verifier().description) ?? "name+id+key")
    Whoever forged this folder could have put a key of their own here, so compare it with what they tell you.
    If you have a later signed checkpoint of the log (a small text file), add:  --against FILE

    THE ANSWER
    OK        checked, and it holds.
    WITHHELD  it holds; something is kept from you (a protected name, an original), and its digest stands in its place.
    UNKNOWN   cannot be decided from what is here; the line says what is missing.
    FAIL      something was altered, removed or added; the line names the entry or the file.
    The last line is the gravest of them all.

    WHAT IT PROVES
    With the key of the log: these entries are, byte for byte and in this order, those that the log signed; none was
    changed since the checkpoint was signed. With timestamps or witnesses: the log existed in this form at that time.
    With the originals: the files are those that were hashed when they were kept.

    WHAT IT CANNOT PROVE
    That an entry is true. That a web site really served a page, or that a photograph shows what is said: nobody can
    prove that afterwards. That nothing was left out before it was recorded. Without a later checkpoint from elsewhere:
    that no later entries existed when this was put together.

    WHAT LIES WHERE
    data/log/          the signed checkpoint, older ones, and the entries with their hashes (C2SP tlog-tiles)
    data/events/       the selected entries, if this is a selection
    data/proofs/       proofs of single entries (C2SP tlog-proof)
    data/disclosures.jsonl  protected values that you may see (SD-JWT disclosures, RFC 9901)
    data/evidence/     originals, each under its SHA-256
    data/prov/         who recorded what from what (W3C PROV)
    data/views/        tables drawn from the entries
    data/trust/        a copy of the public keys, for reading only
    manifest-*.txt     what is in the folder (BagIt 1.0, RFC 8493); seal.note: who sealed it

    """
  }

  private static let full = """
    A complete copy of a ledger of armed-conflict incidents as far as it was signed: every entry, with the means to check
    that none was changed, moved or taken out.
    """
  private static let selected = """
    Some entries of a ledger of armed-conflict incidents, each with a proof that it stands in the signed log. Whether other
    entries bear on them cannot be told from a selection; a full bundle can show that.
    """

  private var now: Int64 { ledger.milliseconds }
}
