import ArgumentParser
import ColdSpotKit

/// `coldspot limits` and `coldspot help limits`: what the largest files may be.
struct ShowLimits: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limits",
    abstract: "Show the largest files that are read.",
    discussion: PublishedLimits.text)

  mutating func run() throws { try Terminal.print(PublishedLimits.text) }
}
