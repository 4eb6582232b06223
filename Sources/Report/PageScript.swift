/// The script of the page: its parts one after the other, in a scope of their own.
enum PageScript {
  /// The script, the same for every page.
  static var text: [UInt8] {
    var text = Array("\"use strict\";\n(() => {\n".utf8)
    for part in parts {
      text += part
      text.append(UInt8(ascii: "\n"))
    }
    return text + "})();\n".utf8
  }

  // What a part uses while the page is set up stands before it.
  private static var parts: [[UInt8]] {
    [
      PackageResources.elements_js, PackageResources.data_js, PackageResources.state_js,
      PackageResources.outlines_js, PackageResources.map_js, PackageResources.labels_js,
      PackageResources.moving_js, PackageResources.legend_js, PackageResources.table_js,
      PackageResources.views_js, PackageResources.detail_js, PackageResources.organisation_js,
      PackageResources.search_js, PackageResources.downloads_js, PackageResources.live_js,
      PackageResources.scenario_js, PackageResources.findings_js, PackageResources.foot_js,
      PackageResources.main_js,
    ]
  }
}
