"""Tables in even rows: a heading in the first, a cell for each column in every other."""

from collections.abc import Sequence

from bs4 import BeautifulSoup, Tag

from ideas_hub.importing.html_parts import CELLS, INLINE, tags
from ideas_hub.reading.markdown import TOO_MANY_PARTS

SPAN_LIMIT = 50
MOST_CELLS = 10_000  # of a table; spans can make many of one


def tidy_tables(tree: BeautifulSoup) -> None:
    """Lay out each table anew; what has one column alone becomes paragraphs, and a table within another words."""
    for part in tags(tree, ("thead", "tbody", "tr", *CELLS)):
        if part.find_parent("table") is None:
            part.name = "div"
    for table in reversed(list(tags(tree, ("table",)))):
        rows = _rows(tree, table)
        width = max((len(row) for row in rows), default=0)
        for caption in table.find_all("p", recursive=False):
            table.insert_before(caption.extract())
        if width > 1 and table.find_parent([*CELLS]) is None:
            _lay_out(tree, table, rows, width)
        else:
            for cell in (cell for row in rows for cell in row):
                cell.name, cell.attrs = "div", {}
                table.insert_before(cell.extract())
            table.decompose()


def _lay_out(tree: BeautifulSoup, table: Tag, rows: Sequence[list[Tag]], width: int) -> None:
    head, body = tree.new_tag("thead"), tree.new_tag("tbody")
    for number, row in enumerate(rows):
        line = tree.new_tag("tr")
        line.extend([*row, *(tree.new_tag("td") for _ in range(width - len(row)))])
        for cell in line.find_all(CELLS, recursive=False):
            cell.name, cell.attrs = ("td" if number else "th"), {}
            _flatten(cell)
        (body if number else head).append(line)
    table.clear()
    table.attrs = {}
    table.extend([head, body] if body.contents else [head])


def _rows(tree: BeautifulSoup, table: Tag) -> list[list[Tag]]:
    """Return the rows of a table with the cells that span several written out, each but the first empty."""
    rows: list[list[Tag]] = []
    count = 0
    waiting: dict[int, int] = {}  # for how many more rows a column is taken, by column
    for line in table.find_all("tr"):
        if line.find_parent("table") is not table:
            continue
        row: list[Tag] = []
        for cell in [*line.find_all(CELLS, recursive=False), None]:
            while waiting.get(len(row)):
                waiting[len(row)] -= 1
                row.append(tree.new_tag("td"))
            for column in range(_span(cell, "colspan") if cell is not None else 0):
                waiting[len(row)] = _span(cell, "rowspan") - 1
                row.append(tree.new_tag("td") if column or cell is None else cell)
        if any(cell.get_text(strip=True) for cell in row):
            rows.append(row)
        if (count := count + len(row)) > MOST_CELLS:
            raise ValueError(TOO_MANY_PARTS)
    return rows


def _span(cell: Tag | None, name: str) -> int:
    value = str(cell.get(name) or "1").strip() if cell is not None else "1"
    return min(int(value), SPAN_LIMIT) if value.isdecimal() and int(value) else 1


def _flatten(cell: Tag) -> None:
    """Leave a cell words on one line; what were lines or items of their own are apart by a semicolon."""
    for line_break in cell.find_all("br"):
        line_break.replace_with(" ")
    for part in cell.find_all(lambda tag: tag.name not in INLINE):
        words = part.get_text(strip=True)
        if words and words[-1] not in ".;:,!?" and not cell.get_text(strip=True).endswith(words):
            part.append(";")
        part.insert(0, " ")
        part.append(" ")
        part.unwrap()
