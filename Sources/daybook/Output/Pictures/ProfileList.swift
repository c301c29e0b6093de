import Views
import Vocabulary

/// The profiles there are: which policy defines each, and every setting with its meaning.
struct ProfileList {
  private let profiles: [(profile: Profile, event: UInt64?)]

  init(_ profiles: [(profile: Profile, event: UInt64?)]) { self.profiles = profiles }

  func write(_ format: Format, to output: inout Output) {
    switch format {
    case .table: writeTable(to: &output)
    case .json: output.write(JSONText.object([("profiles", .array(profiles.map(json)))]).pretty)
    case .jsonl: for profile in profiles { output.line(json(profile).line) }
    case .csv:
      output.write(CSV.line(["profile", "defined_by", "setting", "value", "meaning"]))
      for (profile, event) in profiles {
        for setting in profile.settings {
          let definition = event.map { "#\($0)" } ?? ""
          output.write(
            CSV.line([profile.id, definition, setting.name, setting.value.description, setting.meaning]))
        }
      }
    }
  }

  private func writeTable(to output: inout Output) {
    var table = Table("Profile", "Defined by", "Differs from default-1 in")
    for (profile, event) in profiles {
      let differences = zip(profile.settings, Profile.default1.settings).filter { $0.value != $1.value }
        .map { "\($0.0.name) \(Self.shown($0.0.value))" }
      table.add([
        profile.id, event.map { "#\($0)" } ?? "built in",
        differences.isEmpty ? "–" : differences.joined(separator: ", "),
      ])
    }
    table.write(to: &output)
    output.line()
    var settings = Table("Setting", "default-1", "Means")
    for setting in Profile.default1.settings {
      settings.add([setting.name, Self.shown(setting.value), setting.meaning])
    }
    settings.write(to: &output)
    output.line()
    output.line("algorithm is \(Profile.Algorithm.allCases.map(\.rawValue).joined(separator: ", ")).")
    output.line("One of your own, with what differs from default-1:")
    output.line("  daybook append policy --subject profile --key NAME --settings.theta_control 4 --settings.stale_d 90")
  }

  private static func shown(_ value: Cell) -> String { value == .none ? "never" : value.description }

  /// Its schema is `output_profiles_line.json`.
  private func json(_ profile: (profile: Profile, event: UInt64?)) -> JSONText {
    .object([
      ("profile", .string(profile.profile.id)), ("defined_by", .position(profile.event)),
      (
        "settings",
        .array(
          profile.profile.settings.map { setting in
            .object([
              ("name", .string(setting.name)), ("value", setting.value.json), ("meaning", .string(setting.meaning)),
            ])
          })
      ),
    ])
  }
}
