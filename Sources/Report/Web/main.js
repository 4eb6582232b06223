// Puts the page together and keeps every part in step with what is chosen.

/** Says something to those who listen to the page. */
function say(text) {
  byId("result-line").textContent = text;
}

const painted = {};

/** Whether a part has to be painted anew because what it shows has changed. */
function isNew(part, what) {
  const key = what.join("\n");
  if (painted[part] === key) return false;
  painted[part] = key;
  return true;
}

function update() {
  const level = levels[state.level];
  if (state.view === "compare" && !comparison(state.level) && !liveConfig) state.view =
  "coldness";
  syncControls(level);
  const view = [state.view, state.level, state.show, scenarioNumber];
  if (isNew("table", [...view, state.sort, state.dir, state.borough, state.text, state.org]))
    paintTable();
  markRow();
  paintMap();
  if (isNew("multiples", view)) paintMultiples();
  paintCompare();
  if (isNew("legend", [...view, state.side, state.sites])) paintLegend();
  paintDetail();
  paintLabels();
  if (isNew("cards", view)) paintCards(level);
  paintLive();
  say(resultWords(level));
  askLive();
}

function syncControls(level) {
  for (const input of document.querySelectorAll('input[name="view"]')) input.checked = input
    .value === state.view;
  for (const input of document.querySelectorAll('input[name="level"]')) input.checked = input
    .value === state.level;
  byId("show").value = state.show;
  byId("borough").value = state.borough;
  byId("borough-field").hidden = !isNested(level.key);
  if (document.activeElement !== byId("filter")) byId("filter").value = state.text;
  byId("sites").checked = state.sites === "1";
  byId("hatch").checked = state.hatch === "1";
  byId("map-title").textContent = mapTitle(level);
  document.body.dataset.view = state.view;
  document.body.classList.toggle("no-hatch", scenario !== null || !level.hasFirmness || state
    .show !== "overall");
}

function mapTitle(level) {
  const what = state.show === "overall" ? null : showName(state.show);
  switch (state.view) {
    case "need":
      return `Need and ${what ?? "support"} by ${level.noun}`;
    case "functions":
      return `The ${data.functions.length} functions of support by ${level.noun}`;
    case "compare":
      return `${what ? `Shortfall in ${what}` : "Coldness"} compared, by ${level.noun}`;
    default:
      return what ? `Shortfall in ${what} by ${level.noun}` : `Cold spots by ${level.noun}`;
  }
}

function resultWords(level) {
  const of = measures(level.key);
  const parts = [`${count(ranked(of), level.noun, level.plural)} ranked`];
  if (table.rows.length < level.codes.length) parts.push(
    `${whole.format(table.rows.length)} in the table`);
  if (state.borough && isNested(level.key)) parts.push(
    `in ${boroughs.names[boroughs.index.get(state.borough)]}`);
  if (state.org) parts.push(`reached by ${organisations[organisationById.get(state.org)].name}`);
  if (state.show !== "overall") parts.push(`shortfall in ${showName(state.show)}`);
  if (scenario) parts.push("a scenario, not the run");
  const i = level.index.get(state.area);
  const chosen = i === undefined ? "" : ` Chosen: ${areaLabel(level, of, i, ranked(of))}.`;
  return `${parts.join(", ")}.${chosen}`;
}

function setUpControls() {
  byId("level-choices").append(...levelKeys.map((key) => el("label", {}, el(
    "input", { type: "radio", name: "level", value: key }),
    ` ${capital(levels[key].plural)}`)));
  byId("show").append(el("option", { value: "overall" }, "Overall"), ...data.functions.map((
    one) => el("option", { value: one.key }, capital(one.name))));
  byId("controls").addEventListener("change", (event) => {
    const { name, value, id } = event.target;
    if (name === "view") choose({ view: value, sort: "", dir: "" });
    if (name === "level") choose({ level: value, area: "", sort: "", dir: "" });
    if (id === "show") choose({ show: value, sort: "", dir: "", view: state.view ===
        "functions" ? "coldness" : state.view });
  });
  byId("sites").addEventListener("change", (event) => choose({ sites: event.target.checked ? "1" :
      "0" }));
  byId("hatch").addEventListener("change", (event) => choose({ hatch: event.target.checked ? "1" :
      "0" }));
  byId("fold").addEventListener("click", () => fold(!byId("map-body").hidden));
  for (const skip of document.querySelectorAll(".skip")) {
    skip.addEventListener("click", (event) => {
      event.preventDefault();
      const target = byId(skip.getAttribute("href").slice(1));
      target.focus();
      target.scrollIntoView();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || byId("cite-dialog").open) return;
    if (live.picking) live.stopPicking();
    else if (byId("detail").contains(document.activeElement)) leaveDetail();
    else if (state.area || state.org) closeDetail();
  });
  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", () => { if (location.hash !== hashText()) follow(); });
}

function fold(away) {
  byId("map-body").hidden = away;
  byId("fold").textContent = away ? "Show map" : "Hide map";
  byId("fold").setAttribute("aria-expanded", String(!away));
  if (!away) setBox(map.box, false);
}

for (const id of ["tools", "findings", "controls", "filters", "picture", "sources"]) byId(id)
  .hidden = false;
setUpControls();
setUpCompare();
setUpTable();
setUpSearch();
setUpLive();
setUpMap();
setUpDownloads();
paintFoot();
update();
if (matchMedia("(max-width: 64rem)").matches) fold(matchMedia("(max-width: 48rem)").matches);
window.addEventListener("beforeprint", () => { if (map.box) paintLabels(); });
document.documentElement.dataset.ready = "true";
