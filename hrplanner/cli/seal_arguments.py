"""The options about sealed books; kept apart from the commands, so that help needs no library of keys."""

import argparse

from hrplanner.words.catalog import Catalog

SEAL_ACTIONS = ("show", "on", "off", "password", "sheet")


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
