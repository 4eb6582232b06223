/// What each site has for one of those whom it serves: step 1 of every floating catchment.
///
/// `R_j = S_j / D_j`, with D the demand on the site. A site that reaches no resident has nothing
/// to give: its ratio is 0, not infinite. So is that of a site whose demand is too small for the
/// ratio to be a number.
struct LevelOfService {
  /// R, one value per site, finite.
  let ratios: [Double]
  /// Σ S_j over the sites that serve anybody.
  let sharedCapacity: Double

  /// - Complexity: O(sites).
  init(capacities: [Double], demand: [Double]) {
    precondition(capacities.count == demand.count, "one demand per site")
    var ratios: [Double] = []
    var sharedCapacity = 0.0
    for (capacity, demand) in zip(capacities, demand) {
      let ratio = capacity / demand
      let isServing = demand > 0 && ratio.isFinite
      ratios.append(isServing ? ratio : 0)
      if isServing { sharedCapacity += capacity }
    }
    self.ratios = ratios
    self.sharedCapacity = sharedCapacity
  }
}
