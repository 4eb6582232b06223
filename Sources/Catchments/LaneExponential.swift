/// exp(x) for |x| ≤ ½ ln 2, within two units in the last place.
///
/// The Chebyshev expansion of exp on that interval, cut after the 11th power: it is off by
/// 2 · 10⁻¹⁷ at most, the rest is rounding.
@inline(__always)
func exponentialNearZero(_ x: Lanes) -> Lanes {
  var sum = Lanes(repeating: 2.5114870232064345e-08) * x + 2.763264069051338e-07
  sum = sum * x + 2.7557224956072986e-06
  sum = sum * x + 2.4801485479175668e-05
  sum = sum * x + 0.00019841269909219884
  sum = sum * x + 0.0013888888952318084
  sum = sum * x + 0.008333333333309526
  sum = sum * x + 0.04166666666648808
  sum = sum * x + 0.16666666666666702
  sum = sum * x + 0.5000000000000019
  sum = sum * x + 1
  return sum * x + 1
}

/// exp(x) for x ≤ 0, within a few units in the last place; 0 below −708, where the numbers end
/// that have all their digits.
///
/// Written here because the result of the C library's differs between processors, and because four
/// at once cost little more than one of its.
@inline(__always)
func exponential(_ x: Lanes) -> Lanes {
  let least = -708.0
  let exponent = x.replacing(with: least, where: x .< least)
  // A sum with 1.5 · 2⁵² has no room for fractions: its last bits are the rounded number.
  let shifted = exponent * 1.4426950408889634 + 0x1.8p52
  let twos = shifted - 0x1.8p52
  // ln 2 in two parts, of which the first is short, so that its multiples are exact.
  let rest = (exponent - twos * 0.6931471803691238) - twos * 1.9082149292705877e-10
  let mantissa = exponentialNearZero(rest)
  var power = Lanes.zero
  for lane in 0..<4 {
    power[lane] = Double(bitPattern: (shifted[lane].bitPattern &+ 1023) << 52)
  }
  return (mantissa * power).replacing(with: 0, where: x .< least)
}
