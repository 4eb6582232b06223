import Foundation
import Intake
import TestSupport
import Testing

@Suite struct `Input file` {
  @Test func `is read whole under the name the study gives it`() throws {
    let folder = try TemporaryFolder()
    try folder.write([0, 255, 10], to: "data/a.bin")
    let url = folder.url.appending(path: "data/a.bin")
    #expect(try InputFile(url, name: "data/a.bin").bytes == [0, 255, 10])
    #expect(try InputFile(url).name == "a.bin")
    _ = folder
  }

  @Test func `is read whole when it is large`() throws {
    let folder = try TemporaryFolder()
    // More than a few large pages, and no whole number of them.
    let bytes = (0..<9_000_001).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    try folder.write(bytes, to: "large file %20.bin")
    #expect(try InputFile(folder.url.appending(path: "large file %20.bin")).bytes == bytes)
  }

  @Test func `must be there, be a file and hold something`() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "empty.csv")
    #expect(throws: IntakeError.unreadable(file: "none.csv")) {
      try InputFile(folder.url.appending(path: "none.csv"))
    }
    #expect(throws: IntakeError.unreadable(file: "here")) {
      try InputFile(folder.url, name: "here")
    }
    #expect(throws: IntakeError.empty(file: "empty.csv")) {
      try InputFile(folder.url.appending(path: "empty.csv"))
    }
  }
}
