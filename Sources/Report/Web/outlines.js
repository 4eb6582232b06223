// What is made of outlines: their extents, coarser ones for small maps, and the border of several.

/** The corners of a path of the page data: relative after each first corner. */
function ringsOf(shape) {
  return shape.split("M").slice(1).map((ring) => {
    const numbers = ring.match(/-?\d+/g).map(Number);
    const corners = [];
    let [x, y] = [0, 0];
    for (let i = 0; i < numbers.length; i += 2) {
      x += numbers[i];
      y += numbers[i + 1];
      corners.push([x, y]);
    }
    return corners;
  });
}

function extent(shape) {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ringsOf(shape).flat()) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  return [west, north, east, south];
}

/** West, north, east and south of every area of a level. */
function extents(level) {
  level.extents ??= level.shapes.map(extent);
  return level.extents;
}

/** A coarser outline for small maps: corners on a grid, so that neighbours still fit together. */
function coarse(shape, grid) {
  let path = "";
  for (const ring of ringsOf(shape)) {
    let [points, corners, lastX, lastY] = ["", 0, NaN, NaN];
    for (const [x, y] of ring) {
      const [gx, gy] = [Math.round(x / grid), Math.round(y / grid)];
      if (gx === lastX && gy === lastY) continue;
      points += `${corners === 0 ? "M" : "L"}${gx} ${gy}`;
      [lastX, lastY] = [gx, gy];
      corners += 1;
    }
    if (corners >= 3) path += `${points}Z`;
  }
  return path;
}

/** The border around several areas: an edge that two of them share cancels out. */
function outerBorder(shapes) {
  const edges = new Map();
  for (const ring of shapes.flatMap(ringsOf)) {
    ring.forEach(([x, y], k) => {
      const [u, v] = ring[(k + 1) % ring.length];
      const key = x < u || (x === u && y < v) ? `${x} ${y}L${u} ${v}` : `${u} ${v}L${x} ${y}`;
      if (!edges.delete(key)) edges.set(key, true);
    });
  }
  return [...edges.keys()].map((edge) => `M${edge}`).join("");
}
