/// The part that names the sheets.
final class WorkbookPart: XMLVisitor {
  private(set) var sheets: [(tab: Workbook.Tab, relationship: String)] = []
  private(set) var dateSystem = DateSystem.from1900
  private let limits: Workbook.Limits

  init(limits: Workbook.Limits) {
    self.limits = limits
  }

  func start(_ name: String, _ attributes: XMLAttributes) throws(FormatError) {
    switch name {
    case "workbookPr":
      if attributes.isTrue("date1904") { dateSystem = .from1904 }
    case "sheet":
      guard sheets.count < limits.sheets else {
        throw .limitExceeded(what: "sheets", limit: limits.sheets)
      }
      let visibility = attributes["state"].flatMap(Workbook.Visibility.init(rawValue:))
      let tab = Workbook.Tab(name: attributes["name"] ?? "", visibility: visibility ?? .visible)
      sheets.append((tab, attributes[local: "id"] ?? ""))
    default: break
    }
  }

  func end(_ name: String, text: [UInt8]) {}
}
