"""Check a paper: what the page answers for a file and for typed words, and filing a scan; the key that signs."""

from pathlib import Path

from hrplanner.usecases.workspace import Workspace
from hrplanner.viewmodels.checking import Checking
from hrplanner.viewmodels.office_key import OfficeKeys
from hrplanner.viewmodels.printing import Printing
from hrplanner.words.catalog import Catalog
from tests.viewmodels.town import TestTools


def test_a_printed_page_is_genuine_and_can_be_filed_once(record: Workspace, words: Catalog, tmp_path: Path) -> None:
    tools, paper = TestTools(), tmp_path / "minutes.pdf"
    Printing(record, words, tools).print_work(paper)()
    checking = Checking(record, words, tools)
    checking.show(checking.of_file(paper)())
    assert checking.answer.startswith("Genuine: the code belongs to version 1")
    assert (checking.mark, checking.differences()) == ("met", ())
    assert checking.can_file
    assert checking.file_it().news.startswith("Filed to session")
    assert "before" in checking.file_it().news
    checking.show(checking.of_text("zoo zoo zoo zoo zoo wrong")())
    assert checking.answer.startswith("Altered") and not checking.can_file


def test_what_is_previewed_is_what_is_printed_signed_by_the_open_key(
    record: Workspace, words: Catalog, tmp_path: Path
) -> None:
    tools = TestTools(tmp_path / "keys")
    keys = OfficeKeys(record, words, tools)
    assert keys.make("four words at noon", "four words at moon").field == "again"
    assert keys.make("short", "short").why
    assert keys.make("four words at noon", "four words at noon").done and len(keys.sheet) == 24
    printing = Printing(record, words, tools, lambda: keys.signer)
    shown = printing.preview_work()()
    assert not record.book.minutes(record.opened().id)
    assert printing.print_work()().content == shown
    keys.close()
    assert keys.is_here and keys.signer is None
    assert keys.open("another one").why and keys.open("four words at noon").done
    assert Printing(record, words, tools).print_work()().content == shown


def test_a_key_that_is_shown_proves_papers_without_a_book(record: Workspace, words: Catalog, tmp_path: Path) -> None:
    tools, paper, sheet = TestTools(tmp_path / "keys"), tmp_path / "minutes.pdf", tmp_path / "key.pdf"
    keys = OfficeKeys(record, words, tools)
    assert keys.make("four words at noon", "four words at noon").done
    Printing(record, words, tools, lambda: keys.signer).print_work(paper)()
    sheet.write_bytes(keys.printed_key())
    checking = Checking(None, words, TestTools(tmp_path / "a resident"))
    checking.show(checking.of_file(paper)())
    assert checking.mark == "cannot_determine"
    checking.show(checking.of_file(sheet)())
    (told,) = checking.offered
    assert told.startswith("This is the public key") and not checking.answer
    assert checking.know().done
    checking.show(checking.of_file(paper)())
    assert checking.answer.startswith("Genuine") and not checking.offered
