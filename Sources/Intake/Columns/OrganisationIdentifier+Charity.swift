extension OrganisationIdentifier {
  /// The number of a charity, as a column of charity numbers writes it.
  ///
  /// England and Wales: 6 or 7 digits, and perhaps the number of a linked charity, `1107583-1`;
  /// Scotland: `SC` and 6 digits; Northern Ireland: `NIC` and 6 digits. Digits alone are taken
  /// for England and Wales.
  ///
  /// - Parameters:
  ///   - text: The cell.
  ///   - linked: Which charity of a group, where another column tells.
  /// - Throws: ``OrganisationIdentifierError``.
  public init(charityNumber text: String, linked: Int? = nil)
    throws(OrganisationIdentifierError)
  {
    var written = try WrittenNumber(text)
    if let digits = written.digits(after: "SC", count: 6) {
      self.init(
        register: .scottishCharities, number: "SC" + digits, linked: linked,
        repairs: written.repairs)
      return
    }
    if let digits = written.digits(after: "NIC", count: 6) {
      self.init(
        register: .northernIrishCharities, number: digits, linked: linked,
        repairs: written.repairs)
      return
    }
    let parts = written.text.split(separator: "-", omittingEmptySubsequences: false)
    var own = linked
    if parts.count == 2 {
      guard parts[1].count <= 3, let suffix = Int(parts[1]), suffix >= 0 else {
        throw .unknownForm(text)
      }
      own = suffix
    }
    guard parts.count <= 2, var digits = parts.first.map(String.init), !digits.isEmpty,
      digits.allSatisfy(\.isDecimalDigit)
    else { throw .unknownForm(text) }
    while digits.hasPrefix("0") {
      digits.removeFirst()
      written.repairs.insert(.zerosRemoved)
    }
    guard (6...7).contains(digits.count) else { throw .unknownForm(text) }
    self.init(
      register: .charityCommission, number: digits, linked: own, repairs: written.repairs)
  }
}
