/// A colour of the screen (sRGB), eight bits a channel.
public struct Colour: Hashable, Sendable {
  /// How much red.
  public let red: UInt8
  /// How much green.
  public let green: UInt8
  /// How much blue.
  public let blue: UInt8

  /// A colour from its channels as one number: 0xRRGGBB.
  init(_ code: UInt32) {
    red = UInt8(truncatingIfNeeded: code >> 16)
    green = UInt8(truncatingIfNeeded: code >> 8)
    blue = UInt8(truncatingIfNeeded: code)
  }

  /// The colour as web pages write it: `#RRGGBB` in lower-case digits.
  public var hex: String {
    "#"
      + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// Colours for the classes of a map, which every map of the program shares.
///
/// - SeeAlso: M. Harrower, C. A. Brewer, "ColorBrewer.org: an online tool for selecting colour
///   schemes for maps", *The Cartographic Journal* 40(1), 2003, 27–37. The schemes YlGnBu and PuOr
///   are by Cynthia A. Brewer, Pennsylvania State University, under the Apache License 2.0.
public struct ColourRamp: Hashable, Sendable {
  /// The colours, one a class.
  public let colours: [Colour]

  /// Five classes of the cold-spot score, the darker the colder (YlGnBu).
  ///
  /// The lightness falls from class to class, so that the order survives a print in grey.
  public static let coldness = ColourRamp([0xFFFFCC, 0xA1DAB4, 0x41B6C4, 0x2C7FB8, 0x253494])

  /// Five classes of a change, colder in orange and warmer in purple, with none in the middle (PuOr
  /// turned round): the first is for the greatest fall of the score.
  public static let change = ColourRamp([0x5E3C99, 0xB2ABD2, 0xF7F7F7, 0xFDB863, 0xE66101])

  /// For what has no score; no class is grey.
  public static let noData = Colour(0xBDBDBD)

  /// The hatching of what is not firm, on a line of white that sets it off from dark classes.
  public static let hatching = Colour(0x333333)

  /// For kinds without an order: the categorical palette of the Government Analysis Function.
  ///
  /// - SeeAlso: Government Analysis Function, *Data visualisation: colours in charts*, 2023.
  public static let kinds = ColourRamp([0x12436D, 0x28A197, 0x801650, 0xF46A25])

  init(_ codes: [UInt32]) {
    colours = codes.map(Colour.init)
  }

  /// The colour of a class where there may be fewer classes than colours.
  ///
  /// The first and the last class have the first and the last colour, and those between are spread
  /// evenly; a class all alone has the middle colour.
  ///
  /// - Precondition: `index` is below `count`, and that is at most the number of colours.
  public func colour(ofClass index: Int, of count: Int) -> Colour {
    precondition(
      (0..<count).contains(index) && count <= colours.count, "there is a colour for each class")
    let last = colours.count - 1
    guard count > 1 else { return colours[last / 2] }
    return colours[(2 * index * last + count - 1) / (2 * (count - 1))]
  }
}
