import Vocabulary

/// The rows about one provision, and the row of the agreement itself.
struct AgreementRows {
  private let agreement: String
  private let provision: Verbatim
  private let evidence: AgreementEvidence
  private let day: Day
  private let references: References
  private let statements: [AgreementStatement]
  private let life: AgreementLife

  init(
    _ agreement: String, _ provision: Verbatim, _ evidence: AgreementEvidence, on day: Day, _ references: References
  ) {
    (self.agreement, self.provision, self.evidence) = (agreement, provision, evidence)
    (self.day, self.references) = (day, references)
    statements = evidence.statements.filter { $0.provision == provision }
    life = AgreementLife(statements, on: day)
  }

  /// One row for each monitor and scale; a provision of which only steps are told has one row without a monitor.
  var rows: [Row] {
    let statuses = ProvisionStatus.all(statements, on: day)
    guard !statuses.isEmpty else { return provision == AgreementEvidence.whole ? [] : [withoutMonitor] }
    return statuses.map { status in
      let mine = statements.filter {
        $0.isStatus && Verbatim($0.monitor) == Verbatim(status.monitor) && Verbatim($0.scale) == Verbatim(status.scale)
      }
      let events = Set(mine.map(\.event))
      let blockers = evidence.blockers.filter { events.contains($0.about.event) }
      var row = Row(key: [agreement, provision.text, status.monitor, status.scale].joined(separator: "/"), cells: [])
      row.cells =
        head(status.monitor, status.scale, status.status ?? (status.score == nil ? "not stated" : nil), status.score)
        + [Cell(status.since), Cell(status.when), Cell(status.lastWord), .list(status.possible)]
        + tail(blockers, isOfProvision: provision != AgreementEvidence.whole)
      row.because = status.because
      if provision != AgreementEvidence.whole { row.because += life.because }
      row.against = status.against
      row.ignore(status.ignored)
      return finished(row, blockers, mine)
    }
  }

  /// The row of a provision of which nobody says how far it has come.
  private var withoutMonitor: Row {
    let blockers = evidence.blockers.filter { $0.about.provision == provision }
    var row = Row(key: agreement + "/" + provision.text, cells: [])
    row.cells =
      head(nil, nil, life.step ?? "not stated", nil)
      + [Cell(life.since), Cell(life.when), Cell(life.since), .list(life.possible)]
      + tail(blockers, isOfProvision: true)
    row.because = life.because
    return finished(row, blockers, statements, behind: life.reached)
  }

  /// The row of the agreement itself, with every obstacle named for it as a whole.
  var ofLife: Row {
    let blockers = evidence.blockers.filter { $0.about.provision == AgreementEvidence.whole }
    var row = Row(key: agreement, cells: [])
    row.cells =
      head(nil, nil, life.step ?? "not stated", nil)
      + [Cell(life.since), Cell(life.when), Cell(life.since), .list(life.possible)]
      + tail(blockers, isOfProvision: true)
    row.cells[1] = .none
    row.because = life.because.isEmpty ? [Reason("G0-no-evidence")] : life.because
    return finished(row, blockers, statements.filter { !$0.isStatus }, behind: life.reached)
  }

  private func head(_ monitor: String?, _ scale: String?, _ status: String?, _ score: String?) -> [Cell] {
    [.text(agreement), .text(provision.text), Cell(monitor), Cell(scale), Cell(status), Cell(score)]
  }

  private func tail(_ blockers: [Blocker], isOfProvision: Bool) -> [Cell] {
    let steps: [Cell] =
      isOfProvision
      ? [
        .list(life.signatories), .list(life.joiners), life.list(.signed), life.list(.breach), life.list(.suspended),
        life.list(.denounced), life.list(.verified),
      ] : [Cell](repeating: .list([]), count: 7)
    return [.list(blockers.map(\.text))] + steps
  }

  /// Adds obstacles, contradictions and what did not count; roots and grade are those of who says the status.
  private func finished(_ row: Row, _ blockers: [Blocker], _ mine: [AgreementStatement], behind: [Reason]? = nil) -> Row
  {
    var row = row
    if !blockers.isEmpty { row.because.append(Reason("G6-blocked-by", Set(blockers.map(\.event)).sorted())) }
    let events = Set(row.events)
    let opposing = mine.map(\.event).filter(events.contains).flatMap { event in
      references.stances(of: event).filter { $0.relation == .contradicts }
        .map { $0.subject == event ? $0.object : $0.subject }
    }
    if !opposing.isEmpty { row.against.append(Reason("G8-contradicted", Set(opposing).sorted())) }
    row.ignore(evidence.ignored(provision))
    row.weigh((mine.map(\.account) + blockers.map(\.account)).known(references), behind: behind ?? [row.because[0]])
    row.complete(references)
    return row
  }
}
