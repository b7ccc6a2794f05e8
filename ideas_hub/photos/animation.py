"""How long a moving picture runs, read from the file's own blocks.  Nothing is decoded, so a long one costs nothing."""

from collections.abc import Iterator

MIN_DELAY_MS = 10  # browsers show a frame of up to this for DEFAULT_DELAY_MS
DEFAULT_DELAY_MS = 100


def run_time_ms(content: bytes, kind: str) -> int:
    """Return the milliseconds of one run through a GIF, PNG or WEBP, 0 for a still.

    A file that is cut short is read as far as it goes.
    """
    readers = {"GIF": _gif_delays, "PNG": _png_delays, "WEBP": _webp_delays}
    delays = list(readers[kind](content)) if kind in readers else []
    return sum(DEFAULT_DELAY_MS if delay <= MIN_DELAY_MS else delay for delay in delays) if len(delays) > 1 else 0


def _gif_delays(content: bytes) -> Iterator[int]:
    """Yield each image's delay in milliseconds (GIF89a, sections 20 and 23)."""
    at = 13 + _colour_table_size(content, 10)
    delay = 0
    while at + 10 < len(content):
        if content[at] == 0x21:  # noqa: PLR2004 an extension
            if content[at + 1] == 0xF9:  # noqa: PLR2004 with the delay of the next image
                delay = 10 * int.from_bytes(content[at + 4 : at + 6], "little")
            at += 2
        elif content[at] == 0x2C:  # noqa: PLR2004 an image
            yield delay
            delay = 0
            at += 11 + _colour_table_size(content, at + 9)
        else:
            return
        while at < len(content) and content[at]:
            at += content[at] + 1
        at += 1


def _colour_table_size(content: bytes, flags_at: int) -> int:
    """Return the size of a colour table in bytes."""
    flags = content[flags_at] if flags_at < len(content) else 0
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _png_delays(content: bytes) -> Iterator[int]:
    """Yield each frame's delay in milliseconds (PNG, third edition, 11.3.6.2: a fraction of a second)."""
    at = 8
    while at + 8 <= len(content):
        data = at + 8
        if content[at + 4 : data] == b"fcTL" and data + 24 <= len(content):
            numerator = int.from_bytes(content[data + 20 : data + 22], "big")
            yield 1000 * numerator // (int.from_bytes(content[data + 22 : data + 24], "big") or 100)
        at = data + int.from_bytes(content[at : at + 4], "big") + 4


def _webp_delays(content: bytes) -> Iterator[int]:
    """Yield each frame's delay in milliseconds (WebP container specification, ANMF)."""
    at = 12
    while at + 24 <= len(content):
        if content[at : at + 4] == b"ANMF":
            yield int.from_bytes(content[at + 20 : at + 23], "little")
        size = int.from_bytes(content[at + 4 : at + 8], "little")
        at += 8 + size + size % 2
