public import Vocabulary

/// Every projection there is; a new view is one folder and one line here.
public enum Views {
  /// The views people can ask, in the order in which they are listed.
  public static let all: [any View.Type] = [
    Control.self,
    Presence.self,
    Attacks.self,
    Abuses.self,
    Crsv.self,
    Agreements.self,
    Security.self,
    Routes.self,
    Corroboration.self,
    Sources.self,
    Calls.self,
    Actors.self,
    Forecasts.self,
    Provenance.self,
    Changes.self,
  ]

  /// The projections the runner maps: the reference facts, then every view.
  public static let projections: [any Projection.Type] = [ReferenceFacts.self] + all

  /// The view of that name.
  public static func named(_ name: String) -> (any View.Type)? {
    all.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// Puts all facts that the event at this position states into the sink, which is emptied first.
  ///
  /// An event of an unknown kind or version states none.
  public static func map(_ event: Event, at position: UInt64, into sink: inout FactSink) {
    sink.begin(event: position)
    guard let kind = event.kind, event.isRecognized else { return }
    for reader in readers[kind.number] {
      sink.projection = reader.index
      reader.projection.map(event, kind, into: &sink)
    }
  }

  /// The projections, with their places in `projections`, that read a kind; by the numbers of the kinds.
  private static let readers: [[(index: Int, projection: any Projection.Type)]] = Kind.allCases.map { kind in
    projections.enumerated().filter { $0.element.kinds.contains(kind) }.map {
      (index: $0.offset, projection: $0.element)
    }
  }
}
