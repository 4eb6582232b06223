"""Everything can be done by keys alone, and the arrow keys walk to true neighbours."""

import pytest

ARROWS = {"ArrowUp": (0, 1), "ArrowDown": (0, -1), "ArrowLeft": (-1, 0), "ArrowRight": (1, 0)}
WARDS = ["Gooshays", "Royal Albert", "Heathrow Villages", "Brixton Acre Lane", "Bow East",
         "Kentish Town South"]


def borders(one, other):
    """Whether two areas share more than a corner."""
    return one.intersects(other) and one.intersection(other).length > 1e-9


def lies(one, other, way):
    """How far another area lies that way, and how far aside, in degrees made about equal."""
    (x, y), (u, v) = ((s.centroid.x * 0.62, s.centroid.y) for s in (one, other))
    east, north = u - x, v - y
    along = east * way[0] + north * way[1]
    return along, abs(east * way[1]) + abs(north * way[0])


@pytest.mark.parametrize("name", WARDS)
def test_arrow_keys_walk_to_a_true_neighbour_on_that_side(visit, page_file, london, name):
    shapes = {code: shape for code, (_, shape) in london.wards.items()}
    names = {code: one["name"] for code, (one, _) in london.wards.items()}
    start = next(code for code, one in names.items() if one == name)
    reading = visit(page_file)
    path = reading.page.locator(f"#map path.area[data-code={start}]").first
    walked = 0
    for key, way in ARROWS.items():
        path.focus()
        reading.page.keyboard.press(key)
        reached = reading.focused
        beside = [code for code in shapes if code != start and borders(shapes[start], shapes[code])]
        straight = [code for code in beside
                    if (lambda a: a[0] > 0 and a[1] <= a[0])(lies(shapes[start], shapes[code], way))]
        if reached == start:
            assert not straight, f"{key} stays, but there is {names[straight[0]]}"
            continue
        walked += 1
        along, _ = lies(shapes[start], shapes[reached], way)
        assert along > 0, f"{key} from {name} goes back to {names[reached]}"
        assert reached in beside or not straight, f"{key} jumps over a neighbour to {names[reached]}"
        if reached not in beside:
            gap = shapes[start].distance(shapes[reached])
            assert gap < 0.05, f"{key} from {name} leaps to {names[reached]}"
    assert walked >= 2


def test_enter_opens_the_area_and_escape_comes_back(visit, page_file, london):
    reading = visit(page_file)
    page = reading.page
    page.locator("#map path.area[tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    code = reading.focused
    page.keyboard.press("Enter")
    assert reading.focused_id == "detail-title"
    assert london.wards[code][0]["name"] in reading.detail
    page.keyboard.press("Escape")
    assert reading.focused == code, "back on the map, where Enter was pressed"


def test_one_stop_of_tab_is_the_whole_map_and_one_the_whole_table(visit, page_file):
    page = visit(page_file).page
    for group in ("#map path.area", "#ranking tbody button"):
        assert page.locator(f"{group}[tabindex='0']").count() == 1


def looks(page, box):
    """A picture of a part of the page."""
    return page.screenshot(clip=box, animations="disabled")


@pytest.mark.parametrize("what", [
    "#map path.area[tabindex='0']", "#ranking tbody button[tabindex='0']", "#search", "#show",
    "#ranking thead th button", "#views input:checked", "#download > summary"])
def test_where_the_focus_is_can_be_seen(visit, page_file, what):
    page = visit(page_file).page
    target = page.locator(what).first
    # By keys, for focus that comes by mouse need not be shown.
    page.keyboard.press("Tab")
    target.focus()
    page.wait_for_timeout(100)
    box = target.bounding_box()
    around = {"x": max(0, box["x"] - 6), "y": max(0, box["y"] - 6),
              "width": box["width"] + 12, "height": box["height"] + 12}
    there = looks(page, around)
    target.evaluate("one => one.blur()")
    page.wait_for_timeout(100)
    assert there != looks(page, around)


def test_a_tour_by_keys_alone(visit, page_file):
    reading = visit(page_file)
    page = reading.page
    def press(key):
        page.keyboard.press(key)

    def tab_to(selector, most=60):
        for _ in range(most):
            press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"Tab does not reach {selector}")

    press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#ranking-title"
    press("Enter")
    assert reading.focused_id == "ranking-title"
    tab_to("#ranking tbody button")
    press("ArrowDown")
    press("ArrowDown")
    third = reading.rows[2]
    assert page.evaluate("document.activeElement.closest('tr').dataset.code") == third["code"]
    press("Enter")
    assert reading.focused_id == "detail-title"
    assert third["name"] in reading.detail
    press("Escape")
    assert page.evaluate("document.activeElement.closest('tr')?.dataset.code") == third["code"]
    tab_to("#map path.area")
    press("ArrowLeft")
    code = reading.focused
    press("Enter")
    assert f"area={code}" in reading.place
    press("Escape")
    assert reading.focused == code
    page.evaluate("document.activeElement.blur(); document.querySelector('.skip').focus()")
    tab_to("#views input")
    press("ArrowRight")
    assert "view=need" in reading.place
    assert page.locator("#pair-legend").is_visible()
    press("ArrowRight")
    assert "view=functions" in reading.place
    tab_to("#multiples button")
    press("Enter")
    assert "show=" in reading.place


@pytest.mark.parametrize("place", ["", "view=functions", "area={code}", "view=need&level=boroughs"])
def test_nothing_traps_the_focus_or_hides_it(visit, service, london, place):
    first = next(code for code, (one, _) in london.wards.items() if one["rank"] == 1)
    # The skip links slide in, unless less motion is wanted.
    page = visit(service, place.format(code=first), reduced_motion="reduce").page
    seen = []
    for _ in range(250):
        page.keyboard.press("Tab")
        one = page.evaluate("""() => {
          const one = document.activeElement;
          if (one === document.body) return null;
          window.stops ??= new Map();
          if (window.stops.has(one)) return "again";
          window.stops.set(one, true);
          const box = one.getBoundingClientRect();
          const name = one.id || one.getAttribute("href") || one.textContent.trim() || one.tagName;
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
          const top = document.elementFromPoint(x, y);
          const inside = box.width > 0 && box.bottom > 0 && box.top < innerHeight
            && box.right > 0 && box.left < innerWidth;
          return { name, inside, covered: top !== null && !one.contains(top) && !top.contains(one)
            && !one.labels?.[0]?.contains(top) && !one.closest("svg") && getComputedStyle(top).position === "sticky" };
        }""")
        if one is None or one == "again":
            break
        seen.append(one)
    else:
        raise AssertionError(f"the end is not reached: {[one['name'] for one in seen[-5:]]}")
    assert len(seen) > 15
    assert not [one["name"] for one in seen if not one["inside"]], "out of sight"
    assert not [one["name"] for one in seen if one["covered"]], "hidden under another part"
