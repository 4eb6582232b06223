internal import GeoJSON

extension RunComparison {
  /// Every area of either run: its figures in both, their change, the parts and the cause.
  public var table: ResultTable {
    let parts = splitCauses
    var rows: [[PropertyValue]] = areas.map { area in
      [.text(area.code), .text(area.name), .text(area.borough), .text("both")]
        + Self.figures(area.first, area.second)
        + [.text(area.cause?.rawValue ?? "")]
        + parts.map { cause in
          Self.decimal(area.parts.first { $0.cause == cause }?.score, places: 4)
        }
    }
    for (lone, name) in [(onlyInFirst, "first"), (onlyInSecond, "second")] {
      for area in lone {
        let figures: [PropertyValue] =
          name == "first" ? Self.figures(area.figures, nil) : Self.figures(nil, area.figures)
        rows.append(
          [.text(area.code), .text(area.name), .text(""), .text(name)] + figures
            + [.text(Cause.boundary.rawValue)] + parts.map { _ in .null })
      }
    }
    return ResultTable(
      name: "moves",
      header: ["code", "name", "borough", "in_run"]
        + ["rank", "score", "need", "lack"].flatMap { ["\($0)_1", "\($0)_2", "\($0)_change"] }
        + ["class_1", "class_2", "cause"] + parts.map { "score_by_\($0.rawValue)" },
      rows: rows)
  }

  private static func figures(_ first: Figures?, _ second: Figures?) -> [PropertyValue] {
    func pair(_ one: Double?, _ other: Double?, places: Int) -> [PropertyValue] {
      let change = one.flatMap { one in other.map { $0 - one } }
      return [one, other, change].map { decimal($0, places: places) }
    }
    return pair(first?.rank.map(Double.init), second?.rank.map(Double.init), places: 0)
      + pair(first?.score, second?.score, places: 4) + pair(first?.need, second?.need, places: 6)
      + pair(first?.lack, second?.lack, places: 6)
      + [.text(first?.coldSpotClass ?? ""), .text(second?.coldSpotClass ?? "")]
  }

  private static func decimal(_ number: Double?, places: Int) -> PropertyValue {
    number.map { .decimal($0, places: places) } ?? .null
  }

  /// The comparison as one JSON document, with every area that moved.
  public var json: [UInt8] {
    let moved = areas.filter(isMoved)
    return JSONWriter(layout: .pretty).write(
      .object(
        [
          .init("schema", .string("coldspot/compare/1")), .init("ok", .bool(isSame)),
          .init("studies", .array([.string(studies.first), .string(studies.second)])),
          .init("level", .string(level.rawValue)), .init("areas", .integer(areas.count)),
          .init("moved", .integer(moved.count)),
        ] + explanationMembers + [
          .init(
            "differences",
            .array(
              differences.map { difference in
                .object([
                  .init("name", .string(difference.name)),
                  .init("first", .string(difference.first)),
                  .init("second", .string(difference.second)),
                  .init("cause", difference.cause.map { .string($0.rawValue) } ?? .null),
                ])
              })),
          .init("moves", .array(moved.map(Self.json))),
          .init("only_in_first", .array(onlyInFirst.map(Self.json))),
          .init("only_in_second", .array(onlyInSecond.map(Self.json))),
        ]))
  }

  private var explanationMembers: [JSONValue.Member] {
    let (causes, isTold, reason): ([Cause], Bool, String?) =
      switch explanation {
      case .none: ([], true, nil)
      case .one(let cause): ([cause], true, nil)
      case .split(let causes): (causes, true, nil)
      case .unknown(let causes, let reason): (causes, false, reason)
      }
    return [
      .init("causes", .array(causes.map { .string($0.rawValue) })),
      .init("told_apart", .bool(isTold)), .init("reason", reason.map(JSONValue.string) ?? .null),
    ]
  }

  private static func json(_ area: Area) -> JSONValue {
    .object([
      .init("code", .string(area.code)), .init("name", .string(area.name)),
      .init("borough", .string(area.borough)), .init("first", json(area.first)),
      .init("second", json(area.second)),
      .init("cause", area.cause.map { .string($0.rawValue) } ?? .null),
      .init(
        "parts",
        .array(
          area.parts.map { part in
            .object([
              .init("cause", .string(part.cause.rawValue)),
              .init("score", .number((part.score * 10_000).rounded() / 10_000)),
              .init("rank", .integer(part.rank)),
            ])
          })),
    ])
  }

  private static func json(_ area: LoneArea) -> JSONValue {
    .object([
      .init("code", .string(area.code)), .init("name", .string(area.name)),
      .init("figures", json(area.figures)),
    ])
  }

  private static func json(_ figures: Figures) -> JSONValue {
    func number(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }
    return .object([
      .init("rank", figures.rank.map(JSONValue.integer) ?? .null),
      .init("score", number(figures.score)), .init("need", number(figures.need)),
      .init("lack", number(figures.lack)),
      .init("class", figures.coldSpotClass.map(JSONValue.string) ?? .null),
    ])
  }
}
