"""The practice town: an invented municipality with planted faults, for training; everything printed from it says so."""

import hashlib
import json
from functools import partial
from pathlib import Path

from hrplanner.model.errors import Refused
from hrplanner.model.office import Office, new_office
from hrplanner.model.office_key import office_key
from hrplanner.model.privacy import SENSITIVE
from hrplanner.model.record.bodies import body_from
from hrplanner.model.record.sessions import session_from
from hrplanner.usecases.checking import add_rules, read_rule_file
from hrplanner.usecases.ports import Book, Tools
from hrplanner.usecases.privacy import switch_on
from hrplanner.usecases.signing import Signer
from hrplanner.usecases.workspace import Workspace

# The session that is printed to show what the program does: it has met, unmet and open verdicts, and promises.
PRACTICE_SESSION = "W5-2026-014"


def practice_town(tools: Tools, path: Path) -> Book:
    """The practice town's book at this path: the one that is there, with what was tried in it, or a fresh one."""
    if not path.exists():
        return build_practice_town(tools, path)
    book = tools.open_book(path)
    if not book.office().practice:
        book.close()
        raise Refused("not_a_practice_book", path=str(path))
    return book


def practice_key(book: Book) -> Signer:
    """The key of the practice town, known to its book. It is no secret: what it signs says PRACTICE inside its code."""
    signer = Signer(hashlib.sha256(b"hrplanner practice town").digest())
    space = Workspace(book)
    own = office_key(name=space.office.name, public=signer.public, own=True)
    if not book.read_only:
        space.run_office("make_key", lambda office: office.with_key(own))
    return signer


def build_practice_town(tools: Tools, path: Path) -> Book:
    """A fresh book of the practice town at this path."""
    folder = tools.practice()
    town = json.loads(tools.read_text(folder / "town.json"))
    office = new_office(name=town["name"], country=town["country"], language=town["language"], practice=True)
    for field in SENSITIVE:
        office = switch_on(office, field, because="practice")
    book = tools.create_book(path, office)
    space = Workspace(book)
    tables = read_rule_file(tools.read_text(folder / "rules.toml"))
    space.run_office("add_rules", lambda frame: add_rules(frame, tables))
    for record in json.loads(tools.read_text(folder / "bodies.json")):
        after = space.office.with_body(*body_from(record))
        space.run_office("change_office", partial(_become, after), about=record["title"])
    for record in json.loads(tools.read_text(folder / "sessions.json")):
        space.add_session(session_from(record))
    space.close_session()
    return book


def _become(after: Office, _: Office) -> Office:
    return after
