"""PDF files that would fill the memory when they are unpacked: found by unpacking a little at a time, beforehand.

A stream of a kilobyte can hold a gigabyte. PDFium unpacks it whole, so the measure is taken first.
"""

from __future__ import annotations

import re
import time
import zlib

from hrplanner.model.errors import FileProblem

_STREAM = re.compile(rb"stream\r?\n")
_MOST_IN_ONE, _MOST_IN_ALL = 110_000_000, 160_000_000  # bytes; a page in colour at 400 dots to the inch has 46 million
_PIECE = 1 << 20
_SECONDS = 1.2


def refuse_bombs(content: bytes) -> None:
    """Refuses where a packed stream, or all of them, unpack to more than a scanned record has."""
    left, until = _MOST_IN_ALL, time.monotonic() + _SECONDS
    for found in _STREAM.finditer(content):
        head = content[max(0, found.start() - 600) : found.start()].rpartition(b" obj")[2]
        if head.count(b"/FlateDecode") > 1:
            raise FileProblem("pdf_unpacks_too_large")
        if b"/FlateDecode" in head:
            left -= _unpacked(content, found.end(), min(_MOST_IN_ONE, left))
        if left <= 0 or time.monotonic() > until:
            raise FileProblem("pdf_unpacks_too_large")


def _unpacked(content: bytes, start: int, most: int) -> int:
    """Bytes that a stream unpacks to, counted up to a little more than `most`; nothing is kept."""
    unpacking, size, at = zlib.decompressobj(), 0, start
    rest = b""
    try:
        while not unpacking.eof and size <= most:
            if not rest:
                rest, at = content[at : at + _PIECE], at + _PIECE
            if not rest:
                break
            size += len(unpacking.decompress(rest, _PIECE))
            rest = unpacking.unconsumed_tail
    except zlib.error:
        return size
    if size > most:
        raise FileProblem("pdf_unpacks_too_large")
    return size
