/// What a type of event is in the words of the vocabulary.
struct ACLEDType: Sendable {
  /// `attack`, `abuse` or `claim.condition`.
  var kind: String
  /// The mode of an attack, or the condition.
  var word: String
  /// Who was attacked, where the type tells it.
  var target: String?

  /// The kind; who dies in a demonstration was killed by somebody, so that it is an attack.
  func kind(fatalities: Int64) -> String { word == "demonstration" && fatalities > 0 ? "attack" : kind }

  /// The mode or condition.
  func word(fatalities: Int64) -> String { word == "demonstration" && fatalities > 0 ? "other" : word }

  /// The types of both taxonomies, in small letters.
  static let all: [String: ACLEDType] = {
    var all: [String: ACLEDType] = [:]
    func add(_ kind: String, _ word: String, _ target: String? = nil, _ names: String...) {
      for name in names { all[name.lowercased()] = ACLEDType(kind: kind, word: word, target: target) }
    }
    add("attack", "battle", nil, "Armed clash", "Government regains territory", "Non-state actor overtakes territory")
    add("attack", "battle", nil, "Battle-No change of territory", "Battle-Non-state actor overtakes territory")
    add("attack", "battle", nil, "Battle-Government regains territory", "Battles")
    add("attack", "remote", nil, "Chemical weapon", "Grenade", "Remote violence", "Explosions/Remote violence")
    add("attack", "air-strike", nil, "Air/drone strike")
    add("attack", "suicide-bombing", nil, "Suicide bomb")
    add("attack", "shelling", nil, "Shelling/artillery/missile attack")
    add("attack", "ied", nil, "Remote explosive/landmine/IED")
    add("attack", "attack-on-civilians", "civilians", "Attack", "Violence against civilians")
    add("attack", "abduction", "civilians", "Abduction/forced disappearance")
    add("abuse", "sexual-violence", "civilians", "Sexual violence")
    add("attack", "other", "civilians", "Excessive force against protesters")
    add("attack", "other", nil, "Mob violence")
    add(
      "claim.condition", "demonstration", nil, "Peaceful protest", "Protest with intervention", "Violent demonstration")
    add("claim.condition", "demonstration", nil, "Riots/Protests", "Riots", "Protests")
    add("claim.condition", "development", nil, "Agreement", "Arrests", "Change to group/activity", "Other")
    add("claim.condition", "development", nil, "Disrupted weapons use", "Headquarters or base established")
    add("claim.condition", "development", nil, "Looting/property destruction", "Non-violent transfer of territory")
    add("claim.condition", "development", nil, "Strategic development", "Strategic developments")
    add("claim.condition", "development", nil, "Non-violent activity by a conflict actor")
    return all
  }()

  /// The types, for suggesting the nearest.
  static let words = all.keys.sorted()
}
