public import ColdSpotKit
internal import GeoJSON

/// The planner's page: one HTML file that shows where the cold spots are, how sure that is, why, and
/// what is missing there.
///
/// It opens by double-click and asks nothing of any server. The map is plain inline SVG, drawn by the
/// page's own script, and no map library: shapes of SVG can be focused, named for screen readers,
/// hatched and printed sharp, which the canvas of such libraries cannot; seven hundred wards need no
/// tiles; and a library would add some 150 KB to every page. The table carries everything the map
/// shows; the map is its picture.
///
/// Names are hostile text: they reach the page as escaped text and as JSON that the script puts
/// into text nodes only, and the page's content security policy admits no script but its own.
public enum HTMLPage {
  /// The page of a run.
  ///
  /// The same runs give the same bytes.
  ///
  /// - Parameters:
  ///   - run: The run that it shows.
  ///   - other: A second run to compare it with, area by area by their codes.
  ///   - isLive: Whether the page is served and may ask `live` beside it for scenarios; a page in
  ///     a file may not ask anybody.
  /// - Returns: The bytes of the file, UTF-8.
  /// - Throws: ``ReportError``.
  /// - Complexity: O(*n* log *n*) in the corners of the areas.
  public static func render(
    _ run: PublishedRun, compare other: PublishedRun? = nil, isLive: Bool = false
  ) throws(ReportError) -> [UInt8] {
    let data = try PageData(run, compare: other)
    let script = PageScript.text
    let style = PageStyle.text
    return PageTemplate(PackageResources.page_html).filled([
      "title": PageTemplate.escaped("Cold spots of support: \(run.study)"),
      "policy": PageTemplate.escaped(
        PagePolicy.text(script: script, style: style, isLive: isLive)),
      "style": style,
      "study": PageTemplate.escaped(run.study),
      "facts": PageTemplate.escaped(data.facts),
      "rows": data.firstRows(20),
      "data": PageData.inline(data.json),
      "live": Array((isLive ? #"{"api":"live"}"# : "null").utf8),
      "script": script,
    ])
  }
}
