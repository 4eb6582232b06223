#include "bell_sums.h"

#pragma STDC FP_CONTRACT OFF

// One build for every processor: the widest instructions that it has are chosen when it starts.
// The thread sanitizer runs before that choice can be made.
#if defined(__x86_64__) && defined(__linux__) && !__has_feature(thread_sanitizer)
#define CLONES __attribute__((target_clones("arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

enum { ORDER = 8, COUNT = 45 };

typedef double lanes __attribute__((vector_size(32), aligned(8), may_alias));
typedef long long mask __attribute__((vector_size(32), aligned(8), may_alias));

#define KEEP(condition, values) ((lanes)((mask)(condition) & (mask)(values)))

// The polynomial of LaneExponential.swift.
#define EXP_NEAR_ZERO(x)                                                                         \
  ((((((((((((2.5114870232064345e-08 * (x) + 2.763264069051338e-07) * (x) +                      \
             2.7557224956072986e-06) * (x) + 2.4801485479175668e-05) * (x) +                     \
           0.00019841269909219884) * (x) + 0.0013888888952318084) * (x) +                        \
         0.008333333333309526) * (x) + 0.04166666666648808) * (x) +                              \
       0.16666666666666702) * (x) + 0.5000000000000019) * (x) + 1.0) * (x) + 1.0))

CLONES
void coldspot_bell_gather(
    const void *x, const void *y, const void *people, size_t blocks, double cx, double cy,
    const struct coldspot_bell *bell, void *sums) {
  const lanes *xs = x, *ys = y, *ps = people;
  const struct coldspot_bell b = *bell;
  lanes sum = *(const lanes *)sums;
  for (size_t i = 0; i < blocks; i++) {
    lanes dx = xs[i] - cx, dy = ys[i] - cy;
    lanes square = dx * dx + dy * dy;
    lanes t = square * b.rate + b.middle;
    lanes weight = EXP_NEAR_ZERO(t) * b.height - b.floor;
    weight = KEEP((square <= b.squared_limit) & (weight > 0), weight);
    sum += ps[i] * weight;
  }
  *(lanes *)sums = sum;
}

CLONES
void coldspot_bell_spread(
    const void *x, const void *y, void *access, size_t blocks, double cx, double cy,
    const struct coldspot_bell *bell, double amount) {
  const lanes *xs = x, *ys = y;
  lanes *as = access;
  const struct coldspot_bell b = *bell;
  for (size_t i = 0; i < blocks; i++) {
    lanes dx = xs[i] - cx, dy = ys[i] - cy;
    lanes square = dx * dx + dy * dy;
    lanes t = square * b.rate + b.middle;
    lanes weight = EXP_NEAR_ZERO(t) * b.height - b.floor;
    weight = KEEP((square <= b.squared_limit) & (weight > 0), weight);
    as[i] += amount * weight;
  }
}

static const double inverse_factorials[ORDER + 1] = {
    1.0, 1.0, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320};

CLONES
void coldspot_cell_gather(
    const void *x, const void *y, const void *people, size_t blocks, double cx, double cy,
    double per_unit, double *moments) {
  const lanes *xs = x, *ys = y, *ps = people;
  lanes sums[COUNT] = {0};
  for (size_t i = 0; i < blocks; i++) {
    lanes u = (xs[i] - cx) * per_unit, v = (ys[i] - cy) * per_unit;
    lanes t = (u * u + v * v) * -0.5;
    lanes column = ps[i] * EXP_NEAR_ZERO(t);
    lanes *sum = sums;
#pragma clang loop unroll(full)
    for (int k = 0; k <= ORDER; k++) {
      lanes term = column;
#pragma clang loop unroll(full)
      for (int l = 0; l <= ORDER - k; l++) {
        *sum++ += term;
        term *= v;
      }
      column *= u;
    }
  }
  for (int k = 0, term = 0; k <= ORDER; k++)
    for (int l = 0; l <= ORDER - k; l++, term++) {
      const lanes sum = sums[term];
      moments[4 * term] = ((sum[0] + sum[1]) + (sum[2] + sum[3])) *
                          (inverse_factorials[k] * inverse_factorials[l]);
    }
}

CLONES
void coldspot_cell_spread(
    const void *x, const void *y, void *access, size_t blocks, double cx, double cy,
    double per_unit, const double *moments, double floor, double scale) {
  const lanes *xs = x, *ys = y;
  lanes *as = access;
  double terms[COUNT];
  for (int k = 0, term = 0; k <= ORDER; k++)
    for (int l = 0; l <= ORDER - k; l++, term++)
      terms[term] = moments[4 * term] * (inverse_factorials[k] * inverse_factorials[l]);
  for (size_t i = 0; i < blocks; i++) {
    lanes u = (xs[i] - cx) * per_unit, v = (ys[i] - cy) * per_unit;
    lanes t = (u * u + v * v) * -0.5;
    lanes sum = {0};
    int term = COUNT;
#pragma clang loop unroll(full)
    for (int k = ORDER; k >= 0; k--) {
      lanes column = {0};
#pragma clang loop unroll(full)
      for (int l = ORDER - k; l >= 0; l--) column = column * v + terms[--term];
      sum = sum * u + column;
    }
    as[i] += (sum * EXP_NEAR_ZERO(t) - floor) * scale;
  }
}

CLONES
void coldspot_moments_gather(
    const void *moments, struct coldspot_columns columns, const void *offsets,
    const void *heights, const double powers[9], void *sums) {
  const lanes *offset = offsets, *height = heights;
  lanes sum = *(const lanes *)sums;
  lanes column = (lanes){0, 1, 2, 3} + columns.first;
  for (size_t i = 0; i < columns.blocks; i++, column += 4.0) {
    const lanes *moment = (const lanes *)moments + (i + 1) * COUNT;
    const lanes a = offset[i];
    lanes total = {0};
#pragma clang loop unroll(full)
    for (int k = ORDER; k >= 0; k--) {
      moment -= ORDER - k + 1;
      lanes inner = moment[0];
#pragma clang loop unroll(full)
      for (int l = 1; l <= ORDER - k; l++) inner += moment[l] * powers[l];
      total = total * a + inner;
    }
    sum += KEEP((column >= columns.lower) & (column < columns.upper), total * height[i]);
  }
  *(lanes *)sums = sum;
}

CLONES
void coldspot_moments_spread(
    void *moments, struct coldspot_columns columns, const void *offsets, const void *heights,
    const double powers[9], double amount) {
  const lanes *offset = offsets, *height = heights;
  double power[ORDER + 1];
  for (int l = 0; l <= ORDER; l++) power[l] = powers[l];
  lanes column = (lanes){0, 1, 2, 3} + columns.first;
  for (size_t i = 0; i < columns.blocks; i++, column += 4.0) {
    lanes *moment = (lanes *)moments + i * COUNT;
    const lanes a = offset[i];
    lanes term = KEEP((column >= columns.lower) & (column < columns.upper), height[i] * amount);
#pragma clang loop unroll(full)
    for (int k = 0; k <= ORDER; k++) {
#pragma clang loop unroll(full)
      for (int l = 0; l <= ORDER - k; l++) *moment++ += term * power[l];
      term *= a;
    }
  }
}
