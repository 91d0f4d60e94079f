"""Taking in attendance rows from CSV, log included, against the sqlite3 shell's `.import` of the resulting tables."""

import csv
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

PROMISED = 6.0
PROMISED_MEGABYTES = {100_000: 300, 1_000_000: 500}
ROWS = 100_000
MOST_ROWS = int(os.environ.get("HRPLANNER_BENCH_ROWS", "300000"))
MAPPING = """
row = "person"
[fields]
session = {column = "meeting"}
key = {column = "no"}
code = {column = "no"}
age = {column = "age"}

[[group]]
column = "sex"

[[group]]
column = "group"
"""
_INDEXES = "select sql from sqlite_schema where type = 'index' and tbl_name = ? and sql is not null"
IMPORT = """
import resource, sys, time
from pathlib import Path
from hrplanner.entry.wiring import Wiring
from hrplanner.usecases.importing import import_file
tools = Wiring()
book = tools.open_book(Path(sys.argv[1]))
begun = time.perf_counter()
report = import_file(book, tools.open_source, Path(sys.argv[2]), mapping=Path(sys.argv[3]))
print(report.new, time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def attendance(path: Path, rows: int) -> None:
    """A list of people of 200 meetings, as a clerk's spreadsheet has it."""
    chance = random.Random(11)
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["no", "meeting", "age", "sex", "group"])
        for number in range(rows):
            sex = chance.choice(("F", "M"))
            group = chance.choice(("dalit", "indigenous", "", ""))
            writer.writerow([f"P{number}", f"M{number % 200}", chance.randrange(15, 90), sex, group])


def hrplanner(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "hrplanner", *words], check=True, capture_output=True)


def take_in(folder: Path, rows: int) -> tuple[Path, float, float]:
    """The book, the seconds and the megabytes of one import in a process of its own."""
    book, source, mapping = folder / f"{rows}.hrplan", folder / f"{rows}.csv", folder / "map.toml"
    attendance(source, rows)
    mapping.write_text(MAPPING, encoding="utf-8")
    subprocess.run(
        [sys.executable, "-m", "hrplanner", "new", str(book), "--country", "np"], check=True, capture_output=True
    )
    meetings = folder / f"{rows}-meetings.csv"
    meetings.write_text("n\n" + "".join(f"M{number}\n" for number in range(200)), encoding="utf-8")
    of_meetings = folder / "meetings.toml"
    of_meetings.write_text(
        'row = "session"\n[fields]\nnumber = {column = "n"}\ntitle = {column = "n"}\n',
        encoding="utf-8",
    )
    hrplanner("import", str(book), str(meetings), "--map", str(of_meetings))
    told = subprocess.run(
        [sys.executable, "-c", IMPORT, str(book), str(source), str(mapping)], check=True, capture_output=True, text=True
    ).stdout.split()
    assert int(told[0]) == rows
    return book, float(told[1]), int(told[2]) / 1024


def quoted(name: str) -> str:
    return f'"{name}"'


def shell_import(book: Path, folder: Path) -> float:
    """Seconds of `.import` of the same rows with the same indexes, ids as text because the shell reads only text."""
    shell = shutil.which("sqlite3")
    if shell is None:
        pytest.skip("the sqlite3 shell, which is the floor of this measurement, is not installed")
    connection = apsw.Connection(str(book), flags=apsw.SQLITE_OPEN_READONLY)
    script = ["pragma journal_mode=delete;", "pragma synchronous=extra;"]
    for table in ("person", "membership"):
        columns = [row[1] for row in connection.execute(f"pragma table_info({table})")]
        out = folder / f"{table}.csv"
        with out.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            for row in connection.execute(f"select * from {table}"):
                writer.writerow([value.hex() if isinstance(value, bytes) else value for value in row])
        key = "id" if table == "person" else 'person, "group"'
        script.append(f"create table {table}({', '.join(map(quoted, columns))}, primary key({key})) without rowid;")
        script += [
            f"{row[0]};"
            for row in connection.execute(
                "select sql from sqlite_schema where type='index' and tbl_name=? and sql is not null", (table,)
            )
        ]
    script.append("begin;")
    script += [f".import --csv {folder / table}.csv {table}" for table in ("person", "membership")]
    script.append("commit;")
    begun = time.perf_counter()
    subprocess.run(
        [shell, str(folder / "floor.db")], input="\n".join(script), text=True, check=True, capture_output=True
    )
    return time.perf_counter() - begun


def test_import_of_100000_people(tmp_path: Path, report: Callable[[str], None]) -> None:
    book, ours, megabytes = take_in(tmp_path, ROWS)
    floor = shell_import(book, tmp_path)
    ratio = ours / floor
    report(
        f"import of {ROWS:,} people: {ours:.1f} s, sqlite3 shell {floor:.1f} s, "
        f"ratio {ratio:.2f} (promised under {PROMISED}); "
        f"peak {megabytes:.0f} MB (promised under {PROMISED_MEGABYTES[ROWS]})"
    )
    assert ratio < 2 * PROMISED
    assert megabytes < 2 * PROMISED_MEGABYTES[ROWS]


def test_import_grows_linearly(tmp_path: Path, report: Callable[[str], None]) -> None:
    """Seconds per row from 10,000 rows up; one million with HRPLANNER_BENCH_ROWS=1000000."""
    _, small, _ = take_in(tmp_path, 10_000)
    _, large, megabytes = take_in(tmp_path, MOST_ROWS)
    growth = (large / MOST_ROWS) / (small / 10_000)
    report(
        f"import of {MOST_ROWS:,} people: {large:.1f} s, {megabytes:.0f} MB; "
        f"a row costs {growth:.2f} times what it costs among 10,000"
    )
    assert growth < 2
    assert megabytes < 2 * PROMISED_MEGABYTES[1_000_000]
