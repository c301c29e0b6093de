import Foundation
import TestSupport
import TransparencyLog

/// A name in a vector, as Swift writes names.
struct VectorKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  /// `Old`, `root_hex_by_size` and `leafIdx` become `old`, `rootHexBySize` and `leafIdx`.
  init(stringValue: String) {
    let words = stringValue.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    self.stringValue = words.prefix(1).lowercased() + words.dropFirst()
  }

  init?(intValue: Int) { nil }
}

/// Reads the vectors of one kind from the shared folder.
enum Vectors {
  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .custom { VectorKey(stringValue: $0.last?.stringValue ?? "") }
    return decoder
  }

  static func json<T: Decodable>(_ path: String, as type: T.Type = T.self) throws -> T {
    try decoder.decode(T.self, from: Data(SharedData.bytes("vectors/" + path)))
  }

  /// Every file below a folder, decoded, with its path below the folder.
  static func folder<T: Decodable>(_ path: String, of type: T.Type = T.self) throws -> [(name: String, value: T)] {
    let root = "vectors/" + path
    return try SharedData.files(root, suffix: ".json").map { url in
      let name = url.path.components(separatedBy: root + "/").last ?? url.path
      return (name: name, value: try decoder.decode(T.self, from: Data(contentsOf: url)))
    }
  }
}

extension Digest {
  /// Reads a digest of a vector.
  ///
  /// Some vectors of transparency-dev/merkle write the words "don't care 1" and "don't care 2" for two roots; a digest of
  /// the words stands in for them, which keeps equal what is equal.
  init(vector base64: String) throws {
    if let words = Data(base64Encoded: base64), words.starts(with: "don't care ".utf8) {
      self = Digest.sha256([UInt8](words))
    } else if let digest = Digest(base64: base64) {
      self = digest
    } else {
      throw BadVector(text: base64)
    }
  }
}

/// A vector does not read as it should.
struct BadVector: Error { let text: String }

/// The leaf hashes of the large vectors: leaf *i* is the text `leaf i`.
func leafHash(_ index: UInt64) -> Digest { Digest.leaf([UInt8]("leaf \(index)".utf8)) }
