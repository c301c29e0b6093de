internal import Leaf
internal import Vocabulary

/// Reads rows of any table by a mapping.
package final class MappedImporter: Importer {
  package let source: SourceDraft
  private let mapping: ColumnMapping
  private let names: NameBook
  private let rowKey: [Int]
  private let columns: [Int?]
  /// The objects that hold a column: without any cell they are left out, together with their fixed values.
  private let holders: Set<String>

  package init(_ mapping: ColumnMapping, header: [String], names: NameBook) throws(ColumnProblems) {
    self.mapping = mapping
    self.names = names
    source = mapping.source
    var problems: [RowProblem] = []
    func place(_ column: String) -> Int {
      if let found = header.firstIndex(where: { $0.utf8.elementsEqual(column.utf8) }) { return found }
      problems.append(
        RowProblem(
          row: 1, column: column, reason: "the mapping names this column, and the file has none of that name",
          allowed: header.joined(separator: ", "), nearest: Nearest.word(to: column, among: header)))
      return 0
    }
    rowKey = mapping.rowKey.map(place)
    columns = mapping.fields.map { $0.column.map(place) }
    holders = Set(
      mapping.fields.filter { $0.column != nil && $0.path.count > 1 }
        .map { $0.path.dropLast().joined(separator: ".") }.filter { $0 != "payload" && $0 != "said" })
    if !problems.isEmpty { throw ColumnProblems(problems: problems) }
  }

  package func isAside(_ record: TableRecord) -> Bool {
    guard record.number <= 3 else { return false }
    return (0..<record.count).contains { record.cell($0).first == 0x23 }
      && (0..<record.count).allSatisfy { record.cell($0).isEmpty || record.cell($0).first == 0x23 }
  }

  package func key(of record: TableRecord, into key: inout [UInt8]) {
    for (index, column) in rowKey.enumerated() {
      if index > 0 { key.append(0) }
      key += record.cell(column)
    }
  }

  package func write(_ record: TableRecord, to pen: inout DraftPen, _ problems: inout Problems) {
    var root = Value.object([])
    var told: Set<String> = []
    var values: [(path: [String], value: Value, isFixed: Bool)] = []
    for (index, field) in mapping.fields.enumerated() {
      if let value = field.value {
        values.append((field.path, value, true))
      } else if let column = columns[index], let value = read(record, column, field, &problems) {
        values.append((field.path, value, false))
        told.insert(field.path.dropLast().joined(separator: "."))
      }
    }
    for (path, value, isFixed) in values {
      let holder = path.dropLast().joined(separator: ".")
      if isFixed, holders.contains(holder), !told.contains(holder) { continue }
      MappedImporter.put(value, at: path[...], in: &root)
    }
    MappedImporter.close(&root)
    root["kind"] = .string(mapping.kind)
    check(root, record, &problems)
    guard case .object(let members) = root else { return }
    for member in members { pen.member(member.key, member.value.encode()) }
  }

  // MARK: Cells

  private func read(
    _ record: TableRecord, _ column: Int, _ field: ColumnMapping.Field, _ problems: inout Problems
  ) -> Value? {
    let text = record.text(column)
    if record.isEmpty(column) || field.missing.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { return nil }
    if let word = field.words.first(where: { $0.cell.utf8.elementsEqual(text.utf8) }) { return .string(word.word) }
    switch field.type {
    case .text: return .string(text)
    case .integer:
      if let number = record.integer(column) { return .integer(number) }
      problems.add(record, column, "not a whole number", allowed: "a whole number; list words for it under missing")
    case .date:
      if (try? EDTF(text)) != nil { return .string(text) }
      problems.add(record, column, "not a date", allowed: "a date as 2023-06-01 or 2023-06")
    case .dayFirst, .monthFirst:
      if let day = MappedImporter.day(text, isDayFirst: field.type == .dayFirst) { return .string(day) }
      problems.add(record, column, "not a day", allowed: field.type == .dayFirst ? "31/12/2023" : "12/31/2023")
    case .decimal:
      let point = String(text.map { $0 == "," ? "." : $0 })
      if Forms.isDecimal(point.utf8) { return .string(point) }
      problems.add(record, column, "not a decimal number", allowed: "a number as 15.6637")
    case .actor:
      let own = Array("\(source.key):".utf8.prefix(40)) + Slug.of(record.cell(column), limit: 50)
      return .string(
        String(decoding: names.actor(own: own, name: record.cell(column), type: "other"), as: UTF8.self))
    }
    return nil
  }

  /// A day written with slashes, hyphens or dots.
  static func day(_ text: String, isDayFirst: Bool) -> String? {
    let parts = text.split { "/-. ".contains($0) }.compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let (day, month) = isDayFirst ? (parts[0], parts[1]) : (parts[1], parts[0])
    guard (1...31).contains(day), (1...12).contains(month), (1000...9999).contains(parts[2]) else { return nil }
    let written = "\(parts[2])-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    return Day(written) == nil ? nil : written
  }

  // MARK: Fields

  private static func put(_ value: Value, at path: ArraySlice<String>, in object: inout Value) {
    guard let step = path.first else { return }
    guard path.count > 1 else {
      object[step] = value
      return
    }
    var inner = object[step] ?? .object([])
    put(value, at: path.dropFirst(), in: &inner)
    object[step] = inner
  }

  /// Makes lists of objects whose members are numbers, in the order of those.
  private static func close(_ value: inout Value) {
    guard case .object(var members) = value else { return }
    for index in members.indices { close(&members[index].value) }
    if !members.isEmpty, members.allSatisfy({ Int($0.key) != nil }) {
      value = .array(members.sorted { (Int($0.key) ?? 0) < (Int($1.key) ?? 0) }.map(\.value))
    } else {
      value = .object(members)
    }
  }

  /// Checks the draft by the vocabulary; a finding is told with the column that its field comes from.
  private func check(_ root: Value, _ record: TableRecord, _ problems: inout Problems) {
    var draft = root
    // What the import itself adds, and what marks a row as imported.
    draft["said"] = draft["said"] ?? ["report": "#0"]
    draft["original"] = ["header": ["a"], "cells": [""]]
    guard let document = try? Document(draft.encode()) else { return }
    for finding in Checker.check(document, as: .draft) where !finding.isWarning {
      let column = mapping.fields.first { $0.path.joined(separator: ".") == finding.path }?.column
      problems.add(
        RowProblem(
          row: record.number, column: column ?? finding.path, value: finding.value,
          reason: finding.reason.isEmpty ? "refused as \(finding.path): \(finding.problem.rawValue)" : finding.reason,
          allowed: finding.allowed, nearest: finding.nearest))
    }
  }
}
