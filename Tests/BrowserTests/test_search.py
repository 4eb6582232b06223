"""One box finds wards, boroughs, organisations and, where there is a server, postcodes."""



def test_a_ward_is_found_and_opened(visit, address, london):
    reading = visit(address)
    titles = reading.find("goosh")
    assert titles[0] == "Gooshays"
    reading.page.keyboard.press("Enter")
    code = next(code for code, (one, _) in london.wards.items() if one["name"] == "Gooshays")
    assert f"area={code}" in reading.place
    assert reading.focused_id == "detail-title"
    assert "Gooshays" in reading.detail


def test_a_borough_and_an_organisation_are_found(visit, page_file, london):
    reading = visit(page_file)
    assert reading.find("hillingdon")[0] == "Hillingdon"
    reading.page.keyboard.press("Enter")
    assert "level=boroughs" in reading.place
    organisation = next(
        row for row in london.table("reach-wards") if row.get("org_name"))
    name = organisation["org_name"]
    assert name in reading.find(name)
    reading.page.locator("#search-results li", has_text=name).first.click()
    assert "org=" in reading.place
    assert name in reading.detail


def test_accents_and_capitals_do_not_matter(visit, page_file):
    reading = visit(page_file)
    assert reading.find("GÖÓSHAYS")[0] == "Gooshays"


def test_a_slash_goes_to_the_box_and_escape_leaves_it(visit, page_file):
    reading = visit(page_file)
    page = reading.page
    page.locator("#ranking thead th button").first.focus()
    page.keyboard.press("/")
    assert reading.focused_id == "search"
    assert page.locator("#search").input_value() == "", "the slash is not typed"
    reading.find("royal")
    page.keyboard.press("Escape")
    assert page.locator("#search-results").is_hidden()
    page.keyboard.press("Escape")
    assert page.locator("#search").input_value() == ""
    page.keyboard.press("Tab")
    assert reading.focused_id != "search"


def test_arrow_keys_choose_among_what_is_found(visit, page_file):
    reading = visit(page_file)
    titles = reading.find("royal")
    assert len(titles) > 2
    for step in range(2):
        chosen = reading.page.locator("#search").get_attribute("aria-activedescendant")
        option = reading.page.locator(f"#{chosen}")
        assert option.get_attribute("aria-selected") == "true"
        assert titles[step] in option.inner_text()
        reading.page.keyboard.press("ArrowDown")


def test_a_postcode_is_found_through_the_server(visit, service, command):
    said = command("locate", "SE1 7PB")
    reading = visit(service)
    reading.page.locator("#search").press_sequentially("se1 7pb")
    option = reading.page.locator("#search-results li", has_text="postcode in").first
    option.wait_for()
    ward = option.locator("small").inner_text().removeprefix("postcode in ").strip()
    assert ward in said
    option.click()
    assert ward in reading.detail


def test_a_postcode_without_a_server_is_explained(visit, page_file):
    reading = visit(page_file)
    titles = reading.find("zz99 9zz")
    assert "no area or organisation" in titles[0]
    reading.page.keyboard.press("Enter")
    assert reading.detail == ""
