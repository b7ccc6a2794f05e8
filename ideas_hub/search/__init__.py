"""The search: words, facets and cards in small scripts that a browser loads as it needs them.

The flow, each step a module:

    words    text -> folded words -> groups of forms; what the browser must do to a query too
    index    an entry's texts -> its words and how much each group matters; some entries -> a segment; all -> postings
    chunks   postings -> scripts by first letters, each named by a hash of its content
    related  common words that the index lacks -> those of it that are near in meaning, by tables in data/
    build    these, and who has which value, cards and the order of titles, named by one more script, the manifest,
             from which docs/assets/js/search.js starts

A build caches the facets and cards, and the segments, for the next one.
An entry's ordinal is its place in the order given.
Give the oldest entry first: then a new entry changes no other's ordinal.
"""
