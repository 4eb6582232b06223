// Moving the map and moving on it: keys, buttons, mouse and fingers.

const unitsPerPixel = () => Math.max(
  map.box[2] / Math.max(1, map.svg.clientWidth), map.box[3] / Math.max(1, map.svg.clientHeight));

function boxOfState() {
  const parts = state.at.split(",").map(Number);
  if (parts.length !== 3 || parts.some((one) => !Number.isFinite(one)) || parts[2] < 1 || parts[
    2] > 60) {
    return [...HOME];
  }
  const [cx, cy, zoom] = parts;
  return [cx - HOME[2] / zoom / 2, cy - HOME[3] / zoom / 2, HOME[2] / zoom, HOME[3] / zoom];
}

/** Shows a part of the map, never more than all of it, and writes it into the address. */
function setBox(box, remember = true) {
  let [x, y, width, height] = box;
  const zoom = Math.min(60, Math.max(1, HOME[2] / width));
  [x, y] = [x + width / 2 - HOME[2] / zoom / 2, y + height / 2 - HOME[3] / zoom / 2];
  [width, height] = [HOME[2] / zoom, HOME[3] / zoom];
  x = Math.min(Math.max(x, HOME[0]), HOME[0] + HOME[2] - width);
  y = Math.min(Math.max(y, HOME[1]), HOME[1] + HOME[3] - height);
  map.box = [x, y, width, height];
  map.svg.setAttribute("viewBox", map.box.map((one) => one.toFixed(1)).join(" "));
  map.svg.classList.toggle("zoomed", zoom > 1.001);
  byId("pan-buttons").hidden = zoom <= 1.001;
  const per = unitsPerPixel();
  for (const one of map.svg.querySelectorAll("pattern")) {
    one.setAttribute("patternTransform", `scale(${per}) rotate(45)`);
  }
  for (const one of map.layers.sites.children) {
    one.setAttribute("r", siteRadius(one.classList.contains("chosen-site")) * per);
  }
  paintLabels();
  if (map.level) paintDivider(map.layers.other.firstChild !== null);
  if (remember) {
    clearTimeout(map.timer);
    map.timer = setTimeout(() => choose({
      at: zoom <= 1.001 ? "" :
        `${Math.round(x + width / 2)},${Math.round(y + height / 2)},${zoom.toFixed(2)}`,
    }, { passing: true }), 250);
  }
}

/** Zooms by a factor, keeping a position of the map where it is on the screen. */
function zoomAt(factor, [px, py] = [map.box[0] + map.box[2] / 2, map.box[1] + map.box[3] / 2]) {
  const [x, y, width, height] = map.box;
  const next = Math.min(HOME[2], Math.max(HOME[2] / 60, width / factor)) / width;
  setBox([px - (px - x) * next, py - (py - y) * next, width * next, height * next]);
}

function panBy(dx, dy) {
  setBox([map.box[0] + dx * map.box[2], map.box[1] + dy * map.box[3], map.box[2], map.box[3]]);
}

/** Brings an area into view; where a margin is given, zooms until it is so many times as wide. */
function showArea(level, i, margin = 0) {
  const [west, north, east, south] = extents(level)[i];
  const [x, y, width, height] = map.box;
  const inside = west >= x && east <= x + width && north >= y && south <= y + height;
  if (inside && margin === 0) return;
  const least = Math.max(east - west, (south - north) * HOME[2] / HOME[3]);
  const wide = margin === 0 ? width : Math.max(margin * least, HOME[2] / 12);
  const high = wide * HOME[3] / HOME[2];
  setBox([(west + east) / 2 - wide / 2, (north + south) / 2 - high / 2, wide, high]);
}

/** The place on the map under the pointer, in its metres. */
function positionOf(event) {
  const box = map.svg.getBoundingClientRect();
  const per = unitsPerPixel();
  return [
    map.box[0] + map.box[2] / 2 + (event.clientX - box.left - box.width / 2) * per,
    map.box[1] + map.box[3] / 2 + (event.clientY - box.top - box.height / 2) * per,
  ];
}

const longitudeLatitude = ([x, y]) => [frame.lon + x / frame.kx, frame.lat - y / frame.ky];
const placeOf = (lon, lat) => [(lon - frame.lon) * frame.kx, (frame.lat - lat) * frame.ky];

function listenToMap() {
  const pointers = new Map();
  let moved = false;
  let last = null;
  const spread = () => {
    const [a, b] = [...pointers.values()];
    return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  };
  map.svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, event);
    moved = false;
    last = pointers.size === 2 ? spread() : null;
  });
  map.svg.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) { readOut(event.target); return; }
    if (pointers.size === 2) {
      pointers.set(event.pointerId, event);
      const now = spread();
      if (last) zoomAt(now / last, positionOf(event));
      last = now;
      moved = true;
      return;
    }
    const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
    if (!moved && Math.hypot(dx, dy) < 4) return;
    moved = true;
    if (map.box[2] >= HOME[2] * 0.999) return;
    map.svg.setPointerCapture(event.pointerId);
    map.svg.classList.add("dragging");
    pointers.set(event.pointerId, event);
    const per = unitsPerPixel();
    setBox([map.box[0] - dx * per, map.box[1] - dy * per, map.box[2], map.box[3]]);
  });
  const lift = (event) => { pointers.delete(event.pointerId);
    map.svg.classList.remove("dragging");
    last = null; };
  for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) map.svg
    .addEventListener(name, lift);
  map.svg.addEventListener("pointerleave", () => readOut(null));
  map.svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomAt(Math.exp(-event.deltaY * 0.002), positionOf(event));
  }, { passive: false });
  map.svg.addEventListener("click", (event) => {
    if (moved) { moved = false; return; }
    if (live.pick(longitudeLatitude(positionOf(event)))) return;
    const organisation = event.target.dataset.org;
    if (organisation) { openOrganisation(organisation); return; }
    const code = event.target.dataset.code;
    if (code) { setActive(Number(event.target.dataset.index), true);
      openArea(code, { from: event.target, focus: false }); }
  });
  map.svg.addEventListener("focusin", (event) => {
    if (event.target.dataset.index === undefined) return;
    map.focused = Number(event.target.dataset.index);
    setActive(map.focused, false);
    showArea(levels[map.level], map.focused);
    readOut(event.target);
    paintMarks();
  });
  map.svg.addEventListener("focusout", () => { map.focused = undefined;
    readOut(null);
    paintMarks(); });
  map.svg.addEventListener("keydown", mapKey);
  for (const button of byId("map-buttons").querySelectorAll("button")) {
    button.addEventListener("click", () => moveMap(button.dataset.move));
  }
}

function moveMap(how) {
  switch (how) {
    case "in":
      zoomAt(1.6);
      break;
    case "out":
      zoomAt(1 / 1.6);
      break;
    case "home":
      setBox([...HOME]);
      break;
    case "north":
      panBy(0, -0.25);
      break;
    case "south":
      panBy(0, 0.25);
      break;
    case "west":
      panBy(-0.25, 0);
      break;
    default:
      panBy(0.25, 0);
  }
}

const DIRECTIONS = {
  ArrowUp: [0, -1, "north"],
  ArrowDown: [0, 1, "south"],
  ArrowLeft: [-1, 0, "west"],
  ArrowRight: [1, 0, "east"],
};

function mapKey(event) {
  const level = levels[map.level];
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (DIRECTIONS[event.key]) {
    const next = neighbourTowards(level, map.active, DIRECTIONS[event.key]);
    if (next === null) say(
      `No ${level.noun} to the ${DIRECTIONS[event.key][2]} of ${level.names[map.active]}.`);
    else setActive(next, true);
  } else if (event.key === "Enter" || event.key === " ") {
    openArea(level.codes[map.active], { from: map.paths[map.active], focus: true });
  } else if (event.key === "+" || event.key === "=") {
    zoomAt(1.6, level.centres[map.active]);
  } else if (event.key === "-") {
    zoomAt(1 / 1.6);
  } else if (event.key === "0") {
    setBox([...HOME]);
  } else return;
  event.preventDefault();
}

/**
 * The neighbour on one side: of those that share a border the one that lies straightest that way,
 * or across a river or a gap the nearest area within 45° of it.
 */
function neighbourTowards(level, from, [dx, dy]) {
  const [x, y] = level.centres[from];
  const pick = (candidates, narrow) => {
    let [best, least] = [null, Infinity];
    for (const i of candidates) {
      if (i === from) continue;
      const [ex, ey] = [level.centres[i][0] - x, level.centres[i][1] - y];
      const [along, aside] = [ex * dx + ey * dy, Math.abs(ex * dy) + Math.abs(ey * dx)];
      if (along <= 0 || aside > along * narrow) continue;
      const cost = narrow > 1 ? aside / along : Math.hypot(ex, ey) * (1 + aside / along);
      if (cost < least)[best, least] = [i, cost];
    }
    return best;
  };
  return pick(level.neighbours[from], 1.75) ?? pick(level.codes.keys(), 1);
}

/** Makes one area the way into the map: the only one that Tab stops at. */
function setActive(i, focus) {
  map.paths[map.active]?.setAttribute("tabindex", "-1");
  map.active = i;
  map.paths[i]?.setAttribute("tabindex", "0");
  if (focus) map.paths[i]?.focus({ preventScroll: false });
}

function readOut(target) {
  const box = byId("readout");
  const level = levels[map.level];
  if (target?.dataset?.org) {
    const at = organisationById.get(target.dataset.org);
    box.replaceChildren(el("b", {}, at === undefined ? target.textContent : organisations[at]
      .name));
    return;
  }
  const at = target?.dataset?.index ?? map.focused;
  if (at === undefined) { box.replaceChildren(); return; }
  const i = Number(at);
  const of = measures(level.key);
  const [name, rest] = [level.names[i], areaLabel(level, of, i, ranked(of))];
  box.replaceChildren(el("b", {}, name), rest.slice(name.length).replace(/^[,:] /, ""));
}
