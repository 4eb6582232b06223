import CPROJ
public import SimpleFeatures

/// How positions were taken from one reference system to another, and how well.
public struct OperationReport: Hashable, Sendable {
  /// PROJ's description of the steps.
  public let description: String
  /// The accuracy that the register states, an average; `nil` where it states none.
  public let accuracy: Distance?
  /// Whether a grid file was used.
  public let usesGrid: Bool
  /// Whether a change of datum was passed over, which can mean an error of hundreds of metres.
  public let isBallpark: Bool
}

extension CoordinateTransform {
  /// The operation that transformed the last position; `nil` before the first one.
  ///
  /// PROJ chooses for each position among operations for different regions, so transform a
  /// position from the middle of the study before asking.
  ///
  /// - Returns: For a transform between equal reference systems, an exact operation without steps.
  public func lastOperation() -> OperationReport? {
    guard let operation else {
      return OperationReport(
        description: "none: both are \(source.code)", accuracy: .metres(0), usesGrid: false,
        isBallpark: false)
    }
    let context = operation.context
    guard
      let used = unsafe PROJObject(
        proj_trans_get_last_used_operation(operation.handle), in: context)
    else { return nil }
    let text = unsafe proj_pj_info(used.handle).description
    let accuracy = unsafe proj_coordoperation_get_accuracy(context.handle, used.handle)
    let grids = unsafe proj_coordoperation_get_grid_used_count(context.handle, used.handle)
    let isBallpark = unsafe proj_coordoperation_has_ballpark_transformation(
      context.handle, used.handle)
    return OperationReport(
      description: unsafe text.map { unsafe String(cString: $0) } ?? "unnamed",
      accuracy: accuracy < 0 ? nil : .metres(accuracy), usesGrid: grids > 0,
      isBallpark: isBallpark == 1)
  }
}
