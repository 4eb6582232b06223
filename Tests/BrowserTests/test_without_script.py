"""Where scripts are switched off, the page still answers the first question."""


def test_the_twenty_coldest_are_there(watch, address, london):
    page = watch.open(address, ready=False, java_script_enabled=False)
    rows = page.locator("#ranking tbody tr")
    expected = london.table("ranking-wards")[:20]
    assert rows.count() == 20
    for at, known in enumerate(expected):
        text = rows.nth(at).inner_text()
        for word in (known["rank"], known["name"], known["boro_name"]):
            assert word in text, f"{known['name']}: {text}"
    assert page.locator("noscript").inner_text().startswith("This page draws its map")
    assert page.locator("#map").is_hidden()
    assert page.locator("button:visible, select:visible, input:visible").count() == 0
