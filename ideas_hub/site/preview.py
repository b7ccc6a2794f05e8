"""The site for the preview: each page is rendered on request, so an edit shows at once however large the hub is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from threading import Lock

from ideas_hub.search.similarity import Similarity
from ideas_hub.site.build import output_groups
from ideas_hub.site.context import BuildContext
from ideas_hub.site.output_groups import OutputGroup
from ideas_hub.site.prose import prose_key
from ideas_hub.site.renderer import Renderer


class Preview:
    """The site of one state of the content. Safe to use from several threads."""

    def __init__(self, context: BuildContext, previous: Preview | None = None) -> None:
        """Index the output groups without rendering.

        previous: the preview of the state before; its similarity index is reused if no facts changed.
        """
        self.context, self._renderer = context, Renderer(context)
        reusable = previous is not None and previous.context.facts_digest == context.facts_digest
        self.similar: Similarity = previous.similar if previous and reusable else context.similar
        self._groups_by_path: dict[str, list[OutputGroup]] = defaultdict(list)
        for group in output_groups(self._renderer, self.similar):
            for path in group.paths:
                self._groups_by_path[path].append(group)
        self._files_by_group: dict[int, dict[str, Callable[[], bytes]]] = {}
        self._lock = Lock()

    def file(self, path: str) -> bytes | None:
        """Return a file's content; None if the hub does not write it.

        path: below the site's root.
        """
        with self._lock:
            for key in candidate_keys(path):
                for group in self._groups_by_path.get(key, ()):
                    if render := self._files_of(group).get(path):
                        return render()
        return None

    def _files_of(self, group: OutputGroup) -> dict[str, Callable[[], bytes]]:
        if id(group) not in self._files_by_group:
            self._files_by_group[id(group)] = {path: render for path, _, render in group.files()}
        return self._files_by_group[id(group)]

    def prose_key(self, program: bytes) -> bytes:
        """Return the digest of all that the prose pages depend on (see `prose.prose_key`)."""
        return prose_key(self._renderer, program)


def candidate_keys(path: str) -> list[str]:
    """Return a path, then the folders that contain it, innermost first; the last, "", is the site's root."""
    steps = path.split("/")
    return [path, *("/".join(steps[:count]) + "/" for count in range(len(steps) - 1, 0, -1)), ""]
