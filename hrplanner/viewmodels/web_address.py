"""The web address of the office, as it is typed and as papers show it."""

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.usecases.web_address import with_web_address
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.told import Told, refused
from hrplanner.words.catalog import Catalog


def set_address(workspace: Workspace, words: Catalog, typed: str) -> Told:
    """Another address from now on, or none where nothing is typed."""
    try:
        office = workspace.run_office("set_web_address", lambda one: with_web_address(one, typed))
    except (Refused, FileProblem) as problem:
        return refused(words, problem, "web_address")
    return Told(news=address_said(words, office.web_address))


def address_said(words: Catalog, address: str | None) -> str:
    """What papers show."""
    if not address:
        return words.say("Papers show no web address.")
    return words.say("Papers show {address} from now on.", address=address)
