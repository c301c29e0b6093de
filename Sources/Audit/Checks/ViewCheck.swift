/// The views rebuilt from the log beside the live ones, and compared by digest.
enum ViewCheck: AuditCheck {
  static let name = "views"
  static let promise = "every view holds what a replay of the log gives"

  static func run(_ audit: Audit, into report: inout AuditReport) throws {
    guard let views = audit.views else {
      report.add(Finding(.ok, check: name, "no views are kept here; `daybook replay` builds them from the log"))
      return
    }
    let followed = try views.followed()
    var isClean = true
    for (view, live, rebuilt) in try views.compared() where live != rebuilt {
      isClean = false
      report.add(
        Finding(
          .fail, check: name, "differs from a replay of the log; `daybook replay` makes it anew", place: "view \(view)")
      )
    }
    if isClean {
      report.add(Finding(.ok, check: name, "the views equal a replay of the first \(followed) events"))
    }
  }
}
