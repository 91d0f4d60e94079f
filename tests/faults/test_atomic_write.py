"""Writing a file while everything fails in turn: the old file stays whole, and nothing is left lying about."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from hrplanner.model.errors import FileProblem
from hrplanner.storage.safety import atomic_write

OLD, NEW = b"old" * 1000, b"new" * 5000
OPERATIONS = ("open", "write", "fsync", "fstat", "close", "replace")


def test_writes_the_whole_content(tmp_path: Path) -> None:
    target = tmp_path / "minutes.pdf"
    atomic_write(target, NEW)
    assert target.read_bytes() == NEW
    target.chmod(0o640)
    atomic_write(target, OLD)
    assert target.read_bytes() == OLD
    assert target.stat().st_mode & 0o777 == 0o640
    assert [one.name for one in tmp_path.iterdir()] == ["minutes.pdf"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    target.write_bytes(OLD)
    link.symlink_to(target)
    atomic_write(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_the_longest_name_a_disk_takes(tmp_path: Path) -> None:
    target = tmp_path / ("न" * 83 + ".pdf")
    atomic_write(target, NEW)
    assert target.read_bytes() == NEW


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "disk_full"), (errno.EDQUOT, "disk_full"), (errno.EIO, "cannot_write"),
     (errno.EACCES, "cannot_write"), (errno.EROFS, "cannot_write"), (errno.ENOENT, "not_found")],
)  # fmt: skip
def test_every_operation_fails_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:  # fmt: skip
    target = tmp_path / "minutes.pdf"
    for failing in range(20):
        target.write_bytes(OLD)
        with _failing_at(monkeypatch, failing, number) as done:
            try:
                atomic_write(target, NEW)
                problem = None
            except FileProblem as error:
                problem = error
        if not done():
            assert problem is None
            return
        assert problem is not None
        assert problem.code == code
        # Once the name was changed, only the folder's own sync can fail, and the new content is whole.
        assert target.read_bytes() in {OLD, NEW}
        assert [one.name for one in tmp_path.iterdir()] == ["minutes.pdf"]
    pytest.fail("atomic_write used more operations than were tried")


@pytest.mark.parametrize("accepted", range(0, len(NEW), 1024))
def test_a_device_that_takes_only_so_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accepted: int) -> None:
    target = tmp_path / "minutes.pdf"
    target.write_bytes(OLD)
    left = accepted
    honest = os.write

    def short(handle: int, content: Any) -> int:
        nonlocal left
        written = honest(handle, bytes(content)[: min(left, 512)]) if left else 0
        left -= written
        return written

    monkeypatch.setattr(os, "write", short)
    with pytest.raises(FileProblem) as problem:
        atomic_write(target, NEW)
    assert problem.value.code == "disk_full"
    assert problem.value.params["needed"] == len(NEW)
    assert target.read_bytes() == OLD
    assert [one.name for one in tmp_path.iterdir()] == ["minutes.pdf"]


def test_the_folder_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as problem:
        atomic_write(tmp_path / "none" / "a.pdf", NEW)
    assert problem.value.code == "not_found"
    with pytest.raises(FileProblem) as problem:
        atomic_write(tmp_path, NEW)
    assert problem.value.code == "is_a_folder"


@contextmanager
def _failing_at(patch: pytest.MonkeyPatch, place: int, number: int) -> Iterator[Callable[[], bool]]:
    count, fired = -1, False

    def failing(honest: Callable[..., Any]) -> Callable[..., Any]:
        def operation(*given: Any, **named: Any) -> Any:
            nonlocal count, fired
            count += 1
            if count == place:
                fired = True
                if honest.__name__ == "close":
                    honest(*given)
                raise OSError(number, os.strerror(number))
            return honest(*given, **named)

        return operation

    with patch.context() as inside:
        for name in OPERATIONS:
            inside.setattr(os, name, failing(getattr(os, name)))
        yield lambda: fired
