// Sums of bell curves over blocks of four places, and over the moments of blocks of four cells.
//
// Lanes are four throughout and products are not fused with sums, so that every processor gives
// the same bits. All arrays hold four doubles a block; none needs to be aligned.
#ifndef COLDSPOT_BELL_SUMS_H
#define COLDSPOT_BELL_SUMS_H

#include <stddef.h>

// exp(rate * c2 + middle) * height - floor, where c2 is the square of a distance and at most
// squared_limit; 0 beyond, and nowhere below 0. The exponent is within half of ln 2 of 0.
struct coldspot_bell {
  double rate, middle, height, floor, squared_limit;
};

// Adds to the four sums, lane by lane, the people of the blocks, weighed around (cx, cy).
void coldspot_bell_gather(
    const void *x, const void *y, const void *people, size_t blocks, double cx, double cy,
    const struct coldspot_bell *bell, void *sums);

// Adds to each place of the blocks an amount, weighed around (cx, cy).
void coldspot_bell_spread(
    const void *x, const void *y, void *access, size_t blocks, double cx, double cy,
    const struct coldspot_bell *bell, double amount);

// Sets the 45 moments of a cell from the people of its blocks: with u and v the offsets of a place
// from (cx, cy) times per_unit, sum(people * exp(-(u * u + v * v) / 2) * u^k * v^l) / (k! l!), k
// ascending, then l, and k + l at most 8. Moments lie four doubles apart.
void coldspot_cell_gather(
    const void *x, const void *y, const void *people, size_t blocks, double cx, double cy,
    double per_unit, double *moments);

// Adds to each place of a cell what its moments hold for it, in the same terms, less `floor`, and
// times `scale`.
void coldspot_cell_spread(
    const void *x, const void *y, void *access, size_t blocks, double cx, double cy,
    double per_unit, const double *moments, double floor, double scale);

// The part of a row of cells that a disc covers: the columns from lower to below upper, in blocks
// of which the first begins at the column `first`.
struct coldspot_columns {
  size_t blocks;
  double first, lower, upper;
};

// Adds to the four sums, lane by lane, height * sum(offset^k * power_l * moment_kl) of the columns,
// with 45 moments a column.
void coldspot_moments_gather(
    const void *moments, struct coldspot_columns columns, const void *offsets,
    const void *heights, const double powers[9], void *sums);

// Adds amount * height * offset^k * power_l to the moments of the columns.
void coldspot_moments_spread(
    void *moments, struct coldspot_columns columns, const void *offsets, const void *heights,
    const double powers[9], double amount);

#endif
