import Exchange
import Glibc
import Ledger

/// The file beside a GeoPackage that holds the digest of its content.
struct PackageSidecar {
  private let package: String

  init(_ package: String) { self.package = package }

  private var path: String { package + ".sha256" }

  private static let key = "content-sha256: "

  /// Writes it.
  func write(_ digest: [UInt8], _ head: ExportHead) throws {
    let name = package.split(separator: "/").last.map(String.init) ?? package
    let root = head.asked.first { $0.name == "log_root" }.flatMap {
      if case .text(let root) = $0.cell { root } else { nil }
    }
    let text = """
      \(Self.key)\(Hex.text(digest))
      # The digest of what \(name) holds: the rows of \(head.name) and of about.
      # Programs that open the file change the rest of it.
      # Compare with: daybook export gpkg --check \(name)
      # From the log \(head.origin), root \(root ?? "")

      """
    do { try SmallFile.replace(path, with: Array(text.utf8), mode: 0o644) } catch {
      throw Complaint(.inputOutput, "--output: \(error.attempt) \(error.path): \(error.reason)")
    }
  }

  /// Compares the content with the digest, and says so.
  func compare(_ output: inout Output) throws {
    guard unsafe access(package, F_OK) == 0 else { throw Complaint(.noInput, "--check: there is no file '\(package)'") }
    guard let bytes = try? SmallFile.read(path),
      let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first, line.hasPrefix(Self.key)
    else {
      throw Complaint(
        .noInput,
        "--check: there is no digest in '\(path)'\nIt is written beside the file by: daybook export gpkg --output")
    }
    let wanted = String(line.dropFirst(Self.key.count))
    let found = Hex.text(try GeoPackageContent.digest(of: package))
    guard found == wanted else {
      output.line("FAIL  \(package): its content is not what was exported: \(found), not \(wanted)")
      output.status = .falsified
      return
    }
    output.line("OK  \(package): its content is what was exported: \(found)")
  }
}
