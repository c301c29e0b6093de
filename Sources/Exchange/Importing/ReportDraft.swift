internal import TransparencyLog
internal import Vocabulary

/// The report of an import: the file, its digest, and what its cells do not tell of its bytes.
struct ReportDraft {
  let bytes: [UInt8]

  init(_ plan: ImportPlan, id: EventID, day: String) throws(ExchangeError) {
    var pen = DraftPen()
    pen.open()
    pen.text("id", id.description)
    pen.text("kind", "report")
    if let last = plan.earlier.last {
      pen.open("refs", "[")
      pen.open()
      pen.text("rel", "supersedes")
      pen.text("event", "#\(last.position)")
      pen.close()
      pen.close("]")
    }
    pen.open("payload")
    pen.text("source", plan.source.key)
    pen.text("title", plan.request.title ?? plan.defaultTitle)
    if let published = plan.request.published { pen.text("published", published) }
    pen.text("accessed", day)
    if let url = plan.request.url { pen.text("url", url) }
    pen.text("evidence", plan.file.packedDigest.hex)
    pen.text("media_type", plan.file.isPacked ? "application/gzip" : plan.form.mediaType)
    pen.open("table")
    ReportDraft.write(plan, to: &pen)
    pen.close()
    pen.close()
    pen.close()
    guard pen.count < 64_000 else {
      throw .unfit(
        "\(plan.file.path): what is not in its rows (header, tags, blank lines, order) takes \(pen.count) bytes, "
          + "more than one event can hold; take blank lines and remarks out of a copy of the file")
    }
    bytes = pen.bytes
  }

  private static func write(_ plan: ImportPlan, to pen: inout DraftPen) {
    pen.text("data_set", plan.dataSet)
    pen.text("format", plan.request.format.rawValue)
    if let release = plan.request.release { pen.text("release", release) }
    pen.text("sha256", plan.file.digest.hex)
    pen.integer("bytes", Int64(clamping: plan.file.size))
    pen.integer("rows", Int64(plan.summary.rows))
    plan.form.write(to: &pen)
    if let mapping = plan.request.mapping { pen.text("mapping", mapping.key) }
    guard !plan.asides.isEmpty else { return writeOrder(plan, to: &pen) }
    pen.open("asides", "[")
    for aside in plan.asides {
      pen.open()
      pen.integer("row", Int64(aside.number))
      pen.open("cells", "[")
      for cell in aside.cells { pen.text(nil, cell) }
      pen.close("]")
      if !aside.layout.isEmpty { pen.text("layout", aside.layout) }
      pen.close()
    }
    pen.close("]")
    writeOrder(plan, to: &pen)
  }

  private static func writeOrder(_ plan: ImportPlan, to pen: inout DraftPen) {
    if let order = plan.order, !order.isEmpty { pen.text("order", order) }
  }
}

extension ImportPlan {
  /// The name of the file without its folders.
  var defaultTitle: String {
    let name = file.name.split(separator: "/").last.map(String.init) ?? file.name
    return name.isEmpty ? dataSet : name
  }
}
