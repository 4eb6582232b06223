"""What the tests share: the command, two runs, their pages, a server and a browser."""

import os
import shutil
import threading

import pytest
from playwright.sync_api import sync_playwright

from reading import Reading
from runs import DATA, Command, Run
from watch import Watch


def pytest_addoption(parser):
    parser.addoption("--coldspot", required=True, help="the program")
    parser.addoption("--chromium", default=shutil.which("chromium"), help="the browser")


@pytest.fixture(scope="session")
def command(pytestconfig, tmp_path_factory):
    return Command(
        os.path.abspath(pytestconfig.getoption("--coldspot")), tmp_path_factory.mktemp("runs"))


@pytest.fixture(scope="session")
def runs(command):
    """The embedded London, and the same with another reach; the second alongside the first."""
    other = threading.Thread(target=command, args=(
        "run", "-q", "--no-sensitivity", "--radius", "5000", "-o", "far"))
    other.start()
    command("run", "-q", "-o", "london")
    other.join()
    return Run(command.folder / "london"), Run(command.folder / "far")


@pytest.fixture(scope="session")
def london(runs):
    return runs[0]


@pytest.fixture(scope="session")
def far(runs):
    return runs[1]


@pytest.fixture(scope="session")
def page_file(command, london):
    command("report", "london", "-o", "london/coldspot.html")
    return (london.folder / "coldspot.html").as_uri()


@pytest.fixture(scope="session")
def compared_file(command, runs):
    command("report", "london", "--compare", "far", "-o", "compared.html")
    return (command.folder / "compared.html").as_uri()


@pytest.fixture(scope="session")
def service(command, london):
    service = command.serve("london")
    yield service.address
    service.stop()


@pytest.fixture(params=["from a file", "served"])
def address(request, page_file):
    """Where the page is: it has to be the same either way."""
    return page_file if request.param == "from a file" else request.getfixturevalue("service")


@pytest.fixture(scope="session")
def browser(pytestconfig):
    with sync_playwright() as playwright:
        # The sandbox needs rights that containers and the administrator do not have.
        browser = playwright.chromium.launch(
            executable_path=pytestconfig.getoption("--chromium"),
            args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture
def watch(browser):
    watch = Watch(browser)
    yield watch
    faults = watch.close()
    assert not faults, "\n".join(faults)


@pytest.fixture
def visit(watch):
    """Opens a page at an address and a place within it, and reads it."""
    def visit(address, place="", **options):
        return Reading(watch.open(f"{address}{'#' + place if place else ''}", **options))
    return visit
