import Testing

/// A reader holds one file and one function in the head at a time.
@Suite struct SizeTests {
  static let linesOfAFile = 400
  static let linesOfAFunction = 60

  @Test(arguments: Repository.here.swift)
  func `a file has at most 400 lines`(file: Repository.File) {
    let count = file.text.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    #expect(count <= Self.linesOfAFile)
  }

  @Test(arguments: Repository.here.swift)
  func `a function has at most 60 lines`(file: Repository.File) {
    for function in SwiftText(file.text).functions where function.length > Self.linesOfAFunction {
      Issue.record("\(file.path):\(function.line): this function has \(function.length) lines")
    }
  }

  @Test func `functions are measured whatever stands in literals and comments`() {
    let source = ##"""
      protocol P { func none() throws -> Int
        init(a: Int) }
      func outer(
        a: Int = { 1 }()
      ) -> String {
        // a brace } in a comment, and /* one in a block { */
        let text = "} \(inner("}")) {" + #"\ " }"#
        func `inner } of it`() {
          _ = text
        }
        return self.init()
      }
      func after()
        throws -> Int
      {
        1
      }
      """##
    let found = SwiftText(source).functions
    #expect(found == [.init(line: 3, length: 10), .init(line: 8, length: 3), .init(line: 13, length: 5)])
  }
}
