"""What `hrplanner year` and `hrplanner protect` do: the yearly target table, and how small a count may leave."""

import argparse
from pathlib import Path

from hrplanner.cli.answers import Outcome
from hrplanner.model.disclosure import Smallest
from hrplanner.model.guards import guarded, smallest_of
from hrplanner.model.office import LANGUAGES
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.printing import PAPERS
from hrplanner.usecases.workspace import Workspace
from hrplanner.usecases.year_printing import year_sheet
from hrplanner.words.almanac import CountryAlmanac
from hrplanner.words.catalog import Catalog


def year(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """One table, whole or not at all."""
    out = Path(asked.out)
    tools.check_target(out)
    book = tools.open_book(Path(asked.file))
    try:
        office = book.office()
        sheet = year_sheet(book, asked.year, reader=asked.reader, almanac=CountryAlmanac(office.country))
    finally:
        book.close()
    language = asked.language or office.paper_language
    pdf = tools.press().year_table(sheet, office, language=language, reader=asked.reader, paper=asked.paper)
    tools.write_file(out, pdf)
    data = {"out": str(out), "year": sheet.period.label, "language": language, "reader": asked.reader}
    return Outcome(data=data, lines=(catalog.say("Made {file}.", file=str(out)),))


def year_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    """What the command asks."""
    say = catalog.say
    command.add_argument("file", metavar="FILE", help=say("the book"))
    command.add_argument("--year", metavar="LABEL", help=say("budget year as it is written here, such as 2083/84"))
    command.add_argument("--language", choices=LANGUAGES, help=say("language of the paper"))
    command.add_argument(
        "--for", dest="reader", default="internal", metavar="READER", help=say("internal, partner or public")
    )
    command.add_argument("--paper", default="A4", choices=PAPERS, help=say("size of the paper"))
    command.add_argument("--out", required=True, metavar="PDF", help=say("the PDF to write"))


def protect(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """Larger smallest counts for all that leaves the office."""
    space = Workspace(tools.open_book(Path(asked.file)))
    try:
        before = smallest_of(space.office)
        wanted = Smallest(asked.smallest or before.usual, asked.sensitive or before.sensitive)
        space.run_office(
            "protect",
            lambda office: guarded(
                office, wanted, focal_point=asked.focal_point or "", secretary=asked.secretary or ""
            ),
        )
        now = smallest_of(space.office)
    finally:
        space.book.close()
    said = catalog.say(
        "Shown outside from {usual} people on, and from {sensitive} for disability and ethnicity.",
        usual=now.usual,
        sensitive=now.sensitive,
    )
    return Outcome(data={"smallest": now.usual, "sensitive": now.sensitive}, lines=(said,))


def protect_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    """What that command asks."""
    say = catalog.say
    command.add_argument("file", metavar="FILE", help=say("the book"))
    command.add_argument("--smallest", type=int, metavar="N", help=say("the smallest count of people shown"))
    command.add_argument("--sensitive", type=int, metavar="N", help=say("the same for disability and ethnicity"))
    command.add_argument("--focal-point", metavar="NAME", help=say("who answers for it, beside the secretary"))
    command.add_argument("--secretary", metavar="NAME", help=say("the secretary who answers for it"))
