// What is known of one area or one organisation, in words and sums that anyone can check.

const detail = { origin: null };

/** Opens an area; `from` is where Esc goes back to: an element, or what finds it when asked. */
function openArea(code, { from = null, focus = false } = {}) {
  detail.origin = from;
  choose({ area: code, org: "" });
  if (focus) focusDetail();
}

function openOrganisation(id, { from = null, focus = false } = {}) {
  detail.origin = from ?? detail.origin;
  choose({ org: id, area: "", borough: "" });
  if (focus) focusDetail();
}

function focusDetail() {
  byId("detail-title")?.focus({ preventScroll: true });
  byId("detail").scrollIntoView({ block: "nearest" });
}

/** Back to where the reader came from, or to the row of what is open. */
function leaveDetail() {
  const from = typeof detail.origin === "function" ? detail.origin() : detail.origin;
  const target = from?.isConnected ? from : rowButton(state.area) ?? buttonsOfRows()[table
  .active];
  target?.focus();
}

function closeDetail() {
  const code = state.area;
  choose({ area: "", org: "" });
  (rowButton(code) ?? buttonsOfRows()[table.active])?.focus();
}

function paintDetail() {
  const box = byId("detail");
  const level = levels[state.level];
  const i = level.index.get(state.area);
  const org = state.org ? organisationById.get(state.org) : undefined;
  const open = i !== undefined || org !== undefined;
  document.body.classList.toggle("has-selection", open);
  box.hidden = !open;
  const focused = box.contains(document.activeElement) ? document.activeElement.id : null;
  box.replaceChildren(...(org !== undefined ? organisationDetail(org) : i !== undefined ?
    areaDetail(level, i) : []));
  if (focused !== null)(byId(focused) ?? byId("detail-title"))?.focus({ preventScroll: true });
}

function head(title, place) {
  return el("div", { class: "head" },
    el("div", {}, el("h2", { id: "detail-title", tabindex: -1 }, title), el(
    "p", { class: "place" }, place)),
    el("button", { type: "button",
    id: "detail-close", "aria-label": "Close what is known, back to the ranking",
      click: closeDetail }, "Close"));
}

function areaDetail(level, i) {
  const of = measures(level.key);
  const total = ranked(of);
  const where = isNested(level.key) ? boroughName(level.key, i) : "";
  const nodes = [head(level.names[i], [where, level.codes[i], count(Math.round(of.people[i] ?? 0),
    "resident")].filter(Boolean).join(" · "))];
  if (of.score[i] === null) {
    nodes.push(el("p", { class: "lead" }, of.why[i] ||
      "It has no residents in the data, so it has no score and no rank."));
    return nodes;
  }
  nodes.push(badges(level, of, i, total), el("p", { class: "lead" }, of.why[i] ?? ""));
  if (of.sole[i]) {
    nodes.push(el("p", { class: "caveat" },
      `Everything here hangs on one provider: if ${of.sole[i]} closed, nobody would reach ` +
        `people here.`));
  }
  nodes.push(...sumOf(of, i), ...bars(of, i), ...reachTable(level, i), ...facts(level, of, i,
    total), ...caveatsOf(level, of, i));
  return nodes;
}

function badges(level, of, i, total) {
  const isCold = inColdestTenth(of, i, total);
  const list = [el("li", { class: isCold ? "badge cold" : "badge" },
    `Rank ${of.rank[i]} of ${total}${isCold ? ", in the coldest tenth" : ""}`)];
  if (scenario) {
    const before = baseline[level.key];
    const moved = before.rank[i] - of.rank[i];
    const way = moved > 0 ? "now colder" : "now warmer";
    list.push(el("li", { class: "badge warn" },
      `In the run: score ${fixed(before.score[i])}, rank ${before.rank[i] ?? "–"}`,
      moved ? ` (${way} by ${count(Math.abs(moved), "rank")})` : ""));
  } else if (level.class[i] !== null) {
    list.push(el("li", { class: "badge" },
      `${FIRM_MARKS[level.class[i]]} ` +
        `${FIRMNESS[level.class[i]]}${level.class[i] ? " cold spot" : ""}`));
  }
  if (level.cluster?.[i]) list.push(el("li", { class: "badge" },
    `Part of a ${level.cluster[i]} cluster`));
  return el("ul", { class: "badges" }, list);
}

/** The score as the sum behind it. */
function sumOf(of, i) {
  const share = data.parameters.need_exponent ?? 0.5;
  const beta = scenario && state.need ? Number(state.need) : share;
  const arithmetic = data.parameters.aggregation === "arithmetic";
  const [need, lack] = [of.need[i], of.lack[i]];
  const part = (name, value) => el("span", {}, el("b", {}, value), el("small", {}, name));
  const sign = (text) => el("span", { class: "sign" }, text);
  const spoken = `need ${need.toFixed(2)} and lack ${lack.toFixed(2)} give a score of ` +
    fixed(of.score[i]);
  const working = arithmetic ?
    `100 × (${beta} × ${need.toFixed(3)} + ${(1 - beta).toFixed(2)} × ${lack.toFixed(3)})` :
    beta === 0.5 ? `100 × √(${need.toFixed(3)} × ${lack.toFixed(3)})` :
    `100 × ${need.toFixed(3)}^${beta} × ${lack.toFixed(3)}^${+(1 - beta).toFixed(4)}`;
  return [el("h3", {}, `Why ${fixed(of.score[i])}?`),
    el("div", { class: "sum", role: "img", "aria-label": spoken },
      part("need", need.toFixed(2)), sign(arithmetic ? "+" : "×"),
      part("lack", lack.toFixed(2)), sign("→"), part("score", fixed(of.score[i]))),
    el("p", { class: "working" },
      `${working} = ${fixed(of.score[i])}. Need is a percentile (1 is the greatest need). Lack ` +
        `is the mean shortfall of the ${data.functions.length} functions below, against what ` +
        `the median served resident has.`)
  ];
}

function bars(of, i) {
  const none = new Set(missing(of, i));
  return [el("h3", {}, "What is missing here"),
    el("ul", { class: "bars" }, data.functions.map((one, at) => {
      const value = of.shortfalls[at][i];
      const mark = el("i");
      mark.style.width = `${100 * (value ?? 0)}%`;
      mark.style.background = colourOf(value === null ? null : 100 * value);
      return el("li", {}, el("span", {}, capital(one.name)), el(
      "span", { class: "track", "aria-hidden": "true" }, mark),
        el("span", { class: "number" }, value === null ? "–" :
          `${Math.round(100 * value)} %`),
        el("span", { class: "mark" }, none.has(at) ? "nobody" : ""));
    })),
    el("p", { class: "working" }, none.size === 0 ?
      "Somebody provides each function here; the bars show how far short it falls of the " +
        "standard." :
      `Shortfall of each function; “nobody” where no organisation that reaches people here ` +
        `provides it (${none.size} of ${data.functions.length}).`)
  ];
}

const ROUTES = { distance: "near enough", remit: "by remit" };

/** The ways in which an organisation reaches an area, from their sum of powers of two. */
const routeWords = (ways) =>
  listed(data.routes.filter((_, k) => ways >> k & 1).map((one) => ROUTES[one] ?? one)) || "–";

function reachTable(level, i) {
  const rows = data.reach[level.key]?.[i] ?? [];
  const title = el("h3", { id: "reach-title" },
    `What reaches it${scenario ? " in the run" : ""} (${rows.length})`);
  if (rows.length === 0) return [title, el("p", {},
    "No organisation that is counted reaches anybody here, by distance or by remit.")];
  return [title, el("div", { class: "scroll-x" }, el(
  "table", { "aria-labelledby": "reach-title" },
    el("thead", {}, el("tr", {}, ["Organisation", "How", "People reached", "Provides",
      "Source"
    ].map((name, k) =>
      el("th", { scope: "col", class: ["", "", "number", "wide", ""][k] || null }, name)))),
    el("tbody", {}, [...rows].sort((a, b) => b[2] - a[2] || a[0] - b[0]).map(([at, route,
      reached
    ]) => {
      const one = organisations[at];
      return el("tr", {},
        el("th", { scope: "row" }, el("button", { type: "button", click: () =>
            openOrganisation(one.id, { focus: true }) }, one.name)),
        el("td", {}, routeWords(route)), el("td", { class: "number" }, people(
          reached)),
        el("td", { class: "wide" }, listed(one.functions.map((k) => data.functions[k]
          .name)) || "–"), el("td", {}, sourceOf(one)));
    }))))];
}

function sourceOf(one) {
  const confidence = `${one.confidence || "unknown"} confidence`;
  return [one.url ? link(one.url, one.source || "page") : spaced(one.source || "not stated"), el(
    "br"), el("small", {}, confidence)];
}

function facts(level, of, i, total) {
  const pairs = [];
  const pair = (term, ...value) => pairs.push(el("dt", {}, term), el("dd", {}, value));
  const scenarios = data.parameters.method_grid?.scenarios;
  if (of.nearOrg?.[i]) pair("Nearest",
    `${of.nearOrg[i]}, ${distance(of.near[i])} from where people live on average`);
  else if (of.near?.[i] !== null && of.near?.[i] !== undefined) pair("Nearest organisation",
    distance(of.near[i]));
  if (!scenario && level.rankLo[i] !== null && level.rankLo[i] !== undefined) {
    pair("How firm",
      `rank ${level.rankLo[i]} to ${level.rankHi[i]} of ${total} in 90 % of ` +
        `${scenarios ?? "the"} ways of computing it; ${FIRM_WORDS[level.class[i]] ?? ""}`);
  }
  pair("Independent",
    `${count(of.indep[i] ?? 0, "organisation")} of ${of.orgs[i]} that reach people here, a host ` +
      `and its projects counted ` +
      `once${of.sourced && !scenario ? `; ${of.sourced[i]} with a page as source` : ""}`);
  if (of.burden?.[i] !== undefined && of.burden[i] !== null) pair("Burden",
    `${people(of.burden[i])} resident-equivalents in need without adequate support`);
  if (!scenario && level.lackMin?.[i] !== null && level.lackMax[i] - level.lackMin[i] > 0.005) {
    pair("Within it",
      `lack from ${level.lackMin[i].toFixed(2)} to ${level.lackMax[i].toFixed(2)}, from place ` +
        `to place`);
  }
  if (level.edge?.[i]) pair("Edge",
    `${Math.round(100 * level.edge[i])} % of the surroundings lie outside the data`);
  if (level.cluster?.[i]) pair("Cluster",
    `it and its neighbours lack ${level.cluster[i] === "cold" ? "more" : "less"} support than ` +
      `chance explains`);
  return [el("h3", {}, "How sure are we"), el("dl", { class: "pairs" }, pairs)];
}

function caveatsOf(level, of, i) {
  const words = [];
  if (/by borough/i.test(data.parameters.need ?? "") && level.key !== "boroughs") {
    words.push("Need is a borough average: differences of need within the borough are not seen.");
  }
  if ((level.edge?.[i] ?? 0) > 0.1) words.push(
    "Organisations beyond the edge of the data are not counted, so it may look colder than it is.");
  const middle = [...level.people].sort((a, b) => a - b)[level.people.length >> 1];
  if (of.people[i] < middle / 10) words.push("Few people live here: its rank stands for few.");
  const rows = data.reach[level.key]?.[i] ?? [];
  const weak = rows.filter(([at]) => organisations[at].confidence === "low").length;
  if (weak > 0) words.push(
    `${weak} of the ${rows.length} organisations that reach it ${weak === 1 ? "is" : "are"} ` +
      `known with low confidence.`);
  return words.map((text) => el("p", { class: "caveat" }, text));
}
