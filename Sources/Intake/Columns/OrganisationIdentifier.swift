/// The number of an organisation in a public register, in the one form in which it can be
/// compared.
///
/// Two rows with the same ``description`` are the same organisation. Numbers are repaired only
/// where nothing can be lost, and each repair is kept; nothing is guessed.
///
/// - SeeAlso: *org-id.guide*, lists GB-CHC, GB-COH, GB-NIC and GB-SC.
public struct OrganisationIdentifier: Hashable, Sendable, CustomStringConvertible {
  /// The register that gave the number.
  public enum Register: Hashable, Sendable {
    /// The Charity Commission for England and Wales.
    case charityCommission
    /// The Office of the Scottish Charity Regulator.
    case scottishCharities
    /// The Charity Commission for Northern Ireland.
    case northernIrishCharities
    /// Companies House.
    case companiesHouse
    /// Another, by its code at org-id.guide, such as `GB-LAE`.
    case other(String)

    /// The code of the register at org-id.guide.
    public var code: String {
      switch self {
      case .charityCommission: "GB-CHC"
      case .scottishCharities: "GB-SC"
      case .northernIrishCharities: "GB-NIC"
      case .companiesHouse: "GB-COH"
      case .other(let code): code
      }
    }
  }

  /// What was put right, without loss.
  public enum Repair: String, Hashable, Sendable, CaseIterable {
    /// White space inside, or around.
    case spaces = "spaces removed"
    /// Small letters.
    case letterCase = "letters made capital"
    /// Words before the number: "Charity no. 1107583".
    case label = "label removed"
    /// A spreadsheet's ".0", or commas between thousands.
    case numberFormat = "number format removed"
    /// Zeros that a spreadsheet took away, put back up to the fixed length.
    case zerosRestored = "leading zeros restored"
    /// Zeros in front of a number that has none.
    case zerosRemoved = "leading zeros removed"
    /// The letter O where only a digit can stand.
    case letterO = "letter O read as zero"
    /// The letters that belong in front of the number.
    case prefix = "register's letters added"
    /// The wrong register's code in front of a number that can be of one register only.
    case register = "register corrected"
  }

  /// The register.
  public let register: Register
  /// The number in the register's own form: `1107583`, `SC012345`, `100012`, `00445790`.
  public let number: String
  /// Which charity of a group: 0 for the main one; `nil` where not told.
  ///
  /// Not a part of the ``description``: linked charities share their parent's number.
  public let linked: Int?
  /// What was put right, in the order of ``Repair``.
  public let repairs: [Repair]

  init(register: Register, number: String, linked: Int? = nil, repairs: Set<Repair> = []) {
    self.register = register
    self.number = number
    self.linked = linked
    self.repairs = Repair.allCases.filter(repairs.contains)
  }

  /// The identifier in the form of org-id.guide: `GB-CHC-1107583`.
  public var description: String { register.code + "-" + number }
}

/// Why a text is no identifier.
public enum OrganisationIdentifierError: Error, Hashable, Sendable {
  /// Nothing is there.
  case empty
  /// A number cut to powers of ten, `1.13E+05`: its digits are lost.
  case digitsLost(String)
  /// It could be of several registers: digits alone.
  case severalRegisters(String)
  /// It has no form of any register.
  case unknownForm(String)
}

extension OrganisationIdentifierError: CustomStringConvertible {
  /// What is wrong, in one sentence.
  public var description: String {
    switch self {
    case .empty: "There is no number."
    case .digitsLost(let text):
      "\"\(text)\" is a number that a spreadsheet has cut; its last digits are lost."
    case .severalRegisters(let text):
      "\"\(text)\" could be a charity or a company: say which in the name of the column."
    case .unknownForm(let text):
      "\"\(text)\" has the form of no register's numbers."
    }
  }
}
