import Leaf
public import Vocabulary

extension StandingFact {
  /// The body read as the leaf it was cut from; only for bodies that are trimmed leaves.
  public var leaf: Event { fact.leaf }

  /// The payload of the body.
  public var payload: Payload { fact.leaf.payload }
}

extension Fact {
  /// The body read as the leaf it was cut from; only for bodies that are trimmed leaves.
  public var leaf: Event { Event(document) }

  /// The body as a document.
  var document: Document {
    do {
      return try Document(body, as: .trusted)
    } catch {
      preconditionFailure("the body of a fact of \(projection) about \(subject) is no canonical JSON: \(error)")
    }
  }
}
