"""The options of the commands about minutes and keys."""

import argparse

from hrplanner.words.catalog import Catalog

MINUTES_ACTIONS = ("show", "read-back", "sign", "ratify", "scan", "scans")
KEY_ACTIONS = ("show", "make", "export", "import", "recover", "words", "passphrase", "web")


def minutes_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    """How far the minutes are, and the steps that are noted."""
    say = catalog.say
    command.add_argument("file", metavar="FILE", help=say("the book (.hrplan)"))
    command.add_argument(
        "action", nargs="?", default="show", choices=MINUTES_ACTIONS, help=say("what is noted; show changes nothing")
    )
    command.add_argument("source", nargs="?", metavar="SCAN", help=say("the scan of a signed sheet, to be filed"))
    command.add_argument("--session", metavar="NUMBER", help=say("the session; a scan says its own"))
    command.add_argument("--day", metavar="DATE", help=say("the day of the step, today where left out"))
    command.add_argument("--by", metavar="OFFICE", help=say("the office or body that signed or ratified"))
    command.add_argument("--note", metavar="TEXT", help=say("objections, witnesses, or what else there is to say"))


def key_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    """The office's signing key: made once, opened by its passphrase, public half handed on."""
    say = catalog.say
    command.add_argument("file", metavar="FILE", help=say("the book (.hrplan)"))
    command.add_argument("action", choices=KEY_ACTIONS, help=say("what is done with the key"))
    command.add_argument("source", nargs="?", metavar="PUBLIC", help=say("the public key of another office to know"))
    command.add_argument("--passphrase-file", metavar="FILE", help=say("a file that holds the passphrase of the key"))
    command.add_argument("--words-file", metavar="FILE", help=say("a file that holds the 24 words of the sheet"))
    command.add_argument("--new-passphrase-file", metavar="FILE", help=say("a file that holds the new passphrase"))
    command.add_argument(
        "--address", metavar="URL", help=say("the office's web address, to stand on its papers; empty for none")
    )
    command.add_argument(
        "--out",
        metavar="FILE",
        help=say("the file for the public key (a name in .pdf makes a page of it), or for the recovery sheet"),
    )
