"""How soon the terminal answers, against Python doing nothing, and what it loads for it."""

import subprocess
import sys
from collections.abc import Callable

from tests.benchmarks.conftest import best_of

PROMISED = 0.2  # seconds beyond a bare `python -c pass`


def test_help_is_quick(report: Callable[[str], None]) -> None:
    floor = best_of(7, lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    ours = best_of(
        7, lambda: subprocess.run([sys.executable, "-m", "hrplanner", "--help"], check=True, capture_output=True)
    )
    beyond = ours - floor
    report(
        f"hrplanner --help: {beyond * 1000:.0f} ms beyond bare Python ({floor * 1000:.0f} ms), "
        f"promised under {PROMISED * 1000:.0f}"
    )
    assert beyond < 2 * PROMISED
