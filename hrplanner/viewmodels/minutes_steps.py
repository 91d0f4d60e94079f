"""The steps of minutes on the page Print: which version comes next, and what can be noted of the last one."""

import datetime as dt

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.minutes import Stage
from hrplanner.usecases.minutes_life import life_of, take_step
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.minutes_life import changed_lines, state_said
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog


class MinutesSteps:
    """What is said of the versions of the open session as it is now."""

    def __init__(self, workspace: Workspace, words: Catalog) -> None:
        self._workspace = workspace
        self.words = words
        self.life = life_of(workspace.book, workspace.opened())

    @property
    def said(self) -> str:
        """Which version the paper would be, and how far the last one has come."""
        words, life = self.words, self.life
        if life.version is None:
            return words.say("Printing the final copy makes it version {n}.", n=1)
        if not life.changed:
            return words.say("{state}. Nothing has changed since.", state=state_said(words, life))
        said = words.say("Version {n} is printed next.", n=life.version + 1)
        if life.signed:
            said = words.say("Version {n} is printed next, as an addendum to the signed one.", n=life.version + 1)
        return "\n".join((*changed_lines(words, life), said))

    @property
    def corrects(self) -> bool:
        """Whether the next final copy is an addendum to a signed version."""
        return self.life.signed and bool(self.life.changed)

    def following(self) -> tuple[Stage, str] | None:
        """The step that can be noted now, and the words of its button."""
        stage = self.life.next
        if stage is None or self._workspace.book.read_only:
            return None
        say = self.words.say
        texts = {
            Stage.READ_BACK: say("It was read back"),
            Stage.SIGNED: say("It was signed"),
            Stage.RATIFIED: say("It was ratified"),
        }
        return stage, texts[stage]

    def take(self, stage: Stage, day: dt.date) -> Told:
        """Note that the last version was read back, signed or ratified on this day."""
        try:
            life = take_step(self._workspace.book, self._workspace.opened(), stage, date=day)
        except (Refused, FileProblem) as problem:
            return refused(self.words, problem)
        return Told(news=state_said(self.words, life))
