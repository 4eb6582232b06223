"""The table and the map show the same run, and show it as its files have it."""

import pytest

from reading import COLOURS, NO_DATA, class_of, number


def score(properties, show="overall"):
    if properties["score"] is None:
        return None
    return properties["score"] if show == "overall" else 100 * properties[show]


def check_map(reading, areas, value):
    fills = reading.fills
    assert sorted(code for code, _ in fills) == sorted(areas), "every area once"
    for code, fill in fills:
        known = value(areas[code][0])
        expected = NO_DATA if known is None else COLOURS[class_of(known)]
        assert fill == expected, f"{areas[code][0]['name']}: {known}"


def check_legend(reading, areas, value):
    values = [value(one) for one, _ in areas.values()]
    counts = [sum(one is not None and class_of(one) == k for one in values) for k in range(5)]
    assert reading.legend == counts
    assert sum(counts) + sum(one is None for one in values) == len(areas)


@pytest.mark.parametrize("level", ["wards", "boroughs"])
def test_every_area_is_once_in_the_table_and_once_on_the_map(visit, address, london, level):
    areas = london.layer(level)
    reading = visit(address, f"level={level}")
    rows = reading.rows
    assert sorted(row["code"] for row in rows) == sorted(areas)
    for row in rows:
        known = areas[row["code"]][0]
        assert row["name"] == known["name"]
        assert number(row["rank"]) == known["rank"]
        shown = number(row["score"])
        assert (shown is None) == (known["score"] is None)
        assert shown is None or abs(shown - known["score"]) <= 0.0501, known["name"]
        assert number(row["reach"]) == known["n_orgs"]
    check_map(reading, areas, score)
    check_legend(reading, areas, score)


@pytest.mark.parametrize("level", ["wards", "boroughs"])
def test_the_ranking_is_in_the_order_of_its_file(visit, page_file, london, level):
    rows = visit(page_file, f"level={level}").rows
    ranked = [row["code"] for row in london.table(f"ranking-{level}") if row["rank"]]
    assert [row["code"] for row in rows][:len(ranked)] == ranked
    assert all(row["rank"] == "–" for row in rows[len(ranked):])


def test_each_function_is_coloured_by_its_shortfall(visit, page_file, london):
    reading = visit(page_file)
    for key, column in london.functions:
        reading.page.locator("#show").select_option(key)
        def value(properties):
            return score(properties, column)
        check_map(reading, london.wards, value)
        check_legend(reading, london.wards, value)


def test_small_maps_say_how_many_live_without_a_function(visit, page_file, london):
    reading = visit(page_file, "view=functions")
    for at, (key, _) in enumerate(london.functions):
        without = sum(
            key in (one["missing"] or "").split(";") for one, _ in london.wards.values()
            if one["score"] is not None)
        text = reading.page.locator(f"#multiples [data-function={key}] small").inner_text()
        assert text.startswith(f"nobody in {without} ward") or without == 0, text


def test_the_grid_of_need_and_support_holds_every_ward_that_is_ranked(visit, page_file, london):
    reading = visit(page_file, "view=need")
    counts = {}
    for one, _ in london.wards.values():
        if one["score"] is not None:
            pair = tuple(min(2, int(3 * one[name])) for name in ("need", "lack"))
            counts[pair] = counts.get(pair, 0) + 1
    for need in range(3):
        for lack in range(3):
            cell = reading.page.locator(f"#pair-legend [data-pair='{need},{lack}'] b")
            assert int(number(cell.inner_text())) == counts.get((need, lack), 0)


def test_sorting_by_a_heading_turns_the_table_round(visit, page_file):
    reading = visit(page_file)
    head = reading.page.locator("#ranking thead th[data-column=need] button")
    head.click()
    falling = [number(row["need"]) for row in reading.rows]
    known = [one for one in falling if one is not None]
    assert known == sorted(known, reverse=True)
    assert falling[len(known):] == [None] * (len(falling) - len(known)), "what has none comes last"
    head.click()
    rising = [number(row["need"]) for row in reading.rows]
    assert rising[:len(known)] == sorted(known)
    assert reading.page.locator("#ranking thead th[aria-sort]").count() == 1


def test_the_table_that_is_saved_is_the_ranking_unrounded(visit, page_file, london):
    saved = visit(page_file).download
    expected = {row["code"]: row for row in london.table("ranking-wards")}
    assert len(saved) == len(expected)
    for row in saved:
        for name in ("rank", "score", "need", "lack", "rank_lo", "rank_hi", "n_orgs", "why"):
            ours, theirs = row[name], expected[row["code"]][name]
            same = float(ours) == float(theirs) if ours and name != "why" else ours == theirs
            assert same, f"{row['name']}, {name}: {ours!r}, in the file {theirs!r}"


def test_another_run_is_compared_ward_by_ward(visit, compared_file, london, far):
    reading = visit(compared_file, "view=compare&side=difference")
    rows = reading.rows
    assert sorted(row["code"] for row in rows) == sorted(london.wards)
    for row in rows:
        now, before = (run.wards[row["code"]][0]["score"] for run in (london, far))
        assert (number(row["change"]) is None) == (now is None)
        if now is not None:
            assert abs(number(row["change"]) - (now - before)) <= 0.0501, row
            assert abs(number(row["a"]) - before) <= 0.0501
    changes = [number(row["change"]) for row in rows if number(row["change"]) is not None]
    assert sum(reading.legend) == len(changes)
    for side, run in (("a", far), ("b", london)):
        reading.page.locator(f"#compare-tools [data-side={side}]").click()
        check_map(reading, run.wards, score)


def test_an_area_that_is_opened_shows_the_sum_behind_its_score(visit, page_file, london):
    first = next(one for one, _ in london.wards.values() if one["rank"] == 1)
    reading = visit(page_file, f"area={first['code']}")
    detail = reading.detail
    assert first["name"] in detail and first["code"] in detail
    assert f"{first['score']:.1f}" in detail
    assert first["why"] in detail
    reached = [row for row in london.table("reach-wards") if row["code"] == first["code"]]
    assert len(reached) == first["n_orgs"]
    rows = reading.page.locator("#detail table tbody tr")
    assert rows.count() == len(reached)
