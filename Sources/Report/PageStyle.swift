/// The style sheet of the page.
enum PageStyle {
  /// The sheet, the same for every page; what is for paper comes last and overrules the rest.
  static var text: [UInt8] {
    PackageResources.page_css + PackageResources.map_css + PackageResources.print_css
  }
}
