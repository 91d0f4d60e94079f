"""Where a password comes from in a terminal: a file, the environment, or typed unseen; never the command line."""

import argparse
import getpass
import os
import sys
from pathlib import Path

from hrplanner.cli.secret_files import secret_file
from hrplanner.model.errors import FileProblem
from hrplanner.usecases.sealing import Opener
from hrplanner.words.catalog import Catalog

VARIABLE = "HRPLANNER_PASSWORD"


def opener_for(asked: argparse.Namespace, path: Path, catalog: Catalog) -> Opener:
    """What opens this sealed book, as the command line says or as somebody types it."""
    words = getattr(asked, "words_file", None) if asked.command == "seal" else None
    if words:
        return Opener(words=secret_file(words))
    return Opener(password=_password(getattr(asked, "password_file", None), path, catalog))


def new_password(asked: argparse.Namespace, path: Path, catalog: Catalog) -> str:
    """The password that a book is sealed with from now on; typed twice where it is typed."""
    if asked.new_password_file:
        return secret_file(asked.new_password_file)
    if not sys.stdin.isatty():
        raise FileProblem("password_missing", path=str(path))
    first = getpass.getpass(catalog.say("New password: "))
    if getpass.getpass(catalog.say("The same once more: ")) != first:
        raise FileProblem("passwords_differ", path=str(path))
    return first


def _password(named: str | None, path: Path, catalog: Catalog) -> str:
    if named:
        return secret_file(named)
    if os.environ.get(VARIABLE):
        return os.environ[VARIABLE]
    if not sys.stdin.isatty():
        raise FileProblem("password_missing", path=str(path))
    return getpass.getpass(catalog.say("Password of {file}: ", file=path.name))
