"""The build: every file of the site, one step after another.

The output groups are rendered in worker processes, and files of the previous build that are still valid are reused.
The prose pages (about, accessibility ...) are not here: MkDocs renders them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ideas_hub.engine import incremental
from ideas_hub.engine.incremental import PreviousBuild, Written
from ideas_hub.engine.parallel import run_all
from ideas_hub.formats.citing import citation_files
from ideas_hub.formats.feeds import feed_batches
from ideas_hub.formats.markdown_copies import llms_txt
from ideas_hub.formats.redirects import redirect_files
from ideas_hub.formats.shortlist_facts import fact_files
from ideas_hub.formats.social_cards import social_card_files
from ideas_hub.model import addresses
from ideas_hub.repository.load import CACHE
from ideas_hub.search.similarity import Similarity
from ideas_hub.site.context import BuildContext
from ideas_hub.site.output_groups import (
    OutputGroup,
    contribute_files,
    data_group,
    encoded,
    facts_group,
    feed_output,
    finder_group,
    page_groups,
    sitemap_files,
)
from ideas_hub.site.pages import ExtrasByFile, entry_batches, list_batches, overview_batches
from ideas_hub.site.renderer import Renderer

MIN_GROUPS_TO_FORK = 4  # the search alone takes longer than starting workers


@dataclass(frozen=True, slots=True)
class Published:
    """What a build did, as paths below the site's root.

    reused: files taken over from the previous build.
    """

    written: tuple[str, ...]
    reused: tuple[str, ...]


def output_groups(renderer: Renderer, similar: Similarity) -> list[OutputGroup]:
    """Return every group of output files but the sitemap, which needs the paths of all pages."""
    context, environment = renderer.context, renderer.environment
    hub, site, today, register = context.hub, context.site, context.today, context.register
    from_facts = partial(facts_group, renderer)
    cards = partial(social_card_files, context.page_heads.cards, context.root / CACHE / "cards", environment)
    return [
        *page_groups("entries", entry_batches(hub, ExtrasByFile(context.photos, similar, today)), renderer),
        *page_groups("lists", list_batches(hub), renderer),
        *page_groups("overviews", overview_batches(hub, today), renderer),
        finder_group(renderer),
        *(OutputGroup(partial(feed_output, batch, renderer), paths) for batch, paths in feed_batches(hub, site)),
        data_group(renderer),
        from_facts("citations", partial(citation_files, hub, register, site), addresses.DATA),
        from_facts("llms.txt", partial(llms_txt, hub, site, environment), "llms.txt"),
        from_facts("shortlist", partial(fact_files, hub), addresses.SHORTLIST),
        from_facts("redirects", partial(redirect_files, hub, register, site, environment)),
        from_facts("contribute", partial(contribute_files, hub, today), addresses.CONTRIBUTE, extra_key=today),
        OutputGroup(partial(encoded, {**context.assets[1], **context.photo_files}.items)),
        *([OutputGroup(partial(encoded, cards), parallel=True)] if site.has_cards else []),
    ]


def publish(context: BuildContext, folder: Path, *, replaced: Path | None = None) -> Published:
    """Write the site's files into a folder, in worker processes.

    folder: created if missing; files of MkDocs in it stay.
    replaced: the previous site, whose place the folder will take; files that are still valid there are not written.
    """
    previous = incremental.load_previous(replaced, context.cache)
    by_group = _write_groups(output_groups(Renderer(context), context.similar), folder, previous)
    indexed = [path for group, files in by_group if group.indexed for path, _, _ in files]
    last = incremental.write(sitemap_files(indexed, context), folder, previous)
    by_key = [*((group.key, files) for group, files in by_group), (b"", last)]
    if replaced:
        incremental.save_manifest(replaced, by_key, context.cache)
    every = [(path, reused) for _, files in by_key for path, _, reused in files]
    return Published(
        tuple(path for path, reused in every if not reused), tuple(path for path, reused in every if reused)
    )


def _write_groups(
    groups: Sequence[OutputGroup], folder: Path, previous: PreviousBuild
) -> list[tuple[OutputGroup, list[Written]]]:
    """Write the files of all groups that cannot be reused whole; those with workers of their own go first."""
    reused = [(group, incremental.reuse_group(group.key, previous)) for group in groups]
    done = [(group, files) for group, files in reused if files is not None]
    stale = sorted((group for group, files in reused if files is None), key=lambda group: not group.parallel)
    jobs = [partial(incremental.write_group, group.key, group.files, folder, previous) for group in stale]
    parallel_count = sum(group.parallel for group in stale)
    written = [job() for job in jobs[:parallel_count]] + run_all(jobs[parallel_count:], min_jobs=MIN_GROUPS_TO_FORK)
    return [*done, *zip(stale, written, strict=True)]
