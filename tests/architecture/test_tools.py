"""The tools that read the source have nothing to say: style, format, types, and who imports whom."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.source import ROOT

TOOLS = {
    "style": ["-m", "ruff", "check", "--quiet", "--output-format=concise", "."],
    "format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "types": ["-m", "mypy", "--no-error-summary"],
    "imports": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("tool", TOOLS)
def test_has_nothing_to_say(tool: str) -> None:
    read = subprocess.run([sys.executable, *TOOLS[tool]], cwd=ROOT, capture_output=True, text=True, check=False)
    said = [line for line in f"{read.stdout}{read.stderr}".splitlines() if ": note: " not in line]
    assert read.returncode == 0, "\n" + "\n".join(said)
