/// Where a position lies with respect to an area.
public enum PointLocation: Hashable, Sendable {
  /// Strictly inside.
  case interior
  /// Exactly on the border.
  case boundary
  /// Strictly outside.
  case exterior
}
