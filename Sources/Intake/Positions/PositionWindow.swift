internal import Foundation
public import Postcodes
public import SimpleFeatures

/// The rectangle that a study covers, in degrees and on the British National Grid.
///
/// It tells what the numbers of a file can be: of London, 51.5 can only be a latitude and 530,047 only
/// an easting. A study passes its own rectangle, widened by as far as its places may lie outside.
public struct PositionWindow: Hashable, Sendable {
  /// Degrees east of Greenwich.
  public let longitudes: ClosedRange<Double>
  /// Degrees north of the equator.
  public let latitudes: ClosedRange<Double>
  /// Eastings on the National Grid, in metres.
  public let eastings: ClosedRange<Double>
  /// Northings on the National Grid, in metres.
  public let northings: ClosedRange<Double>

  /// A window from its edges.
  public init(
    longitudes: ClosedRange<Double>, latitudes: ClosedRange<Double>,
    eastings: ClosedRange<Double>, northings: ClosedRange<Double>
  ) {
    self.longitudes = longitudes
    self.latitudes = latitudes
    self.eastings = eastings
    self.northings = northings
  }

  /// Greater London with some miles around it.
  public static let london = PositionWindow(
    longitudes: -0.6...0.4, latitudes: 51.2...51.8, eastings: 503_000...562_000,
    northings: 155_000...201_000)

  /// Whether a position lies in the window or on its edge.
  public func contains(_ position: BritishPosition) -> Bool {
    switch position {
    case .degrees(let place):
      longitudes.contains(place.longitude) && latitudes.contains(place.latitude)
    case .nationalGrid(let place): eastings.contains(place.x) && northings.contains(place.y)
    }
  }

  /// The window with a margin on all sides, in degrees too.
  ///
  /// A degree of latitude is taken as 111 km, one of longitude as that times the cosine of the
  /// latitude farthest from the equator, but no less than a tenth of it.
  public func widened(by margin: Distance) -> PositionWindow {
    let north = margin.metres / 111_000
    let farthest = max(abs(latitudes.lowerBound), abs(latitudes.upperBound))
    let east = north / max(cos(farthest * .pi / 180), 0.1)
    return PositionWindow(
      longitudes: longitudes.widened(by: east), latitudes: latitudes.widened(by: north),
      eastings: eastings.widened(by: margin.metres),
      northings: northings.widened(by: margin.metres))
  }
}

extension ClosedRange<Double> {
  /// The range with a margin, not negative, at both ends.
  fileprivate func widened(by margin: Double) -> ClosedRange {
    precondition(margin >= 0, "a window is widened, not narrowed")
    return lowerBound - margin...upperBound + margin
  }
}
