internal import Catchments
internal import GeoJSON
internal import Places
internal import SimpleFeatures

extension Whereabouts: CustomStringConvertible {
  /// The answer, line by line.
  public var description: String {
    func named(_ area: Area?) -> String { area.map { "\($0.name)  \($0.code)" } ?? "outside all" }
    let degrees = [position.longitude, position.latitude]
      .map { PropertyValue.decimal($0, places: 6).plainText }.joined(separator: ", ")
    let known =
      switch precision {
      case .postcodeSector: "  (middle of the postcode's sector)"
      case .postcodeDistrict: "  (middle of the postcode's district)"
      default: ""
      }
    var lines = [
      "Position  \(degrees)\(known)", "Ward      \(named(ward))", "Borough   \(named(borough))", "",
    ]
    if supporters.isEmpty {
      lines.append("Reached by no organisation")
    } else {
      lines.append("Reached by")
      lines += supporters.flatMap { supporter in
        let told = ToldBy(supporter.organisation.provenance, site: supporter.site)
        let line =
          "  \(supporter.organisation.name): weight "
          + "\(NumberText.text(supporter.weight, decimals: 2)) by \(supporter.route)"
          + (supporter.distance.map { ", " + told.place(at: $0) } ?? "") + "; "
          + supporter.functions.joined(separator: ", ").lowercased()
        return [line] + told.lines.map { "    " + $0 }
      }
    }
    if let nearest {
      lines.append(
        "Nearest located: \(nearest.organisation.name), "
          + NumberText.kilometres(nearest.distance))
    }
    return lines.joined(separator: "\n")
  }

  /// The answer as one JSON document.
  public var json: [UInt8] {
    func area(_ area: Area?) -> JSONValue {
      area.map {
        .object([
          .init("code", .string($0.code.description)), .init("name", .string($0.name)),
        ])
      } ?? .null
    }
    func metres(_ distance: Distance?) -> JSONValue {
      distance.map { .number(($0.metres * 10).rounded() / 10) } ?? .null
    }
    return JSONWriter(layout: .pretty).write(
      .object([
        .init("schema", .string("coldspot/locate/1")),
        .init("longitude", .number(position.longitude)),
        .init("latitude", .number(position.latitude)),
        .init("precision", .string(precision.rawValue)), .init("ward", area(ward)),
        .init("borough", area(borough)),
        .init(
          "reached_by",
          .array(
            supporters.map { supporter in
              .object(
                [
                  .init("id", .string(supporter.organisation.id)),
                  .init("name", .string(supporter.organisation.name)),
                  .init("weight", .number(supporter.weight)),
                  .init("route", .string(supporter.route.description)),
                  .init("distance_m", metres(supporter.distance)),
                  .init("functions", .array(supporter.functions.map(JSONValue.string))),
                ] + ToldBy(supporter.organisation.provenance, site: supporter.site).json)
            })),
        .init("nearest", nearest.map { .string($0.organisation.name) } ?? .null),
        .init("nearest_m", metres(nearest?.distance)),
      ]))
  }
}
