// What each rule says about itself.
extension GeoJSONValidator.Rule {
  struct Words {
    let source: String
    let reason: String
    let remedy: String

    init(_ source: String, _ reason: String, _ remedy: String) {
      self.source = source
      self.reason = reason
      self.remedy = remedy
    }
  }

  var words: Words {
    textWords ?? objectWords ?? geometryWords ?? propertyWords
  }

  private var textWords: Words? {
    switch self {
    case .emptyFile:
      Words(
        "RFC 7946, section 2", "A GeoJSON file holds exactly one GeoJSON object.",
        "Write the file again.")
    case .truncated:
      Words(
        "RFC 8259, section 2", "Nothing of such a file can be relied on.",
        "Copy or download the file again.")
    case .syntax:
      Words(
        "RFC 8259, section 2", "No program can read on from here, so the rest was not checked.",
        "Write JSON with a library, not by joining texts.")
    case .invalidNumber:
      Words(
        "RFC 8259, section 6", "No program can read on from here, so the rest was not checked.",
        "Write numbers like -0.5 or 12: no plus sign, no leading zero, digits around the point.")
    case .numberTooLarge:
      Words(
        "RFC 8259, section 6", "Programs turn it into infinity or refuse the file.",
        "Look up what the value should be.")
    case .nanOrInfinity:
      Words(
        "RFC 8259, section 6", "JSON has no such values, so most programs refuse the whole file.",
        "Write null, and say in another property why the value is missing.")
    case .invalidEscape:
      Words(
        "RFC 8259, section 7", "No program can read on from here, so the rest was not checked.",
        "Write a backslash as two, and characters beyond U+FFFF as a pair of surrogates.")
    case .notUTF8:
      Words(
        "RFC 8259, section 8.1", "Letters come out wrong, or the file is refused.",
        "Save the file as UTF-8.")
    case .byteOrderMark:
      Words(
        "RFC 8259, section 8.1", "Some programs refuse a file that begins so.",
        "Save the file as UTF-8 without a byte order mark.")
    case .nestedTooDeep:
      Words(
        "RFC 8259, section 9", "Such depth can crash a program, so the rest was not checked.",
        "No GeoJSON needs it: flatten what is nested.")
    case .limitExceeded:
      Words(
        "RFC 8259, section 9", "Reading on could exhaust the memory, so the rest was not checked.",
        "Split the file, or raise the limit.")
    case .duplicateKey:
      Words(
        "RFC 8259, section 4; RFC 7493, section 2.3",
        "Some programs take the first value, some the last.", "Keep one of them.")
    default: nil
    }
  }

  private var objectWords: Words? {
    switch self {
    case .missingType:
      Words(
        "RFC 7946, section 3", "Without it nobody can tell what the object is.",
        "Add the \"type\".")
    case .unknownType:
      Words(
        "RFC 7946, section 7",
        "GeoJSON has nine types and no others, written exactly so; programs leave out the rest.",
        "Use FeatureCollection, Feature or one of the seven geometry types.")
    case .wrongValueType:
      Words(
        "RFC 7946, section 3", "Programs refuse the document or leave the object out.",
        "Write the kind of value that is asked for.")
    case .missingFeatures:
      Words(
        "RFC 7946, section 3.3", "Programs refuse such a document.",
        "Add \"features\": an array, which may be empty.")
    case .missingGeometry:
      Words(
        "RFC 7946, section 3.2", "Programs refuse such a feature.",
        "Add \"geometry\"; null if the feature has no place.")
    case .missingProperties:
      Words(
        "RFC 7946, section 3.2", "Programs refuse such a feature or fail on it.",
        "Add \"properties\"; {} if there are none.")
    case .missingCoordinates:
      Words(
        "RFC 7946, section 3.1", "Programs refuse such a geometry.",
        "Add \"coordinates\", or make the geometry null.")
    case .missingGeometries:
      Words(
        "RFC 7946, section 3.1.8", "Programs refuse such a geometry.",
        "Add \"geometries\", or make the geometry null.")
    case .foreignMemberClash:
      Words(
        "RFC 7946, section 7.1",
        "A program that goes by the names of members takes the object for something else.",
        "Move it to where it belongs, or give it another name.")
    case .crsMember:
      Words(
        "RFC 7946, section 4", "The member was taken out of GeoJSON in 2016; WGS 84 is understood.",
        "Leave it out.")
    case .crsNotWGS84:
      Words(
        "RFC 7946, section 4",
        "GeoJSON is always in WGS 84; programs that follow it draw the data in the wrong place.",
        "Transform the positions to longitude and latitude (EPSG:4326) and leave out \"crs\".")
    case .nullProperties:
      Words(
        "RFC 7946, section 3.2", "It is allowed, but some programs fail on it.",
        "Write {} instead.")
    case .idNotStringOrNumber:
      Words(
        "RFC 7946, section 3.2", "Programs drop such an identifier or refuse the feature.",
        "Write a string or a number, or leave \"id\" out.")
    case .duplicateID:
      Words(
        "interoperability", "Programs that look features up by \"id\" keep only one of them.",
        "Give each feature an \"id\" of its own.")
    case .mixedIDTypes:
      Words(
        "interoperability", "GDAL, and so QGIS and R, lose all of them.",
        "Write all as strings.")
    case .someIDsMissing:
      Words(
        "interoperability", "GDAL numbers the rest itself, and the numbers can clash.",
        "Give an \"id\" to every feature or to none.")
    case .bboxWrongLength:
      Words(
        "RFC 7946, section 5", "Programs refuse the document or read the box wrongly.",
        "Write [west, south, east, north], or six numbers if positions have heights.")
    case .bboxDoesNotFit:
      Words(
        "RFC 7946, section 5", "Programs that trust the box leave features out.",
        "Compute the box again, or leave it out.")
    default: nil
    }
  }

  private var propertyWords: Words {
    switch self {
    case .reservedPropertyName:
      Words(
        "interoperability",
        "GeoPandas loses \"geometry\" silently; databases keep such names for themselves.",
        "Give the property another name.")
    case .mixedPropertyTypes:
      Words(
        "interoperability", "GDAL, and so QGIS and R, make all of its values text.",
        "Write values of one kind, and null where there is none.")
    case .allNullProperty:
      Words(
        "interoperability", "Programs cannot tell its kind and make it text; some fail.",
        "Leave the property out.")
    case .namesAlikeInCase:
      Words(
        "interoperability", "GeoPackage and Shapefile do not tell them apart and rename one.",
        "Give one of them another name.")
    case .nameLongerThanTen:
      Words(
        "interoperability", "A Shapefile cuts it to ten bytes, and names can clash.",
        "Shorten it if the data will ever be a Shapefile.")
    default:
      Words(
        "interoperability", "Programs with tables make it text.",
        "Use properties with plain values if the data will be in a table.")
    }
  }
}
