"""Photos: what may come in, and what goes out.

    consent    may the picture be shown today?
    incoming   is the file a photo at all, of a sane size?  Answered from its first bytes, before anything is decoded
    animation  how long a moving picture runs
    outgoing   the photo anew: upright, in sRGB, with no metadata, as WebP in a few widths and one fallback
    kept       what was made before from the same bytes
    gather     all of it, for every entry of a hub

An original is never published: every published byte comes from an encoder here.
"""
