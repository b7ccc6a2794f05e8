"""Photos: what is accepted, and what is published.

    consent    may the picture be shown today?
    parts      a photo's file cut into the parts of its format
    metadata   what a file tells beyond the picture: places, names, numbers; xmp reads one kind of it
    clean      that taken out, without a new encoding
    accept     is the file a photo, of a sane size, that does not move for long?  Answered before anything is decoded
    encode     the photo encoded again: upright, in sRGB, without metadata, as WebP in a few widths and a fallback
    originals  the pictures in the repository, each read once
    cache      photos that were encoded before from the same bytes
    publish    all of this, for every entry of a hub

An original is never published: every published byte comes from an encoder here.
"""
