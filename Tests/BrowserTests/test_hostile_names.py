"""Names come from anyone's spreadsheet: on the page they are text, whatever they look like."""

import csv
import json

import pytest

from runs import Run

NAMES = [
    "</script><img src=x onerror=window.hacked=1>", "=cmd|'/c calc'!A1",
    "\u202eright to left\u202c ‏עברית", "<!--<script>window.hacked=2</script>\u2028{{rows}} &amp; '\"",
]
STUDY = """name = {name}

[wards]
file = "wards.geojson"
code = "code"
borough = "borough"

[boroughs]
file = "boroughs.geojson"
code = "code"

[places]
file = "places.csv"
x = "x"
y = "y"

[need]
name = "Sample"
column = "need"
direction = "higher-is-more-need"

[organisations]
file = "organisations.csv"
serves = "serves"
x = "x"
y = "y"

[functions]
file = "functions.csv"
"""


def square(code, name, column, row, side, borough=None):
    corners = [(0, 0), (side, 0), (side, side), (0, side), (0, 0)]
    ring = [[4.84 + (column + x) / 100, 45.75 + (row + y) / 100] for x, y in corners]
    properties = {"code": code, "name": name, **({"borough": borough} if borough else {})}
    return json.dumps({"type": "Feature", "properties": properties,
                       "geometry": {"type": "Polygon", "coordinates": [ring]}})


@pytest.fixture(scope="module")
def hostile(command):
    """A town of four wards and three organisations, all of them called what they should not be."""
    folder = command.folder / "hostile"
    folder.mkdir()
    (folder / "study.toml").write_text(STUDY.format(name=json.dumps(NAMES[0])), encoding="utf-8")
    for file, areas in {
        "wards.geojson": [
            square(f"W{k + 1}", name, k % 2, k // 2, 1, f"B{k % 2 + 1}")
            for k, name in enumerate(NAMES)],
        "boroughs.geojson": [square("B1", NAMES[3], 0, 0, 1), square("B2", NAMES[1], 1, 0, 1)],
    }.items():
        (folder / file).write_text(
            '{"type":"FeatureCollection","features":[' + ",".join(areas) + "]}", encoding="utf-8")
    tables = {
        "places.csv": [["id", "x", "y", "people", "need"]] + [
            [f"p{k}", 4.845 + k % 2 / 100, 45.755 + k // 2 / 100, 100 + k, 10 * k]
            for k in range(4)],
        "functions.csv": [["function", "column", "name", "weight", "specialisms"],
                          ["advice", "s_advi", NAMES[0], 1, "advice"]],
        "organisations.csv": [
            ["id", "name", "kind", "status", "serves", "x", "y", "specialisms", "source_url"]] + [
            [f"o{k}", name, "cvs", "active", "B1", 4.845, 45.755, "advice",
             "javascript:window.hacked=3"] for k, name in enumerate(NAMES)],
    }
    for file, rows in tables.items():
        with open(folder / file, "w", newline="", encoding="utf-8") as out:
            csv.writer(out).writerows(rows)
    command("run", "-q", "hostile/study.toml", "-o", "hostile-out")
    command("report", "hostile-out", "-o", "hostile.html")
    service = command.serve("hostile/study.toml")
    yield Run(command.folder / "hostile-out"), {
        "from a file": (command.folder / "hostile.html").as_uri(), "served": service.address}
    service.stop()


@pytest.mark.parametrize("where", ["from a file", "served"])
def test_hostile_names_are_only_text(visit, hostile, where):
    run, addresses = hostile
    names = {code: one["name"] for code, (one, _) in run.wards.items()}
    reading = visit(addresses[where])
    page = reading.page
    assert {row["code"]: row["name"] for row in reading.rows} == {
        code: name.strip() for code, name in names.items()}
    for view in ("need", "functions", "coldness"):
        reading.view(view)
    for at in range(4):
        page.locator("#ranking tbody button").nth(at).click()
        page.locator("#detail table button").first.click()
        assert "org=" in reading.place
        page.locator("#detail-close").click()
    for word in ("img", "cmd", "script", "right"):
        assert reading.find(word)
        page.keyboard.press("Enter")
    page.locator("#cite").click()
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, iframe, object, embed").count() == 0
    assert page.locator("script").count() == 3
    assert page.locator("a[href^='javascript:' i]").count() == 0


def test_what_is_saved_begins_no_formula(visit, hostile):
    run, addresses = hostile
    reading = visit(addresses["from a file"])
    for row in reading.download:
        for name, cell in row.items():
            if not cell.lstrip("-").replace(".", "").isdigit():
                assert not cell.startswith(("=", "+", "-", "@")), f"{name}: {cell}"


def test_hostile_scenarios_are_only_text(visit, hostile):
    _, addresses = hostile
    reading = visit(addresses["served"])
    reading.page.locator("#live-organisations > summary").click()
    reading.page.locator("#live-name").fill(NAMES[0])
    reading.change(lambda: reading.page.locator("#live-add-here").click())
    assert NAMES[0].split(" ")[0] in reading.page.locator("#live-changes").inner_text()
    assert reading.page.evaluate("window.hacked") is None
