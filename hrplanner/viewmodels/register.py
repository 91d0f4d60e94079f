"""Register by name: one person typed at a time, the list of those who came, and names offered while typing."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import is_

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.groups import SEX, GroupCode, dimension_of
from hrplanner.model.ids import PersonId
from hrplanner.model.lines import KnownName
from hrplanner.model.office import Office
from hrplanner.model.people import Person, Role
from hrplanner.model.session import Session
from hrplanner.usecases.recording import (
    correct_person,
    put_in_group,
    register_person,
    remove_row,
    take_out_of_group,
)
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.group_keys import (
    LAST_DIGIT,
    NONE_OF_THESE,
    NOT_STATED,
    OFFICIAL,
    KeyLine,
    asked_groups,
    key_lines,
    names_of,
    sex_groups,
)
from hrplanner.viewmodels.names import Suggestion
from hrplanner.viewmodels.numbers import read_number, shown
from hrplanner.viewmodels.table import Cell, Column, Row, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels import words as labels

OFFERED = 6
SHORTEST = 2  # letters before names are offered


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is typed and switched on for the next person; nothing of it is in the book yet."""

    name_text: str = ""
    age_text: str = ""
    place_text: str = ""
    on: frozenset[int] = frozenset()


class Register:
    """The page's state: the entry that is being typed. The list itself is in the session."""

    def __init__(self, workspace: Workspace, words: Catalog, now: Callable[[], dt.datetime]) -> None:
        self.entry = Entry()
        self._workspace = workspace
        self.words = words
        self._now = now
        self._offered: dict[str, KnownName] = {}
        self._made_for: tuple[Catalog, Office] | None = None
        self._made: dict[PersonId, tuple[int, Person, Row]] = {}
        self._listed: tuple[Person, ...] = ()

    # ------------------------------------------------------------------------------ the entry row

    @property
    def lines(self) -> tuple[KeyLine, KeyLine]:
        """The keys of the groups."""
        return key_lines(self._workspace.office, self.words, asked_groups(self._workspace.office))

    def type(self, *, name: str, age: str, place: str) -> None:
        """Keep what stands in the fields, so that a change of language or size loses nothing."""
        self.entry = replace(self.entry, name_text=name, age_text=age, place_text=place)

    def switch(self, digit: int) -> None:
        """Switch a key: sexes exclude each other, "none of these" excludes the groups it speaks of."""
        on = set(self.entry.on ^ {digit})
        office = self._workspace.office
        sexes = {NOT_STATED, *(one for one, _ in sex_groups(office))}
        others = {one for one, _ in asked_groups(office)}
        if digit in on and digit in sexes:
            on -= sexes - {digit}
        if digit in on and digit == NONE_OF_THESE:
            on -= others
        if digit in on and digit in others:
            on.discard(NONE_OF_THESE)
        self.entry = replace(self.entry, on=frozenset(on))

    def add(self) -> Told:
        """The person goes on the list, saved; the place stays for the next one, all else is empty again."""
        entry = self.entry
        try:
            age = read_number(entry.age_text, "age")
            groups, not_in = self._said(entry.on)
            self._workspace.run(
                "register_person",
                lambda session: register_person(
                    session,
                    name=entry.name_text,
                    age=age,
                    place=entry.place_text,
                    role=Role.OFFICIAL if OFFICIAL in entry.on else Role.PARTICIPANT,
                    groups=groups,
                    not_in=not_in,
                    at=self._now().strftime("%H:%M"),
                ),
            )
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem, "age" if problem.code == "age_not_possible" else "name")
        self.entry = Entry(place_text=entry.place_text)
        name = entry.name_text.strip() or self.words.say("One person")
        return Told(news=self.words.say("{name} added.", name=name))

    @property
    def kept_place(self) -> str:
        """The place in the row where it is that of the person before; nothing once another one is typed."""
        people, typed = self._workspace.opened().people, self.entry.place_text
        return typed if typed and people and people[-1].place == typed else ""

    def suggestions(self, text: str) -> tuple[Suggestion, ...]:
        """Up to six known names that begin so, and the line for a new person last."""
        beginning = text.strip()
        if len(beginning) < SHORTEST:
            return ()
        known = self._workspace.book.known_names(beginning, OFFERED)
        self._offered = {str(at): one for at, one in enumerate(known)}
        if not known:
            return ()
        offered = tuple(Suggestion(key=key, text=one.name, note=self._seen(one)) for key, one in self._offered.items())
        new = Suggestion(key="", text=self.words.say("Add a new person: {name}", name=beginning))
        return (*offered, new)

    def choose(self, key: str) -> None:
        """Take the name and place of a known person; a new one keeps what was typed."""
        known = self._offered.get(key)
        if known is not None:
            place = known.place or self.entry.place_text
            self.entry = replace(self.entry, name_text=known.name, place_text=place)

    def _seen(self, known: KnownName) -> str:
        if any(person.name == known.name for person in self._workspace.opened().people):
            return self.words.say("on the list already")
        came = self.words.say("came on {date}", date=known.last_seen) if known.last_seen else ""
        return ", ".join(part for part in (known.place or "", came) if part)

    def _said(self, on: frozenset[int]) -> tuple[list[GroupCode], list[GroupCode]]:
        office = self._workspace.office
        others = asked_groups(office)
        held = [group.code for digit, group in (*sex_groups(office), *others) if digit in on]
        return held, [group.code for _, group in others] if NONE_OF_THESE in on else []

    # ------------------------------------------------------------------------------ the list

    @property
    def listed(self) -> int:
        """How many lines the list has."""
        return len(self._workspace.opened().people)

    def table(self) -> Table:
        """Those who came, the newest first."""
        say = self.words.say
        columns = (
            Column(code="no", title=say("No."), width=56, number=True),
            Column(code="name", title=say("Name"), editable=True),
            Column(code="age", title=say("Age"), width=92, editable=True),
            Column(code="groups", title=say("Groups"), width=200),
            Column(code="place", title=say("Village or lane"), width=124, editable=True),
            Column(code="signed", title=say("Signed"), width=96),
            Column(code="at", title=say("Time"), width=68),
        )
        people = self._workspace.opened().people
        rows = self._rows(people)
        return Table(say("People on the list"), columns, tuple(reversed(rows)))

    def edit(self, key: bytes, column: str, text: str) -> Told:
        """Correct one cell of the list."""
        try:
            fields: dict[str, object] = {column: text.strip() or None}
            if column == "age":
                fields = {"age": None if text == self._not_stated() else read_number(text, "age")}
            self._workspace.run("correct_person", lambda session: correct_person(session, PersonId(key), fields))
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem, column)
        return Told(news=self.words.say("Corrected."))

    def switch_in_row(self, key: bytes, digit: int) -> Told:
        """Put the person of a row into a group, or take the group away again."""
        office = self._workspace.office
        group = next((one.code for n, one in (*sex_groups(office), *asked_groups(office)) if n == digit), None)
        if group is None or digit > LAST_DIGIT:
            return Told()
        held = group in self._workspace.opened().person(PersonId(key)).groups
        change = take_out_of_group if held else put_in_group
        news = self.words.say("Groups corrected.")
        return self._run("correct_person", lambda session: change(session, PersonId(key), group), news)

    def switch_signed(self, key: bytes) -> Told:
        """The person has signed, or has not after all."""
        signed = not self._workspace.opened().person(PersonId(key)).signed
        news = self.words.say("Signature noted." if signed else "Signature taken back.")
        return self._run(
            "correct_person", lambda session: correct_person(session, PersonId(key), {"signed": signed}), news
        )

    def remove(self, key: bytes) -> Told:
        """The person goes to the bin."""
        name = self._workspace.opened().person(PersonId(key)).name or self.words.say("One person")
        news = self.words.say("{name} removed.", name=name)
        return self._run("remove_person", lambda session: remove_row(session, key), news)

    def _run(self, step: str, change: Callable[[Session], Session], news: str) -> Told:
        try:
            self._workspace.run(step, change)
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        return Told(news=news)

    def _rows(self, people: tuple[Person, ...]) -> tuple[Row, ...]:
        """Only rows of people who changed are made anew: of thousands one is, at every press of Enter."""
        made_for = (self.words, self._workspace.office)
        known = self._made if self._made_for is not None and all(map(is_, self._made_for, made_for)) else {}
        if people and len(people) == len(known) + 1 and all(map(is_, self._listed, people)):
            last = people[-1]
            known[last.id] = (len(people), last, self._line(len(people), last))
            self._made, self._listed = known, people
            return tuple(line for _, _, line in known.values())
        self._made_for, self._made, self._listed = made_for, {}, people
        for number, person in enumerate(people, start=1):
            old = known.get(person.id)
            same = old is not None and old[0] == number and old[1] is person
            line = old[2] if old is not None and same else self._line(number, person)
            self._made[person.id] = (number, person, line)
        return tuple(line for _, _, line in self._made.values())

    def _line(self, number: int, person: Person) -> Row:
        say, words = self.words.say, self.words
        unnamed = person.code or say("No name")
        return row(
            person.id,
            words.digits(str(number)),
            person.name or unnamed,
            self._not_stated() if person.age is None else words.digits(shown(person.age)),
            self._groups(person),
            person.place or "",
            Cell(say("signed"), "tick") if person.signed else say("not yet"),
            words.digits(person.at or ""),
        )

    def _groups(self, person: Person) -> str:
        parts = [names_of(self._workspace.office, self.words, person.groups)]
        if not any(dimension_of(code) == SEX for code in person.groups):
            parts.append(self.words.say_in("sex", "Sex not stated"))
        if person.not_in:
            parts.append(self.words.say("None of these"))
        if person.role is not Role.PARTICIPANT:
            parts.append(labels.word(self.words, "role", str(person.role)))
        return ", ".join(part for part in parts if part)

    def _not_stated(self) -> str:
        return self.words.say_in("unknown", "Not stated")
