"""Planted names in a sealed book: nowhere on the disk while it is open, after it was closed, and after a kill."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from hrplanner.entry.wiring import Wiring
from hrplanner.usecases.sealing import seal
from tests.viewmodels.town import with_meeting

MARKERS = int(os.environ.get("HRPLANNER_MARKERS", "200"))
PASSWORD = "four words of ours"
WORK = """
import sys, time
from functools import partial
from pathlib import Path
from hrplanner.entry.wiring import Wiring
from hrplanner.usecases.privacy import find_people
from hrplanner.usecases.recording import register_person
from hrplanner.usecases.sealing import Opener, key_for
from hrplanner.usecases.workspace import Workspace
from hrplanner.storage.backups import back_up
import datetime as dt
path, count = Path(sys.argv[1]), int(sys.argv[2])
tools = Wiring()
space = Workspace(tools.open_book(path, key=key_for(tools, path, Opener(password=sys.stdin.readline().strip()))))
space.open_session("W5-2026-014")
for n in range(count):
    space.run("register_person", partial(register_person, name=f"MARKER{n:05d}Q", place=f"PLACE{n:05d}Q" * 40))
    if n == count // 2:
        back_up(space.book._engine, path.parent / "backups", name="book", now=dt.datetime.now(dt.UTC))
assert len(space.book.known_names("MARKER", 10)) == 10 and len(find_people(space.book)) >= count
print("open", flush=True)
n = count
while True:
    space.run("register_person", partial(register_person, name=f"MARKER{n:05d}Q", place=f"PLACE{n:05d}Q" * 40))
    n += 1
"""


def hits(folder: Path) -> list[str]:
    """Files that hold a marker, in the bytes of UTF-8 or UTF-16."""
    found = []
    for path in (one for one in folder.rglob("*") if one.is_file()):
        try:
            content = path.read_bytes()
        except FileNotFoundError:  # a journal that was deleted meanwhile
            continue
        if any(mark.encode(form) in content for mark in ("MARKER0", "PLACE0") for form in ("utf-8", "utf-16-le")):
            found.append(path.name)
    return found


def test_no_marker_is_anywhere_on_the_disk(tmp_path: Path) -> None:
    space = with_meeting(tmp_path)
    space.book.close()
    path = space.book.path
    seal(Wiring(), path, PASSWORD)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    places = {name: str(temporary) for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR", "HOME", "XDG_CONFIG_HOME")}
    program = subprocess.Popen(
        [sys.executable, "-c", WORK, str(path), str(MARKERS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **places},
        cwd=Path(__file__).parents[2],
    )
    try:
        assert program.stdin is not None and program.stdout is not None
        program.stdin.write(PASSWORD + "\n")
        program.stdin.flush()
        assert program.stdout.readline() == "open\n"
        until = time.monotonic() + 1
        while time.monotonic() < until:
            assert hits(tmp_path) == []
    finally:
        program.kill()
        program.communicate()
    assert hits(tmp_path) == []
    assert len(list(tmp_path.rglob("*.hrplan"))) == 2, "the book and its backup"
