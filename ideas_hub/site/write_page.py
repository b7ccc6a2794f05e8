"""The page on which a story is written, with the data by which its scripts check it."""

from collections.abc import Iterator
from functools import partial

from ideas_hub.drafting.write_form import write_form_view
from ideas_hub.engine.incremental import OutputFile
from ideas_hub.model import addresses
from ideas_hub.site.output_groups import OutputGroup, facts_group
from ideas_hub.site.renderer import Renderer
from ideas_hub.web_form.rules import rules_script


def write_group(renderer: Renderer) -> OutputGroup:
    """Return the page and its data, a script beside it under a name that changes with what it holds."""
    return facts_group(renderer, "write", (addresses.WRITE,), partial(_files, renderer), indexed=True)


def _files(renderer: Renderer) -> Iterator[OutputFile]:
    script = rules_script()
    address = addresses.fingerprinted("rules.js", script, addresses.WRITE)
    yield OutputFile.of_bytes(address, script)
    yield renderer.page("write.html", write_form_view(renderer.context.hub, address))
