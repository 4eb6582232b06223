extension Double {
  /// Whether two numbers are equal but for rounding.
  ///
  /// - Parameters:
  ///   - other: The number to compare with.
  ///   - tolerance: The largest difference allowed, relative to `max(1, |other|)`.
  /// - Returns: `false` also when either is not a number.
  public func agrees(with other: Double, within tolerance: Double = 1e-12) -> Bool {
    abs(self - other) <= tolerance * max(1, abs(other))
  }
}
