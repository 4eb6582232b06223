// The answers that a reader came for, before any choice.

function paintCards(level) {
  const of = measures(level.key);
  const coldest = inRankOrder(of).slice(0, 2);
  const cards = [
    firmCard(level),
    coldest.length === 0 ? null : card(fixed(of.score[coldest[0]], 0), "is the coldest score: ",
      openButton(level, coldest[0]),
      coldest.length < 2 ? null : [", then ", openButton(level, coldest[1])]),
    boroughCard(level),
    gapCard(level, of),
  ];
  byId("cards").replaceChildren(...cards.filter((one) => one !== null));
}

const card = (figure, ...text) => el("li", {}, el("strong", {}, figure), el("span", {}, text));

/** The areas that have a rank, the coldest first. */
const inRankOrder = (of) => [...of.rank.keys()].filter((i) => of.rank[i] !== null)
  .sort((i, j) => of.rank[i] - of.rank[j] || i - j);

function openButton(level, i) {
  const where = isNested(level.key) && boroughName(level.key, i);
  const from = () => rowButton(level.codes[i]);
  return el("button", {
    type: "button", click: () => openArea(level.codes[i], { from, focus: true }),
  }, where ? `${level.names[i]} (${where})` : level.names[i]);
}

/** How many are cold spots whatever the method; nothing for a scenario, where that is not known. */
function firmCard(level) {
  if (scenario || !level.hasFirmness) return null;
  const firm = [...level.codes.keys()].filter((i) => level.class[i] === 3);
  const home = firm.reduce((sum, i) => sum + (level.people[i] ?? 0), 0);
  const what = firm.length === 1 ? `${level.noun} is a cold spot` :
    `${level.plural} are cold spots`;
  const ways = data.parameters.method_grid?.scenarios;
  return card(whole.format(firm.length), `${what} however we compute it`,
    ways ? ` (in 90 % of ${ways} ways)` : "", `: home to ${people(home)} people`);
}

function boroughCard(level) {
  if (!boroughs || level === boroughs) return null;
  const of = measures("boroughs");
  const order = inRankOrder(of);
  const cold = order.filter((i) => inColdestTenth(of, i, order.length));
  return card(`${cold.length} of ${boroughs.codes.length}`, "boroughs are the coldest tenth; the " +
    `coldest are ${listed(order.slice(0, 3).map((i) => boroughs.names[i]))}`);
}

/** The function that most people have nobody for. */
function gapCard(level, of) {
  const inhabited = [...level.codes.keys()].filter((i) => of.score[i] !== null);
  const peopleOf = (areas) => areas.reduce((sum, i) => sum + (of.people[i] ?? 0), 0);
  const without = data.functions.map((_, at) =>
    peopleOf(inhabited.filter((i) => missing(of, i).includes(at))));
  const most = without.indexOf(Math.max(...without));
  if (!(without[most] > 0)) return null;
  const { key, name } = data.functions[most];
  const show = () => choose({ view: "coldness", show: key, sort: "", dir: "" });
  return card(`${Math.round(100 * without[most] / peopleOf(inhabited))} %`,
    `of people live in a ${level.noun} where nobody provides `,
    el("button", { type: "button", click: show }, name), ", the scarcest function");
}
