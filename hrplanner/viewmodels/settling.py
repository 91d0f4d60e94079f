"""The questions that merging left, one at a time: the values as they stand, and the key that settles each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hrplanner.model.changes import RowKind
from hrplanner.model.conflicts import SAME_PERSON
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.groups import GroupCode
from hrplanner.usecases.questions import Question, open_questions, settle_question
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.group_keys import names_of
from hrplanner.viewmodels.questions import choices, heading
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question as it is shown; each option goes with its digit, `number` names the session it is about."""

    place: str
    number: str
    where: str
    heading: str
    facts: tuple[str, ...]
    options: tuple[tuple[int, str], ...]


class Settling:
    """Which question is shown; those that are passed over stay open."""

    def __init__(self, workspace: Workspace, words: Catalog) -> None:
        self._workspace = workspace
        self.words = words
        self._at = 0

    def waiting(self) -> int:
        """How many are open."""
        return len(self._workspace.book.conflicts())

    def shown(self) -> Asked | None:
        """The question of now; none where all are settled."""
        questions = open_questions(self._workspace.book)
        if not questions:
            return None
        self._at %= len(questions)
        asked, words = questions[self._at], self.words
        return Asked(
            place=words.say("{n} of {whole}", n=self._at + 1, whole=len(questions)),
            number=asked.number or "",
            where=words.say("Session {number}", number=asked.number)
            if asked.number
            else words.say("In the whole book"),
            heading=heading(words, asked),
            facts=self._facts(asked),
            options=tuple(enumerate(choices(words, asked), start=1)),
        )

    def pass_over(self) -> None:
        """The next one; this one stays open."""
        self._at += 1

    def settle(self, digit: int) -> Told:
        """Choose, for good and on every copy; nothing where no option has this digit."""
        questions = open_questions(self._workspace.book)
        asked = questions[self._at % len(questions)] if questions else None
        if asked is None or not 1 <= digit <= len(asked.options):
            return Told()
        try:
            settle_question(self._workspace, asked, asked.options[digit - 1])
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        return Told(news=self.words.say("Settled, on every copy."))

    def _facts(self, asked: Question) -> tuple[str, ...]:
        """Of two people what is known of each, to tell them apart."""
        if asked.field != SAME_PERSON:
            return ()
        _, one = self._workspace.book.row_now(RowKind.PERSON, asked.row)
        return tuple(self._person(values) for values in (one, asked.kept) if values)

    def _person(self, values: Mapping[str, Any]) -> str:
        words = self.words
        unknown = words.say_in("value", "not stated")
        age = values.get("age")
        groups = [GroupCode(code) for code in values.get("groups") or ()]
        return words.say(
            "{name}: age {age}, from {place}, {groups}",
            name=str(values.get("name") or unknown),
            age=unknown if age is None else words.number(age),
            place=str(values.get("place") or unknown),
            groups=names_of(self._workspace.office, words, groups) or unknown,
        )
