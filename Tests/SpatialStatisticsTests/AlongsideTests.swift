import SpatialStatistics
import Testing

@Suite struct `Work alongside` {
  @Test func `gives its value to whoever asks, and as often as they ask`() {
    let sum = Alongside { (1...1_000).reduce(0, +) }
    #expect(sum.value == 500_500)
    #expect(sum.value == 500_500)
  }

  @Test func `carries a failure as a value`() {
    struct Failure: Error, Equatable {}
    let outcome = Alongside { Result<Int, Failure>.failure(Failure()) }
    #expect(throws: Failure()) { try outcome.value.get() }
  }

  @Test func `of many pieces each has its own value`() {
    let squares = (0..<64).map { number in Alongside { number * number } }
    #expect(squares.map(\.value) == (0..<64).map { $0 * $0 })
  }
}
