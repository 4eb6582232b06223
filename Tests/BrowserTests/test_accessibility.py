"""axe-core finds nothing in any view, and the page reflows to the width of a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

PLACES = {
    "coldness": "", "an area": "area={ward}", "a function": "show=premises",
    "an organisation": "org=org031", "need and support": "view=need",
    "functions": "view=functions", "boroughs": "level=boroughs",
    "compare, difference": "view=compare&side=difference", "compare, side by side": "view=compare",
}
SIZES = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 320, "height": 640}}
# A table of all wards takes axe long and says nothing that one of a borough does not.
BOROUGH = "borough=E09000016"


def check(page, without=()):
    options = {"rules": {rule: {"enabled": False} for rule in without}}
    found = Axe().run(page, options=options).response["violations"]
    words = [f"{one['id']}: {one['help']}" + "".join(
        f"\n    {node['target'][0]}: {node['failureSummary']}" for node in one["nodes"][:3])
        for one in found]
    assert not found, "\n".join(words)


def check_reflow(page):
    wide = page.evaluate("document.documentElement.scrollWidth")
    over = page.evaluate("""[...document.querySelectorAll("body *")]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)
      .map((one) => `${one.tagName}#${one.id}.${one.getAttribute("class") ?? ""}`).slice(0, 6)""")
    assert wide <= page.viewport_size["width"], f"{wide} px wide: {over}"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PLACES)
def test_each_view_passes_axe_and_reflows(visit, compared_file, london, name, size):
    first = next(code for code, (one, _) in london.wards.items() if one["rank"] == 1)
    place = PLACES[name].format(ward=first)
    if "level" not in place and "org" not in place:
        place += f"&{BOROUGH}"
    page = visit(compared_file, place, viewport=SIZES[size]).page
    if page.locator("#fold").get_attribute("aria-expanded") == "false":
        page.locator("#fold").click()
    check(page)
    check_reflow(page)


@pytest.mark.parametrize("size", SIZES)
def test_the_tools_of_scenarios_pass_axe_and_reflow(visit, service, size):
    reading = visit(service, BOROUGH, viewport=SIZES[size])
    for summary in reading.page.locator("#live-body summary").all():
        summary.click()
    check(reading.page)
    check_reflow(reading.page)
    reading.change(lambda: reading.slide("radius", 2000))
    check(reading.page)


@pytest.mark.parametrize("name", ["download", "cite", "search"])
def test_what_opens_over_the_page_passes_axe(visit, page_file, name):
    reading = visit(page_file, BOROUGH)
    if name == "download":
        reading.page.locator("#download > summary").click()
    elif name == "cite":
        reading.page.locator("#cite").click()
    else:
        reading.find("royal")
    check(reading.page)


@pytest.mark.parametrize("name", ["coldness", "need and support", "an area"])
def test_chosen_colours_and_less_motion_are_respected(visit, page_file, london, name):
    first = next(code for code, (one, _) in london.wards.items() if one["rank"] == 1)
    page = visit(
        page_file, f"{PLACES[name].format(ward=first)}&{BOROUGH}", forced_colors="active",
        reduced_motion="reduce").page
    # The colours of text are then the reader's, and axe does not know them.
    check(page, without=["color-contrast"])
    moving = page.evaluate("""[...document.querySelectorAll("*")].filter((one) => {
      const style = getComputedStyle(one);
      return parseFloat(style.transitionDuration) > 0.01 || parseFloat(style.animationDuration) > 0.01;
    }).map((one) => one.tagName + "#" + one.id)""")
    assert moving == []
    fills = set(page.eval_on_selector_all(
        "#map path.area", "all => all.map((one) => getComputedStyle(one).fill)"))
    assert len(fills) >= 4, "the classes of the map are its meaning"


def test_text_may_be_spaced_out(visit, page_file):
    """WCAG 1.4.12: nothing is cut when readers widen lines, words and letters."""
    page = visit(page_file, "", viewport=SIZES["narrow"]).page
    page.evaluate("""for (const one of document.querySelectorAll("main *, header *, footer *")) {
      one.style.lineHeight = "1.5"; one.style.letterSpacing = "0.12em"; one.style.wordSpacing = "0.16em";
    }""")
    check_reflow(page)


def test_targets_are_large_enough(visit, page_file):
    """WCAG 2.5.8: 24 by 24 px, but for links within sentences and what the browser draws."""
    page = visit(page_file).page
    small = page.evaluate("""[...document.querySelectorAll("button, summary, select, input, a")]
      .filter((one) => one.checkVisibility() && !one.closest("p, li span, .skip, svg"))
      .map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()])
      .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
      .map(([one, box]) => `${one.id || one.textContent.trim().slice(0, 30)} ${box.width}×${box.height}`)""")
    assert small == []
