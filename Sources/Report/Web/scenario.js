// The tools that change a scenario: sliders, switches, and organisations that open, move or close.

function setUpLive() {
  byId("live-tools").hidden = !liveConfig;
  if (!liveConfig) return;
  const slider = (key, label, min, max, step, from, words) => {
    const output = el("output", { for: `live-${key}` });
    const input = el("input", { type: "range", id: `live-${key}`, min, max, step, input: (event) => {
      output.textContent = words(Number(event.target.value));
      tryOut({ [key]: Number(event.target.value) === from ? "" : event.target.value });
    } });
    live.sliders.push(() => {
      const value = state[key] ? Number(state[key]) : from;
      input.value = value; output.textContent = words(value);
    });
    return el("span", { class: "field" }, el("label", { for: `live-${key}` }, label), input, output);
  };
  const parameters = data.parameters;
  const pan = el("input", { type: "checkbox", id: "live-pan", change: (event) => {
    const value = event.target.checked ? "include" : "exclude";
    tryOut({ pan: value === parameters.pan_london ? "" : value });
  } });
  live.sliders.push(() => { pan.checked = (state.pan || parameters.pan_london) === "include"; });
  const boxes = data.functions.map((one) => {
    const input = el("input", { type: "checkbox", id: `live-function-${one.key}`, change: () => {
      const kept = data.functions.filter((each) => byId(`live-function-${each.key}`).checked).map((each) => each.key);
      if (kept.length === 0) { input.checked = true; liveWords("At least one function has to count.", true); return; }
      tryOut({ functions: kept.length === data.functions.length ? "" : kept.join(",") });
    } });
    live.sliders.push(() => { input.checked = !state.functions || split(state.functions, ",").includes(one.key); });
    return el("label", { class: "check" }, input, one.name);
  });
  byId("live-body").append(
    el("div", { class: "rows" },
      slider("radius", "Reach", 500, 8000, 250, Math.round(parameters.radius_m ?? 3000), (value) => `${(value / 1000).toFixed(2)} km`),
      slider("remit", "Weight of remit", 0, 1, 0.05, parameters.remit_weight ?? 0.5, (value) => value.toFixed(2)),
      slider("need", "Weight of need", 0, 1, 0.05, parameters.need_exponent ?? 0.5, (value) => value.toFixed(2)),
      el("label", { class: "check" }, pan, "count providers that serve everywhere")),
    el("details", {}, el("summary", {}, "Functions that count"), el("div", { class: "rows" }, boxes)),
    el("details", { id: "live-organisations" }, el("summary", {}, "Add, move or close an organisation"), changeForms()),
    el("ul", { class: "changes", id: "live-changes" }),
    el("p", {}, el("span", { id: "live-state", role: "status" }), " ",
      el("button", { type: "button", id: "live-reset", click: () => tryOut(Object.fromEntries(LIVE_KEYS.map((key) => [key, ""]))) }, "Back to the run")));
}

/** Tools that work by a click on the map or by a place chosen from a list: no dragging anywhere. */
function changeForms() {
  const choice = (id, options) => el("select", { id }, options.map(([value, text]) => el("option", { value }, text)));
  const known = organisations.filter((one) => one.counted).map((one) => [one.id, one.name]).sort((a, b) => a[1].localeCompare(b[1], "en-GB"));
  const level = levels[levelKeys[0]];
  const places = level.codes.map((code, i) => [code, [level.names[i], isNested(level.key) ? boroughName(level.key, i) : ""].filter(Boolean).join(", ")])
    .sort((a, b) => a[1].localeCompare(b[1], "en-GB"));
  const centre = (code) => longitudeLatitude(level.centres[level.index.get(code)]);
  const at = (lon, lat) => `${lon.toFixed(5)},${lat.toFixed(5)}`;
  const add = (lon, lat) => {
    const name = (byId("live-name").value.trim() || "New organisation").replace(/[@\s]+/g, " ").slice(0, 80);
    const chosen = data.functions.filter((one) => byId(`live-add-${one.key}`).checked).map((one) => one.key);
    tryOut({ add: [...split(state.add, "\n"), `${name}@${at(lon, lat)}@${(chosen.length ? chosen : data.functions.map((one) => one.key)).join(";")}`].join("\n") });
  };
  const move = (lon, lat) => {
    const id = byId("live-org").value;
    tryOut({ move: [...split(state.move, "\n").filter((one) => !one.startsWith(`${id}@`)), `${id}@${at(lon, lat)}`].join("\n") });
  };
  const wait = (done, words) => {
    live.picking = { done };
    document.body.classList.add("picking");
    liveWords(`${words} Click the map, or choose a place from the list. Esc stops.`);
    byId("map").scrollIntoView({ block: "nearest" });
  };
  return el("div", {},
    el("div", { class: "rows" }, el("span", { class: "field" }, el("label", { for: "live-place" }, `At (a ${level.noun})`), choice("live-place", places))),
    el("div", { class: "rows", role: "group", "aria-label": "Add an organisation" },
      el("span", { class: "field" }, el("label", { for: "live-name" }, "New"), el("input", { type: "text", id: "live-name", maxlength: 80, placeholder: "its name" })),
      data.functions.map((one) => el("label", { class: "check" }, el("input", { type: "checkbox", id: `live-add-${one.key}` }), one.name)),
      el("button", { type: "button", id: "live-add-here", click: () => add(...centre(byId("live-place").value)) }, "Add at that place"),
      el("button", { type: "button", id: "live-add-map", click: () => wait(add, "Where does it open?") }, "Add by map click")),
    el("div", { class: "rows", role: "group", "aria-label": "Change an organisation" },
      el("span", { class: "field" }, el("label", { for: "live-org" }, "Existing"), choice("live-org", known)),
      el("button", { type: "button", id: "live-close", click: () => {
        const id = byId("live-org").value;
        tryOut({ close: [...new Set([...split(state.close, ","), id])].join(",") });
      } }, "Close it"),
      el("button", { type: "button", id: "live-move-here", click: () => move(...centre(byId("live-place").value)) }, "Move it to that place"),
      el("button", { type: "button", id: "live-move-map", click: () => wait(move, "Where does it move?") }, "Move by map click")));
}

/** The changes made so far, each with a button that takes it back. */
function paintLive() {
  if (!liveConfig) return;
  for (const sync of live.sliders) sync();
  const name = (id) => organisations[organisationById.get(id)]?.name ?? id;
  const entries = [
    ...split(state.close, ",").map((id) => ["close", ",", id, `closed: ${name(id)}`]),
    ...split(state.move, "\n").map((one) => ["move", "\n", one, `moved: ${name(one.split("@")[0])}`]),
    ...split(state.add, "\n").map((one) => ["add", "\n", one, `added: ${one.split("@")[0]}`]),
  ];
  byId("live-changes").replaceChildren(...entries.map(([key, by, one, text]) => el("li", {}, text,
    el("button", { type: "button", "aria-label": `Take back: ${text}`, click: () => tryOut({ [key]: split(state[key], by).filter((each) => each !== one).join(by) }) }, "Take back"))));
  byId("live-reset").disabled = liveQuery() === "";
}
