"""A refusal or a problem with a file as three sentences; the codes of rows that an import leaves out as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from types import MappingProxyType

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.words.catalog import N_, Catalog, Param
from hrplanner.words.labels import words
from hrplanner.words.refusals import (
    books,
    codes,
    entries,
    keys,
    mappings,
    printing,
    reading,
    records,
    rows,
    rules,
    sources,
)

Sentences = tuple[str, str, str]

SENTENCES: Mapping[str, Sentences] = MappingProxyType(
    {
        **entries.SENTENCES,
        **records.SENTENCES,
        **codes.SENTENCES,
        **keys.SENTENCES,
        **rules.SENTENCES,
        **sources.SENTENCES,
        **books.SENTENCES,
        **mappings.SENTENCES,
        **printing.SENTENCES,
        **reading.SENTENCES,
    }
)
# Params that are codes themselves, and whose words they are said with.
_FAMILIES = MappingProxyType(
    {
        "field": "field",
        "group": "group",
        "one": "group",
        "other": "group",
        "answer": "answer",
        "document": "document",
    }
)
ROWS: Mapping[str, str] = rows.SENTENCES

_UNNAMED: Sentences = (
    N_("This was not done."),
    N_("The program gave the reason {code}, for which it has no sentence."),
    N_("Nothing was changed. Please tell whoever looks after this program the word {code}."),
)


@dataclass(frozen=True, slots=True)
class Explained:
    """What happened, why, and what to do now."""

    happened: str
    why: str
    now: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.happened, self.why, self.now) if part)


def explain(catalog: Catalog, problem: Refused | FileProblem) -> Explained:
    """The three sentences for a refusal or a problem with a file."""
    return explain_code(catalog, problem.code, problem.params)


def explain_code(catalog: Catalog, code: str, params: Mapping[str, object]) -> Explained:
    """The three sentences for a code; a figure that was not given is shown as a question mark."""
    happened, why, now = SENTENCES.get(f"{code}:{params.get('because')}", SENTENCES.get(code, _UNNAMED))
    given = {"code": code, **params}
    return Explained(_say(catalog, happened, given), _say(catalog, why, given), _say(catalog, now, given))


def explain_row(catalog: Catalog, code: str, params: Mapping[str, object]) -> str:
    """One sentence for a row, or a cell of it, that an import leaves out."""
    sentence = ROWS.get(code)
    return _say(catalog, sentence, params) if sentence else str(explain_code(catalog, code, params))


def _say(catalog: Catalog, message: str, given: Mapping[str, object]) -> str:
    names = {name for _, name, _, _ in Formatter().parse(message) if name}
    # In a rule file or a mapping a field is a line, and its code is what one looks for.
    named = {} if given.keys() & {"rule", "key"} else _FAMILIES
    return catalog.say(message, **{name: _param(catalog, named.get(name), given.get(name, "?")) for name in names})


def _param(catalog: Catalog, family: str | None, value: object) -> Param:
    if family and isinstance(value, str):
        return words.word(catalog, family, value)
    if isinstance(value, (list, tuple, set, frozenset)):
        return catalog.list(sorted(str(item) for item in value))
    return value if isinstance(value, int) and not isinstance(value, bool) else str(value)
