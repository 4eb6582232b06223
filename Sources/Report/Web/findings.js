// The answers that a reader came for, before any choice.

function paintCards(level) {
  const of = measures(level.key);
  const cards = [];
  const card = (figure, ...text) => cards.push(el("li", {}, el("strong", {}, figure), el("span", {}, text)));
  const open = (i) => el("button", { type: "button", click: () => openArea(level.codes[i], { from: () => rowButton(level.codes[i]), focus: true }) },
    isNested(level.key) && boroughName(level.key, i) ? `${level.names[i]} (${boroughName(level.key, i)})` : level.names[i]);
  if (!scenario) {
    const firm = [...level.codes.keys()].filter((i) => level.class[i] === 3);
    const home = firm.reduce((sum, i) => sum + level.people[i], 0);
    const scenarios = data.parameters.method_grid?.scenarios;
    card(whole.format(firm.length), `${firm.length === 1 ? `${level.noun} is a cold spot` : `${level.plural} are cold spots`} however we compute it${scenarios ? ` (90 % of ${scenarios} ways)` : ""}: home to ${people(home)} people`);
  }
  const first = [...level.codes.keys()].filter((i) => of.rank[i] !== null && of.rank[i] <= 3).sort((a, b) => of.rank[a] - of.rank[b]).slice(0, 3);
  if (first.length) card(fixed(of.score[first[0]], 0), "is the coldest score: ", open(first[0]), ...(first[1] === undefined ? [] : [", then ", open(first[1])]));
  if (boroughs && level !== boroughs) {
    const best = measures("boroughs");
    const names = [...boroughs.codes.keys()].filter((i) => best.rank[i] !== null && best.rank[i] <= 3).sort((a, b) => best.rank[a] - best.rank[b]).map((i) => boroughs.names[i]);
    card(`${whole.format([...boroughs.codes.keys()].filter((i) => inColdestTenth(best, i, ranked(best))).length)} of ${boroughs.codes.length}`, `boroughs are the coldest tenth; the coldest are ${listed(names)}`);
  }
  const gaps = data.functions.map((one, at) => [one, [...level.codes.keys()].reduce((sum, i) => sum + (of.score[i] !== null && missing(of, i).includes(at) ? of.people[i] : 0), 0)]).sort((a, b) => b[1] - a[1]);
  const everybody = [...level.codes.keys()].reduce((sum, i) => sum + (of.score[i] === null ? 0 : of.people[i] ?? 0), 0);
  if (gaps[0]?.[1] > 0) card(`${Math.round(100 * gaps[0][1] / everybody)} %`, `of people live in a ${level.noun} where nobody provides `, el("button", { type: "button", click: () => choose({ view: "coldness", show: gaps[0][0].key, sort: "", dir: "" }) }, gaps[0][0].name), `, the scarcest function`);
  byId("cards").replaceChildren(...cards);
}
