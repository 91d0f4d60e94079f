"""Sealed books: what is on the disk, what opens them, and that no damage passes."""

import os
import random
from pathlib import Path

import apsw
import pytest

from hrplanner.entry.wiring import Wiring
from hrplanner.keys.book_key import book_key, book_key_of_words, words_of
from hrplanner.model.errors import FileProblem, Refused
from hrplanner.model.office import new_office
from hrplanner.model.sealing import BookKey
from hrplanner.storage.backups import back_up
from hrplanner.storage.engine import open_engine
from hrplanner.storage.examination import examine
from hrplanner.storage.file_format import probe, salt_of
from hrplanner.storage.opening import create_book, open_book
from hrplanner.usecases.sealing import Opener, change_password, key_for, seal, unseal
from hrplanner.usecases.workspace import Workspace
from tests.storage.test_backups import NOW
from tests.viewmodels.town import with_record

PASSWORD = "four words of ours"
DAMAGED = int(os.environ.get("HRPLANNER_DAMAGED_SEALED", "100"))
MARKER = "Person 3"
KEY = BookKey(secret=bytes(range(32)), salt=bytes(range(16)))


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    space = with_record(tmp_path)
    space.book.close()
    return space.book.path


def people(path: Path, key: BookKey | None) -> list[str | None]:
    book = open_book(path, access="read", key=key)
    try:
        return [one.name for line in book.session_lines() for one in book.session(line.number).people]
    finally:
        book.close()


def code_of_opening(path: Path, key: BookKey | None) -> str:
    with pytest.raises(FileProblem) as refused:
        open_book(path, key=key)
    return refused.value.code


def test_sealing_keeps_everything_and_shows_nothing(plain: Path) -> None:
    before = people(plain, None)
    key = seal(Wiring(), plain, PASSWORD)
    raw = plain.read_bytes()
    assert MARKER.encode() not in raw and b"SQLite format 3" not in raw
    assert people(plain, key) == before
    assert examine(plain, key=key).state == "sound"
    assert code_of_opening(plain, None) == "sealed"
    assert [one.name for one in plain.parent.iterdir()] == [plain.name]


def test_password_and_sheet_open_it_and_others_do_not(plain: Path) -> None:
    tools = Wiring()
    words = " ".join(words_of(seal(tools, plain, PASSWORD)))
    assert people(plain, key_for(tools, plain, Opener(password=PASSWORD)))
    assert people(plain, key_for(tools, plain, Opener(words=words)))
    for wrong in (PASSWORD.upper(), PASSWORD + " ", "", "x" * 1000, PASSWORD[:-1]):
        assert code_of_opening(plain, key_for(tools, plain, Opener(password=wrong))) == "key_wrong"
    with pytest.raises(Refused):
        key_for(tools, plain, Opener(words=words.replace(words.split()[0], "xylophone", 1)))


def test_the_engine_itself_makes_the_same_key_of_the_password(plain: Path) -> None:
    """So that a sealed book outlives this program."""
    seal(Wiring(), plain, PASSWORD)
    connection = apsw.Connection(str(plain), flags=apsw.SQLITE_OPEN_READONLY)
    for told in ("cipher = 'aegis'", "tcost = 3", "mcost = 65536", f"key = '{PASSWORD}'"):
        list(connection.execute(f"pragma {told}"))
    assert list(connection.execute("select count(*) from session")) == [(1,)]
    connection.close()


def test_another_password_makes_the_old_one_and_its_sheet_worthless(plain: Path) -> None:
    tools = Wiring()
    old = seal(tools, plain, PASSWORD)
    new = change_password(tools, plain, old, "quite another sentence")
    assert people(plain, new)
    assert code_of_opening(plain, key_for(tools, plain, Opener(password=PASSWORD))) == "key_wrong"
    assert code_of_opening(plain, book_key_of_words(" ".join(words_of(old)), salt_of(plain) or b"")) == "key_wrong"


def test_taking_the_seal_off(plain: Path) -> None:
    tools = Wiring()
    before = people(plain, None)
    unseal(tools, plain, seal(tools, plain, PASSWORD))
    assert people(plain, None) == before
    steps = [one.step for one in Workspace(open_book(plain, access="read")).book.last_entries(2)]
    assert steps == ["unseal_book", "seal_book"]


def test_a_new_book_is_sealed_from_its_first_page(tmp_path: Path) -> None:
    path = tmp_path / "new.hrplan"
    create_book(path, new_office(name="Ward of markers", country="np"), key=KEY).close()
    assert path.read_bytes()[:16] == KEY.salt
    assert b"Ward of markers" not in path.read_bytes()
    assert probe(path, key=KEY).salt == KEY.salt


def test_a_backup_is_sealed_as_its_book_is(plain: Path, tmp_path: Path) -> None:
    key = seal(Wiring(), plain, PASSWORD)
    engine = open_engine(plain, access="write", key=key)
    kept = back_up(engine, tmp_path / "backups", name="book", now=NOW)
    engine.dispose()
    assert MARKER.encode() not in kept.read_bytes()
    assert people(kept, book_key(PASSWORD, salt_of(kept) or b"")) == people(plain, key)


def test_a_plain_file_in_the_place_of_a_sealed_one_is_refused(plain: Path) -> None:
    assert code_of_opening(plain, KEY) == "not_sealed"


def test_a_weak_password_and_a_second_seal_are_refused(plain: Path) -> None:
    tools = Wiring()
    for weak in ("", "short", "        ", "aaaaaaaaaaaa"):
        with pytest.raises(Refused, match="passphrase_too_short"):
            seal(tools, plain, weak)
    seal(tools, plain, PASSWORD)
    with pytest.raises(FileProblem) as refused:
        seal(tools, plain, PASSWORD)
    assert refused.value.code == "already_sealed"


def test_a_failed_sealing_leaves_the_old_book(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = plain.read_bytes()

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(FileProblem) as refused:
        seal(Wiring(), plain, PASSWORD)
    assert refused.value.code == "disk_full"
    assert plain.read_bytes() == before
    assert [one.name for one in plain.parent.iterdir()] == [plain.name]


def test_a_book_that_somebody_works_with_is_not_sealed_under_their_hands(plain: Path) -> None:
    book = open_book(plain)
    with pytest.raises(FileProblem) as refused:
        seal(Wiring(), plain, PASSWORD)
    assert refused.value.code == "in_use_by"
    assert not book.read_only and probe(plain).salt is None
    book.close()
    seal(Wiring(), plain, PASSWORD)


def test_no_damage_of_a_sealed_book_passes(plain: Path, tmp_path: Path) -> None:
    key = seal(Wiring(), plain, PASSWORD)
    whole, sound = plain.read_bytes(), people(plain, key)
    luck, place, unnoticed = random.Random(20), tmp_path / "damaged.hrplan", 0
    for _ in range(DAMAGED):
        place.write_bytes(_damaged(whole, luck))
        try:
            read = people(place, key)
        except FileProblem:
            continue
        unnoticed += 1
        assert read == sound
    assert unnoticed == 0


def _damaged(whole: bytes, luck: random.Random) -> bytes:
    content = bytearray(whole)
    at = luck.randrange(len(content))
    match luck.randrange(6):
        case 0 | 1:
            content[at] ^= 1 << luck.randrange(8)
        case 2:
            length = min(luck.randrange(1, 5000), len(content) - at)
            content[at : at + length] = bytes(byte ^ 255 for byte in content[at : at + length])
        case 3:
            del content[at:]
        case 4:
            content += luck.randbytes(luck.randrange(1, 9000))
        case _:
            one, other = (4096 * luck.randrange(len(content) // 4096) for _ in range(2))
            if one == other:
                content[one] ^= 1
            content[one : one + 4096], content[other : other + 4096] = (
                content[other : other + 4096],
                content[one : one + 4096],
            )
    return bytes(content)
