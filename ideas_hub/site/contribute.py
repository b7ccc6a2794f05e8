"""What contributors write on: the page for a story, with the data by which its scripts check it, and a table."""

from collections.abc import Iterator
from datetime import date

from ideas_hub.drafting.questions import questions
from ideas_hub.drafting.table import template
from ideas_hub.drafting.write_form import write_form_view
from ideas_hub.engine.incremental import OutputFile
from ideas_hub.formats.tables import review_table
from ideas_hub.model import addresses
from ideas_hub.model.hub import Hub
from ideas_hub.site.renderer import Renderer
from ideas_hub.web_form.rules import file_rules, rules_script, story_rules


def write_files(renderer: Renderer) -> Iterator[OutputFile]:
    """Yield the page and its data, scripts beside it under names that change with what they hold."""
    hub = renderer.context.hub
    scripts = {"rules.js": rules_script(story_rules()), "file-rules.js": rules_script(file_rules(hub))}
    rules, of_files = (addresses.fingerprinted(name, script, addresses.WRITE) for name, script in scripts.items())
    yield OutputFile.of_bytes(rules, scripts["rules.js"])
    yield OutputFile.of_bytes(of_files, scripts["file-rules.js"])
    yield renderer.page("write.html", write_form_view(hub, rules, of_files))


def contribute_files(hub: Hub, today: date) -> Iterator[tuple[str, bytes]]:
    """Yield the empty spreadsheet for case studies and the table of reviews."""
    yield addresses.TEMPLATE, template(questions(hub)).encode()
    yield addresses.REVIEW_TABLE, review_table(hub, today).encode()
