// The tools that change a scenario: sliders, switches, and organisations that open, move or close.

function setUpLive() {
  byId("live-tools").hidden = !liveConfig;
  if (!liveConfig) return;
  const parameters = data.parameters;
  byId("live-body").append(
    el("div", { class: "rows" },
      slider("radius", "Reach", [500, 8000, 250], Math.round(parameters.radius_m ?? 3000),
        (value) => `${(value / 1000).toFixed(2)} km`),
      slider("remit", "Weight of remit", [0, 1, 0.05], parameters.remit_weight ?? 0.5,
        (value) => value.toFixed(2)),
      slider("need", "Weight of need", [0, 1, 0.05], parameters.need_exponent ?? 0.5,
        (value) => value.toFixed(2)),
      panSwitch(parameters.pan_london)),
    el("details", {}, el("summary", {}, "Functions that count"),
      el("div", { class: "rows" }, functionSwitches())),
    el("details", { id: "live-organisations" },
      el("summary", {}, "Add, move or close an organisation"), changeForms()),
    el("ul", { class: "changes", id: "live-changes" }),
    el("p", {}, el("span", { id: "live-state", role: "status" }), " ",
      el("button", { type: "button", id: "live-reset", click: backToTheRun }, "Back to the run")));
}

const backToTheRun = () => choose(Object.fromEntries(LIVE_KEYS.map((key) => [key, ""])));

/** A slider that shows what it says; where it stands in the run is no choice. */
function slider(key, label, [min, max, step], from, words) {
  const id = `live-${key}`;
  const output = el("output", { for: id });
  const input = el("input", { type: "range", id, min, max, step });
  input.addEventListener("input", () => {
    const value = Number(input.value);
    output.textContent = words(value);
    choose({ [key]: value === from ? "" : input.value }, { passing: true });
  });
  live.sliders.push(() => {
    const value = state[key] ? Number(state[key]) : from;
    input.value = value;
    output.textContent = words(value);
  });
  return el("span", { class: "field" }, el("label", { for: id }, label), input, output);
}

function panSwitch(from) {
  const input = el("input", { type: "checkbox", id: "live-pan" });
  input.addEventListener("change", () => {
    const value = input.checked ? "include" : "exclude";
    choose({ pan: value === from ? "" : value });
  });
  live.sliders.push(() => { input.checked = (state.pan || from) === "include"; });
  return el("label", { class: "check" }, input, "count providers that serve everywhere");
}

function functionSwitches() {
  const inputs = data.functions.map((one) =>
    el("input", { type: "checkbox", id: `live-function-${one.key}`, value: one.key }));
  for (const input of inputs) {
    input.addEventListener("change", () => {
      const kept = inputs.filter((each) => each.checked).map((each) => each.value);
      if (kept.length === 0) {
        input.checked = true;
        liveWords("At least one function has to count.", true);
        return;
      }
      choose({ functions: kept.length === inputs.length ? "" : kept.join(",") });
    });
  }
  live.sliders.push(() => {
    const kept = split(state.functions, ",");
    for (const input of inputs) input.checked = !state.functions || kept.includes(input.value);
  });
  return inputs.map((input, k) => el("label", { class: "check" }, input, data.functions[k].name));
}

// Organisations --------------------------------------------------------------------------------

const chosenOrganisation = () => byId("live-org").value;
const isMoveOf = (id) => (move) => move.startsWith(`${id}@`);
const position = (lon, lat) => `${lon.toFixed(5)},${lat.toFixed(5)}`;

function addOrganisation(lon, lat) {
  const name = (byId("live-name").value.trim() || "New organisation")
    .replace(/[@|\s]+/g, " ").slice(0, 80);
  const provided = data.functions.map((one) => one.key)
    .filter((key) => byId(`live-add-${key}`).checked);
  // Without any function it provides all of them.
  const opening = `${name}@${position(lon, lat)}@${provided.join(";")}`;
  choose({ add: [...split(state.add, "|"), opening].join("|") });
}

function moveOrganisation(lon, lat) {
  const id = chosenOrganisation();
  const others = split(state.move, "|").filter((one) => !isMoveOf(id)(one));
  choose({
    move: [...others, `${id}@${position(lon, lat)}`].join("|"),
    close: split(state.close, ",").filter((one) => one !== id).join(","),
  });
}

function closeOrganisation() {
  const id = chosenOrganisation();
  choose({
    close: [...new Set([...split(state.close, ","), id])].join(","),
    move: split(state.move, "|").filter((one) => !isMoveOf(id)(one)).join("|"),
  });
}

/** Waits for a click on the map, which then says where. */
function waitForPlace(done, words) {
  live.picking = { done };
  document.body.classList.add("picking");
  liveWords(`${words} Click the map, or choose a place from the list. Esc stops.`);
  byId("map").scrollIntoView({ block: "nearest" });
}

/** Tools that work by a click on the map or by a place from a list: no dragging anywhere. */
function changeForms() {
  const level = levels[levelKeys[0]];
  const byName = (a, b) => a[1].localeCompare(b[1], "en-GB");
  const places = level.codes.map((code, i) => [
    code, isNested(level.key) ? `${level.names[i]}, ${boroughName(level.key, i)}` : level.names[i],
  ]).sort(byName);
  const known = organisations.filter((one) => one.counted)
    .map((one) => [one.id, one.name]).sort(byName);
  const chosenPlace = () =>
    longitudeLatitude(level.centres[level.index.get(byId("live-place").value)]);
  const select = (id, label, options) => el("span", { class: "field" },
    el("label", { for: id }, label),
    el("select", { id }, options.map(([value, text]) => el("option", { value }, text))));
  const button = (id, text, click) => el("button", { type: "button", id, click }, text);
  return el("div", {},
    el("div", { class: "rows" }, select("live-place", `Place (a ${level.noun})`, places)),
    el("div", { class: "rows", role: "group", "aria-label": "Add an organisation" },
      el("span", { class: "field" }, el("label", { for: "live-name" }, "New"),
        el("input", { type: "text", id: "live-name", maxlength: 80, placeholder: "its name" })),
      data.functions.map((one) => el("label", { class: "check" },
        el("input", { type: "checkbox", id: `live-add-${one.key}` }), one.name)),
      button("live-add-here", "Add at that place", () => addOrganisation(...chosenPlace())),
      button("live-add-map", "Add by map click",
        () => waitForPlace(addOrganisation, "Where does it open?"))),
    el("div", { class: "rows", role: "group", "aria-label": "Change an organisation" },
      select("live-org", "Existing", known),
      button("live-close", "Close it", closeOrganisation),
      button("live-move-here", "Move it to that place", () => moveOrganisation(...chosenPlace())),
      button("live-move-map", "Move by map click",
        () => waitForPlace(moveOrganisation, "Where does it move?"))));
}

/** The changes made so far, each with a button that takes it back. */
function paintLive() {
  if (!liveConfig) return;
  for (const sync of live.sliders) sync();
  const name = (id) => organisations[organisationById.get(id)]?.name ?? id;
  const entries = [
    ...split(state.close, ",").map((id) => ["close", ",", id, `closed: ${name(id)}`]),
    ...split(state.move, "|").map((one) => ["move", "|", one, `moved: ${name(one.split("@")[0])}`]),
    ...split(state.add, "|").map((one) => ["add", "|", one, `added: ${one.split("@")[0]}`]),
  ];
  byId("live-changes").replaceChildren(...entries.map(([key, by, one, text]) => {
    const takeBack = () => {
      const kept = split(state[key], by);
      kept.splice(kept.indexOf(one), 1);
      choose({ [key]: kept.join(by) });
    };
    return el("li", {}, text, el("button", {
      type: "button", "aria-label": `Take back: ${text}`, click: takeBack,
    }, "Take back"));
  }));
  byId("live-reset").disabled = liveQuery() === "";
}
