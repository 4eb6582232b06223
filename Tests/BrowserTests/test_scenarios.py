"""A scenario changes the page as the library computes it from the study file that the page saves."""

import pytest
from playwright.sync_api import expect

from reading import number
from runs import Run, study_folder


def saved_study(reading):
    with open(reading.save("[data-live='study.toml']"), encoding="utf-8") as file:
        return file.read()


def check_against_the_command(reading, command, london, folder):
    """The table of the page and its unrounded copy equal a run of the study file it saves."""
    study = study_folder(folder / "study", saved_study(reading))
    command("run", "-q", "--no-sensitivity", study, "-o", folder / "out")
    run = Run(folder / "out")
    changed = 0
    for row in reading.rows:
        known = run.wards[row["code"]][0]
        assert number(row["rank"]) == known["rank"], known["name"]
        shown = number(row["score"])
        assert shown is None or abs(shown - known["score"]) <= 0.0501, known["name"]
        changed += known["score"] != london.wards[row["code"]][0]["score"]
    assert changed > 0, "nothing changed"
    for row in reading.download:
        known = run.wards[row["code"]][0]
        assert (float(row["score"]) if row["score"] else None) == known["score"], known["name"]


@pytest.mark.parametrize("key, value", [("radius", 2000), ("remit", 0.2), ("need", 0.8)])
def test_sliders(visit, service, command, london, tmp_path, key, value):
    reading = visit(service)
    reading.change(lambda: reading.slide(key, value))
    assert f"{key}={value}" in reading.place
    check_against_the_command(reading, command, london, tmp_path)


def test_providers_that_serve_everywhere(visit, service, command, london, tmp_path):
    reading = visit(service)
    reading.change(lambda: reading.page.locator("#live-pan").click())
    check_against_the_command(reading, command, london, tmp_path)


def test_functions_that_count(visit, service, command, london, tmp_path):
    reading = visit(service)
    reading.page.locator("#live-body summary", has_text="Functions").click()
    for key in ("premises", "funding"):
        reading.change(lambda: reading.page.locator(f"#live-function-{key}").uncheck())
    check_against_the_command(reading, command, london, tmp_path)


@pytest.fixture
def changed(visit, service):
    """A page on which organisations were closed, moved and opened, two of each."""
    reading = visit(service)
    page = reading.page
    page.locator("#live-organisations > summary").click()
    options = page.eval_on_selector_all("#live-org option", "all => all.map((one) => one.value)")
    for organisation in options[3:5]:
        page.locator("#live-org").select_option(organisation)
        reading.change(lambda: page.locator("#live-close").click())
    for organisation, ward in zip(options[10:12], ("Gooshays, Havering", "Beckton, Newham")):
        page.locator("#live-org").select_option(organisation)
        page.locator("#live-place").select_option(label=ward)
        reading.change(lambda: page.locator("#live-move-here").click())
    for name, ward in (("Hub & Co | “One”", "Royal Albert, Newham"), ("", "Harefield Village, Hillingdon")):
        page.locator("#live-name").fill(name)
        page.locator("#live-place").select_option(label=ward)
        page.locator("#live-add-premises").set_checked(name != "")
        reading.change(lambda: page.locator("#live-add-here").click())
    return reading


def test_organisations_that_close_move_and_open(changed, command, london, tmp_path):
    assert changed.page.locator("#live-changes li").count() == 6
    check_against_the_command(changed, command, london, tmp_path)


def test_a_scenario_comes_back_from_its_link(changed, visit):
    link = changed.page.url
    before = changed.rows
    fresh = visit(link)
    fresh.await_scenario()
    assert fresh.rows == before
    fresh.page.reload()
    fresh.await_scenario()
    assert fresh.rows == before


def test_the_way_back_to_the_run(visit, service):
    reading = visit(service)
    before = reading.rows, reading.fills
    reading.change(lambda: reading.slide("radius", 1000))
    assert reading.fills != before[1]
    reading.page.locator("#live-reset").click()
    expect(reading.page.locator("#live-state")).to_have_text("")
    assert (reading.rows, reading.fills) == before
    reading.page.go_back()
    reading.await_scenario()
    assert reading.fills != before[1]


def test_an_organisation_is_opened_by_a_click_on_the_map(visit, service, london):
    reading = visit(service)
    page = reading.page
    page.locator("#live-organisations > summary").click()
    page.locator("#live-name").fill("New hub")
    page.locator("#live-add-map").click()
    target = page.locator("#map path.area[data-code=E05013922]").first
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    reading.change(lambda: page.mouse.click(
        box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))
    code = next(code for code, (one, _) in london.wards.items() if one["name"] == "Royal Albert")
    row = next(row for row in reading.rows if row["code"] == code)
    assert number(row["score"]) < london.wards[code][0]["score"] - 1, "a hub in the ward helps it"


def test_every_layer_of_a_scenario_can_be_taken_away(visit, service):
    reading = visit(service)
    reading.change(lambda: reading.slide("radius", 2000))
    files = reading.page.eval_on_selector_all(
        "#download-list [data-live]", "all => all.map((one) => one.dataset.live)")
    assert {"study.toml", "layers.gpkg", "wards.geojson"} <= set(files)
    for file in files:
        assert reading.save(f"[data-live='{file}']").stat().st_size > 1000, file
