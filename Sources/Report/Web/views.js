// The views beside the plain map: eight small maps, and two runs compared.

const GRID = Math.max(1, frame.width / 420);

function paintMultiples() {
  const box = byId("multiples");
  const wanted = state.view === "functions";
  box.hidden = !wanted;
  byId("map-frame").hidden = wanted;
  byId("map-help").hidden = wanted;
  if (!wanted) { box.replaceChildren(); return; }
  const level = levels[state.level];
  const of = measures(level.key);
  level.coarse ??= level.shapes.map((shape) => coarse(shape, GRID));
  if (boroughs) boroughs.coarse ??= boroughs.shapes.map((shape) => coarse(shape, GRID));
  box.replaceChildren(...data.functions.map((one, at) => {
    const parts = COLOURS.map(() => "");
    let none = "";
    let [without, nobody] = [0, 0];
    level.codes.forEach((_, i) => {
      const k = classOf(shown(of, i, one.key));
      if (k < 0) none += level.coarse[i];
      else parts[k] += level.coarse[i];
      if (of.score[i] !== null && missing(of, i).includes(at)) { without += 1;
        nobody += of.people[i]; }
    });
    return el("button", { type: "button", "data-function": one.key, click: () =>
      choose({ view: "coldness", show: one.key, sort: "", dir: "" }) },
      el("b", {}, capital(one.name)),
      draw(
      "svg", { viewBox: `-2 -2 ${frame.width / GRID + 4} ` +
        `${frame.height / GRID + 4}`, "aria-hidden": "true" },
        parts.map((d, k) => draw("path", { d, fill: COLOURS[k], stroke: COLOURS[
          k], "stroke-width": 0.4 })),
        draw("path", { d: none, fill: NO_DATA }),
        draw("path", { d: (boroughs ?? level).coarse.join(""), fill: "none",
          stroke: "#3c4b57", "stroke-width": 0.8 })),
      el("small", {}, nobody === 0 ? "somebody everywhere" :
        `nobody in ${count(without, level.noun, level.plural)}, home to ${people(nobody)}`));
  }));
}

/** Buttons A, B, difference and a slider to swipe with, by mouse and by keys alike. */
function setUpCompare() {
  const box = byId("compare-tools");
  const button = (side, text) => el("button", { type: "button", "data-side": side, click: () =>
      choose({ side }) }, text);
  box.append(
    el("span", { role: "group", "aria-label": "Which run to show", class: "tools" },
      button("a", "A"), button("b", "B"), button("difference", "Difference"), button("swipe",
        "Side by side")),
    el("label", { class: "field", id: "swipe-field" }, "A ", el("input", {
      type: "range",
      id: "swipe",
      min: 0,
      max: 100,
      step: 1,
      "aria-label": "How much of A is shown, from the left, per cent",
      input: (event) => choose({ swipe: event.target.value,
      side: "swipe" }, { passing: true }),
    }), " B"),
    el("p", { id: "compare-words" }));
}

function paintCompare() {
  const compared = comparison(state.level);
  byId("compare-choice").hidden = compared === null && !liveConfig;
  const wanted = state.view === "compare";
  byId("compare-tools").hidden = !wanted;
  if (!wanted) return;
  for (const button of byId("compare-tools").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", button.dataset.side === state.side ? "true" : "false");
    button.disabled = compared === null;
  }
  byId("swipe").value = state.swipe;
  byId("swipe").disabled = compared === null;
  byId("compare-words").textContent = compared === null ?
    "Nothing to compare yet: change something under “Try a scenario”." :
    `A is ${compared.names[0]}, B is ` +
      `${compared.names[1]}${compared.differ ? ` (A → B: ${compared.differ})` : ""}.`;
}
