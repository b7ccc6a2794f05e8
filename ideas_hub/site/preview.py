"""The site of a preview: a page is made when somebody asks for it, so an edit shows at once however large the hub is."""

from __future__ import annotations

from collections import defaultdict
from threading import Lock

from ideas_hub.site.context import BuildContext
from ideas_hub.engine.parallel import gc_paused
from ideas_hub.engine.incremental import OutputFile
from ideas_hub.site.build import OutputGroup, build_renderer, output_groups
from ideas_hub.views.similar import SimilarViews

SETTINGS_FILE = "mkdocs.yml"


class Preview:
    """The site of one state of the content.  Several threads may ask at once."""

    def __init__(self, content: BuildContext, earlier: Preview | None = None) -> None:
        """Note what makes which files; nothing is made yet.  earlier: the preview of the state before, whose similar entries still hold if no facts have changed."""
        self.content, self._renderer = content, build_renderer(content)
        self._by_place: dict[str, list[OutputGroup]] = defaultdict(list)
        known = earlier is not None and earlier.content.facts == content.facts
        self.similar: SimilarViews = earlier.similar if earlier and known else content.similar
        for part in output_groups(content, self._renderer, self.similar):
            for place in part.within:
                self._by_place[place].append(part)
        self._listed: dict[int, dict[str, OutputFile]] = {}
        self._asking = Lock()

    @gc_paused()
    def file(self, path: str) -> bytes | None:
        """Return a file by its path below the site's folder; None for one that the hub does not make."""
        with self._asking:
            for place in candidate_keys(path):
                for part in self._by_place.get(place, ()):
                    if made := self._files_of(part).get(path):
                        return made.make()
        return None

    @property
    def prose(self) -> bytes:
        """The digest of all that the pages of prose show, which this site leaves to others to make."""
        content = self.content
        pages = [content.prose_page(file) for file in content.hub.prose]
        shown = [(page, content.heads.meta(page), content.articles[page.source].html) for page in pages]
        return self._renderer.key(shown, (content.root / SETTINGS_FILE).read_bytes())

    def _files_of(self, part: OutputGroup) -> dict[str, OutputFile]:
        if id(part) not in self._listed:
            self._listed[id(part)] = {made.path: made for made in part.make()}
        return self._listed[id(part)]


def candidate_keys(path: str) -> list[str]:
    """Return a file's path, then the folders that it lies in, the nearest first; the last, "", is the site itself."""
    steps = path.split("/")
    return [path, *("/".join(steps[:count]) + "/" for count in range(len(steps) - 1, 0, -1)), ""]
