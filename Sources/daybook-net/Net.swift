import ArgumentParser

/// The only program of Daybook that opens the network: `daybook` runs it when it is asked to, and never opens a socket itself.
///
/// It is apart because HTTP needs Foundation, which would make every start of `daybook` slower, and so that an office whose machines must stay
/// offline can leave it out.
@main
struct Net: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daybook-net",
    abstract: "What Daybook does over HTTP: serve a witness, post a request.",
    discussion: """
      It is run by daybook witness serve, daybook witness ask and daybook timestamp fetch; nobody needs to call it.

      Examples:
        daybook-net serve-witness eyes --port 8470
        daybook-net post https://witness.example.net/add-checkpoint --type text/plain < request
      """,
    subcommands: [ServeWitness.self, Post.self])
}
