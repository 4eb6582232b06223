// What is known of one organisation: what it does, where, for whom, and who says so.

const WHY = {
  pan_london_excluded: "it serves all of the study area, and such providers are left out of " +
    "this run, lest they hide local absence",
  status_not_counted: "it is not known to be active",
  kind_not_counted: "its kind is not counted in this run",
  coarse_location: "its location is not known well enough to measure from",
};

function remitWords(codes) {
  const found = codes.map((code) => {
    if (code === "everywhere") return `all of ${data.study}`;
    for (const key of levelKeys) {
      const at = levels[key].index.get(code);
      if (at !== undefined) return levels[key].names[at];
    }
    return code;
  });
  return found.length ? listed(found) : "none stated";
}

function organisationDetail(at) {
  const one = organisations[at];
  const level = levels[state.level];
  const reached = level.codes.map((_, i) => (data.reach[level.key]?.[i] ?? []).find((row) => row[
      0] === at))
    .map((row, i) => [i, row]).filter(([, row]) => row).sort((a, b) => b[1][2] - a[1][2] || a[0] -
      b[0]);
  const pairs = [];
  const pair = (term, ...value) => pairs.push(el("dt", {}, term), el("dd", {}, value));
  pair("Serves", remitWords(one.remit));
  pair("Provides", listed(one.functions.map((k) => data.functions[k].name)) ||
    "none of the functions of support");
  pair("Reaches", one.counted ?
    `${people(one.reached)} ` +
      `people${one.lost > 0 ? `; ${people(one.lost)} of them nobody else reaches` : ""}` :
    "nobody in this run");
  pair("Where", one.sites.length === 0 ? "not placed" : listed(one.sites.map((site) =>
    site.name || site.postcode || (site.precision === "borough_point" ?
      "known by borough only, no address" : spaced(site.precision)))));
  pair("Source", sourceOf(one));
  if (one.note) pair("Remarks", one.note);
  const nodes = [head(one.name,
    `${capital(spaced(one.kind))} · ${one.id} · ${spaced(one.status)}`)];
  if (!one.counted) nodes.push(el("p", { class: "caveat" },
    `Not counted as support: ${WHY[one.why] ?? (spaced(one.why) || "no reason stated")}.`));
  nodes.push(el("dl", { class: "pairs" }, pairs));
  if (reached.length > 0) {
    nodes.push(el("h3", {},
      `Whom it reaches: ${count(reached.length, level.noun, level.plural)}`),
      el("ul", { class: "reached-areas" }, reached.map(([i, row]) => el("li", {},
        el("button", { type: "button", class: "plain", click: () => openArea(level.codes[
          i], { focus: true }) }, level.names[i]),
        ` ${people(row[2])}, ${routeWords(row[1])}`))));
  }
  return nodes;
}
