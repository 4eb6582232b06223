extension ColumnLexicon {
  /// The public extract of the register of charities in England and Wales.
  ///
  /// - SeeAlso: Charity Commission for England and Wales, *Data definition* of the register
  ///   download.
  static let charities: [Entry] =
    charityKeys + [
      Entry(.orgName, .charityRegister, "charity_name"),
      Entry(.orgStatus, .charityRegister, "charity_registration_status"),
      Entry(.postcode, .charityRegister, "charity_contact_postcode"),
      Entry(.orgCompany, .charityRegister, "charity_company_registration_number"),
      Entry(.orgText, .charityRegister, "charity_activities"),
      Entry(.income, .charityRegister, "latest_income"),
      Entry(.url, .charityRegister, "charity_contact_web"),
      Entry(
        .furniture, .charityRegister,
        "charity_type", "date_of_registration", "date_of_removal", "charity_reporting_status",
        "latest_acc_fin_period_start_date", "latest_acc_fin_period_end_date", "latest_expenditure",
        "charity_contact_address#", "charity_contact_phone", "charity_contact_email",
        "charity_insolvent", "charity_in_administration", "charity_previously_excepted",
        "charity_is_cdf_or_cif", "charity_is_cio", "cio_is_dissolved",
        "date_cio_dissolution_notice", "charity_gift_aid", "charity_has_land"),

      Entry(.remitType, .charityAreas, "geographic_area_type"),
      Entry(.remitName, .charityAreas, "geographic_area_description"),
      Entry(
        .furniture, .charityAreas,
        "parent_geographic_area_type", "parent_geographic_area_description", "welsh_ind"),

      Entry(.specialism, .charityClassifications, "classification_description"),
      Entry(.furniture, .charityClassifications, "classification_code", "classification_type"),
    ]

  /// The columns that all tables of the extract have.
  private static let charityKeys: [Entry] =
    [DataSource.charityRegister, .charityAreas, .charityClassifications].flatMap { source in
      [
        Entry(.id, source, "organisation_number"),
        Entry(.orgID, source, "registered_charity_number"),
        Entry(.orgParent, source, "linked_charity_number"),
        Entry(.furniture, source, "date_of_extract"),
      ]
    }
}
