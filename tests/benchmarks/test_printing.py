"""Three documents, side by side with three other engines: seconds, memory, and the time a page takes in long documents.

The other engines are not needed by the program. Put them into a folder of their own and name it:
`pip install --target build/engines typst==0.15.2 weasyprint==70.0 fpdf2==2.8.9`, or set HRPLANNER_ENGINES.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENGINES = Path(os.environ.get("HRPLANNER_ENGINES", ROOT / "build" / "engines"))
# At least so many times as fast as the slower ones; at most so many times as slow as typst.
FASTER = {"minutes": 5.0, "record": 5.0, "sheet": 4.0}
SLOWER = {"record": 3.0, "sheet": 5.0}
MEGABYTES = 120.0

pytestmark = pytest.mark.timeout(1200)


@pytest.mark.parametrize("name", sorted(FASTER))
def test_a_document_against_other_engines(name: str, report: Callable[[str], None]) -> None:
    ours = _measured("ours", name)
    report(f"{name}: ours {_said(ours)} (memory promised under {MEGABYTES:.0f} MB)")
    assert ours["megabytes"] < MEGABYTES
    for engine in ("weasyprint", "fpdf2"):
        other = _other(engine, name, report)
        if other:
            ratio = other["seconds"] / ours["seconds"]
            report(f"{name}: {engine} {_said(other)}, ours {ratio:.1f} times as fast (promised {FASTER[name]})")
            assert ratio > FASTER[name] / 2
    typst = _other("typst", name, report)
    if typst:
        ratio = ours["seconds"] / typst["seconds"]
        report(f"{name}: typst {_said(typst)}, ours {ratio:.1f} times as slow (promised {SLOWER.get(name, 'nothing')})")
        assert ratio < 2 * SLOWER.get(name, ratio)


def test_the_time_a_page_takes_stays_flat(report: Callable[[str], None]) -> None:
    seconds = {pages: _measured("ours", f"pages-{pages}", times=1)["processor"] for pages in (10, 100, 1000)}
    start, long = (seconds[100] - seconds[10]) / 90, (seconds[1000] - seconds[100]) / 900
    report(f"a page: {start * 1000:.1f} ms up to 100 pages, {long * 1000:.1f} ms up to 1,000, ratio {long / start:.2f}")
    assert long < 2 * start


def test_the_memory_of_a_thousand_pages(report: Callable[[str], None]) -> None:
    ours = _measured("ours", "pages-1000", times=1)
    typst = _other("typst", "pages-1000", report, times=1)
    report(f"1,000 pages: ours {_said(ours)}" + (f", typst {_said(typst)}" if typst else ""))
    assert not typst or ours["megabytes"] < typst["megabytes"]


def _other(engine: str, name: str, report: Callable[[str], None], *, times: int = 3) -> dict[str, float] | None:
    folder = {"fpdf2": "fpdf"}.get(engine, engine)
    if not (ENGINES / folder).exists():
        report(f"{name}: {engine} is not in {ENGINES}")
        return None
    return _measured(engine, name, times=times)


@cache
def _measured(engine: str, name: str, *, times: int = 3) -> dict[str, float]:
    """The best of so many runs, each in a process of its own."""
    return min((_run(engine, name) for _ in range(times)), key=lambda one: one["seconds"])


def _run(engine: str, name: str) -> dict[str, float]:
    paths = [str(ROOT)] if engine == "ours" else [str(ROOT), str(ENGINES)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.engines", engine, name, os.devnull],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _said(one: dict[str, float]) -> str:
    return f"{one['seconds']:.2f} s, {one['megabytes']:.0f} MB, {one['kilobytes']:.0f} KB"
