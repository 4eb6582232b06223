public import Postcodes
internal import SimpleFeatures

/// What cells say of a position, judged by the window of a study.
public enum PositionReading: Hashable, Sendable {
  /// The cells are empty.
  case empty
  /// A position in the window.
  case inside(ReadPosition)
  /// A position outside the window, read as declared.
  ///
  /// `possible` are the other readings that lie in it, if there are several: none is guessed.
  case outside(ReadPosition, possible: [ReadPosition])
  /// No position.
  case refused(PositionRefusal)
}

/// A position, and what was done to read it.
public struct ReadPosition: Hashable, Sendable {
  /// The position: of a grid reference, the middle of its square.
  public let position: BritishPosition
  /// What was done, beyond taking the numbers as they were declared; for a log of changes.
  public let changes: [PositionChange]
}

/// What was done to read a position that was not written as declared.
public enum PositionChange: Hashable, Sendable {
  /// The two numbers changed places.
  case swapped
  /// Numbers declared as degrees are eastings and northings of the National Grid.
  case takenAsNationalGrid
  /// Numbers declared as eastings and northings are degrees.
  case takenAsDegrees
  /// Kilometres were made metres.
  case takenAsKilometres
  /// A comma is the decimal point.
  case decimalComma
  /// A grid reference stands for the middle of its square.
  case gridReference(GridReference)
}

extension PositionChange: CustomStringConvertible {
  /// What was done, without a full stop.
  public var description: String {
    switch self {
    case .swapped: "the two numbers were swapped"
    case .takenAsNationalGrid:
      "the numbers were taken as eastings and northings of the British National Grid, not as degrees"
    case .takenAsDegrees: "the numbers were taken as degrees, not as eastings and northings"
    case .takenAsKilometres: "the numbers were taken as kilometres"
    case .decimalComma: "a comma was taken as the decimal point"
    case .gridReference(let reference):
      "grid reference \(reference) was placed at the middle of its square of "
        + (reference.side.metres < 1000
          ? "\(Int(reference.side.metres)) m" : "\(Int(reference.side.metres / 1000)) km")
    }
  }
}
