"""The search: words, facets and cards in small scripts that a browser loads as it needs them.

The flow, each step a module:

    texts    a thing that is published -> the texts that it is found by, by search field
    words    text -> folded words -> their stems; what the browser must do to a query too
    index    texts -> words and how much each group matters; some things -> a segment; all -> postings
    chunks   postings -> scripts by first letters, each named by a hash of its content
    related  common words that the index lacks -> those of it that are near in meaning, by tables in data/
    places   names of places -> scripts by first letters
    near     what lies where -> a script for each region
    snippets a page's text -> the text in small, of which a result shows a piece
    build    these, and who has which value, cards and orders, named by one more script, the manifest,
             from which docs/assets/js/search.js starts

A build caches the segments, and what depends on facts, places or the words that there are, for the next one.
A thing's ordinal is its place in the order given.
Give entries last and the oldest of them first: then a new one changes no other's ordinal.
"""
