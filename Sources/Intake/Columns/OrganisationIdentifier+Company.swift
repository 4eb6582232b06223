extension OrganisationIdentifier {
  /// The letters with which numbers of Companies House begin, other than digits alone.
  ///
  /// - SeeAlso: Companies House, *Company number prefixes*: AC insurers, CE and CS charitable
  ///   incorporated organisations, FC overseas companies, IP and RS registered societies, LP and
  ///   SL limited partnerships, NI and R Northern Ireland, OC and SO limited liability
  ///   partnerships, RC royal charters, SC Scotland.
  private static let companyPrefixes: Set<String> = [
    "AC", "CE", "CS", "EN", "ES", "FC", "FE", "GE", "GN", "GS", "IC", "IP", "LP", "NA", "NC", "NF",
    "NI", "NL", "NO", "NP", "NR", "NV", "NZ", "OC", "OE", "PC", "RC", "RS", "SA", "SC", "SE", "SF",
    "SG", "SI", "SL", "SO", "SP", "SR", "SZ", "ZC",
  ]

  /// The number of a company, as a column of company numbers writes it: 8 characters, digits or
  /// letters and digits, with the zeros put back that a spreadsheet takes away.
  ///
  /// - Throws: ``OrganisationIdentifierError``.
  public init(companyNumber text: String) throws(OrganisationIdentifierError) {
    var written = try WrittenNumber(text)
    guard let number = Self.companyNumber(&written) else { throw .unknownForm(text) }
    self.init(register: .companiesHouse, number: number, repairs: written.repairs)
  }

  private static func companyNumber(_ written: inout WrittenNumber) -> String? {
    if let digits = written.digits(after: "", count: 8) { return digits }
    let prefix = String(written.text.prefix { $0.isASCII && $0.isLetter })
    // Northern Ireland before 1922: R and 7 digits.
    if prefix == "R", let digits = written.digits(after: "R", count: 7) { return "R" + digits }
    guard prefix.count >= 2, companyPrefixes.contains(String(prefix.prefix(2))) else { return nil }
    if prefix.count <= 3, let digits = written.digits(after: String(prefix.prefix(2)), count: 6) {
      return String(prefix.prefix(2)) + digits
    }
    // Registered societies end in letters: IP12345R, SP2345RS.
    let rest = written.text.dropFirst(2)
    let hasDigitsFirst = rest.prefix(3).allSatisfy(\.isDecimalDigit)
    return written.text.count == 8 && prefix.count == 2 && hasDigitsFirst
      && rest.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
      ? written.text : nil
  }

  /// An identifier in the form of org-id.guide, `GB-CHC-1107583`, or one that tells its register
  /// itself: `SC…` and `NIC…` for a charity, letters and digits for a company.
  ///
  /// Digits alone tell nothing and are refused. `SC` and digits may be a Scottish charity as well
  /// as a Scottish company, and are refused too.
  ///
  /// - Throws: ``OrganisationIdentifierError``.
  public init(_ text: String) throws(OrganisationIdentifierError) {
    let written = try WrittenNumber(text)
    for register in [
      Register.charityCommission, .scottishCharities, .northernIrishCharities, .companiesHouse,
    ] where written.text.hasPrefix(register.code + "-") {
      try self.init(written, in: register, text: text)
      return
    }
    let parts = written.text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count >= 3, parts[0].count == 2 || parts[0] == "360G", !parts.contains("") {
      self.init(
        register: .other(parts.prefix(2).joined(separator: "-")),
        number: parts.dropFirst(2).joined(separator: "-"), repairs: written.repairs)
    } else if written.text.first?.isDecimalDigit == true || written.text.hasPrefix("SC") {
      throw .severalRegisters(text)
    } else if written.text.hasPrefix("NIC") {
      try self.init(charityNumber: text)
    } else {
      try self.init(companyNumber: text)
    }
  }

  /// The number behind a register's code.
  private init(
    _ written: WrittenNumber, in register: Register, text: String
  ) throws(OrganisationIdentifierError) {
    var number = String(written.text.dropFirst(register.code.count + 1))
    var repairs = written.repairs
    let letters: String? =
      switch register {
      case .scottishCharities: "SC"
      case .northernIrishCharities: "NIC"
      default: nil
      }
    if let letters, number.first?.isDecimalDigit == true {
      number = letters + number
      if register == .scottishCharities { repairs.insert(.prefix) }
    }
    let read: OrganisationIdentifier
    do {
      read =
        register == .companiesHouse
        ? try OrganisationIdentifier(companyNumber: number)
        : try OrganisationIdentifier(charityNumber: number)
    } catch {
      throw .unknownForm(text)
    }
    if read.register != register { repairs.insert(.register) }
    self.init(
      register: read.register, number: read.number, linked: read.linked,
      repairs: repairs.union(read.repairs))
  }
}
