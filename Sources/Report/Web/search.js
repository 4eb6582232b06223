// One box that finds areas, organisations and postcodes: a combobox with a list.

const search = { results: [], at: -1, asked: 0 };

/** A British postcode, whole or its first part, in capitals without spaces; null for other text. */
function postcodeOf(text) {
  const bare = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return /^[A-Z]{1,2}\d[A-Z\d]?(\d[A-Z]{0,2})?$/.test(bare) ? bare : null;
}

function findEverything(text) {
  const wanted = plain(text.trim());
  if (!wanted) return [];
  const found = [];
  const rate = (name) => {
    const at = plain(name).indexOf(wanted);
    return at === 0 ? 0 : at > 0 && /\W/.test(plain(name)[at - 1]) ? 1 : at > 0 ? 2 : -1;
  };
  for (const key of [...levelKeys].reverse()) {
    levels[key].codes.forEach((code, i) => {
      const [name, where] = [levels[key].names[i], isNested(key) ? boroughName(key, i) : ""];
      const score = code.toLowerCase() === wanted ? 0 : rate(`${name} ${where}`.trim());
      if (score >= 0) found.push({ score: score + (rate(name) < 0 ? 3 : 0) + (key ===
            "boroughs" ? 0 : 0.2), title: name, note: where ?
            `${levels[key].noun}, ${where}` : levels[key].noun, go: () => goToArea(key,
          i) });
    });
  }
  organisations.forEach((one) => {
    const score = rate(one.name);
    if (score >= 0) found.push({ score: score + 0.4, title: one.name,
      note: `organisation${one.counted ? "" : ", not counted"}`, go: () =>
        goToOrganisation(one) });
  });
  const postcode = postcodeOf(text);
  if (postcode) {
    for (const one of organisations) {
      const site = one.sites.find((each) => each.postcode && each.postcode.replace(/\s/g, "")
        .startsWith(postcode));
      if (site) found.push({ score: 0.6, title: one.name,
        note: `organisation at ${site.postcode}`, go: () => goToOrganisation(one) });
    }
  }
  return found.sort((a, b) => a.score - b.score || a.title.localeCompare(b.title, "en-GB")).slice(
    0, 30);
}

function goToArea(key, i) {
  const level = levels[key];
  detail.origin = byId("search");
  choose({ level: key, area: level.codes[i], org: "", borough: "", text: "" });
  showArea(level, i, 4);
  focusDetail();
}

function goToOrganisation(one) {
  detail.origin = byId("search");
  choose({ org: one.id, area: "", borough: "", text: "" });
  const site = one.sites[0];
  if (site) setBox([site.x - HOME[2] / 8, site.y - HOME[3] / 8, HOME[2] / 4, HOME[3] / 4]);
  focusDetail();
}

/** What to say of a postcode that the page cannot place: it carries no directory of postcodes. */
const noDirectory = (text) => ({
  none: true,
  title: `“${text.trim()}” is no area or organisation of this page.`,
  note: postcodeOf(text) ?
    `Postcodes need the directory: coldspot locate ${text.trim().toUpperCase()}` :
    "Try a part of the name.",
});

function showResults(results) {
  search.results = results;
  search.at = results.length && !results[0].none ? 0 : -1;
  const list = byId("search-results");
  list.replaceChildren(...results.map((one, k) => el("li", {
    role: "option",
    id: `search-${k}`,
    "aria-selected": k === search.at ? "true" : "false",
    "aria-disabled": one.none ? "true" : null,
    class: one.none ? "none" : null,
    pointerdown: (event) => { event.preventDefault();
      takeResult(k); },
  }, one.title, el("small", {}, one.note))));
  list.hidden = results.length === 0;
  const input = byId("search");
  input.setAttribute("aria-expanded", String(!list.hidden));
  markResult();
}

function markResult() {
  const input = byId("search");
  [...byId("search-results").children].forEach((one, k) => one.setAttribute("aria-selected", k ===
    search.at ? "true" : "false"));
  if (search.at < 0) input.removeAttribute("aria-activedescendant");
  else {
    input.setAttribute("aria-activedescendant", `search-${search.at}`);
    byId(`search-${search.at}`)?.scrollIntoView({ block: "nearest" });
  }
}

function takeResult(k) {
  const one = search.results[k];
  if (!one || one.none) return;
  showResults([]);
  byId("search").value = "";
  one.go();
}

async function lookUp(text) {
  const asked = search.asked += 1;
  const results = findEverything(text);
  if (!text.trim()) { showResults([]); return; }
  // Whole ones only: the server knows nothing of a half.
  if (/\d[A-Z]{2}$/.test(postcodeOf(text) ?? "") && live.canLocate) {
    const place = await live.locate(text);
    if (asked !== search.asked) return;
    if (place) results.unshift(place);
  }
  showResults(results.length ? results : [noDirectory(text)]);
  say(results.length ? `${count(results.length, "result")}.` : noDirectory(text).title);
}

function setUpSearch() {
  const input = byId("search");
  input.addEventListener("input", () => lookUp(input.value));
  input.addEventListener("blur", () => showResults([]));
  input.addEventListener("keydown", (event) => {
    const total = search.results.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (total === 0) { lookUp(input.value); return; }
      const step = event.key === "ArrowDown" ? 1 : -1;
      search.at = (search.at + step + total) % total;
      markResult();
    } else if (event.key === "Enter") {
      event.preventDefault();
      takeResult(search.at);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (total) showResults([]);
      else input.value = "";
    }
  });
  document.addEventListener("keydown", (event) => {
    const busy = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target
      .type !== "radio" && event.target.type !== "checkbox";
    if (event.key !== "/" || busy || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
}
