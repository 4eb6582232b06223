// The map: areas as shapes that can be focused, moved by keys, buttons, mouse and fingers.

const frame = data.frame;
const map = {
  svg: byId("map"),
  level: null,
  paths: [],
  hatches: [],
  box: null,
  active: 0,
  layers: {},
  site: [],
};
const HOME = [-0.01 * frame.width, -0.015 * frame.height, 1.02 * frame.width, 1.03 * frame
.height];

function setUpMap() {
  const names = ["areas", "other", "hatching", "cold", "boroughs", "divider", "sites", "labels",
    "marks"
  ];
  map.svg.append(draw("defs", {},
    pattern("hatch-2", 5, 1.5), pattern("hatch-1", 9, 1.1), noDataPattern(),
    draw("clipPath", { id: "swipe-clip" }, draw("rect", { id: "swipe-rect" }))));
  for (const name of names) {
    map.layers[name] = draw("g", { "data-layer": name });
    map.svg.append(map.layers[name]);
  }
  map.layers.other.setAttribute("clip-path", "url(#swipe-clip)");
  map.layers.other.setAttribute("pointer-events", "none");
  if (boroughs) {
    for (const shape of boroughs.shapes) {
      map.layers.boroughs.append(draw("path", { class: "line borough", d: shape }));
    }
  }
  map.svg.style.aspectRatio = `${HOME[2]} / ${HOME[3]}`;
  listenToMap();
  setBox(boxOfState(), false);
  new ResizeObserver(() => setBox(map.box, false)).observe(map.svg);
}

// White under black, so that lines are seen on light and dark areas and in grey print.
function pattern(id, gap, width) {
  return draw("pattern", { id, width: gap, height: gap,
    patternUnits: "userSpaceOnUse" },
    draw("path", { d: `M0 0V${gap}`, stroke: "#fff", "stroke-width": 2.6 * width }),
    draw("path", { d: `M0 0V${gap}`, stroke: "#111", "stroke-width": width }));
}

// Dots, because in grey print the grey of no data looks like a class.
function noDataPattern() {
  return draw("pattern", { id: "no-data", width: 5, height: 5, patternUnits: "userSpaceOnUse" },
    draw("rect", { width: 5, height: 5, fill: NO_DATA }),
    draw("circle", { cx: 2.5, cy: 2.5, r: 0.9, fill: "#14212b" }));
}

function buildAreas(level) {
  map.level = level.key;
  map.paths = level.shapes.map((shape, i) => draw("path", {
    class: "area",
    d: shape,
    role: "button",
    tabindex: -1,
    "data-code": level.codes[i],
    "data-index": i,
  }));
  map.layers.areas.replaceChildren(...map.paths);
  map.others = level.shapes.map((shape) => draw("path", { class: "area", d: shape }));
  map.layers.other.replaceChildren();
  map.active = 0;
}

/** Paints every area as the view asks, and what lies above it. */
function paintMap() {
  const level = levels[state.level];
  if (map.level !== level.key) buildAreas(level);
  const compared = state.view === "compare" ? comparison(level.key) : null;
  const of = measures(level.key);
  const both = compared !== null && state.side === "swipe";
  const left = compared ? compared.a : of;
  map.layers.other.replaceChildren(...(both ? map.others : []));
  const aside = setAside(level);
  const total = ranked(of);
  map.paths.forEach((path, i) => {
    const colour = compared && state.side === "difference" ?
      CHANGE_COLOURS[changeClass(change(compared, i))] ?? NO_DATA :
      compared && state.side === "b" ? colourOf(shown(compared.b, i, state.show)) :
      areaColour(compared ? left : of, i);
    path.setAttribute("fill", colour === NO_DATA ? "url(#no-data)" : colour);
    path.classList.toggle("aside", aside !== null && !aside.has(i));
    path.setAttribute("aria-label", areaLabel(level, of, i, total));
    path.setAttribute("aria-pressed", level.codes[i] === state.area ? "true" : "false");
    if (both) map.others[i].setAttribute("fill", colourOf(shown(compared.b, i, state.show)));
  });
  paintHatching(level, compared, aside);
  paintCold(level, compared && state.side === "a" ? compared.a : of, compared);
  paintSites();
  paintDivider(both);
  setActive(level.index.get(state.area) ?? map.active, false);
  paintMarks();
}

function areaColour(of, i) {
  if (state.view !== "need") return colourOf(shown(of, i, state.show));
  const pair = pairOf(of, i, state.show);
  return pair ? PAIR_COLOURS[pair[1]][pair[0]] : NO_DATA;
}

/** The areas to keep in full colour, those of the borough or organisation chosen; null for all. */
function setAside(level) {
  if (state.org) {
    const at = organisationById.get(state.org);
    return new Set([...level.codes.keys()].filter((i) => data.reach[level.key]?.[i].some((row) =>
      row[0] === at)));
  }
  if (!state.borough || !boroughs) return null;
  const at = boroughs.index.get(state.borough);
  return new Set([...level.codes.keys()].filter((i) => level.borough[i] === at));
}

function areaLabel(level, of, i, total) {
  const where = isNested(level.key) && boroughName(level.key, i) ?
    `, ${boroughName(level.key, i)}` : "";
  const value = shown(of, i, state.show);
  if (value === null) return `${level.names[i]}${where}: not ranked`;
  const what = state.show === "overall" ? "score" : `shortfall in ${showName(state.show)}`;
  const firm = scenario || level.class[i] === null ? "" :
    `, ${FIRMNESS[level.class[i]].toLowerCase()}`;
  return `${level.names[i]}${where}: ${what} ${fixed(value)}, rank ${of.rank[i]} of ` +
    `${total}${firm}`;
}

function paintHatching(level, compared, aside) {
  const wanted = state.hatch === "1" && state.view === "coldness" && state.show === "overall" &&
    !scenario && !compared;
  map.layers.hatching.replaceChildren(...(!wanted ? [] : [...level.codes.keys()]
    .filter((i) => (level.class[i] === 1 || level.class[i] === 2) && (aside === null || aside
      .has(i)))
    .map((i) => draw("path", { class: "hatching", d: level.shapes[i],
      fill: `url(#hatch-${level.class[i]})` }))));
}

function paintCold(level, of, compared) {
  const total = ranked(of);
  const wanted = state.view === "coldness" && !(compared && state.side !== "a");
  const cold = [...level.codes.keys()].filter((i) => inColdestTenth(of, i, total));
  const border = wanted ? outerBorder(cold.map((i) => level.shapes[i])) : "";
  map.layers.cold.replaceChildren(draw("path", { class: "line cold-halo", d: border }),
    draw("path", { class: "line cold", d: border }));
}

/** The radius of a site in pixels: smaller on a phone, larger for the one chosen. */
const siteRadius = (isChosen) =>
  (isChosen ? 1.8 : 1) * Math.min(3.6, Math.max(2, map.svg.clientWidth / 190));

function paintSites() {
  const per = unitsPerPixel();
  const list = scenarioSites ?? organisations.flatMap((one) =>
    one.counted ? one.sites.map((site) => ({ ...site, id: one.id, title: one.name })) : []);
  const wanted = state.sites === "1" && state.view !== "functions";
  map.layers.sites.replaceChildren(...(!wanted && !state.org ? [] : list
    .filter((site) => wanted || site.id === state.org)
    .map((site) => draw("circle", {
      class: ["site", site.precision === "borough_point" ? "far" : "",
        site.id === state.org ? "chosen-site" : ""].join(" "),
      cx: site.x,
      cy: site.y,
      r: siteRadius(site.id === state.org) * per,
      "data-org": site.id,
      "aria-hidden": "true",
    }, draw("title", {}, site.title)))));
}

function paintDivider(both) {
  const [x, y, width, height] = map.box;
  const at = x + width * Number(state.swipe) / 100;
  const rect = byId("swipe-rect");
  for (const [name, value] of Object.entries({ x: at, y: y - height, width: 3 * width, height: 3 *
        height })) {
    rect.setAttribute(name, value);
  }
  map.layers.divider.replaceChildren(...(both ?
    [draw("path", { class: "divider", d: `M${at} ${y}v${height}` })] : []));
}

/** The focused and the chosen area, outlined above all others. */
function paintMarks() {
  const level = levels[map.level];
  const marks = [];
  const at = level.index.get(state.area);
  if (at !== undefined) {
    marks.push(draw("path", { class: "line halo", d: level.shapes[at] }),
      draw("path", { class: "line chosen", d: level.shapes[at] }));
  }
  if (map.focused !== undefined && level.shapes[map.focused]) {
    marks.push(draw("path", { class: "line halo", d: level.shapes[map.focused] }),
      draw("path", { class: "line ring", d: level.shapes[map.focused] }));
  }
  map.layers.marks.replaceChildren(...marks);
}
