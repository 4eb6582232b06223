extension PostcodeDistrict {
  /// Whether its area, the one or two letters at the front, is one of those in use.
  ///
  /// These are the 124 areas of the United Kingdom and its Crown dependencies; BF for its forces, BX
  /// for addresses without a place, and GIR.
  var isOfAreaInUse: Bool { Self.areasInUse.contains(area) }

  private static let areasInUse = Set(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC \
    EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS \
    LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP \
    SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE BF BX \
    GIR
    """.split(separator: " ").map(String.init))
}
