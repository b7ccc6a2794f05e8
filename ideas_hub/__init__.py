"""The core of the Ideas Hub: front matter in, checked model out, pages and data from one view.

The flow, each step a module:

    reader      files -> entries, with the line of every field and every problem found
    vocabulary  the terms (themes, regions, communities) and the small closed lists
    hub         all entries with their links, both ways
    references  checks every id that one file uses of another
    article     contributed Markdown -> safe HTML and plain text
    views       what a template, a feed or a data file may see of an entry
    listings    groups, pages of cards, pairs of terms
    search      words, postings and cards in small hashed chunks
    exports     the same views as JSON and CSV
    publish     writes all of it into a folder

Nothing here imports mkdocs: hooks/, scripts/ and tests/ are three equal customers of this package.
"""
