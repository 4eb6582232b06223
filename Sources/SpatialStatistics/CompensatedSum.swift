/// A sum that keeps what rounding takes from it.
///
/// - SeeAlso: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
///   Summen", *Zeitschrift für Angewandte Mathematik und Mechanik* 54, 1974, 39–51.
package struct CompensatedSum: Sendable {
  private var sum = 0.0
  private var lost = 0.0

  package init() {}

  package var value: Double { sum + lost }

  package mutating func add(_ term: Double) {
    let next = sum + term
    lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }
}
