"""What is chosen is in the address: it comes back with a reload, the back button and a link."""


def picture(reading):
    """All that a reader would compare."""
    return reading.rows, reading.fills, reading.detail, reading.legend


def test_a_reload_brings_everything_back(visit, address, london):
    reading = visit(address)
    reading.page.locator("#borough").select_option(label="Havering")
    reading.page.locator("#show").select_option("premises")
    reading.page.locator("#ranking thead th[data-column=name] button").click()
    reading.page.locator("#ranking tbody button").nth(2).click()
    reading.page.locator("#sites").uncheck()
    for _ in range(2):
        reading.page.locator("#map-buttons [data-move=in]").click()
    reading.page.wait_for_timeout(500)
    before, box = picture(reading), reading.page.locator("#map").get_attribute("viewBox")
    assert "at=" in reading.place
    reading.page.reload()
    reading.page.wait_for_selector("html[data-ready=true]", state="attached")
    assert picture(reading) == before
    assert not reading.page.locator("#sites").is_checked()
    there = [float(one) for one in reading.page.locator("#map").get_attribute("viewBox").split()]
    for ours, theirs in zip(there, map(float, box.split())):
        assert abs(ours - theirs) <= 0.02 * float(box.split()[2])


def test_the_back_button_goes_back_step_by_step(visit, address):
    reading = visit(address)
    steps = [picture(reading)]
    reading.view("need")
    steps.append(picture(reading))
    reading.page.locator("input[name=level][value=boroughs]").check()
    steps.append(picture(reading))
    reading.page.locator("#ranking tbody button").nth(1).click()
    steps.append(picture(reading))
    for before in reversed(steps[:-1]):
        reading.page.go_back()
        assert picture(reading) == before
    for after in steps[1:]:
        reading.page.go_forward()
        assert picture(reading) == after


def test_a_link_that_is_broken_or_hostile_opens_the_plain_page(visit, page_file):
    plain = picture(visit(page_file))
    for place in ("view=nonsense&level=none&area=<b>&at=1,2&swipe=NaN&sort=x&dir=z",
                  "__proto__=1&constructor=2&toString=3", "%E0%A4%A", "org='\"><script>&borough=%00"):
        assert picture(visit(page_file, place)) == plain, place


def test_the_filter_in_a_link_is_only_text(visit, page_file):
    reading = visit(page_file, "text=<img src=x onerror=alert(1)>")
    assert reading.rows == []
    assert reading.page.locator("#ranking img").count() == 0
