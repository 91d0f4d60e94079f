"""The head of a session as a form: a new one, or the one that is open."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.formalities import Event
from hrplanner.model.people import Role
from hrplanner.model.session import Kind, Session
from hrplanner.usecases.headings import Heading, describe, holder, read_clock
from hrplanner.usecases.recording import new_session
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.numbers import read_day, read_number, shown, shown_day
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels

# Kinds that a country's own forms know come first there.
FIRST_KINDS: Mapping[str, tuple[Kind, ...]] = {
    "np": (Kind.SETTLEMENT_MEETING, Kind.WARD_ASSEMBLY, Kind.PUBLIC_HEARING),
    "bd": (Kind.WARD_ASSEMBLY, Kind.BUDGET_SESSION),
    "id": (Kind.VILLAGE_DELIBERATION,),
    "ph": (Kind.BARANGAY_ASSEMBLY,),
    "in": (Kind.GRAM_SABHA,),
    "kr": (Kind.RESIDENT_BUDGET_MEETING,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFields:
    """The head as it is typed."""

    number: str = ""
    title: str = ""
    kind: str = ""
    date: str = ""
    start: str = ""
    end: str = ""
    venue: str = ""
    voters: str = ""
    legal_basis: str = ""
    presiding: str = ""
    secretary: str = ""
    next_meeting: str = ""
    notice_date: str = ""
    notice_means: str = ""
    notice_places: str = ""


class SessionForm:
    """What is typed, and saving it as one step."""

    def __init__(
        self, workspace: Workspace, words: Catalog, now: Callable[[], dt.datetime], *, session: Session | None
    ):
        self._workspace = workspace
        self.words = words
        self._session = session
        self.fields = _fields_of(session, workspace.office.country) if session else self._suggested(now())

    @property
    def is_new(self) -> bool:
        """Whether saving adds a session."""
        return self._session is None

    def type(self, fields: SessionFields) -> None:
        """Keep what stands in the fields."""
        self.fields = fields

    @property
    def names(self) -> dict[str, str]:
        """What the page calls its fields."""
        say = self.words.say
        return {
            "title": say("Title"),
            "number": say("Number"),
            "date": say("Day"),
            "start": say("From"),
            "end": say("To"),
            "venue": say("Place"),
            "voters": say("Voters of the area"),
            "legal_basis": say("Legal basis"),
            "presiding": say("Who presides"),
            "secretary": say("Who writes the minutes"),
            "next_meeting": say("Day of the next meeting"),
            "notice_date": say("Day of the notice"),
            "notice_means": say("Notice by"),
            "notice_places": say("Notice at"),
        }

    def kinds(self) -> tuple[tuple[str, str], ...]:
        """Pairs of code and word; the country's own kinds first, a kind that a source named itself last."""
        first = FIRST_KINDS.get(self._workspace.office.country or "", ())
        ordered = [str(one) for one in (*first, *(kind for kind in Kind if kind not in first))]
        own = [self.fields.kind] if self.fields.kind and self.fields.kind not in ordered else []
        return tuple((code, labels.word(self.words, "kind", code)) for code in (*ordered, *own))

    def save(self) -> Told:
        """Add the session and open it, or change the head of the one that is open."""
        try:
            heading = self._read()
            if self._session is None:
                made = new_session(
                    number=heading.number,
                    title=heading.title,
                    kind=heading.kind,
                    country=self._workspace.office.country,
                )
                self._workspace.add_session(describe(made, heading))
                return Told(news=self.words.say("Session {number} added.", number=heading.number))
            self._check_number(heading.number)
            self._workspace.run("describe_session", lambda session: describe(session, heading), about=heading.number)
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem, "number", self.names)
        return Told(news=self.words.say("Head of the session changed."))

    def _check_number(self, number: str) -> None:
        others = (line for line in self._workspace.book.session_lines() if line.id != self._workspace.opened().id)
        if any(line.number == number for line in others):
            raise Refused("number_taken", number=number)

    def _read(self) -> Heading:
        fields = self.fields
        return Heading(
            number=fields.number.strip(),
            title=fields.title,
            kind=fields.kind or str(Kind.OTHER),
            date=self._day(fields.date, "date"),
            start=_clock(fields.start, "start"),
            end=_clock(fields.end, "end"),
            venue=fields.venue.strip() or None,
            voters=read_number(fields.voters, "voters"),
            legal_basis=fields.legal_basis.strip() or None,
            presiding=fields.presiding.strip() or None,
            secretary=fields.secretary.strip() or None,
            next_meeting=self._day(fields.next_meeting, "next_meeting"),
            notice_date=self._day(fields.notice_date, "notice_date"),
            notice_means=_several(fields.notice_means),
            notice_places=_several(fields.notice_places),
        )

    def _day(self, text: str, field: str) -> dt.date | None:
        return read_day(text, field, country=self._workspace.office.country)

    def _suggested(self, now: dt.datetime) -> SessionFields:
        """The next number of this year, and today."""
        taken = {line.number for line in self._workspace.book.session_lines()}
        number = next(one for n in range(1, len(taken) + 2) if (one := f"{now.year}-{n:03d}") not in taken)
        country = self._workspace.office.country
        kinds = FIRST_KINDS.get(country or "", (Kind.WARD_ASSEMBLY,))
        return SessionFields(number=number, kind=str(kinds[0]), date=shown_day(now.date(), country=country))


def _clock(text: str, field: str) -> str | None:
    try:
        return read_clock(text)
    except Refused as problem:
        raise Refused(problem.code, **{**problem.params, "field": field}) from None


def _several(text: str) -> tuple[str, ...]:
    """What stands between semicolons."""
    return tuple(part for one in text.split(";") if (part := one.strip()))


def _fields_of(session: Session, country: str | None) -> SessionFields:
    return SessionFields(
        number=session.number,
        title=session.title,
        kind=session.kind,
        date=shown_day(session.date, country=country),
        start=session.start or "",
        end=session.end or "",
        venue=session.venue or "",
        voters=shown(session.voters),
        legal_basis=session.legal_basis or "",
        presiding=holder(session, Role.PRESIDING) or "",
        secretary=holder(session, Role.SECRETARY) or "",
        next_meeting=shown_day(session.dates.get(Event.NEXT_MEETING), country=country),
        notice_date=shown_day(session.notice_date, country=country),
        notice_means="; ".join(session.notice_means),
        notice_places="; ".join(session.notice_places),
    )
