"""A view prints on one side of A4, and a sheet for a borough is one side too."""

import io
import unicodedata

import pytest
from pypdf import PdfReader

A4 = (595.3, 841.9)


def printed(page):
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))


def check_one_side(pdf, *words):
    assert len(pdf.pages) == 1, f"{len(pdf.pages)} pages"
    size = sorted(float(one) for one in pdf.pages[0].mediabox[2:])
    assert all(abs(ours - a4) < 2 for ours, a4 in zip(size, A4)), size
    # Fonts print "fi" as one letter.
    text = unicodedata.normalize("NFKC", pdf.pages[0].extract_text())
    for word in words:
        assert word in text, f"“{word}” is not on paper"


@pytest.mark.parametrize("place", [
    "", "view=need", "view=functions", "show=premises", "level=boroughs", "view=compare",
    "view=compare&side=difference", "area={ward}"])
def test_each_view_prints_on_one_side(visit, compared_file, london, place):
    first = next(one for one, _ in london.wards.values() if one["rank"] == 1)
    reading = visit(compared_file, place.format(ward=first["code"]))
    check_one_side(printed(reading.page), "Crown copyright", reading.rows[0]["name"])


def test_what_was_scrolled_and_folded_away_prints_all_the_same(visit, compared_file):
    reading = visit(compared_file, viewport={"width": 700, "height": 600})
    assert reading.page.locator("#map-body").is_hidden()
    reading.page.evaluate("scrollTo(0, 10000)")
    check_one_side(printed(reading.page), reading.rows[0]["name"])


@pytest.fixture(scope="module")
def sheets(command, london):
    command("report", "london", "--all-boroughs", "-o", "sheets")
    return sorted((command.folder / "sheets").glob("*.html"))


def test_there_is_a_sheet_for_each_borough(sheets, london):
    codes = sorted(london.layer("boroughs"))
    assert [sheet.name.split("-")[0] for sheet in sheets] == codes


@pytest.mark.parametrize("borough", ["E09000001", "E09000003", "E09000016", "E09000025"])
def test_a_sheet_is_one_side(watch, sheets, london, borough):
    sheet = next(one for one in sheets if one.name.startswith(borough))
    page = watch.open(sheet.as_uri(), ready=False)
    wards = [one for one, _ in london.wards.values()
             if one["boro_code"] == borough and one["rank"] is not None]
    coldest = min(wards, key=lambda one: one["rank"])
    check_one_side(printed(page), "Crown copyright", coldest["name"])
    assert page.locator("script").count() == 0
