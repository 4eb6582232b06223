"""What a reader of the page sees, as text and numbers."""

import csv
import re

from playwright.sync_api import expect

COLOURS = ["#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"]
NO_DATA = "url(#no-data)"


def class_of(score):
    """The class of a score: fifths of the scale, the last with its upper end."""
    return min(4, int(score // 20))


def number(text):
    """A number as the page writes it; None for a dash."""
    text = text.strip().replace("−", "-").replace(",", "")
    return None if text in ("", "–") else float(text)


class Reading:
    """A page that is open."""

    def __init__(self, page):
        self.page = page

    @property
    def place(self):
        return self.page.evaluate("decodeURIComponent(location.hash.slice(1))")

    @property
    def rows(self):
        """The rows of the ranking from the top: code, and the text of each column by its key."""
        return self.page.evaluate("""() => {
          const table = document.querySelector("#ranking");
          const keys = [...table.tHead.rows[0].cells].map((one) => one.dataset.column);
          const text = (cell) => (cell.querySelector("button")?.firstChild ?? cell).textContent.trim();
          return [...table.tBodies[0].rows].filter((row) => row.dataset.code).map((row) => ({
            code: row.dataset.code,
            ...Object.fromEntries([...row.cells].map((cell, k) => [keys[k], text(cell)])) }));
        }""")

    @property
    def fills(self):
        """The areas of the map: code and colour, in a list, so that twice would be seen."""
        return self.page.eval_on_selector_all(
            "#map [data-layer=areas] path[data-code]",
            "all => all.map((one) => [one.dataset.code, one.getAttribute('fill')])")

    @property
    def legend(self):
        """The counts of the legend's classes."""
        return [int(number(text)) for text in
                self.page.locator("#legend .classes li b").all_inner_texts()]

    @property
    def focused(self):
        """The code of the area of the map that has the focus."""
        return self.page.evaluate("document.activeElement.dataset.code ?? null")

    @property
    def focused_id(self):
        return self.page.evaluate("document.activeElement.id")

    @property
    def words(self):
        """What is said to those who listen."""
        return self.page.locator("#result-line").inner_text()

    @property
    def detail(self):
        box = self.page.locator("#detail")
        return box.inner_text() if box.is_visible() else ""

    @property
    def download(self):
        """The table that the page saves, unrounded."""
        with open(self.save("#download-csv"), encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def save(self, item):
        """Takes something from the menu of downloads, and gives the path of the file."""
        if self.page.locator("#download").get_attribute("open") is None:
            self.page.locator("#download > summary").click()
        # An unoptimised service on a busy machine takes half a minute for a package of layers.
        with self.page.expect_download(timeout=120_000) as saved:
            self.page.locator(item).click()
        assert saved.value.failure() is None, item
        return saved.value.path()

    def find(self, text):
        """Searches, and gives the titles that are found."""
        box = self.page.locator("#search")
        box.fill("")
        box.press_sequentially(text)
        self.page.wait_for_selector("#search-results li")
        return self.page.eval_on_selector_all(
            "#search-results li", "all => all.map((one) => one.firstChild.textContent)")

    def view(self, name):
        self.page.locator(f"input[name=view][value={name}]").check()

    def change(self, act):
        """Does what changes the scenario, and waits for its figures; a refusal is a fault."""
        with self.page.expect_response(lambda answer: "/live?" in answer.url) as answer:
            act()
        assert answer.value.ok, f"{answer.value.url}: {answer.value.text()}"
        self.await_scenario()

    def await_scenario(self):
        expect(self.page.locator("#live-state")).to_have_text(re.compile("^Scenario:"))

    def slide(self, key, value):
        """Sets a slider, as dragging it does."""
        self.page.locator(f"#live-{key}").fill(str(value))
