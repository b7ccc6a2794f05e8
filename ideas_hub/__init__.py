"""The core of the hub: content in, a static site out.

The layers, each importing only those above it:

    problem      a mistake in the content, as an editor reads it
    engine       cache, parallel jobs, incremental output, atomic folder: nothing about the hub
    model        frozen values: records, documents, vocabulary, hub, addresses, register
    reading      one file -> document, with every mistake in it
    checks       rules for good content, and reports of what they find
    photos       accept, encode and publish photos; consent
    repository   all files -> hub, with every problem
    search       the index, facets and similar entries
    views        what each template, feed and data file may use
    formats      feeds, citations, JSON-LD, data package, social cards, sitemap
    drafting     anything new from questions; a case study also from an issue form or a spreadsheet
    site         settings, renderer, output groups, build, preview, offline copy
    commands     check, new, register

Nothing here imports MkDocs: hooks/ and scripts/ call this package, never the reverse.
"""
