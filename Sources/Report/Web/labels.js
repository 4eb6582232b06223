// Names on the map.

/** The names that fit: of boroughs on the whole map, of wards when there is room for them. */
function paintLabels() {
  const level = levels[state.level];
  const near = map.box[2] / HOME[2] <= 0.35;
  const named = near || !boroughs ? level : boroughs;
  const size = named === boroughs ? (near ? 14 : 11.5) : 11.5;
  const per = unitsPerPixel();
  const [x, y, width, height] = map.box;
  const taken = [];
  const labels = [];
  // The largest areas first: theirs are the names that people look for.
  const order = [...named.codes.keys()].filter((i) => {
    const [cx, cy] = named.centres[i];
    return cx > x && cx < x + width && cy > y && cy < y + height;
  }).sort((i, j) => spread(named, j) - spread(named, i));
  for (const i of order) {
    const [cx, cy] = named.centres[i];
    const [west, , east] = extents(named)[i];
    const [long, high] = [named.names[i].length * size * 0.63 * per, size * 1.15 * per];
    const box = [cx - long / 2, cy - high / 2, cx + long / 2, cy + high / 2];
    if (long > (east - west) * 1.35 || taken.some((one) => meet(one, box))) continue;
    taken.push(box);
    labels.push(draw("text", {
      x: cx,
      y: cy + 0.35 * size * per,
      "font-size": size * per,
      "stroke-width": 3 * per,
      class: named === boroughs ? null : "minor",
      "aria-hidden": "true",
    }, named.names[i]));
  }
  map.layers.labels.replaceChildren(...labels);
}

const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

function spread(level, i) {
  const [west, north, east, south] = extents(level)[i];
  return (east - west) * (south - north);
}
