"""The output groups of entries: the page of each, and the files beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from ideas_hub.engine.incremental import OutputFile
from ideas_hub.engine.key import code_version, make_key
from ideas_hub.engine.parallel import map_cached
from ideas_hub.formats.citing import permanent_link
from ideas_hub.formats.markdown_copies import markdown_copy
from ideas_hub.formats.qr_code import qr_png
from ideas_hub.formats.tables import questions_table
from ideas_hub.model import addresses
from ideas_hub.model.hub import AnyEntry
from ideas_hub.model.kinds import CASE_STUDIES
from ideas_hub.search.similarity import Similar, Similarity
from ideas_hub.search.snippets import text_script
from ideas_hub.search.texts import texts_of_entry
from ideas_hub.site.context import BuildContext
from ideas_hub.site.output_groups import OutputGroup, facts_group
from ideas_hub.site.renderer import Renderer
from ideas_hub.views.entries import entry_view
from ideas_hub.views.entry_page import EntryExtras
from ideas_hub.views.review import overdue
from ideas_hub.views.similar import similar_views

ENTRIES_PER_GROUP = 20  # worth sending to a worker, and small enough to balance the load


def entry_groups(renderer: Renderer, similar: Similarity) -> Iterator[OutputGroup]:
    """Yield the pages of all entries and their Markdown copies, in groups of some entries each."""
    context = renderer.context
    prepare = partial(_prepare, context, similar)
    for start in range(0, len(context.hub.entries), ENTRIES_PER_GROUP):
        entries = context.hub.entries[start : start + ENTRIES_PER_GROUP]
        paths = tuple(addresses.document(entry.kind, entry.id) for entry in entries)
        files = partial(_entries_files, entries, renderer, similar)
        own = [(one.digest, context.photos.get(one.file), overdue(one.facts, context.today)) for one in entries]
        yield replace(facts_group(renderer, "entries", paths, files, indexed=True, entries=own), prepare=prepare)


def _prepare(context: BuildContext, similar: Similarity) -> None:
    """Compute what the answers for all entries need, unless they were cached for these facts, before workers start."""
    key = make_key(similar=context.facts_digest)
    if not context.cache.get([key]):
        similar.prepare()
        context.cache.put({key: b""})


def _entries_files(entries: Sequence[AnyEntry], renderer: Renderer, similar: Similarity) -> Iterator[OutputFile]:
    context = renderer.context
    for entry, alike in zip(entries, _similar(entries, renderer, similar), strict=True):
        shown = similar_views(alike, context.hub)
        extras = EntryExtras(context.photos.get(entry.file), shown, overdue(entry.facts, context.today))
        yield from _entry_files(entry, extras, renderer)


def _similar(entries: Sequence[AnyEntry], renderer: Renderer, similar: Similarity) -> list[list[Similar]]:
    """Return what is similar to each entry; cached, because each answer needs the words of all entries' facts."""
    context = renderer.context
    parts = {"facts": context.facts_digest, "entries": [entry.file for entry in entries]}
    job = parts, lambda: [similar.similar_to(entry) for entry in entries]
    return map_cached("similar", [job], context.cache.reopen())[0]


def _entry_files(entry: AnyEntry, extras: EntryExtras, renderer: Renderer) -> Iterator[OutputFile]:
    """Yield an entry's page, its Markdown copy and a tool's questions, which share one view and one key, and the rest.

    A case study's page depends on other case studies only through "similar", so its key needs no view.
    """
    context = renderer.context
    address = addresses.document(entry.kind, entry.id)
    view = cache(partial(entry_view, entry, context.hub, extras))
    if entry.kind is CASE_STUDIES:
        short = context.register.short_name_of(entry)
        published = entry.facts.published  # it may come from git
        key = renderer.key(docs=context.docs_digest, entry=(entry.id, entry.digest, published, extras), short=short)
    else:
        key = renderer.key(page=renderer.page("entry.html", view()).key, body=entry.body, links=entry.links)
    yield OutputFile(addresses.output_file(address), key, lambda: renderer.render("entry.html", view()))
    copy = addresses.markdown_copy(address)
    yield OutputFile(copy, key, lambda: markdown_copy(view(), entry, context.site, renderer.environment))
    if link := permanent_link(entry, context.register, context.site):
        yield OutputFile(addresses.qr_code(address), make_key(code=code_version(), qr=link), partial(qr_png, link))
    if asked := entry.facts.questions:
        yield OutputFile(addresses.questions_table(address), key, lambda: questions_table(asked).encode())
    yield OutputFile(
        addresses.search_text(address), key, lambda: text_script(address, texts_of_entry(entry, context.hub))
    )
