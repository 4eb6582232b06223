"""A page in a browser, and everything it must not do while a test looks at it."""

from urllib.parse import urlsplit

VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective}: ${event.blockedURI}`));
"""


class Watch:
    """Opens pages, and collects what would be a fault in any of them."""

    def __init__(self, browser):
        self.browser = browser
        self.contexts = []
        self.pages = []
        self.faults = []

    def open(self, address, ready=True, **options):
        """A fresh page of its own: no storage, no history, nothing shared."""
        options = {"viewport": {"width": 1280, "height": 900}, **options}
        context = self.browser.new_context(**options)
        context.set_default_timeout(10_000)
        self.contexts.append(context)
        page = context.new_page()
        page.add_init_script(VIOLATIONS)
        page.on("request", self.request)
        page.on("console", lambda message: self.console(message))
        page.on("pageerror", lambda error: self.faults.append(f"error in the page: {error}"))
        self.pages.append(page)
        page.goto(str(address))
        if ready:
            page.wait_for_selector("html[data-ready=true]", state="attached")
        return page

    def request(self, request):
        parts = urlsplit(request.url)
        near = parts.scheme in ("file", "data", "blob", "about") or parts.hostname == "127.0.0.1"
        if not near:
            self.faults.append(f"a request left the machine: {request.url}")

    def console(self, message):
        if message.type in ("error", "warning"):
            self.faults.append(f"console {message.type}: {message.text}")

    def close(self):
        """What went wrong, once the pages have been asked and closed."""
        for page in self.pages:
            if not page.is_closed() and page.url != "about:blank":
                violations = page.evaluate("window.violations ?? []") if self.scripts(page) else []
                self.faults += [f"against the policy: {one}" for one in violations]
        for context in self.contexts:
            context.close()
        return self.faults

    @staticmethod
    def scripts(page):
        return page.locator("html[data-ready=true]").count() > 0
