"""The options about sealed books; kept apart from the commands, so that help needs no library of keys."""

import argparse

from hrplanner.model.people import Consent, Purpose
from hrplanner.words.catalog import Catalog

SEAL_ACTIONS = ("show", "on", "off", "password", "sheet")
PRIVACY_ACTIONS = ("show", "erase", "due", "keep", "on", "off", "log", "consent")


def password_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    """The option of every command that may meet a sealed book."""
    command.add_argument(
        "--password-file", metavar="FILE", help=catalog.say("a file that holds the password of a sealed book")
    )


def seal_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    """What is done with the seal, and what opens it."""
    say = catalog.say
    command.add_argument("file", metavar="FILE", help=say("the book (.hrplan)"))
    command.add_argument("action", nargs="?", default="show", choices=SEAL_ACTIONS, help=say("what is done"))
    command.add_argument("--words-file", metavar="FILE", help=say("a file that holds the 24 words of the sheet"))
    new_seal_arguments(command, catalog)


def new_seal_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    """The new password, and where its sheet goes."""
    say = catalog.say
    command.add_argument("--new-password-file", metavar="FILE", help=say("a file that holds the new password"))
    command.add_argument("--out", metavar="PDF", help=say("the file for the recovery sheet, to be printed once"))


def privacy_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    """Whom it is about, and why; a name comes from a file, because the line of a command is kept by the terminal."""
    say = catalog.say
    command.add_argument("file", metavar="FILE", help=say("the book (.hrplan)"))
    command.add_argument("action", nargs="?", default="show", choices=PRIVACY_ACTIONS, help=say("what is done"))
    command.add_argument("field", nargs="?", metavar="FIELD", help=say("disability, indigenous, caste or religion"))
    command.add_argument(
        "--to", choices=tuple(Purpose), help=say("with consent: what the person was asked to agree to")
    )
    command.add_argument("--answer", choices=tuple(Consent), help=say("with consent: what the person said"))
    command.add_argument("--session", metavar="NUMBER", help=say("one session only"))
    command.add_argument("--code", metavar="CODE", help=say("the code of a person in the list of a session"))
    command.add_argument("--name-file", metavar="FILE", help=say("a file that holds the name of the person"))
    command.add_argument("--scans", action="store_true", help=say("with erase: also remove the scans of the meetings"))
    command.add_argument("--months", metavar="N", type=int, help=say("months after a meeting for which names are kept"))
    command.add_argument("--reason", metavar="TEXT", help=say("the law or the reason"))
