"""The small hub's site, read once, and a copy of its repository that a test may break."""

from pathlib import Path

import pytest

from tests.conftest import lay_hub
from tests.site.data_rules import Data, read_data
from tests.site.page_reader import Pages, Read, pages_of, reader_of


@pytest.fixture(scope="session")
def page(built_site: Path) -> Read:
    """Read the page at an address."""
    return reader_of(built_site)


@pytest.fixture(scope="session")
def pages(built_site: Path, page: Read) -> Pages:
    """Every page of the site by its address."""
    return pages_of(built_site, page)


@pytest.fixture(scope="session")
def data(built_site: Path) -> Data:
    """The rows of every data set."""
    return read_data(built_site)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of the small hub's repository; people's folders have spaces in their names."""
    return lay_hub(tmp_path / "the repository")
