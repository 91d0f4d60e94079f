"""The words a command line is made of; what they do is in `commands`."""

import argparse
from collections.abc import Callable, Sequence

from hrplanner import __version__
from hrplanner.cli.exit_codes import DONE, WRONG_USAGE
from hrplanner.cli.proof_arguments import key_arguments, minutes_arguments
from hrplanner.cli.seal_arguments import new_seal_arguments, password_arguments, privacy_arguments, seal_arguments
from hrplanner.cli.sharing import fill_review, fill_share
from hrplanner.cli.year_command import protect_arguments, year_arguments
from hrplanner.model.minutes import DocumentKind
from hrplanner.model.office import LANGUAGES
from hrplanner.words.catalog import Catalog

Filling = Callable[[argparse.ArgumentParser, Catalog], None]
COMMANDS = (
    "demo", "new", "import", "rules", "check", "print", "verify", "minutes", "key",
    "merge", "share", "review", "export", "seal", "privacy", "codes", "year", "protect", "doctor", "backups",
)  # fmt: skip


def understood(words: Sequence[str], catalog: Catalog) -> argparse.Namespace | int:
    """What was asked for, or the exit code where nothing is left to do: help was shown, or the usage was wrong."""
    parser = build_parser(catalog)
    try:
        asked = parser.parse_args(words)
        if any(isinstance(value, list) for value in vars(asked).values()):
            parser.error(catalog.say("-- stands where a value belongs"))  # argparse takes it for an empty list
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else WRONG_USAGE
    if asked.command is None:
        parser.print_help()
        return DONE
    return asked


def build_parser(catalog: Catalog) -> argparse.ArgumentParser:
    """Every command with its options; help is in the language of the terminal."""
    say = catalog.say
    parser = argparse.ArgumentParser(
        add_help=False, prog="hrplanner", description=say("The record book of a community consultation.")
    )
    parser.add_argument("--version", action="version", version=f"hrplanner {__version__}")
    _help(parser, catalog)
    parser.epilog = say("hrplanner FILE opens the window on a book. Exit codes: 0 done, 1 something is not in order, "
                        "2 wrong usage, 3 refused and nothing changed, 70 a bug.")  # fmt: skip
    commands = parser.add_subparsers(dest="command", metavar=say("COMMAND"))
    for name, (summary, fill) in _commands(catalog).items():
        command = commands.add_parser(name, add_help=False, help=summary, description=summary)
        fill(command, catalog)
        if name not in {"demo", "codes"}:
            password_arguments(command, catalog)
        command.add_argument("--json", action="store_true", help=say("answer as JSON on standard output"))
        _help(command, catalog)
    return parser


def _commands(catalog: Catalog) -> dict[str, tuple[str, Filling]]:
    say = catalog.say
    return {
        "demo": (say("Build the practice town's book, check it and print its summary and minutes."), _demo),
        "new": (say("Make an empty book with the groups of a country."), _new),
        "import": (say("Take in sessions, people, issues or promises from another file."), _import),
        "rules": (say("Add rules to a book, or list them."), _rules),
        "check": (say("Check sessions against the rules of the book."), _check),
        "print": (say("Print one document of a session as PDF, HTML or text."), _print),
        "verify": (say("Tell whether a paper is ours and says what the record says."), _verify),
        "minutes": (say("Tell how far the minutes of a session are, or note the next step."), minutes_arguments),
        "key": (say("Make, open, hand on or take in the office's signing key."), key_arguments),
        "merge": (say("Take in a copy of the book that was worked on elsewhere."), _merge),
        "seal": (say("Seal a book with a password, take the seal off, or print its recovery sheet."), seal_arguments),
        "share": (say("Hand out a part of the book for readers outside the office."), fill_share),
        "review": (say("Write, hand back, take in or answer what a partner says of the record."), fill_review),
        "export": (say("Write everything as CSV and JSON, readable without this program."), _export),
        "year": (say("Print the yearly target table of the book as a PDF."), year_arguments),
        "doctor": (say("Say whether a book is sound, and what to do; bring out what can be read."), _doctor),
        "backups": (say("List the copies a book made by itself, make one, or bring one back."), _backups),
        "privacy": (
            say("Erase people for good, say how long names stay, tell what was handed out."),
            privacy_arguments,
        ),
        "protect": (say("Hide counts of people below larger numbers than usual."), protect_arguments),
        "codes": (say("List the codes in use: documents, groups, kinds, countries, languages, verdicts."), _codes),
    }


def _help(parser: argparse.ArgumentParser, catalog: Catalog) -> None:
    parser.add_argument("-h", "--help", action="help", help=catalog.say("show this help"))


def _demo(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    command.add_argument(
        "--out", required=True, metavar="DIR", help=catalog.say("folder for the book and the printouts")
    )


def _new(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    _file(command, catalog)
    command.add_argument("--country", metavar="CODE", help=catalog.say("two letters of ISO 3166-1, as np or id"))
    command.add_argument(
        "--language", choices=LANGUAGES, default="en", help=catalog.say("language of screen and paper")
    )
    command.add_argument("--name", type=_letters(catalog), help=catalog.say("name of the office whose book it is"))
    command.add_argument("--seal", action="store_true", help=catalog.say("seal it with a password from the start"))
    new_seal_arguments(command, catalog)


def _import(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    _file(command, catalog)
    command.add_argument("source", metavar="SOURCE", help=catalog.say("CSV, XLSX, JSON or Pabulib file"))
    command.add_argument("--map", metavar="MAP.toml", help=catalog.say("says which column is what"))
    command.add_argument(
        "--dry-run", action="store_true", help=catalog.say("show what would change, and change nothing")
    )


def _rules(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    _file(command, catalog)
    say = catalog.say
    actions = ("add", "list", "export", "on", "off", "confirm")
    command.add_argument("action", choices=actions, help=say("add a rule file, or list the rules"))
    command.add_argument(
        "pack", nargs="?", metavar="PACK.toml", help=say("rule file (TOML or CSV), or the id of a rule")
    )
    command.add_argument(
        "--focal-point", metavar="NAME", help=say("who answers for switching a rule, beside the secretary")
    )
    command.add_argument("--secretary", metavar="NAME", help=say("the secretary who switches a rule"))
    command.add_argument("--by", metavar="NAME", help=say("who confirms that a rule holds here"))
    command.add_argument("--day", metavar="DATE", help=say("the day of confirming, today where left out"))


def _check(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    _file(command, catalog)
    command.add_argument("--session", metavar="NUMBER", type=_letters(catalog), help=catalog.say("one session only"))


def _print(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    say = catalog.say
    kinds = say("what to print: {kinds}", kinds=", ".join(DocumentKind))
    _file(command, catalog)
    command.add_argument(
        "--session", required=True, metavar="NUMBER", type=_letters(catalog), help=say("the session to print")
    )
    command.add_argument("--document", required=True, metavar="KIND", help=kinds)
    command.add_argument("--language", choices=LANGUAGES, help=say("language of the paper"))
    command.add_argument(
        "--form",
        metavar="COUNTRY",
        help=say("form of the minutes: general, or a country; that of the book's country where left out"),
    )
    command.add_argument(
        "--for", dest="reader", default="internal", metavar="READER", help=say("internal, partner or public")
    )
    command.add_argument("--paper", default="A4", choices=("A4", "Letter"), help=say("size of the paper"))
    command.add_argument("--large-type", action="store_true", help=say("print in large type"))
    command.add_argument("--draft", action="store_true", help=say("print a draft, without a code"))
    command.add_argument("--sign", action="store_true", help=say("sign the summary with the office's key"))
    command.add_argument("--passphrase-file", metavar="FILE", help=say("a file that holds the passphrase of the key"))
    command.add_argument("--reason", metavar="TEXT", help=say("why a signed version is corrected"))
    command.add_argument("--out", required=True, metavar="PDF", help=say("the file to write: .pdf, .html or .txt"))


def _verify(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    say = catalog.say
    command.add_argument(
        "source", metavar="SOURCE", help=say("a PDF, a picture, a text file, -, a code (HRP1:...) or the six words")
    )
    command.add_argument("--file", metavar="FILE", help=say("the book to compare with"))
    command.add_argument("--key", metavar="PUBLIC", help=say("public key of the office: a file, or its line"))
    command.add_argument(
        "--know", action="store_true", help=say("keep the public key of SOURCE on this computer, to check papers by")
    )


def _merge(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    _file(command, catalog)
    command.add_argument("other", metavar="OTHER", help=catalog.say("the other copy of the same book"))
    command.add_argument(
        "--dry-run", action="store_true", help=catalog.say("show what would change, and change nothing")
    )
    command.add_argument(
        "--agreed", action="store_true", help=catalog.say("merge also where more than a tenth of the book changes")
    )


def _export(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    _file(command, catalog)
    command.add_argument("--out", required=True, metavar="DIR", help=catalog.say("the folder to write to"))


def _doctor(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    _file(command, catalog)
    command.add_argument(
        "--salvage", metavar="OUT", help=catalog.say("put what can be read into a new book of this name")
    )
    command.add_argument("--compact", action="store_true", help=catalog.say("make the file of a sound book smaller"))


def _backups(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    _file(command, catalog)
    command.add_argument("--now", action="store_true", help=catalog.say("make a copy now"))
    command.add_argument("--restore", metavar="NAME", help=catalog.say("put the copy of this name in the book's place"))


def _codes(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    """No options of its own."""


def _file(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    command.add_argument("file", metavar="FILE", help=catalog.say("the book (.hrplan)"))


def _letters(catalog: Catalog) -> Callable[[str], str]:
    """Takes a word that can be kept or looked up in a book: one whose letters the terminal passed on whole."""

    def whole(word: str) -> str:
        if any("\ud800" <= letter <= "\udfff" for letter in word):
            raise argparse.ArgumentTypeError(catalog.say("not written as UTF-8"))
        return word

    return whole
