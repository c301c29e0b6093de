internal import Leaf
internal import TransparencyLog
internal import Vocabulary

/// The policy that keeps how the columns of a data set were read.
struct PolicyDraft {
  let id: EventID
  let bytes: [UInt8]

  init(_ mapping: ColumnMapping) {
    let settings = mapping.document.encode()
    id = EventID(name: "import/mapping/" + Digest.sha256(settings).hex) { Digest.sha256($0).bytes }
    var pen = DraftPen()
    pen.open()
    pen.text("kind", "policy")
    pen.text("id", id.description)
    pen.open("payload")
    pen.text("subject", "mapping")
    pen.text("key", mapping.key)
    pen.json("settings", settings)
    pen.close()
    pen.close()
    bytes = pen.bytes
  }
}
