"""The search: words, facets and cards in small scripts that a browser loads as it needs them.

The flow, each step a module:

    words    text -> folded words -> groups of forms; what the browser must do to a query too
    index    an entry's texts -> its words and how much each group matters in it; some entries -> a segment; all -> postings
    chunks   postings -> scripts by first letters, each named by a hash of its content
    facets   who has which value, cards, and the orders to sort by, as scripts too

`search_of` runs all of it; a build keeps both halves, `display_of` and segments, for the next.  One more script, the manifest, names the others; docs/assets/js/find.js starts from it.
An entry's number, its ordinal, is its place in the order given.  Give the oldest first: then a new entry changes no other's number.
"""
