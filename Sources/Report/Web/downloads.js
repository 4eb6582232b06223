// What can be taken away: the table, the layers beside the page, the data of the page, the credits.

function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const anchor = el("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** A cell of CSV; text that a spreadsheet would take for a formula gets an apostrophe. */
function cell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The table as it stands, filtered and in its order, with every measure of the page. */
function tableCSV() {
  const level = levels[state.level];
  const of = measures(level.key);
  const header = ["rank", "code", "name", "borough", "people", "score", "rank_lo", "rank_hi",
    "class", "need", "lack",
    "n_orgs", "n_indep", "near_m", "sole", "missing", ...data.functions.map((one) => one
    .column), "why"
  ];
  const lines = table.rows.map((i) => [of.rank[i], level.codes[i], level.names[i], boroughName(
      level.key, i), of.people[i],
    of.score[i], scenario ? null : level.rankLo[i], scenario ? null : level.rankHi[i],
    scenario || level.class[i] === null ? null : ["not_cold", "possible", "likely",
      "confirmed"
    ][level.class[i]],
    of.need[i], of.lack[i], of.orgs[i], of.indep[i], of.near[i], of.sole[i],
    of.score[i] === null ? null : missing(of, i).map((k) => data.functions[k].key).join(";"),
    ...of.shortfalls.map((each) => each[i]), of.why[i]
  ]);
  return [header, ...lines].map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
}

function setUpDownloads() {
  const list = byId("download-list");
  const item = (node, note) => list.append(el("li", {}, node, note ? el("small", {}, note) :
    null));
  const slug = plain(data.study).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "study";
  item(el("button", {
    type: "button",
    id: "download-csv",
    click: () =>
      // Excel reads UTF-8 only with a byte order mark.
      save(`cold-spots-${slug}-${state.level}.csv`, "text/csv;charset=utf-8",
        `\uFEFF${tableCSV()}`)
  }, "This table (CSV)"));
  item(el("button", {
    type: "button",
    id: "download-json",
    click: () =>
      save(`cold-spots-${slug}.json`, "application/json", JSON.stringify(data))
  }, "Data of this page (JSON)"));
  for (const name of data.layers) {
    item(el("a", { href: `${encodeURIComponent(name)}.geojson`, download: true },
      `${name}.geojson`));
  }
  if (data.layers.length) list.append(el("li", {}, el("small", {},
    "The layers lie beside this page in the folder of the run.")));
  live.addLinks(item);
  byId("print").addEventListener("click", () => window.print());
  byId("cite").addEventListener("click", () => {
    byId("cite-text").value = citation();
    byId("cite-done").textContent = "";
    byId("cite-dialog").showModal();
  });
  byId("cite-close").addEventListener("click", () => byId("cite-dialog").close());
  byId("cite-copy").addEventListener("click", copyCitation);
  byId("download").addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    byId("download").open = false;
    byId("download").querySelector("summary").focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!byId("download").contains(event.target)) byId("download").open = false;
  });
}

async function copyCitation() {
  const text = byId("cite-text");
  text.select();
  let done = false;
  try { await navigator.clipboard.writeText(text.value);
    done = true; } catch { done = document.execCommand("copy"); }
  byId("cite-done").textContent = done ? "Copied." : "Press Ctrl and C to copy.";
}

function editions() {
  return levelKeys.map((key) => `${levels[key].plural} ${levels[key].vintage}`).filter((text) => !
    text.endsWith(" ")).join(", ");
}

function citation() {
  const inputs = data.inputs.map((one) => `  ${one.name}  SHA-256 ${one.sha256}`).join("\n");
  return [
    `Cold spots of support: ${data.study} (${editions()}). Computed with ${data.program}.`, "",
    ...data.attribution, "",
    "To get these numbers again, run", "  coldspot run study.toml -o out",
    "with these inputs; manifest.json beside this page records every setting and checksum.",
    inputs, "",
    ...(scenario ? [`This view shows a scenario, not the run: ${liveQuery()}`] : []),
    `View: ${hashText()}`,
  ].join("\n");
}
