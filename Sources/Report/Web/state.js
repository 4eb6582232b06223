// Everything that can be chosen lives in the address, so that a link, a bookmark and the back
// button bring it back.

const DEFAULTS = {
  view: "coldness",
  level: levelKeys[0],
  show: "overall",
  area: "",
  org: "",
  sort: "",
  dir: "",
  borough: "",
  text: "",
  sites: "1",
  hatch: "1",
  at: "",
  side: "swipe",
  swipe: "50",
};
const LIVE_KEYS = ["radius", "remit", "need", "pan", "functions", "close", "move", "add"];
const CHOICES = {
  view: ["coldness", "need", "functions", "compare"],
  level: levelKeys,
  show: ["overall", ...data.functions.map((one) => one.key)],
  sites: ["0", "1"],
  hatch: ["0", "1"],
  side: ["a", "b", "difference", "swipe"],
  dir: ["", "up", "down"],
};

const state = readState();

function readState() {
  const found = { ...DEFAULTS };
  let given = null;
  try { given = new URLSearchParams(location.hash.slice(1)); } catch { return found; }
  for (const key of Object.keys(DEFAULTS)) {
    const value = given.get(key);
    if (value === null || (CHOICES[key] && !CHOICES[key].includes(value))) continue;
    found[key] = value;
  }
  for (const key of LIVE_KEYS)
    if (liveConfig && given.has(key)) found[key] = given.get(key);
  if (!levels[found.level].index.has(found.area)) found.area = "";
  if (!organisationById.has(found.org)) found.org = "";
  if (boroughs && !boroughs.index.has(found.borough)) found.borough = "";
  const swipe = Number(found.swipe);
  if (!(swipe >= 0 && swipe <= 100)) found.swipe = DEFAULTS.swipe;
  return found;
}

/** The query of the scenario, in the words of the server and of the address. */
function liveQuery() {
  const query = new URLSearchParams();
  for (const key of LIVE_KEYS)
    if (state[key]) query.set(key, state[key]);
  return readable(query);
}

// Commas, semicolons and at signs need no escape after the hash, and links are read by people.
const readable = (query) =>
  query.toString().replaceAll("+", "%20").replaceAll("%2C", ",").replaceAll("%3B", ";")
  .replaceAll("%40", "@");

function hashText() {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    if (key in DEFAULTS && value !== "" && value !== DEFAULTS[key]) query.set(key, value);
  }
  for (const key of LIVE_KEYS)
    if (state[key]) query.set(key, state[key]);
  return `#${readable(query)}`;
}

/** Changes what is chosen and shows it; a passing change makes no step for the back button. */
function choose(changes, { passing = false } = {}) {
  Object.assign(state, changes);
  const text = hashText();
  if (text !== (location.hash || "#")) {
    try {
      if (passing) history.replaceState(null, "", text);
      else history.pushState(null, "", text);
    } catch { location.hash = text; }
  }
  update();
}

/** Follows the back button, and addresses typed by hand. */
function follow() {
  const next = readState();
  for (const key of LIVE_KEYS) delete state[key];
  Object.assign(state, next);
  setBox(boxOfState(), false);
  update();
}
