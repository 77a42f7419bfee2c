"""Notes what pages ask for, what they weigh and what they complain about; reads what a browser kept of a page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

HERE = {"127.0.0.1", "localhost"}
# Everything in which a page can keep something, as JSON.
STORED = """async () => ({
  local: {...localStorage}, session: {...sessionStorage}, cookies: document.cookie,
  databases: (await indexedDB.databases()).map((one) => one.name), caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
NOTHING = {"local": {}, "session": {}, "cookies": "", "databases": [], "caches": [], "workers": 0}


class Watch:
    """Of all contexts that it was put over."""

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.cookies: list[str] = []

    def over(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(f"error: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)

    def _console(self, line: ConsoleMessage) -> None:
        if line.type in {"error", "warning"}:
            self.complaints.append(f"{line.type}: {line.text}")

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _response(self, response: Any) -> None:
        if "set-cookie" in response.headers:
            self.cookies.append(response.url)

    @property
    def strangers(self) -> list[str]:
        """Requests that left this machine."""
        return [url for url in self.requests if urlsplit(url).scheme != "data" and urlsplit(url).hostname not in HERE]


class Weight:
    """What came over the line to one page from now on, as the browser itself counts it: headers and all."""

    def __init__(self, page: Page) -> None:
        self.bytes, self.count, self.urls, self.sizes = 0, 0, list[str](), list[int]()
        devtools = page.context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.send("Network.setCacheDisabled", {"cacheDisabled": False})
        devtools.on("Network.loadingFinished", self._finished)
        devtools.on("Network.requestWillBeSent", lambda event: self.urls.append(event["request"]["url"]))

    def _finished(self, event: dict[str, Any]) -> None:
        self.bytes += int(event["encodedDataLength"])
        self.count += 1
        self.sizes.append(int(event["encodedDataLength"]))


def kept_by(page: Page) -> Any:
    """What script could find again of this page's site."""
    return page.evaluate(STORED)
