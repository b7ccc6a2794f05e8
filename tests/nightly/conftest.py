"""The browser tests' fixtures, for the grid of all pages."""

from tests.browser.conftest import open_page, served, tabs

__all__ = ["open_page", "served", "tabs"]
