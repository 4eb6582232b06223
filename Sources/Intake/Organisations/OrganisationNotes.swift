/// What may be noticed about organisations.
extension RowNotes.Kind {
  // Codes stay the same for good; a message follows the number and its noun.

  static let outside = RowNotes.Kind(
    "W101", "organisation", "outside every area, serving those inside who are within reach.")
  static let unresolvedRemit = RowNotes.Kind(
    "W103", "remit entry", "naming no area of the study, left out.",
    try: "Name areas as the boundaries do, with the borough where several have the name.")
  static let unmappedSpecialism = RowNotes.Kind(
    "N104", "specialism", "missing from the table of functions, counting for nothing.")
  static let withoutFunction = RowNotes.Kind(
    "N109", "organisation", "without any of the functions: drawn, but supporting nobody.")
  static let withoutReach = RowNotes.Kind(
    "W110", "organisation", "with neither a usable location nor a remit, reaching nobody.")
  static let unknownPostcode = RowNotes.Kind(
    "W112", "postcode", "that the directory does not hold, giving no location.",
    try: "Check it, or name a fuller directory (ONSPD, NSPL or Code-Point Open) as postcodes.")
  static let unknownZone = RowNotes.Kind(
    "W114", "area", "of benefit for an organisation that the table does not have, left out.")
  static let repairedPostcode = RowNotes.Kind(
    "W120", "postcode",
    "with letters and digits mistaken for each other, read in the one way that "
      + "the directory knows.")
  static let terminatedPostcode = RowNotes.Kind(
    "W121", "postcode", "no longer in use, placed where it last was.")
  static let unplacedPostcode = RowNotes.Kind(
    "W122", "postcode", "without a place on the ground, such as a PO box, giving no location.")
  static let largeUser = RowNotes.Kind(
    "W123", "postcode", "of one large receiver of mail: a mailroom, perhaps not where they work.")
  static let coarsePostcode = RowNotes.Kind(
    "W124", "postcode",
    "known to its sector or district only: drawn, but no distance is measured "
      + "from there.",
    try: "Complete it, or say least_precision = \"postcode_district\" under [catchment].")
  static let malformedPostcode = RowNotes.Kind(
    "W126", "cell", "holding no postcode in any reading, giving no location.")
  static let reinterpretedPosition = RowNotes.Kind(
    "W127", "position", "fitting the study in one other reading only, and read so.")
  static let impossiblePosition = RowNotes.Kind(
    "W128", "position", "that cannot be, left out.")
  static let sharedAddress = RowNotes.Kind(
    "W130", "organisation",
    "sharing a postcode with many unrelated ones: probably an office "
      + "address, not where they work.",
    try: "Give the places where they work, or let them count by remit alone.")
  static let farFromRemit = RowNotes.Kind(
    "W131", "organisation",
    "with an address far from every area served: probably a registered "
      + "office, not where they work.")
  static let merged = RowNotes.Kind(
    "N132", "row", "belonging to an organisation of an earlier row, merged.")
  static let alike = RowNotes.Kind(
    "W133", "organisation", "of nearly the same name as another, which may be one; not merged.",
    try: "Give both rows the same id, charity or company number to make them one.")
  static let repairedIdentifier = RowNotes.Kind(
    "N134", "charity or company number", "written otherwise than usual, understood.")
  static let unreadableIdentifier = RowNotes.Kind(
    "W135", "charity or company number", "that cannot be read; its row is merged with no other.",
    try: "Format the column as text in the spreadsheet and enter the numbers again.")
  static let respelledPostcode = RowNotes.Kind(
    "N136", "postcode", "in another spelling than the usual.")
  static let linkedCharity = RowNotes.Kind(
    "N137", "linked charity", "for which the parent of its number stands.")
  static let ambiguousPostcode = RowNotes.Kind(
    "W138", "postcode", "with several possible readings, giving no location.")
  static let severalPostcodes = RowNotes.Kind(
    "N139", "cell", "with several postcodes: one site each.")
  static let sectorFallback = RowNotes.Kind(
    "N150", "postcode",
    "placed at the middle of its sector, since the study has no directory of "
      + "full postcodes.",
    try: "Name one (ONSPD, NSPL or Code-Point Open) as postcodes under [organisations]; or measure "
      + "from there with least_precision = \"postcode_sector\" under [catchment].")
}
