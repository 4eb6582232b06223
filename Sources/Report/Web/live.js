// Scenarios, where the page is served by `coldspot serve`; a page from a file has none of this.

const live = {
  config: liveConfig,
  canLocate: Boolean(liveConfig),
  timer: 0,
  asked: "",
  picking: null,
  sliders: [],

  /** A click on the map, while a tool waits for one. */
  pick([lon, lat]) {
    if (!this.picking) return false;
    const { done } = this.picking;
    this.stopPicking();
    done(lon, lat, "the place chosen on the map");
    return true;
  },

  stopPicking() {
    this.picking = null;
    document.body.classList.remove("picking");
    paintLive();
  },

  /** Where a postcode lies, asked of the server; null where it cannot tell. */
  async locate(text) {
    try {
      const answer = await fetch(`${this.config.api}/locate?q=${encodeURIComponent(text)}`);
      if (!answer.ok) return null;
      const place = await answer.json();
      const key = levelKeys.find((one) => levels[one].index.has(place.code));
      if (!key) return null;
      const i = levels[key].index.get(place.code);
      const title = place.postcode ?? text.toUpperCase();
      return { title, note: `postcode in ${levels[key].names[i]}`, go: () => goToArea(key, i) };
    } catch { return null; }
  },

  addLinks(item) {
    if (!this.config) return;
    const files = {
      "study.toml": "This scenario as a study file",
      "layers.gpkg": "This scenario as layers (GeoPackage)",
      "wards.geojson": "This scenario's wards (GeoJSON)",
    };
    for (const [file, text] of Object.entries(files)) {
      const anchor = el("a", { href: "#", download: true, "data-live": file }, text);
      anchor.addEventListener("click", () => {
        anchor.href = `${this.config.api}/${file}?${liveQuery()}`;
      });
      item(anchor);
    }
  },
};

const split = (text, by) => (text ? text.split(by).filter(Boolean) : []);

/** Asks for the scenario of the address, once it has come to rest; the last question wins. */
function askLive() {
  if (!liveConfig) return;
  const query = liveQuery();
  if (query === live.asked) return;
  live.asked = query;
  clearTimeout(live.timer);
  if (query === "") { endScenario(); return; }
  live.timer = setTimeout(() => fetchScenario(query), 150);
}

async function fetchScenario(query) {
  liveWords("Computing…");
  live.abort?.abort();
  live.abort = new AbortController();
  try {
    const answer = await fetch(`${liveConfig.api}?${query}`, { signal: live.abort.signal });
    if (query !== live.asked) return;
    if (!answer.ok) {
      const text = (await answer.text()).slice(0, 300);
      liveWords(`The server did not take it: ${text}`, true);
      return;
    }
    takeScenario(await answer.json());
  } catch (error) {
    if (error.name !== "AbortError" && query === live.asked) liveWords(
      "The server does not answer. Is coldspot serve still running?", true);
  }
}

function endScenario() {
  if (!scenario) return;
  scenario = null;
  scenarioSites = null;
  scenarioNumber += 1;
  liveWords("");
  if (state.view === "compare" && !data.compare) state.view = "coldness";
  queueMicrotask(update);
}

/** Puts the answer in the place of the run, area by area. */
function takeScenario(answer) {
  const names = { n_orgs: "orgs", n_indep: "indep", near_m: "near", near_org: "nearOrg" };
  scenario = {};
  scenarioNumber += 1;
  for (const key of levelKeys) {
    const [base, given] = [baseline[key], answer.levels?.[key]];
    const merged = { ...base, nearOrg: null };
    if (given) {
      const places = new Map(given.codes.map((code, place) => [code, place]));
      const at = base.codes.map((code) => places.get(code));
      for (const [name, values] of Object.entries(given)) {
        if (name === "codes" || !Array.isArray(values)) continue;
        const take = (list) => at.map((place) => list[place] ?? null);
        merged[names[name] ?? name] = name === "shortfalls" ? values.map(take) : take(values);
      }
    }
    scenario[key] = merged;
  }
  scenarioSites = (answer.organisations ?? []).filter((one) => one.counted && Number.isFinite(one
    .lon)).map((one) => {
    const [x, y] = placeOf(one.lon, one.lat);
    return { id: one.id, title: one.name, x, y };
  });
  live.organisations = answer.organisations ?? [];
  const [now, before] = [scenario[state.level], baseline[state.level]];
  const colder = now.codes.filter((_, i) => now.score[i] !== null && before.score[i] !== null &&
    now.score[i] - before.score[i] >= 1).length;
  const warmer = now.codes.filter((_, i) => now.score[i] !== null && before.score[i] !== null &&
    before.score[i] - now.score[i] >= 1).length;
  const { noun, plural } = levels[state.level];
  liveWords(
    `Scenario: ${count(warmer, noun, plural)} warmer and ${count(colder, noun, plural)} colder ` +
      `by a point or more than in the run. Computed in ${Math.round(answer.milliseconds)} ms.`);
  update();
}

function liveWords(text, bad = false) {
  const line = byId("live-state");
  if (!line) return;
  line.textContent = text;
  line.classList.toggle("bad", bad);
}
