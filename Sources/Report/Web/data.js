// The run that the page shows, and the one number an area is coloured by.

const data = JSON.parse(byId("data").textContent);
// A record may lack what older runs did not keep.
data.parameters ??= {};
data.counts ??= {};
data.findings ??= [];
data.inputs ??= [];
const liveConfig = JSON.parse(byId("live").textContent);
// Names stand within sentences here; an acronym keeps its capitals.
for (const one of data.functions) {
  if (!/^.[A-Z]/.test(one.name)) one.name = one.name.charAt(0).toLowerCase() + one.name.slice(1);
}
const levelKeys = Object.keys(data.levels);

// Fixed, so that views, functions and scenarios can be told from one another by eye.
const BREAKS = [0, 20, 40, 60, 80, 100];
const COLOURS = ["#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"];
const NO_DATA = "#c4c9cd";
// Change from warmer to colder: ColorBrewer PuOr, which the colour-blind can tell apart.
const CHANGE_BREAKS = [-100, -10, -1, 1, 10, 100];
const CHANGE_COLOURS = ["#5e3c99", "#b2abd2", "#f2f2f2", "#fdb863", "#e66101"];
const CHANGE_NAMES = ["warmer by 10 or more", "warmer by 1 to 10", "within 1",
  "colder by 1 to 10",
  "colder by 10 or more"
];
// Need to the right, lack upwards; the darkest corner has much need and little support.
const PAIR_COLOURS = [
  ["#e8e8e8", "#b0d5df", "#64acbe"],
  ["#e4c1c9", "#ad9ea5", "#4c6c7d"],
  ["#d97b7b", "#985356", "#46243f"],
];
const FIRMNESS = ["Not cold", "Possible", "Likely", "Confirmed"];
const FIRM_MARKS = ["○", "◔", "◑", "●"];
const FIRM_WORDS = [
  "in none of the ways of computing it is it in the coldest tenth",
  "in some ways of computing it, but in fewer than half, it is in the coldest tenth",
  "in 50 to 90 % of the ways of computing it, it is in the coldest tenth",
  "in at least 90 % of the ways of computing it, it is in the coldest tenth",
];

const levels = Object.fromEntries(levelKeys.map((key) => {
  const level = data.levels[key];
  return [key, { ...level, key, hasFirmness: level.class.some((one) => one !== null),
    index: new Map(level.codes.map((code, i) => [code, i])) }];
}));
const boroughs = levels.boroughs ?? null;
const organisations = data.organisations;
const organisationById = new Map(organisations.map((one, i) => [one.id, i]));
const functionIndex = new Map(data.functions.map((one, i) => [one.key, i]));

/** What a scenario changed, by level; null where the page shows the run as it is. */
let scenario = null;
/** The organisations of the scenario, in their places. */
let scenarioSites = null;
/** Counts the scenarios shown, so that what depends on them is painted anew. */
let scenarioNumber = 0;

const baseline = levels;

/** The measures of a level: those of the scenario where there is one. */
const measures = (key) => scenario?.[key] ?? baseline[key];

/** The other run to compare with: `{ a, b }` are measures, `names` say what they are. */
function comparison(key) {
  if (scenario) {
    return { a: baseline[key], b: scenario[key], names: ["the run", "the scenario"],
    differ: null };
  }
  if (!data.compare?.levels[key]) return null;
  return {
    a: data.compare.levels[key],
    b: baseline[key],
    names: ["the other run", "this run"],
    differ: differences(data.compare, data),
  };
}

/** The settings in which two runs differ, as words. */
function differences(one, other) {
  const words = [];
  for (const key of Object.keys({ ...one.parameters, ...other.parameters })) {
    const [a, b] = [one.parameters[key], other.parameters[key]].map((v) => JSON.stringify(v));
    if (a !== b && (a?.length ?? 0) < 60 && (b?.length ?? 0) < 60) {
      words.push(`${spaced(key)} ${a ?? "unset"} → ${b ?? "unset"}`);
    }
  }
  return words.length ? words.join("; ") : "the same settings; the data differ";
}

/** The number of an area that the page shows, 0 to 100, higher is colder; null for none. */
function shown(of, i, show) {
  if (show === "overall") return of.score[i] ?? null;
  const value = of.shortfalls[functionIndex.get(show)]?.[i];
  return value === null || value === undefined || of.score[i] === null ? null : 100 * value;
}

/** The class of a number among breaks; the last one takes its upper end too. */
function classOf(value, breaks = BREAKS) {
  if (value === null || value === undefined) return -1;
  for (let i = 1; i < breaks.length - 1; i += 1)
    if (value < breaks[i]) return i - 1;
  return breaks.length - 2;
}

/** The class of a change: nothing within one point is called a change. */
function changeClass(value) {
  if (value === null) return -1;
  if (value <= -10) return 0;
  if (value <= -1) return 1;
  return value < 1 ? 2 : value < 10 ? 3 : 4;
}

const colourOf = (value) => COLOURS[classOf(value)] ?? NO_DATA;
const third = (value) => (value < 1 / 3 ? 0 : value < 2 / 3 ? 1 : 2);

/** Need and lack of an area as columns and rows of the 3 × 3 legend; null for none. */
function pairOf(of, i, show) {
  const value = shown(of, i, show);
  if (value === null || of.need[i] === null) return null;
  return [third(of.need[i]), third(show === "overall" ? of.lack[i] : value / 100)];
}

/** How many areas have a rank. */
const ranked = (of) => of.rank.reduce((sum, rank) => sum + (rank === null ? 0 : 1), 0);

/** Whether an area is in the coldest tenth of its level, rounded up. */
const inColdestTenth = (of, i, total) => of.rank[i] !== null && of.rank[i] <= Math.ceil(total /
  10);

/** The functions that nobody provides in an area, as indices; scenarios send them as text. */
function missing(of, i) {
  const value = of.missing[i];
  if (Array.isArray(value)) return value;
  return value ? String(value).split(/[,;]/).map(Number) : [];
}

const boroughName = (key, i) => boroughs?.names[levels[key].borough[i]] ?? "";
const isNested = (key) => key !== "boroughs" && boroughs !== null;
const showName = (show) => (show === "overall" ? "Score" : data.functions[functionIndex.get(show)]
  .name);
