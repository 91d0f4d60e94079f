"""What `hrplanner year` does: the yearly target table as a PDF."""

import argparse
from pathlib import Path

from hrplanner.cli.answers import Outcome
from hrplanner.model.office import LANGUAGES
from hrplanner.usecases.ports import Tools
from hrplanner.usecases.printing import PAPERS
from hrplanner.usecases.year_printing import year_sheet
from hrplanner.words.almanac import CountryAlmanac
from hrplanner.words.catalog import Catalog


def year(asked: argparse.Namespace, tools: Tools, catalog: Catalog) -> Outcome:
    """One table, whole or not at all."""
    out = Path(asked.out)
    tools.check_target(out)
    book = tools.open_book(Path(asked.file), read_only=True)
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
