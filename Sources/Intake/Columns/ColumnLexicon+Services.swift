extension ColumnLexicon {
  /// Directories of services: tables of the standard, and its JSON flattened into paths.
  ///
  /// - SeeAlso: Open Referral UK, *Human Services Data Specification* 3, UK profile.
  static let services: [Entry] = [
    Entry(.orgID, .openReferral, paths("organization", "id")),
    Entry(.orgName, .openReferral, paths("organization", "name")),
    Entry(.orgText, .openReferral, paths("organization", "description")),
    Entry(.serviceID, .openReferral, paths("service", "id")),
    Entry(.serviceName, .openReferral, paths("service", "name")),
    Entry(.orgStatus, .openReferral, paths("service", "status")),
    Entry(.latitude, .openReferral, ["latitude"] + located("latitude")),
    Entry(.longitude, .openReferral, ["longitude"] + located("longitude")),
    Entry(
      .postcode, .openReferral,
      ["postal_code"] + numbered("addresses", "postal_code", by: "/")
        + numbered("locations/#/addresses", "postal_code", by: "/")
        + numbered("service_at_locations/#/location/addresses", "postal_code", by: "/")),
    Entry(
      .remitName, .openReferral,
      ["service_area", "service_area.name"] + numbered("service_areas", "name", by: "/")
        + numbered("service_areas", "service_area", by: "/")),
    Entry(
      .remitGeometry, .openReferral, ["extent"] + numbered("service_areas", "extent", by: "/")),
    Entry(
      .furniture, .openReferral,
      ["extent_type", "external_identifier", "external_identifier_type", "location_type"]
        + numbered("service_areas", "extent_type", by: "/")
        + numbered("service_areas", "uri", by: "/") + numbered("service_areas", "id", by: "/")
        + located("id") + located("name") + located("external_identifier")),
  ]

  private static func paths(_ table: String, _ field: String) -> [String] {
    ["_", ".", "/"].map { table + $0 + field }
  }

  private static func located(_ field: String) -> [String] {
    ["location." + field, "locations." + field] + numbered("locations", field, by: "/")
      + numbered("service_at_locations", "location/" + field, by: "/")
  }
}
