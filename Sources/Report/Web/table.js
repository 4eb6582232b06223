// The ranking: the page for whoever reads it row by row.

const table = { head: null, body: null, active: 0, rows: [] };

/** The columns of the table as the view asks, each with its order when sorted. */
function columns() {
  const level = levels[state.level];
  const compared = state.view === "compare" ? comparison(level.key) : null;
  const of = measures(level.key);
  const list = [
    { key: "rank", title: compared ? "Rank B" : "Rank", number: true, value: (i) => of.rank[i],
      cell: (i) => fixed(of.rank[i], 0) },
    { key: "name", title: capital(level.noun), head: true, value: (i) => plain(level.names[i]),
      cell: (i) => nameButton(level, i) },
  ];
  if (isNested(level.key)) {
    list.push({ key: "boro", title: "Borough", optional: true, value: (i) => boroughName(level
        .key, i), cell: (i) => boroughName(level.key, i) });
  }
  const label = state.show === "overall" ? "Score" : "Shortfall";
  if (compared) {
    const value = (side) => (i) => shown(compared[side], i, state.show);
    list.push({ key: "a", title: `${label} A`, number: true, falling: true, value: value("a"),
      cell: (i) => scoreCell(value("a")(i)) }, { key: "score", title: `${label} B`,
      number: true, falling: true, value: value("b"), cell: (i) => scoreCell(value("b")(
      i)) }, { key: "change", title: "Change", number: true, falling: true, value: (i) =>
        change(compared, i), cell: (i) => changeCell(change(compared, i)) }, { key: "was",
      title: "Rank A", number: true, optional: true, value: (i) => compared.a.rank[i], cell: (
        i) => fixed(compared.a.rank[i], 0) });
    return list;
  }
  list.push({ key: "score", title: label, number: true, falling: true, value: (i) => shown(of, i,
      state.show), cell: (i) => scoreCell(shown(of, i, state.show)) });
  if (scenario) {
    list.push({ key: "change", title: "Change", number: true, falling: true, value: (i) => change(
          comparison(level.key), i), cell: (i) => changeCell(change(comparison(level.key),
        i)) });
  } else if (level.hasFirmness) {
    list.push({ key: "range", title: "Rank range", optional: true, value: (i) => level.rankLo[i],
      cell: (i) => rangeCell(level, i) }, { key: "firm", title: "How firm", falling: true,
      value: (i) => level.class[i], cell: (i) => firmCell(level.class[i]) });
  }
  list.push({ key: "need", title: "Need", number: true, falling: true, optional: true, value: (
        i) => of.need[i], cell: (i) => (of.need[i] === null ? "–" : fixed(100 * of.need[i],
      0)) }, { key: "reach", title: "Reached by", number: true, value: (i) => of.orgs[i],
      cell: (i) => fixed(of.orgs[i], 0) }, { key: "missing", title: "Missing", number: true,
      falling: true, optional: true, value: (i) => (of.score[i] === null ? null : missing(of, i)
        .length), cell: (i) => (of.score[i] === null ? "–" : String(missing(of, i).length)) });
  return list;
}

const change = (compared, i) => {
  const [a, b] = [shown(compared.a, i, state.show), shown(compared.b, i, state.show)];
  return a === null || b === null ? null : b - a;
};

function nameButton(level, i) {
  return el("button", { type: "button", tabindex: -1, "data-index": i }, level.names[i],
    el("span", { class: "hidden" }, ", open what is known"));
}

function scoreCell(value) {
  if (value === null) return "–";
  const chip = el("i", { class: "chip", "aria-hidden": "true" });
  chip.style.background = colourOf(value);
  return [chip, fixed(value)];
}

function changeCell(value) {
  if (value === null) return "–";
  const chip = el("i", { class: "chip", "aria-hidden": "true" });
  chip.style.background = CHANGE_COLOURS[changeClass(value)];
  return [chip, signed(value)];
}

/** A change with its sign; none for what rounds to nothing. */
const signed = (value) => (Math.abs(value) < 0.05 ? "0.0" :
  `${value > 0 ? "+" : "−"}${fixed(Math.abs(value))}`);

/** A rank interval as figures and as a stretch of all ranks. */
function rangeCell(level, i) {
  if (level.rankLo[i] === null || level.rankLo[i] === undefined) return "–";
  const total = Math.max(1, ranked(level) - 1);
  const [from, to] = [(level.rankLo[i] - 1) / total, (level.rankHi[i] - 1) / total];
  const mark = el("b");
  mark.style.left = `${(100 * from).toFixed(1)}%`;
  mark.style.right = `${(100 - 100 * to).toFixed(1)}%`;
  return el("span", { class: "range" }, `${level.rankLo[i]}–${level.rankHi[i]}`, el(
  "i", { "aria-hidden": "true" }, mark));
}

function firmCell(firm) {
  if (firm === null || firm === undefined) return "–";
  return el("span", { class: "firm", "data-firm": firm }, el("i", { "aria-hidden": "true" },
    FIRM_MARKS[firm]), FIRMNESS[firm]);
}

/** The areas of the table in its order: filtered, then sorted, what has no value last. */
function rowsInOrder(all) {
  const level = levels[state.level];
  const of = measures(level.key);
  const wanted = plain(state.text.trim());
  const reached = state.org ? setAside(level) : null;
  const chosen = state.borough && isNested(level.key) ? boroughs.index.get(state.borough) : null;
  const rows = [...level.codes.keys()].filter((i) =>
    (chosen === null || level.borough[i] === chosen) && (reached === null || reached.has(i)) &&
    (!wanted || plain(`${level.names[i]} ${boroughName(level.key, i)} ${level.codes[i]}`)
      .includes(wanted)));
  const [key, sign] = order(all);
  const { value } = all.find((one) => one.key === key) ?? all[0];
  const values = new Map(rows.map((i) => [i, value(i)]));
  const rank = (i) => of.rank[i] ?? Infinity;
  return rows.sort((i, j) => {
    const [a, b] = [values.get(i) ?? null, values.get(j) ?? null];
    if (a === null || b === null) return (a === null) - (b === null) || rank(i) - rank(j) ||
      i - j;
    const by = typeof a === "string" ? a.localeCompare(b, "en-GB") : a - b;
    return sign * by || (rank(i) === rank(j) ? i - j : rank(i) - rank(j));
  });
}

/** The column to sort by and the direction, 1 for rising. */
function order(all) {
  const key = all.some((one) => one.key === state.sort) ? state.sort :
    all.some((one) => one.key === "was") ? "change" : state.show === "overall" ? "rank" : "score";
  const column = all.find((one) => one.key === key);
  const way = state.sort === key && state.dir ? state.dir : column.falling ? "down" : "up";
  return [key, way === "down" ? -1 : 1];
}

function paintTable() {
  const all = columns();
  const level = levels[state.level];
  const [sorted, sign] = order(all);
  const box = byId("ranking");
  table.rows = rowsInOrder(all);
  const held = document.activeElement?.closest?.("#ranking thead th")?.dataset.column;
  const heldRow = document.activeElement?.closest?.("#ranking tbody tr")?.dataset.code;
  box.tHead.replaceChildren(el("tr", {}, all.map((column) => el("th", {
    scope: "col",
    class: [column.number && "number", column.optional && "optional"].filter(Boolean)
      .join(" ") || null,
    "data-column": column.key,
    "aria-sort": column.key !== sorted ? null : sign > 0 ? "ascending" : "descending",
  }, el("button", { type: "button", click: () => sortBy(column, sorted, sign) }, column
    .title,
    el("span", { "aria-hidden": "true" }, column.key !== sorted ? "" : sign > 0 ? "▲" :
      "▼"))))));
  const rows = document.createDocumentFragment();
  table.rows.forEach((i) => rows.append(el("tr", {
    "data-code": level.codes[i],
  }, all.map((column) => el(column.head ? "th" : "td", {
    scope: column.head ? "row" : null,
    class: [column.number && "number", column.optional && "optional"].filter(Boolean)
      .join(" ") || null,
  }, column.cell(i))))));
  if (table.rows.length === 0) {
    rows.append(el("tr", {}, el("td", { colspan: all.length, class: "empty" },
      "Nothing matches the filter.")));
  }
  box.tBodies[0].replaceChildren(rows);
  byId("ranking-title").textContent = `Ranking of ${level.plural}`;
  byId("ranking-caption").replaceChildren(caption(level, all, sorted, sign),
    el("span", { class: "screen" }, " Arrow keys move between rows, Enter opens one."));
  const at = table.rows.indexOf(level.index.get(heldRow ?? state.area) ?? -1);
  setActiveRow(Math.max(0, at), heldRow !== undefined);
  if (held) box.tHead.querySelector(`[data-column="${held}"] button`)
?.focus({ preventScroll: true });
}

/** Marks the row of the chosen area and shows it; the rest of the table stays as it is. */
function markRow() {
  const body = byId("ranking").tBodies[0];
  body.querySelector("tr[aria-current]")?.removeAttribute("aria-current");
  const at = table.rows.indexOf(levels[state.level].index.get(state.area) ?? -1);
  if (at < 0) return;
  body.rows[at].setAttribute("aria-current", "true");
  if (!body.contains(document.activeElement)) setActiveRow(at, false);
  showRow();
}

function caption(level, all, sorted, sign) {
  const { title } = all.find((one) => one.key === sorted);
  const part = table.rows.length === level.codes.length ?
    `All ${count(level.codes.length, level.noun, level.plural)}` :
    `${whole.format(table.rows.length)} of ${count(level.codes.length, level.noun, level.plural)}`;
  const how = sorted === "rank" && sign > 0 ? "coldest first" :
    `by ${title.toLowerCase()}, ${sign > 0 ? "lowest" : "highest"} first`;
  const what = state.show === "overall" ? "" :
  ` (shortfall in ${showName(state.show)}, per cent)`;
  return `${part}, ${how}${what}.`;
}

function sortBy(column, sorted, sign) {
  const down = column.key === sorted ? sign > 0 : Boolean(column.falling);
  choose({ sort: column.key, dir: down ? "down" : "up" });
}

const buttonsOfRows = () => byId("ranking").tBodies[0].querySelectorAll("th button");

function setActiveRow(at, focus) {
  const all = buttonsOfRows();
  all[table.active]?.setAttribute("tabindex", "-1");
  table.active = Math.min(Math.max(0, at), Math.max(0, all.length - 1));
  const button = all[table.active];
  button?.setAttribute("tabindex", "0");
  if (focus) button?.focus();
}

/** Scrolls the box of the table, never the page, to the row that is chosen. */
function showRow() {
  const box = byId("table-box");
  const row = byId("ranking").querySelector("tr[aria-current]");
  if (!row || box.scrollHeight <= box.clientHeight) return;
  const top = row.offsetTop - byId("ranking").tHead.offsetHeight;
  if (top < box.scrollTop || row.offsetTop + row.offsetHeight > box.scrollTop + box
    .clientHeight) {
    box.scrollTop = Math.max(0, top - box.clientHeight / 3);
  }
}

function setUpTable() {
  const body = byId("ranking").tBodies[0];
  body.addEventListener("click", (event) => {
    const row = event.target.closest("tr[data-code]");
    if (!row) return;
    const at = [...body.rows].indexOf(row);
    setActiveRow(at, false);
    const byKey = event.detail === 0;
    openArea(row.dataset.code, { from: () => rowButton(row.dataset.code), focus: byKey });
  });
  body.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity,
      End: Infinity } [event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const last = buttonsOfRows().length - 1;
    setActiveRow(step === -Infinity ? 0 : step === Infinity ? last : table.active + step,
      true);
  });
  body.addEventListener("focusin", (event) => {
    const at = [...buttonsOfRows()].indexOf(event.target);
    if (at >= 0 && at !== table.active) setActiveRow(at, false);
  });
  if (boroughs && levelKeys.some(isNested)) {
    const names = boroughs.codes.map((code, i) => [boroughs.names[i], code]).sort((a, b) => a[0]
      .localeCompare(b[0], "en-GB"));
    byId("borough").append(el("option", { value: "" }, "All boroughs"), ...names.map(([name,
      code]) => el("option", { value: code }, name)));
  }
  byId("borough").addEventListener("change", (event) => {
    const i = boroughs.index.get(event.target.value);
    choose({ borough: event.target.value, org: "" });
    if (i === undefined) setBox([...HOME]);
    else showArea(boroughs, i, 1.25);
  });
  byId("filter").addEventListener("input", (event) => choose({ text: event.target
    .value }, { passing: true }));
}

const rowButton = (code) => byId("ranking").querySelector(
  `tr[data-code="${CSS.escape(code)}"] th button`);
