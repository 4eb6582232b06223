// Making elements. What comes from the data is only ever text: nothing here reads markup.

const SVG = "http://www.w3.org/2000/svg";

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !==
  undefined));
  return node;
}

/** An element; a function among the attributes listens to the event of that name. */
function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An element of a drawing. */
function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

const byId = (id) => document.getElementById(id);

/** A link for addresses of the web; the bare text for anything else, `javascript:` included. */
function link(address, text) {
  let url = null;
  try { url = new URL(address); } catch { return document.createTextNode(text); }
  if (url.protocol !== "http:" && url.protocol !== "https:") return document.createTextNode(text);
  return el("a", { href: url.href, rel: "noopener noreferrer", target: "_blank" }, text,
    el("span", { class: "hidden" }, " (opens in a new tab)"));
}

const whole = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** A number with so many decimals; a dash for none. */
function fixed(value, places = 1) {
  return value === null || value === undefined ? "–" : value.toFixed(places);
}

/** People, to three figures above a hundred thousand: the estimates are no better. */
function people(value) {
  if (value === null || value === undefined) return "–";
  if (value >= 1e6) return `${(value / 1e6).toFixed(2)} million`;
  return whole.format(value >= 1e5 ? Math.round(value / 1000) * 1000 : Math.round(value));
}

/** Metres as people say them. */
function distance(metres) {
  if (metres === null || metres === undefined) return "–";
  return metres < 1000 ? `${Math.round(metres / 10) * 10} m` : `${(metres / 1000).toFixed(1)} km`;
}

/** A count and its noun. */
function count(number, noun, plural = `${noun}s`) {
  return `${whole.format(number)} ${number === 1 ? noun : plural}`;
}

/** Words in a row: "a, b and c". */
function listed(words) {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const spaced = (text) => String(text).replaceAll("_", " ");

/** The words of a text without case and accents, for finding. */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
