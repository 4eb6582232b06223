public import ColdSpotKit

/// What a chief executive or a councillor reads of a run: one side of A4 about one borough.
///
/// The sheet is an HTML file that asks nothing of any server and has no script: how cold the borough
/// is and how firm that is, a map of its wards, the coldest of them, who reaches its people, what is
/// missing, the need, and what to bear in mind. Whatever may be long is cut at a stated number, so
/// that the sheet stays one page; the files of the run hold the rest.
///
/// Names are hostile text: they only ever reach the sheet escaped.
public struct BoroughSheet: Sendable {
  /// A name for the file, from the code and the name of the borough: `E09000016-havering.html`.
  public let fileName: String
  /// The bytes of the file, UTF-8.
  public let html: [UInt8]

  /// The sheet of one borough.
  ///
  /// The same run gives the same bytes.
  ///
  /// - Parameters:
  ///   - codeOrName: The code or the name of the borough; case, full stops and apostrophes do not
  ///     matter.
  ///   - run: The run that the sheet is of.
  /// - Throws: ``ReportError``.
  /// - Complexity: O(*n* log *n*) in the corners of all areas, since neighbours are drawn too.
  public init(_ codeOrName: String, of run: PublishedRun) throws(ReportError) {
    let run = try BoroughSheetRun(run)
    self.init(BoroughSheetContent(row: try run.borough(codeOrName), of: run))
  }

  /// The sheets of all boroughs.
  ///
  /// - Parameter run: The run that the sheets are of.
  /// - Returns: The sheets in the order of their layer, the coldest borough first; no two have the
  ///   same file name.
  /// - Throws: ``ReportError``.
  /// - Complexity: O(*n* log *n* + *bn*) in the corners of all areas and the number *b* of boroughs.
  public static func all(of run: PublishedRun) throws(ReportError) -> [BoroughSheet] {
    let run = try BoroughSheetRun(run)
    var taken: Set<String> = []
    return run.boroughs.layer.features.indices.map { row in
      let content = BoroughSheetContent(row: row, of: run)
      var name = content.fileName()
      var count = 1
      while !taken.insert(name).inserted {
        count += 1
        name = content.fileName(number: count)
      }
      return BoroughSheet(content, fileName: name)
    }
  }

  private init(_ content: BoroughSheetContent, fileName: String? = nil) {
    self.fileName = fileName ?? content.fileName()
    let style = PackageResources.sheet_css
    html = PageTemplate(PackageResources.sheet_html).filled([
      "title": PageTemplate.escaped(content.title),
      "policy": PageTemplate.escaped(Self.policy(style: style)),
      "style": style,
      "head": content.head.bytes,
      "map": BoroughSheetMap(content).markup.bytes,
      "gaps": content.gaps.bytes,
      "need": content.need.bytes,
      "key": content.key.bytes,
      "coldest": content.coldestWards.bytes,
      "reach": content.reachTable.bytes,
      "caveats": content.caveatList.bytes,
      "origin": content.origin.bytes,
    ])
  }

  /// The policy of a page, which without a word on scripts of its own admits none.
  private static func policy(style: [UInt8]) -> String {
    PagePolicy.text(script: [], style: style, isLive: false).split(separator: "; ")
      .filter { !$0.hasPrefix("script-src") }.joined(separator: "; ")
  }
}
