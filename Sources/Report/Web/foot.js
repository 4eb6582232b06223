// The foot of the page: what to bear in mind, how it was made, from what.

function paintFoot() {
  const counts = data.counts;
  const notes = [];
  const unplaced = organisations.filter((one) => one.sites.length === 0).length;
  if (counts.organisations_pan_london_excluded) notes.push(
    `${count(counts.organisations_pan_london_excluded, "organisation")} that serve all of ` +
      `${data.study} are left out, lest they hide local absence.`);
  if (counts.organisations_status_not_counted) notes.push(
    `${count(counts.organisations_status_not_counted, "organisation")} not known to be active ` +
      `${counts.organisations_status_not_counted === 1 ? "does" : "do"} not count.`);
  if (unplaced) notes.push(
    `${count(unplaced, "organisation")} have no place on the map; they are in ` +
      `organisations-unplaced.geojson.`);
  if (/by borough/i.test(data.parameters.need ?? "")) notes.push(
    "Need is a borough average: differences of need within a borough are not seen.");
  const weak = organisations.filter((one) => one.counted && one.confidence === "low").length;
  if (weak) notes.push(
    `${count(weak, "counted organisation")} ${weak === 1 ? "is" : "are"} known with low ` +
      `confidence (general knowledge, no page).`);
  for (const one of data.findings) notes.push(one.message);
  byId("caveats").replaceChildren(...notes.map((text) => el("li", {}, text)));
  const parameters = data.parameters;
  const libraries = Object.entries(data.libraries ?? {}).map(([name, version]) =>
    `${name.toUpperCase()} ${version}`);
  byId("methods").replaceChildren(
    el("p", {}, scoreWords(),
      ` Distances are straight lines, up to ${distance(parameters.radius_m)}; organisations ` +
        `also reach the areas of their remit, with weight ${parameters.remit_weight}. Need: ` +
        `${parameters.need}.`),
    el("p", {}, parameters.method_grid ?
      `How firm a rank is: every area was ranked in ${parameters.method_grid.scenarios} ways of ` +
        `computing the score. Confirmed means in the coldest tenth in at least 90 % of them, ` +
        `likely in at least half, possible in some.` :
      "How firm the ranks are was not computed in this run."),
    el("p", {},
      `${data.invariants.held} of ${data.invariants.checked} checks of the run held (residents ` +
        `and capacity add up). Computed with ${[data.program, ...libraries].join(", ")}.`),
    el("p", {}, "To get these numbers again: ", el("code", {},
      "coldspot verify FOLDER"),
      ", of the folder of the run, computes them anew from the inputs below and compares every byte; its manifest.json records every setting."),
    el("details", {}, el("summary", {}, `The ${data.inputs.length} inputs and their checksums`),
      el("div", { class: "scroll-x", tabindex: 0, role: "group", "aria-label": "Inputs" }, el("table", {}, el("thead", {}, el("tr", {}, ["Input",
          "Rows", "SHA-256"
        ].map((name) => el("th", { scope: "col" }, name)))),
        el("tbody", {}, data.inputs.map((one) => el("tr", {}, el("th", { scope: "row" }, one
            .name), el("td", {}, one.rows === undefined ? "–" : whole.format(one.rows)),
          el("td", {}, el("code", {}, one.sha256)))))))),
    el("details", {}, el("summary", {}, "All settings"), el("dl", { class: "pairs" }, Object
      .entries(parameters).flatMap(([key, value]) => [el("dt", {}, spaced(key)), el("dd", {},
        typeof value === "string" || typeof value === "number" ? String(value) : JSON
        .stringify(value))]))));
  byId("attribution").replaceChildren(...data.attribution.map((text) => el("p", {}, text)));
}

function scoreWords() {
  const beta = data.parameters.need_exponent ?? 0.5;
  if (data.parameters.aggregation === "arithmetic")
  return `Score = 100 × (${beta} × need + ${+(1 - beta).toFixed(4)} × lack).`;
  return beta === 0.5 ? "Score = 100 × √(need × lack)." :
    `Score = 100 × need^${beta} × lack^${+(1 - beta).toFixed(4)}.`;
}
