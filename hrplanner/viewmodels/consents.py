"""Consent on the register: who agreed to what, one answer for each person and purpose, changed in place."""

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.ids import PersonId
from hrplanner.model.people import Consent, Person, Purpose
from hrplanner.usecases.recording import note_consent
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.table import Cell, Column, Row, Table, row
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.consents import IN_SHORT
from hrplanner.words.labels.words import word

ANSWERS = {1: Consent.YES, 2: Consent.NO, 0: Consent.NOT_ASKED}
"""The keys that answer."""
_AFTER = {Consent.NOT_ASKED: Consent.YES, Consent.YES: Consent.NO, Consent.NO: Consent.NOT_ASKED}
_MARKS = {Consent.YES: "tick", Consent.NO: "close", Consent.NOT_ASKED: ""}


class Consents:
    """The named people of the open session; a line without a name has nothing to agree to."""

    def __init__(self, workspace: Workspace, words: Catalog) -> None:
        self._workspace = workspace
        self.words = words

    def table(self) -> Table:
        """One line for each named person, a column for each purpose."""
        say = self.words.say
        purposes = (
            Column(code=purpose, title=self.words.say_in("purpose in short", IN_SHORT[purpose]), width=92)
            for purpose in Purpose
        )
        named = [one for one in self._workspace.opened().people if one.name]
        columns = (Column(code="name", title=say("Name")), *purposes)
        return Table(say("Who agreed to what"), columns, tuple(self._line(one) for one in named))

    def meaning(self, purpose: str) -> str:
        """What is agreed to, as it is asked."""
        return word(self.words, "purpose", purpose) if purpose in set(Purpose) else ""

    def turn(self, key: bytes, purpose: str) -> Told:
        """The next of the three answers."""
        if purpose not in set(Purpose):
            return Told()
        given = self._workspace.opened().person(PersonId(key)).answer(Purpose(purpose))
        return self.answer(key, purpose, _AFTER[given])

    def answer(self, key: bytes, purpose: str, answer: Consent) -> Told:
        """Note this answer."""
        if purpose not in set(Purpose):
            return Told()
        who = PersonId(key)
        try:
            self._workspace.run("note_consent", lambda session: note_consent(session, who, Purpose(purpose), answer))
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        name = self._workspace.opened().person(who).name or ""
        said = word(self.words, "consent", str(answer))
        return Told(
            news=self.words.say("{name}, {purpose}: {answer}", name=name, purpose=self.meaning(purpose), answer=said)
        )

    def _line(self, person: Person) -> Row:
        answers = (person.answer(purpose) for purpose in Purpose)
        cells = (Cell(word(self.words, "consent", str(one)), _MARKS[one]) for one in answers)
        return row(person.id, person.name or "", *cells)
