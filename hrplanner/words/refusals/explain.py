"""A refusal or a problem with a file as three sentences; the codes of rows that an import leaves out as one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from types import MappingProxyType

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.words.catalog import N_, Catalog, Param
from hrplanner.words.refusals import books, entries, rows, rules, sources

Sentences = tuple[str, str, str]

SENTENCES: Mapping[str, Sentences] = MappingProxyType(
    {
        **entries.SENTENCES,
        **rules.SENTENCES,
        **sources.SENTENCES,
        **books.SENTENCES,
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
    happened, why, now = SENTENCES.get(code, _UNNAMED)
    given = {"code": code, **params}
    return Explained(_say(catalog, happened, given), _say(catalog, why, given), _say(catalog, now, given))


def explain_row(catalog: Catalog, code: str, params: Mapping[str, object]) -> str:
    """One sentence for a row, or a cell of it, that an import leaves out."""
    sentence = ROWS.get(code)
    return _say(catalog, sentence, params) if sentence else str(explain_code(catalog, code, params))


def _say(catalog: Catalog, message: str, given: Mapping[str, object]) -> str:
    names = {name for _, name, _, _ in Formatter().parse(message) if name}
    return catalog.say(message, **{name: _param(catalog, given.get(name, "?")) for name in names})


def _param(catalog: Catalog, value: object) -> Param:
    if isinstance(value, (list, tuple, set, frozenset)):
        return catalog.list(sorted(str(item) for item in value))
    return value if isinstance(value, int) and not isinstance(value, bool) else str(value)
