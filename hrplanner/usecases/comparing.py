"""The words of a page against those that were printed: which are missing, which were not there.

In any order, because readers of PDF order tables differently.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import Any

from hrplanner.model.minutes import MinutesVersion, Printout

_TOKEN = re.compile(r"[\w/.:%-]*\w", re.UNICODE)
_DIFFERENCES_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that paper and record say differently; None where one of them says nothing of it."""

    field: str
    on_paper: str | None
    in_record: str | None


def words_that_differ(
    pages: tuple[str, ...], read: frozenset[int], printouts: Iterable[Printout], frozen: MinutesVersion
) -> tuple[Difference, ...] | None:
    """What the pages say otherwise than the nearest printout of the version; `read` are the pages whose code was read.

    None where no words were read, nothing was printed, or words of the version were let go with an erased name, so
    that not all of the paper can be compared.
    """
    of_version = [one for one in printouts if one.version == frozen.version]
    if not pages or any("" in one.pages for one in of_version):
        return None
    found = tokens(" ".join(pages))
    candidates = [
        (printed - found, found - printed) for printout in of_version for printed in _printed(printout, pages, read)
    ]
    if not candidates:
        return None
    missing, added = min(candidates, key=lambda pair: pair[0].total() + pair[1].total())
    return tuple(_as_differences(missing, added, json.loads(frozen.canonical)))


def words_missing(words: str, pages: tuple[str, ...]) -> tuple[Difference, ...]:
    """The words of a statement that no page has."""
    missing = tokens(words).keys() - tokens(" ".join(pages)).keys()
    return tuple(Difference(field="words", on_paper=None, in_record=word) for word in sorted(missing))


def tokens(text: str) -> Counter[str]:
    """The words and numbers of a text; codes of pages are read, not compared as words."""
    plain = unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\u00ad", "")
    return Counter(word for chunk in plain.split() if not chunk.startswith("HRP1:") for word in _TOKEN.findall(chunk))


def _printed(printout: Printout, pages: tuple[str, ...], read: frozenset[int]) -> Iterator[Counter[str]]:
    """The words that may be meant: all pages, and those whose codes were read where the paper is not whole."""
    yield tokens(" ".join(printout.pages))
    some = [printout.pages[place - 1] for place in sorted(read) if place <= len(printout.pages)]
    if len(pages) != len(printout.pages) and some:
        yield tokens(" ".join(some))


def _as_differences(missing: Counter[str], added: Counter[str], record: Mapping[str, Any]) -> Iterator[Difference]:
    """The words that differ, paired where the record has a field of the printed value."""
    lost, extra = list(missing.elements()), list(added.elements())
    fields = {str(value): name for name, value in record.items() if isinstance(value, (str, int)) and name != "salt"}
    for printed, found in islice(zip_longest(lost, extra), _DIFFERENCES_SHOWN):
        yield Difference(field=fields.get(printed or "", "words"), on_paper=found, in_record=printed)
