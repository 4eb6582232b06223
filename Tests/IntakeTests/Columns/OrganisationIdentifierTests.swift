import Intake
import Testing

@Suite struct `Organisation identifier` {
  @Test(
    arguments: [
      ("1107583", "GB-CHC-1107583", []), ("313139", "GB-CHC-313139", []),
      (" 1107583 ", "GB-CHC-1107583", []), ("\u{FEFF}1107583", "GB-CHC-1107583", []),
      ("1107583.0", "GB-CHC-1107583", [.numberFormat]),
      ("1,107,583", "GB-CHC-1107583", [.numberFormat]),
      ("110 7583", "GB-CHC-1107583", [.spaces]), ("0313139", "GB-CHC-313139", [.zerosRemoved]),
      ("Charity no. 1107583", "GB-CHC-1107583", [.label]),
      ("Registered Charity Number: 1107583", "GB-CHC-1107583", [.label]),
      ("SC012345", "GB-SC-SC012345", []), ("sc012345", "GB-SC-SC012345", [.letterCase]),
      ("SC 012345", "GB-SC-SC012345", [.spaces]), ("SC12345", "GB-SC-SC012345", [.zerosRestored]),
      ("SCO12345", "GB-SC-SC012345", [.letterO]),
      ("NIC100012", "GB-NIC-100012", []), ("NIC 100012", "GB-NIC-100012", [.spaces]),
    ] as [(String, String, [OrganisationIdentifier.Repair])])
  func `of a charity has one form`(
    text: String, form: String, repairs: [OrganisationIdentifier.Repair]
  ) throws {
    let identifier = try OrganisationIdentifier(charityNumber: text)
    #expect(identifier.description == form)
    #expect(identifier.repairs == repairs)
    #expect(identifier.linked == nil)
    let again = try OrganisationIdentifier(form)
    #expect(again.description == form)
    #expect(again.repairs == [])
  }

  @Test func `of a linked charity is its parent's, with its own number kept apart`() throws {
    let linked = try OrganisationIdentifier(charityNumber: "1107583-12")
    #expect(linked.description == "GB-CHC-1107583")
    #expect(linked.linked == 12)
    #expect(try OrganisationIdentifier(charityNumber: "1107583", linked: 0).linked == 0)
    #expect(try OrganisationIdentifier("GB-CHC-1107583-1").linked == 1)
    for text in ["1107583-", "-1", "1107583-x", "1107583-1-1", "1107583-99999"] {
      #expect(throws: OrganisationIdentifierError.unknownForm(text)) {
        try OrganisationIdentifier(charityNumber: text)
      }
    }
  }

  @Test(
    arguments: [
      ("00445790", "GB-COH-00445790", []), ("445790", "GB-COH-00445790", [.zerosRestored]),
      ("445790.0", "GB-COH-00445790", [.numberFormat, .zerosRestored]),
      ("6", "GB-COH-00000006", [.zerosRestored]), ("rc000123", "GB-COH-RC000123", [.letterCase]),
      ("RC123", "GB-COH-RC000123", [.zerosRestored]), ("OC312345", "GB-COH-OC312345", []),
      ("SC012345", "GB-COH-SC012345", []), ("SCO12345", "GB-COH-SC012345", [.letterO]),
      ("NI 012345", "GB-COH-NI012345", [.spaces]), ("IP12345R", "GB-COH-IP12345R", []),
      ("SP2345RS", "GB-COH-SP2345RS", []), ("CE012345", "GB-COH-CE012345", []),
      ("CS001234", "GB-COH-CS001234", []), ("FC034567", "GB-COH-FC034567", []),
      ("LP012345", "GB-COH-LP012345", []), ("SL012345", "GB-COH-SL012345", []),
      ("R0000123", "GB-COH-R0000123", []),
      ("NO 12345", "GB-COH-NO012345", [.spaces, .zerosRestored]),
      ("Company No: 445790", "GB-COH-00445790", [.label, .zerosRestored]),
    ] as [(String, String, [OrganisationIdentifier.Repair])])
  func `of a company has eight characters`(
    text: String, form: String, repairs: [OrganisationIdentifier.Repair]
  ) throws {
    let identifier = try OrganisationIdentifier(companyNumber: text)
    #expect(identifier.description == form)
    #expect(identifier.number.count == 8)
    #expect(identifier.repairs == repairs)
    #expect(try OrganisationIdentifier(form).description == form)
  }

  @Test(
    arguments: [
      ("GB-CHC-1107583", "GB-CHC-1107583", []), ("gb-chc-1107583", "GB-CHC-1107583", [.letterCase]),
      ("GB-COH-445790", "GB-COH-00445790", [.zerosRestored]),
      ("GB-SC-SC012345", "GB-SC-SC012345", []), ("GB-SC-012345", "GB-SC-SC012345", [.prefix]),
      ("GB-NIC-100012", "GB-NIC-100012", []), ("GB-NIC-NIC100012", "GB-NIC-100012", []),
      ("GB-CHC-SC012345", "GB-SC-SC012345", [.register]), ("GB-LAE-LBH", "GB-LAE-LBH", []),
      ("360G-Fund-org-12", "360G-FUND-ORG-12", [.letterCase]), ("NIC100012", "GB-NIC-100012", []),
      ("OC312345", "GB-COH-OC312345", []),
    ] as [(String, String, [OrganisationIdentifier.Repair])])
  func `that names its register is read without its column`(
    text: String, form: String, repairs: [OrganisationIdentifier.Repair]
  ) throws {
    let identifier = try OrganisationIdentifier(text)
    #expect(identifier.description == form)
    #expect(identifier.repairs == repairs)
  }

  @Test(arguments: ["1.13E+05", "1.13e+06", "1,13E+06", "1E6", "4.46E+05", "1.107583E+06"])
  func `cut by a spreadsheet is never guessed`(text: String) {
    let error = OrganisationIdentifierError.digitsLost(text)
    #expect(throws: error) { try OrganisationIdentifier(charityNumber: text) }
    #expect(throws: error) { try OrganisationIdentifier(companyNumber: text) }
    #expect(throws: error) { try OrganisationIdentifier(text) }
  }

  @Test(arguments: ["1107583", "445790", "SC012345", "00445790"])
  func `of digits alone is not guessed to be of one register`(text: String) {
    #expect(throws: OrganisationIdentifierError.severalRegisters(text)) {
      try OrganisationIdentifier(text)
    }
  }

  @Test(arguments: [
    "12345", "12345678901", "1107583/313139", "1107583 & 313139", "#N/A", "exempt", "0", "SC",
    "SC1234567", "NIC", "1107583.5", "11,07583", "GB-", "-", "🦄", "１１０７５８３", "GB-CHC-", "x",
  ])
  func `that has no register's form is refused`(text: String) {
    #expect(throws: OrganisationIdentifierError.unknownForm(text)) {
      try OrganisationIdentifier(charityNumber: text)
    }
  }

  @Test(arguments: ["XX012345", "123456789", "0", "00000000", "OC1234567", "IPR", "RC", "ABCDEFGH"])
  func `of no company is refused`(text: String) {
    #expect(throws: OrganisationIdentifierError.unknownForm(text)) {
      try OrganisationIdentifier(companyNumber: text)
    }
  }

  @Test func `is missing where nothing is written`() {
    #expect(throws: OrganisationIdentifierError.empty) { try OrganisationIdentifier(" \u{00A0}") }
    #expect(throws: OrganisationIdentifierError.empty) {
      try OrganisationIdentifier(companyNumber: "")
    }
    #expect(throws: OrganisationIdentifierError.self) {
      try OrganisationIdentifier(charityNumber: String(repeating: "1", count: 1_000_000))
    }
    #expect(throws: OrganisationIdentifierError.self) { try OrganisationIdentifier("GB-CHC-x") }
  }
}

@Suite struct `Organisation name` {
  @Test(arguments: [
    ["The Law Centre Ltd", "Law Centre Limited", "LAW CENTRE LTD.", "law-centre", "Law  Centre"],
    ["Voluntary & Community Action", "Voluntary and Community Action CIO"],
    ["Hackney Play C.I.C.", "Hackney Play CIC", "Hackney Play Community Interest Company"],
    ["Café Élan", "Cafe Elan", "CAFÉ ÉLAN PLC", "Cafe\u{0301} E\u{0301}lan"],
    ["St Mary's Trust", "St. Mary’s Trust", "ST MARYS TRUST"],
  ])
  func `is the same without its legal form`(names: [String]) {
    #expect(Set(names.map(OrganisationName.folded)).count == 1)
    #expect(OrganisationName.proposals(names) == [Array(names.indices)])
  }

  @Test func `keeps what could make it another's`() {
    let names = ["Age UK Barnet", "Age UK Brent", "Centre", "Center", "The Limited", "And Co"]
    #expect(Set(names.map(OrganisationName.folded)).count == names.count)
    #expect(OrganisationName.folded("The Limited") == "the limited")
    #expect(OrganisationName.folded("") == "")
    #expect(OrganisationName.folded("…!") == "")
  }

  @Test func `gives proposals in the order of the rows`() {
    let names = ["B Ltd", "A", "The B", "", "a limited", "C", ""]
    #expect(OrganisationName.proposals(names) == [[0, 2], [1, 4]])
  }
}
