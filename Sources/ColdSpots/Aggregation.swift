/// How need and lack of support are put together to one score.
public enum Aggregation: String, Hashable, Sendable, CaseIterable {
  /// `N^β · L^(1−β)`: neither makes up for the other, and where one is 0 the score is.
  case geometric
  /// `β·N + (1−β)·L`: much of one makes up for little of the other.
  case arithmetic
}
