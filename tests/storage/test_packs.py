"""A log that was packed says the same as before, to every reader, and takes less room."""

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import apsw
import pytest

from hrplanner.model.errors import FileProblem, Refused
from hrplanner.storage import packs
from hrplanner.storage.entry_bodies import texts
from hrplanner.storage.examination import examine
from hrplanner.storage.salvage import salvage
from hrplanner.usecases.privacy import erase_people
from hrplanner.usecases.recording import register_person
from tests.storage.laptops import Laptop, act, exchange, state_of


@pytest.fixture
def busy(laptops: Callable[..., list[Laptop]], monkeypatch: pytest.MonkeyPatch) -> Laptop:
    """A book with a history of packs and of single bodies."""
    monkeypatch.setattr(packs, "PACK_BYTES", 6_000)
    (laptop,) = laptops(skews=(0,))
    for at in range(60):
        laptop.run("S1", lambda session, at=at: register_person(session, name=f"Marker {at}"))  # type: ignore[misc]
    return laptop


def bodies_of(laptop: Laptop) -> list[bytes]:
    with laptop.book._asking() as connection:
        keys = connection.exec_driver_sql("select replica, sequence from entry order by clock").all()
        return [b"".join(texts(connection, *key)) for key in keys]


def packs_of(laptop: Laptop) -> int:
    with laptop.book._asking() as connection:
        return int(connection.exec_driver_sql("select count(*) from entry_pack").scalar() or 0)


def test_every_body_stays_to_the_byte_and_takes_less_room(busy: Laptop) -> None:
    before, state = bodies_of(busy), state_of(busy.book)
    had, has = busy.book.compact()
    assert has < had
    assert packs_of(busy) > 1
    assert (bodies_of(busy), state_of(busy.book)) == (before, state)
    assert examine(busy.book.path).state == "sound"
    first = packs_of(busy)
    busy.book.compact()
    assert packs_of(busy) == first


def test_undo_reaches_back_through_a_pack(busy: Laptop) -> None:
    busy.book.compact()
    for _ in range(60):
        busy.desk.undo()
    assert len(busy.session("S1").people) == 1
    assert examine(busy.book.path).state == "sound"


def test_an_erased_name_leaves_its_pack(busy: Laptop) -> None:
    busy.book.compact()
    erase_people(busy.book, list(busy.book.named_people(None)))
    with busy.book._asking() as connection:
        told = [*connection.exec_driver_sql("select content from entry_pack").scalars()]
    assert all(b"Marker" not in text for pack in told for text in packs._bodies(pack))
    assert not any(b"Marker" in body for body in bodies_of(busy))
    busy.book.close()
    assert b"Marker" not in busy.book.path.read_bytes()
    assert examine(busy.book.path).state == "sound"


def test_an_altered_pack_is_told_and_not_packed_over(busy: Laptop) -> None:
    busy.book.compact()
    busy.book.close()
    stranger = apsw.Connection(str(busy.book.path))
    list(stranger.execute("update entry_pack set content = (select max(content) from entry_pack)"))
    stranger.close()
    found = examine(busy.book.path)
    assert found.state == "damaged"
    assert "log_body_altered" in {fault.code for fault in found.faults}
    with pytest.raises(FileProblem, match="damaged"):
        Laptop(busy.book.path).book.compact()


def test_salvage_reads_packs(busy: Laptop, tmp_path: Path) -> None:
    busy.book.compact()
    busy.book.close()
    stranger = apsw.Connection(str(busy.book.path))
    list(stranger.execute("update person set place = 'x' where name = 'Marker 3'"))
    stranger.close()
    came = salvage(busy.book.path, tmp_path / "out.hrplan")
    assert came.lost == 0
    out = Laptop(tmp_path / "out.hrplan")
    assert sum(person.place == "x" for person in out.session("S1").people) <= 1
    assert len(out.session("S1").people) == 61


def test_a_merge_into_a_packed_book_is_taken_back(laptops: Callable[..., list[Laptop]], busy: Laptop) -> None:
    one, other = laptops(skews=(0, 5000), folder="pair")
    for laptop in (one, other):
        for at in range(30):
            laptop.run("S1", lambda session, at=at: register_person(session, name=f"N{at}"))  # type: ignore[misc]
    before = state_of(one.book)
    key, _ = one.book.merge(other.book, one.entry("merge"))
    one.book.compact()
    assert packs_of(one) > 0
    assert key is not None
    one.book.take_merge_back(one.entry("undo"), key)
    assert state_of(one.book) == before
    assert examine(one.book.path).state == "sound"


@pytest.mark.parametrize("seed", range(4))
def test_copies_agree_whoever_packs_when(
    laptops: Callable[..., list[Laptop]], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "PACK_BYTES", 2_000)
    monkeypatch.setattr(packs, "_FEW", 2)
    chance = random.Random(seed)
    copies = laptops()
    for _ in range(60):
        laptop = chance.choice(copies)
        drawn = chance.random()
        if drawn < 0.1:
            laptop.merge(chance.choice([one for one in copies if one is not laptop]))
        elif drawn < 0.2:
            laptop.book.compact()
        else:
            with suppress(Refused):
                act(laptop, chance)
    exchange(copies, chance)
    first, *others = [state_of(one.book) for one in copies]
    assert all(other == first for other in others)
    for one in copies:
        one.book.compact()
        assert examine(one.book.path).state == "sound"


def test_a_file_copied_back_over_a_packed_one_is_told_apart(
    laptops: Callable[..., list[Laptop]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "PACK_BYTES", 2_000)
    monkeypatch.setattr(packs, "_FEW", 2)
    (one,) = laptops(skews=(0,))
    for at in range(12):
        one.run("S1", lambda session, at=at: register_person(session, name=f"N{at}"))  # type: ignore[misc]
    older = one.book.path.read_bytes()
    one.run("S1", lambda session: register_person(session, name="Here"))
    one.book.compact()
    one.book.close()
    packed = one.book.path.rename(tmp_path / "packed.hrplan")
    one.book.path.write_bytes(older)
    again, moved = Laptop(one.book.path), Laptop(packed)
    again.run("S1", lambda session: register_person(session, name="There"))
    _, outcome = again.book.merge(moved.book, again.entry("merge"))
    assert outcome.forked
    again.desk.refresh()
    exchange([again, moved], random.Random(1))
    assert state_of(again.book) == state_of(moved.book)
    assert {"Here", "There"} <= {person.name for person in moved.session("S1").people}
    assert examine(moved.book.path).state == examine(again.book.path).state == "sound"
