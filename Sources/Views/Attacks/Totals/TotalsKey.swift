/// Where a line stands: its group, then its form.
struct TotalsKey: Hashable {
  let group: String
  let form: String

  init(_ group: String, _ form: String) {
    self.group = group
    self.form = form
  }

  private var order: Int { ["single", "pattern", "unstated"].firstIndex(of: form) ?? 3 }

  static func precedes(_ left: TotalsKey, _ one: Totals.Line, _ right: TotalsKey, _ other: Totals.Line) -> Bool {
    if left.group != right.group { return Verbatim(left.group) < Verbatim(right.group) }
    if left.order != right.order { return left.order < right.order }
    return (one.period ?? "", one.place ?? "", one.body ?? "", one.events.first ?? 0)
      < (other.period ?? "", other.place ?? "", other.body ?? "", other.events.first ?? 0)
  }
}
