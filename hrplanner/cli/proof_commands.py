"""Minutes after they are printed, and the office's signing key: each step asks a use case and says what was done."""

import argparse
import datetime as dt
import getpass
import os
import sys
from pathlib import Path
from typing import Any

from hrplanner.cli.answers import Outcome
from hrplanner.cli.secret_files import secret_file
from hrplanner.model.errors import Refused
from hrplanner.model.minutes import Stage
from hrplanner.model.minutes_life import Life
from hrplanner.model.office_key import OfficeKey
from hrplanner.usecases.filing import file_scan
from hrplanner.usecases.minutes_life import life_of, take_step
from hrplanner.usecases.ports import Book, Evidence, Tools
from hrplanner.usecases.sealing import sheet_of
from hrplanner.usecases.signing import (
    Signer,
    change_passphrase,
    has_key,
    key_name,
    keys_of,
    know_here,
    know_key,
    make_key,
    open_key,
    own_key,
    public_sheet,
    recover_key,
    sheet_words,
    words_of,
)
from hrplanner.usecases.web_address import with_web_address
from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.minutes_life import life_lines
from hrplanner.viewmodels.verifying import known_said
from hrplanner.viewmodels.web_address import address_said
from hrplanner.words.catalog import Catalog
from hrplanner.words.fingerprint import key_words

_STAGES = {"read-back": Stage.READ_BACK, "sign": Stage.SIGNED, "ratify": Stage.RATIFIED}
_VARIABLE = "HRPLANNER_PASSPHRASE"


def minutes(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """How far the minutes of a session are, after the step that was noted."""
    changing = asked.action in _STAGES or asked.action == "scan"
    book = tools.open_book(Path(asked.file), read_only=not changing)
    try:
        if asked.action == "scan":
            return _scan(asked, tools, book, catalog)
        if not asked.session:
            raise Refused("session_needed")
        session = book.session(asked.session)
        if asked.action == "scans":
            return _scans(book, asked.session, catalog)
        if asked.action == "show":
            life = life_of(book, session)
        else:
            stage, day = _STAGES[asked.action], _day(asked.day)
            life = take_step(book, session, stage, date=day, office=asked.by, note=asked.note)
    finally:
        book.close()
    return Outcome(data={"session": asked.session, **_life_data(life)}, lines=life_lines(catalog, life))


def key(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """The signing key of the office of a book."""
    reading = {"show", "export", "passphrase"} if asked.out else {"show", "export", "passphrase", "words"}
    book = tools.open_book(Path(asked.file), read_only=asked.action in reading)  # a printed sheet is noted in the log
    try:
        return _KEY_ACTIONS[asked.action](asked, tools, catalog, Workspace(book))
    finally:
        book.close()


def passphrase(asked: argparse.Namespace, catalog: Catalog, *, named: str = "passphrase_file") -> str:
    """The passphrase from a file, from the environment, or typed unseen; never from the command line itself."""
    given = getattr(asked, named)
    if given:
        return secret_file(given)
    if named == "passphrase_file" and os.environ.get(_VARIABLE):
        return os.environ[_VARIABLE]
    if not sys.stdin.isatty():
        raise Refused("passphrase_needed", variable=_VARIABLE)
    return getpass.getpass(catalog.say("Passphrase of the office's key: "))


def public_keys(tools: Tools, source: str) -> tuple[OfficeKey, ...]:
    """The public keys of a file, a picture or a line; refuses where there is none."""
    return keys_of(tools.read_paper(source))


def known_here(evidence: Evidence, tools: Tools, catalog: Catalog) -> Outcome:
    """Keeps the public keys of a paper on this computer, with the words by which they are compared."""
    keys = keys_of(evidence)
    know_here(tools.key_shelf(), keys)
    lines = [known_said(catalog, one) for one in keys]
    data = [{"name": one.name, "key": key_name(one), "words": list(key_words(one.public))} for one in keys]
    return Outcome(data={"known": data}, lines=tuple(lines))


# ------------------------------------------------------------------------------------------ minutes


def _scan(asked: argparse.Namespace, tools: Tools, book: Book, catalog: Catalog) -> Outcome:
    if not asked.source:
        raise Refused("scan_needed")
    content = tools.read_bytes(Path(asked.source))
    filed = file_scan(book, tools.read_content(content, asked.source), content)
    said = catalog.say(
        "Filed to session {number}: version {version}, page {page} of {pages}.",
        number=filed.number,
        version=filed.scan.version,
        page=catalog.list([catalog.number(one) for one in filed.read]),
        pages=filed.scan.pages,
    )
    data = {
        "session": filed.number,
        "document": filed.scan.document,
        "version": filed.scan.version,
        "page": filed.scan.page,
        "pages": filed.scan.pages,
        "read": list(filed.read),
        "digest": filed.scan.digest,
    }
    return Outcome(data=data, lines=(said,))


def _scans(book: Book, number: str, catalog: Catalog) -> Outcome:
    kept = book.scans(book.session(number).id)
    data = [
        {"document": one.document, "version": one.version, "page": one.page, "pages": one.pages, "digest": one.digest}
        for one in kept
    ]
    lines = tuple(
        catalog.say("Version {version}, page {page} of {pages}", version=one.version, page=one.page, pages=one.pages)
        for one in kept
    )
    return Outcome(data={"session": number, "scans": data}, lines=lines)


def _life_data(life: Life) -> dict[str, Any]:
    stage = "draft" if life.version is None else str(life.stage or "printed")
    return {
        "version": life.version,
        "stage": stage,
        "changed": [{"field": one.place, "before": one.before, "after": one.after} for one in life.changed],
        "next": str(life.next) if life.next else None,
        "steps": [
            {
                "version": one.version,
                "stage": str(one.stage),
                "date": one.date.isoformat() if one.date else None,
                "by": one.office,
                "note": one.note,
            }
            for one in life.steps
        ],
    }


def _day(text: str | None) -> dt.date:
    if not text:
        return dt.datetime.now().astimezone().date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise Refused("not_a_date", text=text) from None


# ------------------------------------------------------------------------------------------ the key


def _show(asked: argparse.Namespace, tools: Tools, catalog: Catalog, space: Workspace) -> Outcome:
    del asked
    here = has_key(tools.key_shelf(), space.office)
    keys = [{"name": one.name, "key": key_name(one), "own": one.own, "public": one.text} for one in space.office.keys]
    said = catalog.say("The signing key is on this computer.") if here else catalog.say("No key is on this computer.")
    lines = tuple(f"{key_name(one)}  {one.name}" for one in space.office.keys)
    return Outcome(data={"here": here, "keys": keys}, lines=(said, *lines))


def _make(asked: argparse.Namespace, tools: Tools, catalog: Catalog, space: Workspace) -> Outcome:
    if asked.out:
        tools.check_target(Path(asked.out))
    signer, words = make_key(space, tools.key_shelf(), passphrase(asked, catalog))
    return _made(signer, words, catalog) if not asked.out else _printed(signer, asked, tools, catalog, space)


def _words(asked: argparse.Namespace, tools: Tools, catalog: Catalog, space: Workspace) -> Outcome:
    signer = open_key(tools.key_shelf(), space.office, passphrase(asked, catalog))
    return _made(signer, words_of(signer), catalog) if not asked.out else _printed(signer, asked, tools, catalog, space)


def _printed(signer: Signer, asked: argparse.Namespace, tools: Tools, catalog: Catalog, space: Workspace) -> Outcome:
    """The words go onto the recovery sheet and are not shown."""
    tools.write_file(Path(asked.out), sheet_of(space.book, tools, (sheet_words(signer),)))
    said = catalog.say("The recovery sheet is in {file}. Print it once, then delete that file.", file=asked.out)
    return Outcome(data={"key": signer.name, "sheet": asked.out}, lines=(signer.name, said))


def _made(signer: Signer, words: tuple[str, ...], catalog: Catalog) -> Outcome:
    """The words are shown once, to be written onto the recovery sheet; nothing else keeps them."""
    rows = tuple("  ".join(f"{at}. {word}" for at, word in row) for row in _rows_of(words))
    said = catalog.say(
        "Write these 24 words down and lock them away. They open the key if the passphrase is forgotten:"
    )
    return Outcome(data={"key": signer.name, "recovery_words": list(words)}, lines=(signer.name, said, *rows))


def _rows_of(words: tuple[str, ...]) -> list[list[tuple[int, str]]]:
    numbered = list(enumerate(words, start=1))
    return [numbered[start : start + 6] for start in range(0, len(numbered), 6)]


def _export(asked: argparse.Namespace, tools: Tools, catalog: Catalog, space: Workspace) -> Outcome:
    own = own_key(space.office)
    if asked.out:
        printed = Path(asked.out).suffix.lower() == ".pdf"
        content = public_sheet(space.office, tools.press()) if printed else f"{own.text}\n".encode()
        tools.write_file(Path(asked.out), content)
    made = (catalog.say("Made {file}.", file=asked.out),) if asked.out else ()
    return Outcome(data={"public": own.text, "key": key_name(own), "out": asked.out}, lines=(own.text, *made))


def _import(asked: argparse.Namespace, tools: Tools, catalog: Catalog, space: Workspace) -> Outcome:
    if not asked.source:
        raise Refused("not_a_public_key")
    found = public_keys(tools, asked.source)
    for one in found:
        know_key(space, one)
    lines = tuple(catalog.say("The book knows the key {key} of {name} now.", key=key_name(one), name=one.name)
                  for one in found)  # fmt: skip
    return Outcome(data={"known": [{"name": one.name, "key": key_name(one)} for one in found]}, lines=lines)


def _recover(asked: argparse.Namespace, tools: Tools, catalog: Catalog, space: Workspace) -> Outcome:
    if not asked.words_file:
        raise Refused("words_needed")
    signer = recover_key(space, tools.key_shelf(), secret_file(asked.words_file), passphrase(asked, catalog))
    said = catalog.say("The key {key} is on this computer again, under the new passphrase.", key=signer.name)
    return Outcome(data={"key": signer.name}, lines=(said,))


def _passphrase(asked: argparse.Namespace, tools: Tools, catalog: Catalog, space: Workspace) -> Outcome:
    old = passphrase(asked, catalog)
    new = passphrase(asked, catalog, named="new_passphrase_file")
    signer = change_passphrase(tools.key_shelf(), space.office, old, new)
    return Outcome(data={"key": signer.name}, lines=(catalog.say("The passphrase was changed."),))


def _web(asked: argparse.Namespace, tools: Tools, catalog: Catalog, space: Workspace) -> Outcome:
    del tools
    if asked.address is not None:
        space.run_office("set_web_address", lambda office: with_web_address(office, asked.address))
    address = space.office.web_address
    said = address_said(catalog, address)
    return Outcome(data={"web_address": address}, lines=(said,))


_KEY_ACTIONS = {
    "web": _web,
    "show": _show,
    "make": _make,
    "words": _words,
    "export": _export,
    "import": _import,
    "recover": _recover,
    "passphrase": _passphrase,
}
