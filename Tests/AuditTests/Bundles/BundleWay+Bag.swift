import Audit
import Foundation
import Leaf
import Ledger
import TransparencyLog

/// The container and its seal.
extension BundleWay {
  private static let manifest = "manifest-sha256.txt"

  /// Adds a line to both manifests and makes the tag manifests fit.
  private static func list(_ path: String, _ copy: BundleCopy, _ isControl: Bool) throws {
    guard !isControl else { return }
    for (name, digits) in [(manifest, 64), ("manifest-sha512.txt", 128)] {
      let line = String(repeating: "0", count: digits) + "  \(path)\n"
      try copy.write(name, text: copy.text(name) + line)
    }
    try copy.repairTags()
  }

  private static func listing(_ description: String, _ path: String) -> BundleWay {
    .work(description, repair: .none, "bag", path) { try list(path, $0, $1) }
  }

  static let bags: [BundleWay] = [
    .only(
      "a file that no manifest lists", repair: .none, "bag", "data/note.txt",
      only: { try $0.write("data/note.txt", [1]) }),
    .only(
      "a listed file missing", repair: .none, "bag", "data/prov/prov.json",
      only: { try $0.remove("data/prov/prov.json") }),
    .bytes("a file that nothing else covers", repair: .none, "bag", "data/prov/prov.provn", in: "data/prov/prov.provn")
    {
      $0[0] ^= 1
    },
    .work("a digest in a manifest", repair: .none, "bag", "data/verify.py") { copy, isControl in
      guard !isControl else { return try copy.repairTags() }
      try copy.change(manifest) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        let line = text.split(separator: "\n").first { $0.hasSuffix("data/verify.py") } ?? ""
        bytes = Array(
          text.replacingOccurrences(of: line, with: String(repeating: "0", count: 64) + line.dropFirst(64)).utf8)
      }
      try copy.repairTags()
    },
    .bytes("a manifest after it was listed", repair: .none, "bag", manifest, in: manifest) { $0 += Array("\n".utf8) },
    .work("a line that is none", repair: .none, "bag", "nothing") { copy, isControl in
      guard !isControl else { return }
      try copy.write(manifest, text: copy.text(manifest) + "nothing\n")
      try copy.repairTags()
    },
    .only(
      "a manifest without lines", repair: .none, "bag", manifest,
      only: { copy in
        try copy.write(manifest, [])
        try copy.write("manifest-sha512.txt", [])
        try copy.repairTags()
      }),
    .work("manifests that list different files", repair: .none, "bag", "manifest-sha512.txt") { copy, isControl in
      guard !isControl else { return }
      let lines = try copy.text("manifest-sha512.txt").split(separator: "\n").dropLast()
      try copy.write("manifest-sha512.txt", text: lines.joined(separator: "\n") + "\n")
      try copy.repairTags()
    },
    listing("a path that leads out with ..", "data/../../outside.txt"),
    listing("an absolute path", "/etc/passwd"),
    listing("a path in the home of its reader", "~/outside.txt"),
    listing("a path with a backslash", "data\\outside.txt"),
    listing("a roundabout path", "data/./verify.py"),
    listing("a path outside data", "outside.txt"),
    listing("a path listed twice", "data/verify.py"),
    listing("a path that differs by case", "data/Verify.py"),
    .work("paths that differ by Unicode form", repair: .none, "bag", "data/Me\u{301}naka.txt") { copy, isControl in
      try list("data/M\u{e9}naka.txt", copy, isControl)
      try list("data/Me\u{301}naka.txt", copy, isControl)
    },
    .only(
      "a file to be fetched", repair: .none, "bag", "fetch.txt",
      only: {
        try $0.write("fetch.txt", text: "https://example.org/x - data/x\n")
      }),
    .only(
      "a symbolic link in place of a file", repair: .none, "bag", "data/verify.py",
      only: { copy in
        try copy.remove("data/verify.py")
        try FileManager.default.createSymbolicLink(
          atPath: copy.url("data/verify.py").path, withDestinationPath: "/etc/passwd")
      }),
    .only(
      "a symbolic link in place of a folder", repair: .none, "bag", "data/log",
      only: { copy in
        try copy.remove("data/log")
        try FileManager.default.createSymbolicLink(
          atPath: copy.url("data/log").path,
          withDestinationPath: copy.sample.full.appendingPathComponent("data/log").path)
      }),
    .only("a folder beside data", repair: .none, "bag", "more", only: { try $0.write("more/x", [1]) }),
    .only(
      "a tag file that is not listed", repair: .none, "bag", "letter.txt", only: { try $0.write("letter.txt", [1]) }),
    .work("the sum of the payload", repair: .none, "bag", "bag-info.txt") { copy, isControl in
      let info = try copy.text("bag-info.txt")
      try copy.write("bag-info.txt", text: isControl ? info : info.replacingOccurrences(of: "Oxum: ", with: "Oxum: 9"))
      try copy.repairTags()
    },
    .bytes("the README for its reader", repair: .none, "bag", "README.txt", in: "README.txt") { $0[0] ^= 1 },
    .text(
      "another version of the container", repair: .none, "bag", "bagit.txt", in: "bagit.txt", "1.0", becomes: "0.9"),
    .only(
      "a tag manifest missing", repair: .none, "bag", "tagmanifest-sha512.txt",
      only: { try $0.remove("tagmanifest-sha512.txt") }),
  ]

  static let seals: [BundleWay] = [
    .bytes("anything, and all manifests repaired", "seal", "seal.note", in: "data/prov/prov.provn") { $0[0] ^= 1 },
    .text(
      "the content that the seal names", repair: .none, "seal", "seal.note", in: "seal.note", " 600\n",
      becomes: " 601\n"),
    .bytes("the signature of the seal", repair: .none, "seal", "seal.note", in: "seal.note") { bytes in
      let at = bytes.count - 20
      bytes[at] = bytes[at] == 0x41 ? 0x42 : 0x41
    },
    .work("a seal by a stranger", repair: .none, is: .unknown, "seal", "seal.note") { copy, isControl in
      let own = try copy.sample.ledger.keys.signers(for: "example.org/bundle")[0]
      let stranger = try SignerKey(name: "example.org/bundle", seed: [UInt8](repeating: 9, count: 32))
      try copy.seal(with: isControl ? own : stranger)
    },
    .only("no seal", repair: .none, is: .unknown, "seal", "seal.note", only: { try $0.remove("seal.note") }),
    .bytes("the seal is no note", repair: .none, "seal", "seal.note", in: "seal.note") { $0 = Array("sealed\n".utf8) },
  ]
}
