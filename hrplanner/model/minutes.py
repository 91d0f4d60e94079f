"""Minutes as printed: each version is frozen with its canonical record, digest and the head of the log at that
moment. What happens to a version afterwards is in `minutes_life`.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from hrplanner.model.ids import RowId


class DocumentKind(StrEnum):
    """The printouts; their letters in the codes on paper are in `page_code`."""

    SUMMARY = "summary"
    MINUTES = "minutes"
    NOTICE = "notice"
    AGENDA = "agenda"
    SIGN_IN = "sign-in"
    TALLY = "tally"
    SCRIPT = "script"
    RIGHTS = "rights"
    READ_BACK = "read-back"
    ANSWERS = "answers"
    TARGETS = "targets"
    UNKNOWNS = "unknowns"
    KIT = "kit"


GENERAL = "general"
FORMS = (GENERAL, "bd", "id", "in", "kr", "np", "ph")
"""The forms that minutes are printed in: the general one, and those of countries by their codes."""

WITH_PROPOSALS = frozenset({"id"})
"""Forms that list proposals with place, amount and cost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesVersion:
    """One frozen version of a session's record.

    `canonical` is RFC 8785 JSON holding the record and a random salt; `digest` its SHA-256; `log_head` the chain's
    head when it was frozen, so that a rewritten log shows; `frozen_at` milliseconds since 1970.
    """

    id: RowId
    version: int
    canonical: str
    digest: str
    log_head: str
    frozen_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """What goes to the press: one document of one session, in one language, for one reader.

    `form` is one of `FORMS` and speaks of minutes only; None is the general one. `large` asks for large type; `file` is
    "pdf", "html" or "txt".
    """

    document: str
    language: str
    reader: str = "internal"
    form: str | None = None
    paper: str = "A4"
    draft: bool = False
    large: bool = False
    file: str = "pdf"


def form_of(country: str | None) -> str:
    """The form of a country; the general one where it has none of its own."""
    return country if country in FORMS else GENERAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Printout:
    """A printout that was handed out: of which version, for whom, and the words of each of its pages."""

    id: RowId
    version: int
    document: str
    language: str
    reader: str
    paper: str
    pages: tuple[str, ...]


class Stage(StrEnum):
    """What can be said of a frozen version once it is printed, in this order; a correction is a version of its own."""

    READ_BACK = "read_back"
    SIGNED = "signed"
    RATIFIED = "ratified"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesStep:
    """A step in the life of a version: on which day, by which office or body, and what there is to say of it.

    `corrected` belongs to the new version, and its note says why the one before was corrected. Of reading back: in
    which language, through whom, heard by whom, and what people objected to; of signing, who refused and why.
    """

    id: RowId
    version: int
    stage: Stage
    date: dt.date | None = None
    office: str | None = None
    note: str | None = None
    language: str | None = None
    interpreter: str | None = None
    witness: str | None = None
    objections: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedStatement:
    """The facts of a version in one language: the plain words of their code, and the signed summary beside it.

    `text` is empty while nobody has signed it.
    """

    id: RowId
    version: int
    language: str
    words: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A signed sheet that came back: which page of which version, and the file itself in base 64."""

    id: RowId
    version: int
    document: str
    page: int
    pages: int
    digest: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proofs:
    """All that is kept beside the frozen versions of a session, oldest first."""

    steps: tuple[MinutesStep, ...] = ()
    statements: tuple[SignedStatement, ...] = ()
