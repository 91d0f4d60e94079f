"""Which page is shown for which place."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from hrplanner.ui.desk import Desk
from hrplanner.ui.page import Page
from hrplanner.ui.pages.about import AboutPage
from hrplanner.ui.pages.backups import BackupsPage
from hrplanner.ui.pages.bin import BinPage
from hrplanner.ui.pages.bodies import BodiesPage
from hrplanner.ui.pages.check import CheckPage
from hrplanner.ui.pages.check_file import CheckFilePage
from hrplanner.ui.pages.close import ClosePage
from hrplanner.ui.pages.decide import DecidePage
from hrplanner.ui.pages.help import HelpPage
from hrplanner.ui.pages.listen import ListenPage
from hrplanner.ui.pages.merge import MergePage
from hrplanner.ui.pages.new_book import NewBookPage
from hrplanner.ui.pages.office_key import OfficeKeyPage
from hrplanner.ui.pages.overview import OverviewPage
from hrplanner.ui.pages.own_rule import OwnRulePage
from hrplanner.ui.pages.prepare import PreparePage
from hrplanner.ui.pages.print import PrintPage
from hrplanner.ui.pages.privacy import PrivacyPage
from hrplanner.ui.pages.questions import QuestionsPage
from hrplanner.ui.pages.register import RegisterPage
from hrplanner.ui.pages.review import ReviewPage
from hrplanner.ui.pages.rules import RulesPage
from hrplanner.ui.pages.seal import SealPage
from hrplanner.ui.pages.session_form import SessionFormPage
from hrplanner.ui.pages.sessions import SessionsPage
from hrplanner.ui.pages.share import SharePage
from hrplanner.ui.pages.start import StartPage
from hrplanner.ui.pages.take_over import TakeOverPage
from hrplanner.ui.pages.targets import TargetsPage
from hrplanner.ui.pages.today import TodayPage
from hrplanner.ui.pages.unlock import UnlockPage
from hrplanner.viewmodels.places import Place

MakePage = Callable[[Desk, Place], Page]
STEPS: Mapping[str, MakePage] = MappingProxyType(
    {
        "prepare": PreparePage,
        "register": RegisterPage,
        "listen": ListenPage,
        "decide": DecidePage,
        "close": ClosePage,
        "print": PrintPage,
    }
)
ROOMS: Mapping[str, MakePage] = MappingProxyType(
    {
        "start": StartPage,
        "new_book": NewBookPage,
        "today": TodayPage,
        "sessions": SessionsPage,
        "new_session": SessionFormPage,
        "heading": SessionFormPage,
        "import": TakeOverPage,
        "merge": MergePage,
        "questions": QuestionsPage,
        "share": SharePage,
        "review": ReviewPage,
        "rules": RulesPage,
        "check_file": CheckFilePage,
        "backups": BackupsPage,
        "bin": BinPage,
        "check": CheckPage,
        "office_key": OfficeKeyPage,
        "own_rule": OwnRulePage,
        "targets": TargetsPage,
        "bodies": BodiesPage,
        "overview": OverviewPage,
        "help": HelpPage,
        "unlock": UnlockPage,
        "seal": SealPage,
        "privacy": PrivacyPage,
        "about": AboutPage,
    }
)


def page_for(desk: Desk, place: Place) -> Page:
    """The page of a room, or of a step of the open session."""
    return (STEPS[place.step] if place.room == "session" else ROOMS[place.room])(desk, place)
