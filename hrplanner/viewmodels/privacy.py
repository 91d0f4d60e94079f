"""Privacy as somebody sees it: who is named, erasing for good, how long names stay, restricted fields, the log."""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import Enum, auto
from types import MappingProxyType

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.lines import EntryLine
from hrplanner.model.privacy import SENSITIVE, Erased, Kept, NamedPerson
from hrplanner.usecases.privacy import (
    LONGEST_KEPT,
    erase_people,
    find_people,
    keep_names,
    kept_of,
    let_names_go,
    names_due,
    remove_scans,
    switch_off,
    switch_on,
    told_lines,
)
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.table import Column, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import NC_, Catalog
from hrplanner.words.numbers import whole_number

STEPS: Mapping[str, str] = MappingProxyType(
    {
        "print_document": NC_("told", "Printed"),
        "freeze_minutes": NC_("told", "Printed, with a new version"),
        "print_draft": NC_("told", "Draft printed"),
        "export": NC_("told", "Exported"),
        "share": NC_("told", "Shared"),
        "print_recovery": NC_("told", "Recovery sheet made"),
        "restore": NC_("told", "Restored from a backup"),
        "merge": NC_("told", "Another copy taken in"),
        "import": NC_("told", "Taken over from a file"),
        "take_in_book": NC_("told", "Made again from an export"),
        "take_review": NC_("told", "A partner's review taken in"),
        "file_scan": NC_("told", "Scan filed"),
        "salvage": NC_("told", "Brought out of a damaged book"),
        "remove_scans": NC_("told", "Scans removed"),
        "erase_person": NC_("told", "A person erased, lines"),
        "erase_names": NC_("told", "Names let go, lines"),
        "seal_book": NC_("told", "Sealed"),
        "unseal_book": NC_("told", "Seal taken off"),
        "change_password": NC_("told", "Password changed"),
        "switch_field": NC_("told", "Restricted field switched"),
        "keep_names": NC_("told", "Time for names changed"),
    }
)
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "disability": NC_("restricted", "Disability"),
        "indigenous": NC_("restricted", "Indigenous peoples and ethnic groups"),
        "caste": NC_("restricted", "Caste and descent"),
        "religion": NC_("restricted", "Religion"),
    }
)


class Scans(Enum):
    """Whether the scans of sheets go with a name."""

    STAY = auto()
    GO = auto()


class Privacy:
    """What is typed here outlives a change of language; the name that is looked for is kept until the page is left."""

    def __init__(self, workspace: Workspace, words: Catalog, now: Callable[[], dt.datetime]) -> None:
        self._workspace, self.words, self._now = workspace, words, now
        self.wanted = ""

    def found(self) -> tuple[NamedPerson, ...]:
        """Every line with the name that is looked for; the whole name, so that nobody is met by accident."""
        return find_people(self._workspace.book, name=self.wanted) if self.wanted.strip() else ()

    def found_table(self) -> Table:
        """Where the name stands."""
        words, say = self.words, self.words.say
        columns = (
            Column(code="name", title=say("Name")),
            Column(code="session", title=say("Session"), width=140),
            Column(code="date", title=say("Date"), width=150),
        )
        rows = (row(one.id, one.name, one.number, words.date(one.date) if one.date else "") for one in self.found())
        return Table(say("Lines with this name"), columns, tuple(rows))

    def kept(self) -> Kept:
        """What keeps the name that was found, to be read before anything is erased."""
        return kept_of(self._workspace.book, self.found())

    def erase(self, scans: Scans = Scans.STAY) -> Told:
        """Erase everybody found, for good."""
        people, book, removed = self.found(), self._workspace.book, 0
        try:
            if people and scans is Scans.GO:
                removed = remove_scans(book, people)
            erased = erase_people(book, people)
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem, "name")
        self.wanted = ""
        self._workspace.refresh()
        gone = (scans_removed_said(self.words, removed),) if removed else ()
        return Told(news=" ".join((*gone, *erased_said(self.words, erased))))

    def due(self) -> int:
        """How many lines have a name whose time is over."""
        return len(names_due(self._workspace.book, self._workspace.office, today=self._now().date()))

    def due_kept(self) -> tuple[str, ...]:
        """What keeps the names whose time is over, once they are let go."""
        due = names_due(self._workspace.book, self._workspace.office, today=self._now().date())
        return kept_said(self.words, kept_of(self._workspace.book, due))

    def let_go(self) -> Told:
        """Take those names off."""
        try:
            erased = let_names_go(self._workspace.book, self._workspace.office, today=self._now().date())
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        self._workspace.refresh()
        return Told(news=" ".join(erased_said(self.words, erased)))

    def time(self) -> tuple[str, str]:
        """Months for which names are kept, and why; empty where they are kept for good."""
        office = self._workspace.office
        return "" if office.names_kept is None else str(office.names_kept), office.kept_because or ""

    def keep(self, months_text: str, because: str) -> Told:
        """Another time for names; an empty one keeps them for good."""
        try:
            months = whole_number(months_text) if months_text.strip() else None
        except (Refused, ValueError):
            return refused(self.words, Refused("months_out_of_range", most=LONGEST_KEPT), "months")
        try:
            self._workspace.run_office("keep_names", lambda one: keep_names(one, months=months, because=because))
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem, "reason")
        return Told(news=self.words.say("Noted."))

    def fields(self) -> tuple[tuple[str, str, str], ...]:
        """Code, word and reason of every restricted field; no reason where it is switched off."""
        on = self._workspace.office.restricted
        return tuple((code, self.words.say_in("restricted", FIELDS[code]), on.get(code, "")) for code in SENSITIVE)

    def switch(self, field: str, because: str) -> Told:
        """Ask about it from now on, with a reason; or no more, where it was switched on."""
        on = field in self._workspace.office.restricted
        try:
            self._workspace.run_office(
                "switch_field",
                lambda office: switch_off(office, field) if on else switch_on(office, field, because=because),
                about=field,
            )
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem, field)
        return Told(news=self.words.say("Noted."))

    def log(self) -> Table:
        """Who got what, what was brought back, what is gone."""
        say = self.words.say
        columns = (Column(code="at", title=say("When"), width=190), Column(code="step", title=say("What")))
        rows = (
            row(str(at).encode(), self._moment(line.at), step_told(self.words, line))
            for at, line in enumerate(told_lines(self._workspace.book))
        )
        return Table(say("Handed out, restored, erased"), columns, tuple(rows))

    def _moment(self, at: dt.datetime) -> str:
        local = at.astimezone()
        return f"{self.words.date(local.date())} {self.words.time(local.time())}"


def step_told(words: Catalog, line: EntryLine) -> str:
    """A line of that log in words, with what it was about where that is a number or a code."""
    said = words.say_in("told", STEPS[line.step]) if line.step in STEPS else line.step
    return f"{said}: {line.about}" if line.about else said


def erased_said(words: Catalog, erased: Erased) -> tuple[str, ...]:
    """What went, and where it still lies; no more is claimed than that."""
    gone = words.count("{n} line has no name any more.", "{n} lines have no name any more.", erased.people)
    return (gone, *kept_said(words, erased.kept), words.say("Backups and copies made before still have it."))


def kept_said(words: Catalog, kept: Kept) -> tuple[str, ...]:
    """Where a name lies that goes from lists, bin and log."""
    count = words.count
    versions = count(
        "{n} frozen version of minutes keeps it, as the law asks of the record.",
        "{n} frozen versions of minutes keep it, as the law asks of the record.",
        kept.versions,
    )
    printouts = count(
        "{n} printout that was handed out says it; the paper is wherever it went.",
        "{n} printouts that were handed out say it; the papers are wherever they went.",
        kept.printouts,
    )
    scans = count(
        "{n} scan of a sheet of these meetings may show it; no program reads it.",
        "{n} scans of sheets of these meetings may show it; no program reads them.",
        kept.scans,
    )
    mentions = count(
        "{n} place that somebody wrote by hand says it (an issue, a promise, an office): change it there.",
        "{n} places that somebody wrote by hand say it (an issue, a promise, an office): change them there.",
        kept.mentions,
    )
    told = (
        (kept.versions, versions),
        (kept.printouts, printouts),
        (kept.scans, scans),
        (kept.mentions, mentions),
    )
    return tuple(line for number, line in told if number)


def scans_removed_said(words: Catalog, removed: int) -> str:
    """How many pictures are gone."""
    return words.count("{n} scan was removed.", "{n} scans were removed.", removed)
