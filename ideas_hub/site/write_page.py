"""The page on which a story is written, with the data by which its scripts check it."""

from collections.abc import Iterator
from functools import partial

from ideas_hub.drafting.write_form import write_form_view
from ideas_hub.engine.incremental import OutputFile
from ideas_hub.model import addresses
from ideas_hub.site.output_groups import OutputGroup
from ideas_hub.site.renderer import Renderer
from ideas_hub.web_form.rules import file_rules, rules_script, story_rules


def write_group(renderer: Renderer) -> OutputGroup:
    """Return the page and its data, a script beside it under a name that changes with what it holds."""
    key = renderer.key(docs=renderer.context.docs_digest, name="write")  # case studies are no part of it
    return OutputGroup(partial(_files, renderer), (addresses.WRITE,), indexed=True, key=key)


def _files(renderer: Renderer) -> Iterator[OutputFile]:
    hub = renderer.context.hub
    scripts = {"rules.js": rules_script(story_rules()), "file-rules.js": rules_script(file_rules(hub))}
    rules, of_files = (addresses.fingerprinted(name, script, addresses.WRITE) for name, script in scripts.items())
    yield OutputFile.of_bytes(rules, scripts["rules.js"])
    yield OutputFile.of_bytes(of_files, scripts["file-rules.js"])
    yield renderer.page("write.html", write_form_view(hub, rules, of_files))
