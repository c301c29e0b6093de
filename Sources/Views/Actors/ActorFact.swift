import Leaf
import Vocabulary

/// The body of a fact of `actors`, filed under the key of each actor it concerns.
///
/// `{"actor":"jnim","as":"claim","imprecise":true,"other":"al-qaida","relation":"affiliation"}` (or `"as":"register"`), and
/// `{"as":"attack","by":["isgs"],"on":["civilians"]}`; flags are absent when false.
enum ActorFact {
  /// A claim or an entry of the register.
  case relation(ActorTie.Ends, isRegister: Bool, isImprecise: Bool, hasEnded: Bool)
  /// An incident: everybody who attacked, everybody who was attacked.
  case attack(by: [String], on: [String])

  /// Reads a body; `nil` when it is none of this version.
  init?(_ document: Document) {
    let fields = document.root
    guard let word = fields["as"]?.string else { return nil }
    if word == "attack" {
      self = .attack(by: fields.words("by"), on: fields.words("on"))
      return
    }
    guard let actor = fields["actor"]?.string, let other = fields["other"]?.string,
      let relation = fields["relation"]?.string
    else { return nil }
    self = .relation(
      ActorTie.Ends(actor, relation, other), isRegister: word == "register",
      isImprecise: fields["imprecise"]?.boolean ?? false, hasEnded: fields["ends"]?.boolean ?? false)
  }
}
