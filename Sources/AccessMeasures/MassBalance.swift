/// What a measure conserves: what is received is exactly what is there to be shared.
///
/// For floating catchments, residents receive the capacity that reaches them. The measure says
/// what the two sides are where they are something else.
public struct MassBalance: Hashable, Sendable {
  /// What there is to share: Σ S_j over the organisations that reach at least one resident.
  public let capacity: Double
  /// What is received: Σ P_i A_i.
  public let received: Double

  /// A balance from its two sides.
  public init(capacity: Double, received: Double) {
    self.capacity = capacity
    self.received = received
  }

  /// The difference of the two sides, relative to the capacity; 0 where both are 0.
  public var relativeError: Double {
    capacity == 0 ? abs(received) : abs(received - capacity) / capacity
  }

  /// The largest relative error that rounding explains.
  public static let tolerance = 1e-9

  /// Whether the two sides agree.
  public var holds: Bool { relativeError <= Self.tolerance }
}
