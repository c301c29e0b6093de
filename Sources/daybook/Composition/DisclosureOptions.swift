import ArgumentParser
import Views

/// How exactly sexual violence is shown, on every command that prints what events say.
struct DisclosureOptions: ParsableArguments {
  @Flag(
    help: "Show conflict-related sexual violence as exactly as it is recorded: places below the region, days, quotes.")
  var disclose = false

  /// The level that was asked for.
  var level: DisclosureLevel { disclose ? .full : .region }
}
