// What the rules for geometries say about themselves.
extension GeoJSONValidator.Rule {
  var geometryWords: Words? {
    switch self {
    case .coordinatesShape:
      Words(
        "RFC 7946, section 3.1.1", "Programs refuse such a geometry.",
        "Nest the coordinates as the type of the geometry asks.")
    case .emptyCoordinates:
      Words(
        "RFC 7946, section 3.1", "Some programs read no geometry, some an empty one, some fail.",
        "Make the geometry null if the feature has no place.")
    case .positionTooShort:
      Words(
        "RFC 7946, section 3.1.1", "Programs refuse such a geometry.",
        "Write the longitude and the latitude.")
    case .thirdOrdinate:
      Words(
        "RFC 7946, section 3.1.1", "Many programs for maps drop heights.",
        "Leave them out if nobody needs them.")
    case .moreThanThreeOrdinates:
      Words(
        "RFC 7946, section 3.1.1", "What they mean is not defined, and programs drop them.",
        "Keep them in a property.")
    case .mixedDimensions:
      Words(
        "RFC 7946, section 5", "Programs fill in heights of 0, or drop the others.",
        "Write all positions with a height or none.")
    case .positionOutOfRange:
      Words(
        "RFC 7946, section 4",
        "Longitude is -180 to 180 and latitude -90 to 90 degrees, so this is nowhere on the Earth.",
        "Look at the order, the unit and the reference system; cut lines at the antimeridian.")
    case .swappedOrderSuspected:
      Words(
        "RFC 7946, section 3.1.1", "Longitude comes first; the other way round the map is wrong.",
        "Swap the first two numbers of every position.")
    case .projectedCoordinatesSuspected:
      Words(
        "RFC 7946, section 4", "GeoJSON is always in degrees, and maps will show nothing.",
        "Transform the positions to longitude and latitude (EPSG:4326).")
    case .tooManyDecimals:
      Words(
        "RFC 7946, section 11.2",
        "Six decimals are 10 cm and seven 1 cm; the rest is noise that makes the file larger.",
        "Round to six or seven decimals.")
    case .repeatedPosition:
      Words(
        "interoperability", "An edge of no length makes some programs call the shape invalid.",
        "Leave one of them out.")
    case .lineTooShort:
      Words(
        "RFC 7946, section 3.1.4", "Programs refuse such a geometry.",
        "Leave the line out, or write a Point.")
    case .ringTooShort:
      Words(
        "RFC 7946, section 3.1.6",
        "A ring is a triangle at least: three corners and the first again at the end.",
        "Leave the ring out, or complete it.")
    case .ringNotClosed:
      Words(
        "RFC 7946, section 3.1.6", "Programs refuse such a ring, or close it as they like.",
        "Write the first position again at the end, digit for digit.")
    case .ringWinding:
      Words(
        "RFC 7946, section 3.1.6",
        "Programs that go by direction, as on a globe, take the outside for the inside.",
        "Reverse the ring: exterior rings run counter-clockwise.")
    case .ringHoleWinding:
      Words(
        "RFC 7946, section 3.1.6",
        "Programs that go by direction, as on a globe, fill the hole.",
        "Reverse the ring: holes run clockwise.")
    case .ringWithoutArea:
      Words(
        "RFC 7946, section 3.1.6", "A ring bounds a surface; most programs call this one invalid.",
        "Leave it out; it may have collapsed when positions were rounded.")
    case .antimeridianNotCut:
      Words(
        "RFC 7946, section 3.1.9", "Most programs draw it across the whole map instead.",
        "Cut it in two at longitude 180.")
    case .nestedGeometryCollection:
      Words(
        "RFC 7946, section 3.1.8", "Many programs cannot read it.", "Put all members in one.")
    case .geometryCollectionSingle:
      Words(
        "RFC 7946, section 3.1.8", "Many programs cannot read a GeometryCollection.",
        "Write the single geometry, or one MultiPoint, MultiLineString or MultiPolygon.")
    case .mixedGeometryTypes:
      Words(
        "interoperability", "Programs that hold one type a layer split the data or refuse it.",
        "Write all polygons as MultiPolygon, or a file for each type.")
    default: nil
    }
  }
}
