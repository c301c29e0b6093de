import Leaf
import Ledger
import TransparencyLog
import ViewStore
import Views
import Vocabulary

/// What a person or program is told after an append.
struct Receipt {
  private let appended: Appended
  private let isRehearsal: Bool
  private let leaf: [UInt8]?
  private let ledger: Ledger

  /// - Parameter leaf: the leaf, when there was one draft.
  init(_ appended: Appended, isRehearsal: Bool = false, leaf: [UInt8]? = nil, in ledger: Ledger) {
    self.appended = appended
    self.isRehearsal = isRehearsal
    self.leaf = leaf
    self.ledger = ledger
  }

  func print(_ format: TextFormat, _ output: inout Output) {
    note()
    if format == .table { text(&output) } else { output.line(String(decoding: json.encode(), as: UTF8.self)) }
  }

  private var receipt: AppendReceipt { appended.receipt }

  private func text(_ output: inout Output) {
    if let leaf {
      one(leaf, &output)
    } else {
      output.line(sentence)
    }
    if let destruction = appended.destruction { output.line(Destroyed.sentence(destruction)) }
    if isRehearsal {
      output.line("Nothing was appended: this was a dry run.")
    } else if !receipt.appended.isEmpty {
      output.line("The ledger has \(Progress.grouped(receipt.size)) events. To sign them: daybook checkpoint")
    }
  }

  private func one(_ leaf: [UInt8], _ output: inout Output) {
    let position = receipt.position(ofDraft: 0)
    let verb = isRehearsal ? "Would append" : receipt.known.isEmpty ? "Appended" : "There already:"
    output.line("\(verb) event #\(position)")
    if let event = (try? Document(leaf, as: .trusted)).map(Event.init) {
      output.line("  \(TextWidth.safe(event.summary(shown: .region, in: ledger)))")
      output.line("  id    \(event.id?.description ?? "")")
    }
    output.line("  leaf  \(Digest.leaf(leaf).hex)")
    if isRehearsal { output.line("  \(String(decoding: leaf, as: UTF8.self))") }
  }

  private var sentence: String {
    let new = receipt.appended
    var parts: [String] = []
    if !new.isEmpty {
      let count = Progress.grouped(UInt64(new.count))
      let place = new.count == 1 ? "event, #\(new.lowerBound)" : "events, #\(new.lowerBound) to #\(new.upperBound - 1)"
      parts.append("\(isRehearsal ? "Would append" : "Appended") \(count) \(place).")
    }
    if !receipt.known.isEmpty {
      parts.append("\(Progress.grouped(UInt64(receipt.known.count))) were there already.")
    }
    return parts.isEmpty ? "There was nothing to append." : parts.joined(separator: " ")
  }

  /// Its schema is `output_receipt.json`: every member is always there, and null where it says nothing.
  private var json: Value {
    let new = receipt.appended
    var value: Value = [
      "dry_run": .boolean(isRehearsal), "drafts": .integer(Int64(receipt.count)),
      "new": .integer(Int64(new.count)), "known": .integer(Int64(receipt.known.count)),
      "size": .integer(Int64(receipt.size)), "root": .string(receipt.root.hex),
      "first": new.isEmpty ? .null : .integer(Int64(new.lowerBound)),
      "last": new.isEmpty ? .null : .integer(Int64(new.upperBound - 1)), "event": .null, "destroyed": .null,
    ]
    if let leaf, let event = (try? Document(leaf, as: .trusted)).map(Event.init) {
      value["event"] = .object([
        .init("position", .integer(Int64(receipt.position(ofDraft: 0)))),
        .init("id", .string(event.id?.description ?? "")), .init("leaf", .string(Digest.leaf(leaf).hex)),
      ])
    }
    if let destruction = appended.destruction {
      value["destroyed"] = Self.json(destruction)
    }
    return value
  }

  /// What was destroyed, for a program; also what `redact --finish` prints.
  static func json(_ destruction: Ledger.Destruction) -> Value {
    [
      "values": .integer(Int64(destruction.values)), "keys": .integer(Int64(destruction.keys)),
      "resealed": .integer(Int64(destruction.resealed)), "purged": .boolean(destruction.isPurged),
    ]
  }

  /// Tells of words that are in no list; they are kept.
  private func note() {
    let words = appended.unlisted.sorted { ($0.key.field, $0.key.word) < ($1.key.field, $1.key.word) }
    for (unlisted, count) in words {
      let times = count == 1 ? "" : " (\(count) times)"
      let nearest = unlisted.nearest.map { "; did you mean \($0)?" } ?? ""
      Descriptor.error.say(
        "daybook: note: \(unlisted.field): \(TextWidth.safe(unlisted.word)): in no list, kept and flagged\(times)\(nearest)"
      )
    }
  }
}
