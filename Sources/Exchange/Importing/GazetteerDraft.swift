internal import TransparencyLog
internal import Vocabulary

/// The gazetteer that adopts a file of boundaries by its digest.
struct GazetteerDraft {
  let bytes: [UInt8]

  init(_ plan: ImportPlan, property: String) {
    let id = EventID(name: "import/gazetteer/\(plan.dataSet)/\(plan.file.digest.hex)") { Digest.sha256($0).bytes }
    var pen = DraftPen()
    pen.open()
    pen.text("kind", "gazetteer")
    pen.text("id", id.description)
    pen.open("payload")
    pen.text("key", plan.dataSet)
    pen.text("version", plan.request.release ?? "\(plan.earlier.count + 1)")
    pen.text("title", plan.request.title ?? plan.defaultTitle)
    pen.text("evidence", plan.file.packedDigest.hex)
    pen.text("property", property)
    if let url = plan.request.url { pen.text("url", url) }
    pen.close()
    pen.close()
    bytes = pen.bytes
  }
}
