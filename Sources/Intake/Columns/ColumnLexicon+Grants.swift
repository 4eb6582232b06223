extension ColumnLexicon {
  /// Files of grants: spreadsheets with titles, and tables with the paths of the JSON.
  ///
  /// - SeeAlso: 360Giving, *Data Standard* 1.3, schema and codelists; GrantNav, *download format*.
  static let grants: [Entry] = [
    Entry(.id, .threeSixtyGiving, "identifier"),
    Entry(
      .orgID, .threeSixtyGiving,
      numbered("recipient org", "identifier") + numbered("recipientorganization", "id", by: "/")),
    Entry(
      .orgName, .threeSixtyGiving,
      numbered("recipient org", "name") + numbered("recipientorganization", "name", by: "/")),
    Entry(
      .orgCharity, .threeSixtyGiving,
      numbered("recipient org", "charity number")
        + numbered("recipientorganization", "charitynumber", by: "/")),
    Entry(
      .orgCompany, .threeSixtyGiving,
      numbered("recipient org", "company number")
        + numbered("recipientorganization", "companynumber", by: "/")),
    Entry(
      .postcode, .threeSixtyGiving,
      numbered("recipient org", "postal code")
        + numbered("recipientorganization", "postalcode", by: "/")),
    Entry(
      .orgAreaCode, .threeSixtyGiving,
      numbered("recipient org:location", "geographic code")
        + numbered("recipientorganization/#/location", "geocode", by: "/")),
    Entry(
      .orgAreaType, .threeSixtyGiving,
      numbered("recipient org:location", "geographic code type")
        + numbered("recipientorganization/#/location", "geocodetype", by: "/")),
    Entry(
      .remitCode, .threeSixtyGiving,
      numbered("beneficiary location", "geographic code")
        + numbered("beneficiarylocation", "geocode", by: "/")),
    Entry(
      .remitType, .threeSixtyGiving,
      numbered("beneficiary location", "geographic code type")
        + numbered("beneficiarylocation", "geocodetype", by: "/")),
    Entry(
      .remitName, .threeSixtyGiving,
      numbered("beneficiary location", "name") + numbered("beneficiarylocation", "name", by: "/")),
    Entry(
      .remitScope, .threeSixtyGiving, "location scope", "grant location scope", "locationscope"),
    Entry(.amount, .threeSixtyGiving, "amount awarded", "amountawarded"),
    Entry(.date, .threeSixtyGiving, "award date", "awarddate"),
    Entry(
      .furniture, .threeSixtyGiving,
      ["title", "description", "currency", "last modified", "datemodified", "data source"]
        + numbered("beneficiary location", "country code")
        + numbered("beneficiary location", "latitude")
        + numbered("beneficiary location", "longitude")
        + numbered("recipient org:location", "name")
        + numbered("funding org", "identifier") + numbered("funding org", "name")
        + numbered("grant programme", "title") + numbered("grant programme", "code")
        + numbered("planned dates", "start date") + numbered("planned dates", "end date")
        + numbered("planned dates", "duration (months)")),

    Entry(
      .wardCode, .grantNav,
      "best available recipient ward geographic code (additional data)"),
    Entry(.wardCode, .grantNav, "recipient ward geographic code (additional data)"),
    Entry(.wardName, .grantNav, "best available recipient ward (additional data)"),
    Entry(.wardName, .grantNav, "recipient ward (additional data)"),
    Entry(
      .boroughCode, .grantNav,
      "best available recipient district geographic code (additional data)"),
    Entry(.boroughCode, .grantNav, "recipient district geographic code (additional data)"),
    Entry(.boroughName, .grantNav, "best available recipient district (additional data)"),
    Entry(.boroughName, .grantNav, "recipient district (additional data)"),
    Entry(.regionName, .grantNav, "best available recipient region (additional data)"),
    Entry(.regionName, .grantNav, "recipient region (additional data)"),
    Entry(.regionCode, .grantNav, "recipient region geographic code (additional data)"),
    Entry(.remitCode, .grantNav, "beneficiary district geographic code (additional data)"),
    Entry(.remitName, .grantNav, "beneficiary district (additional data)"),
    Entry(
      .orgID, .grantNav, "recipient org: canonical org id (additional data)"),
    Entry(.postcode, .grantNav, "recipient org: registered postcode (additional data)"),
    Entry(
      .furniture, .grantNav,
      "type of recipient", "publisher:name", "from an open call?",
      "beneficiary region (additional data)",
      "beneficiary region geographic code (additional data)",
      "recipient org: canonical name (additional data)"),
  ]
}
