"""All that is typed or chosen but not saved, for one open book: it outlives a change of language, size or palette."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.answering import Answering
from hrplanner.viewmodels.checking import Checking
from hrplanner.viewmodels.closing import ReadBack, Support
from hrplanner.viewmodels.closing_lists import count_list, office_list, paper_list, publication_list
from hrplanner.viewmodels.consents import Consents
from hrplanner.viewmodels.handing_back import HandingBack
from hrplanner.viewmodels.importing import Importing
from hrplanner.viewmodels.issues import Issues
from hrplanner.viewmodels.merging import Merging
from hrplanner.viewmodels.nine_questions import nine_questions
from hrplanner.viewmodels.office_key import OfficeKeys
from hrplanner.viewmodels.overview import YearOverview
from hrplanner.viewmodels.own_rule import OwnRules
from hrplanner.viewmodels.printing import Printing
from hrplanner.viewmodels.privacy import Privacy
from hrplanner.viewmodels.promises import Promises
from hrplanner.viewmodels.register import Register
from hrplanner.viewmodels.review import Review
from hrplanner.viewmodels.rules import Rules
from hrplanner.viewmodels.seats import Bodies
from hrplanner.viewmodels.session_form import SessionForm
from hrplanner.viewmodels.sessions import Sessions
from hrplanner.viewmodels.settling import Settling
from hrplanner.viewmodels.sharing import Sharing
from hrplanner.viewmodels.speaking import Speakers
from hrplanner.viewmodels.taking_out import TakingOut
from hrplanner.viewmodels.tally import TallyCount, Totals
from hrplanner.viewmodels.targets import Targets
from hrplanner.viewmodels.today import Today
from hrplanner.viewmodels.tools import WindowTools
from hrplanner.viewmodels.written import Kind, Written
from hrplanner.viewmodels.written_lists import agenda_list, answer_list, decision_list, earlier_list
from hrplanner.viewmodels.years import Years
from hrplanner.words import calendars
from hrplanner.words.catalog import Catalog

Now = Callable[[], dt.datetime]
LISTS: Mapping[str, Callable[[Workspace, Catalog], Kind]] = {
    "agenda": agenda_list,
    "answers": answer_list,
    "decisions": decision_list,
    "earlier": earlier_list,
    "nine": nine_questions,
    "papers": paper_list,
    "counts": count_list,
    "public": publication_list,
    "offices": office_list,
}


class Screens:
    """The view models of one book; those of a session are made anew when another one is opened."""

    def __init__(self, workspace: Workspace, words: Catalog, tools: WindowTools, now: Now) -> None:
        self.workspace = workspace
        self.words = words = in_calendar_of(workspace, words)
        self._tools = tools
        self._now = now
        self.today = Today(workspace, words, now)
        self.sessions = Sessions(workspace, words)
        self.privacy = Privacy(workspace, words, now)
        self.rules = Rules(workspace, words, tools, now)
        self.years = Years(workspace, now)
        self.targets = Targets(workspace, words, self.years)
        self.bodies = Bodies(workspace, words, self.years)
        self.overview = YearOverview(workspace, words, self.years)
        self.own_rules = OwnRules(workspace, words, self.years)
        self.importing = Importing(workspace, words, tools.open_source)
        self.keys = OfficeKeys(workspace, words, tools)
        self.checking = Checking(workspace, words, tools)
        self.merging = Merging(workspace, words, tools)
        self.settling = Settling(workspace, words)
        self.sharing = Sharing(workspace, words, tools, now)
        self.taking_out = TakingOut(workspace, words, tools, now)
        self.review = Review(workspace, words, tools, now)
        self.handing_back = HandingBack(workspace, words, tools, now)
        self.answering = Answering(workspace, words, tools)
        self.form: SessionForm | None = None
        self.face = "issues"  # what is written down in Listen: issues, support, shares
        self.chosen_faces: dict[str, str] = {}  # which face of Prepare, Decide and Close was shown last
        self.mode = "names"  # how people are registered: names, tally, totals, consent
        self._open_pages()

    def open_session(self, number: str) -> None:
        """Another session: what was typed for the one before is put away."""
        session = self.workspace.session
        if session is None or session.number != number:
            self.workspace.open_session(number)
            self._open_pages()

    def reopened(self) -> None:
        """A session was added and is open now: what was typed for the one before is put away."""
        self._open_pages()

    def new_form(self, *, heading: bool) -> SessionForm:
        """The form of a new session, or of the head of the open one; one that is being typed is kept."""
        session = self.workspace.session if heading else None
        if self.form is None or self.form.is_new is heading:
            self.form = SessionForm(self.workspace, self.words, self._now, session=session)
        return self.form

    def close_form(self) -> None:
        """The form was saved or left."""
        self.form = None

    def speak(self, words: Catalog) -> None:
        """Another language from now on."""
        self.words = words = in_calendar_of(self.workspace, words)
        spoken = (
            self.today,
            self.sessions,
            self.rules,
            self.importing,
            self.register,
            self.tally,
            self.totals,
            self.consents,
        )
        proving = (self.keys, self.checking, self.privacy)
        yearly = (self.targets, self.bodies, self.overview, self.own_rules)
        copies = (self.merging, self.settling, self.sharing, self.taking_out)
        reviewing = (self.review, self.handing_back, self.answering)
        of_session = (self.speakers, self.issues, self.promises, self.printing, self.read_back, self.support, self.form)
        for one in (*spoken, *proving, *yearly, *copies, *reviewing, *of_session, *self.written.values()):
            if one is not None:
                one.words = words

    def _open_pages(self) -> None:
        workspace, words, now = self.workspace, self.words, self._now
        self.register = Register(workspace, words, now)
        self.tally = TallyCount(workspace, words)
        self.totals = Totals(workspace, words)
        self.consents = Consents(workspace, words)
        self.speakers = Speakers(workspace, words, now)
        self.issues = Issues(workspace, words)
        self.promises = Promises(workspace, words, now)
        self.written = {name: Written(workspace, words, kind) for name, kind in LISTS.items()}
        self.read_back = ReadBack(workspace, words, now)
        self.support = Support(workspace, words)
        self.printing = Printing(workspace, words, self._tools, lambda: self.keys.signer)


def in_calendar_of(workspace: Workspace, words: Catalog) -> Catalog:
    """The words with days in the calendar of the book's country."""
    return replace(words, calendar=calendars.of_country(workspace.office.country or ""))
