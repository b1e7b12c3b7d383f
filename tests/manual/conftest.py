"""The browser of the browser tests, for the manual's pages."""

from tests.browser.conftest import browser

__all__ = ["browser"]
