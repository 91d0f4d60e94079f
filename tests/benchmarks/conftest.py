"""Measurements as ratios against a floor taken in the same run; each fails only at twice the ratio that is promised."""

import gc
import time
from collections.abc import Callable

import pytest

SAID: list[str] = []


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Says a line of the report at once, and again with the others at the end."""

    def say(line: str) -> None:
        SAID.append(line)
        with capsys.disabled():
            print(f"\n    {line}")

    return say


def best_of(times: int, work: Callable[[], object]) -> float:
    """The shortest of several runs in seconds: what else the machine does only ever adds.

    Python's collection of garbage waits meanwhile: it would fall into the runs of one side only.
    """
    found = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(times):
            begun = time.perf_counter()
            work()
            found.append(time.perf_counter() - begun)
    finally:
        gc.enable()
    return min(found)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """All measured ratios together."""
    for line in SAID:
        terminalreporter.write_line(line)
