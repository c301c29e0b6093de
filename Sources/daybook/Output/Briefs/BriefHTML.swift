import ViewStore
import Views

/// A situation report as one HTML file without scripts, pictures from elsewhere or links out of it but those of reports.
struct BriefHTML {
  let document: BriefDocument

  func write(to output: inout Output) {
    output.line("<!DOCTYPE html>")
    output.line("<html lang=\"en\"><head><meta charset=\"utf-8\">")
    output.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    output.line("<title>\(SVG.escaped(document.title))</title>")
    output.line("<style>\(Self.style)</style></head><body>")
    output.line("<h1>\(SVG.escaped(document.title))</h1>")
    output.line("<dl class=\"head\">")
    for (name, value) in document.head {
      let text = SVG.escaped(value)
      output.line(
        "<dt>\(name)</dt><dd>\(name == "Made by" || name == "Checkpoint" ? "<code>\(text)</code>" : text)</dd>")
    }
    output.line("</dl>")
    if let map = document.map { output.line("<figure>\(map)</figure>") }
    for section in document.brief.sections {
      output.line("<section><h2>\(SVG.escaped(section.heading))</h2>")
      write(section.sentences, to: &output)
      output.line("</section>")
    }
    writeNotes(to: &output)
    output.line("</body></html>")
  }

  private func write(_ sentences: [Brief.Sentence], to output: inout Output) {
    output.line("<ul>")
    for sentence in sentences {
      let strength = sentence.strength.flatMap { $0.isEmpty ? nil : " <span>\(SVG.escaped($0))</span>" } ?? ""
      let notes = sentence.notes.map { "<a href=\"#e\($0)\">\($0)</a>" }.joined(separator: ", ")
      output.write("<li>\(SVG.escaped(sentence.text))\(strength)\(notes.isEmpty ? "" : "<sup>\(notes)</sup>")")
      if !sentence.beneath.isEmpty {
        output.line()
        write(sentence.beneath, to: &output)
      }
      output.line("</li>")
    }
    output.line("</ul>")
  }

  private func writeNotes(to output: inout Output) {
    output.line("<section><h2>Events, sources and where they say so</h2><dl class=\"notes\">")
    for event in document.brief.events.sorted() {
      let parts = document.reading.exhibits[event].map { BriefNote($0).parts } ?? ["#\(event)"]
      output.line(
        "<dt id=\"e\(event)\">\(event)</dt><dd>\(parts.map(SVG.escaped).joined(separator: " · "))</dd>")
    }
    output.line("</dl></section>")
  }

  private static let style = """
    body{font:16px/1.5 Georgia,serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}\
    h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #999}\
    dl.head{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;font-size:.85rem}\
    dl.head dt,dl.notes dt{font-weight:bold}dl.head dd,dl.notes dd{margin:0;overflow-wrap:anywhere}\
    dl.notes{display:grid;grid-template-columns:max-content 1fr;gap:.3rem .8rem;font-size:.78rem}\
    dl.notes dt:target,dl.notes dt:target+dd{background:#ffe9a8}\
    li{margin:.35rem 0}li span{color:#555;font-size:.85rem}li span::before{content:"("}li span::after{content:")"}\
    sup a{text-decoration:none;color:#0b5394}code{font-size:.8rem;overflow-wrap:anywhere}figure{margin:1rem 0}\
    figure svg{max-width:100%;height:auto}@media print{body{max-width:none}section{break-inside:auto}}
    """
}
