// The legend: what the colours mean, and how many areas have each.

function paintLegend() {
  const level = levels[state.level];
  const of = measures(level.key);
  const compared = state.view === "compare" ? comparison(level.key) : null;
  const box = byId("legend");
  box.hidden = false;
  if (state.view === "need") box.replaceChildren(...pairLegend(level, of));
  else if (compared && state.side === "difference") box.replaceChildren(...changeLegend(level,
    compared));
  else if (state.view === "functions") box.replaceChildren(...functionsLegend(level));
  else box.replaceChildren(...scaleLegend(level, compared ? compared[state.side] ?? compared.a :
    of, compared));
}

function scaleLegend(level, of, compared) {
  const values = level.codes.map((_, i) => shown(of, i, state.show)).filter((value) => value !==
    null);
  const counts = COLOURS.map((_, k) => values.filter((value) => classOf(value) === k).length);
  const title = state.show === "overall" ?
    `Score of each ${level.noun}: 0 warm, 100 cold` :
    `Shortfall in ${showName(state.show)}, per cent of the standard`;
  const which = !compared ? "" : state.side === "b" ? ` (B, ${compared.names[1]})` :
    ` (A, ${compared.names[0]})`;
  return [
    el("div", { class: "scale" }, el("p", { class: "scale-title" }, title + which),
      histogram(values, level), classList(COLOURS, classNames(), counts)),
    keys(level, of, level.codes.length - values.length, compared),
  ];
}

const classNames = () => COLOURS.map((_, k) => `${BREAKS[k]}–${BREAKS[k + 1]}`);

function classList(colours, names, counts) {
  return el("ul", { class: "classes" }, colours.map((colour, k) => el("li", {},
    swatch(colour), el("b", {}, whole.format(counts[k])), el("small", {}, names[k]))));
}

function swatch(colour) {
  const node = el("span", { class: "swatch", "aria-hidden": "true" });
  node.style.background = colour;
  return node;
}

/** How the values are spread, in the colours of the map, with its breaks drawn through. */
function histogram(values, level) {
  const [width, height, bins] = [500, 52, 50];
  const counts = new Array(bins).fill(0);
  for (const value of values) counts[Math.min(bins - 1, Math.floor(value / 100 * bins))] += 1;
  const most = Math.max(1, ...counts);
  const bars = counts.map((number, k) => {
    const high = number === 0 ? 0 : Math.max(1.5, number / most * (height - 4));
    return draw("rect", {
      x: k * width / bins + 0.5,
      y: height - high,
      width: width / bins - 1,
      height: high,
      fill: COLOURS[classOf((k + 0.5) * 100 / bins)],
      stroke: "#0008",
      "stroke-width": 0.5,
    });
  });
  const breaks = BREAKS.slice(1, -1).map((at) =>
    draw("path", { d: `M${at * width / 100} 0V${height}`,
    stroke: "#4a5964", "stroke-dasharray": "2 2", fill: "none" }));
  return draw("svg", {
    viewBox: `0 -2 ${width} ${height + 2}`,
    role: "img",
    "aria-label": `Histogram of ${values.length} ${level.plural}; the counts per class follow.`,
  }, ...bars, ...breaks, draw("path", { d: `M0 ${height}H${width}`, stroke: "#14212b" }));
}

/** Small drawings beside their meaning. */
function keys(level, of, without, compared) {
  const total = ranked(of);
  const tenth = Math.ceil(total / 10);
  const sample = (...shapes) => draw("svg", { width: 24, height: 16,
  viewBox: "0 0 24 16", "aria-hidden": "true" }, ...shapes);
  const items = [];
  const sized = (node) => { node.style.width = "24px"; return node; };
  const item = (shapes, text) => items.push(el("li", {}, sized(sample(...shapes)), el("span", {},
    text)));
  const back = (colour) => draw("rect", { x: 1, y: 1, width: 22, height: 14, fill: colour,
    stroke: "#0007" });
  if (state.view === "coldness") {
    item([draw("rect", { x: 2, y: 2, width: 20, height: 12, fill: COLOURS[4],
      stroke: "#c2185b", "stroke-width": 2.5 })],
      `coldest tenth (${tenth})`);
  }
  if (state.view === "coldness" && state.show === "overall" && !scenario && level.hasFirmness) {
    const firm = [1, 2].map((k) => level.class.filter((one) => one === k).length);
    const stripes = (gap, width) => Array.from({ length: 9 }, (_, k) => k * gap - 12)
      .map((x) => draw("path", { d: `M${x} 16L${x + 16} 0`, stroke: "#111", "stroke-width": width,
        fill: "none" }));
    item([back(COLOURS[2]), ...stripes(5, 1.5)],
      `likely: in the coldest tenth in 50–90 % of the ways of computing it (${firm[1]})`);
    item([back(COLOURS[2]), ...stripes(9, 1.1)],
      `possible: in fewer than half of them (${firm[0]})`);
  }
  const dots = [5, 10, 15, 20].flatMap((cx) => [5, 11].map((cy) =>
    draw("circle", { cx, cy, r: 0.9, fill: "#14212b" })));
  if (without > 0) {
    item([back(NO_DATA), ...dots], `no residents in the data, not ranked (${without})`);
  }
  if (state.sites === "1") {
    item([draw("circle", { cx: 12, cy: 8, r: 5, fill: "#ffb000", stroke: "#222" })],
      "organisation that is counted");
    item([draw("circle", { cx: 12, cy: 8, r: 5, fill: "#fff", stroke: "#222" })],
      "the same, known by borough only");
  }
  if (compared && state.side === "swipe") {
    item([draw("path", { d: "M12 0V16", stroke: "#000", "stroke-width": 2 })],
      `left ${compared.names[0]}, right ${compared.names[1]}`);
  }
  return el("ul", { class: "keys" }, items);
}

function pairLegend(level, of) {
  const counts = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0]
  ];
  let without = 0;
  level.codes.forEach((_, i) => {
    const pair = pairOf(of, i, state.show);
    if (pair) counts[pair[1]][pair[0]] += 1;
    else without += 1;
  });
  const corners = {
    "2,2": "high need, little support: priority",
    "0,2": "low need, little support",
    "2,0": "high need, supported",
    "0,0": "low need, supported",
  };
  const what = state.show === "overall" ? "support" : showName(state.show);
  const rows = [2, 1, 0].map((lack) => el("tr", {},
    el("th", { scope: "row" }, [`enough ${what}`, `some ${what}`, `little ${what}`][lack]),
    [0, 1, 2].map((need) => {
      const cell = el("td", { class: lack + need >= 3 && !(lack === 2 && need === 0) ?
            "dark" : null, "data-pair": `${need},${lack}` },
        el("b", {}, whole.format(counts[lack][need])), corners[`${need},${lack}`] ?? "");
      cell.style.background = PAIR_COLOURS[lack][need];
      return cell;
    })));
  // Narrow screens scroll it, by keys too.
  const scrolls = { class: "scroll-x", tabindex: 0, role: "group", "aria-label": "Counts" };
  return [el("div", scrolls, el("table", { class: "grid3", id: "pair-legend" },
    el("caption", {},
      `Number of ${level.plural}, by thirds of the scales of need (a percentile) and of lack of ` +
        `${what} (0 to 1)`),
    el("thead", {}, el("tr", {}, el("td", {}), ["low need", "middle need", "high need"].map(
      (name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, rows))), keys(level, of, without, null)];
}

function changeLegend(level, compared) {
  const counts = CHANGE_COLOURS.map(() => 0);
  level.codes.forEach((_, i) => { const k = changeClass(change(compared, i)); if (k >= 0) counts[
      k] += 1; });
  return [el("div", { class: "scale" },
    el("p", { class: "scale-title" },
      `Change of ${state.show === "overall" ? "score" : "shortfall"} from ${compared.names[0]} ` +
        `to ${compared.names[1]}`),
    classList(CHANGE_COLOURS, CHANGE_NAMES, counts)), keys(level, compared.b, 0, null)];
}

function functionsLegend(level) {
  return [el("div", { class: "scale" },
    el("p", { class: "scale-title" },
      `Shortfall of each function in each ${level.noun}, per cent of the standard; one scale ` +
        `for all eight`),
    el("ul", { class: "classes" }, COLOURS.map((colour, k) => el("li", {}, swatch(colour), el(
      "small", {}, classNames()[k])))))];
}
