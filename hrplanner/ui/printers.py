"""Sending a PDF to the printer of this computer, where its printing system takes PDFs as they are (CUPS)."""

import shutil
import subprocess

from hrplanner.model.errors import FileProblem

COMMAND = "lp"
PATIENCE = 60  # seconds until a printing system that does not answer is given up


def can_print() -> bool:
    """Whether there is a printing system that takes PDFs."""
    return shutil.which(COMMAND) is not None


def send_to_printer(pdf: bytes, paper: str) -> None:
    """Hand the pages to the printer that this computer uses by default."""
    command = [COMMAND, "-s", "-o", f"media={paper}", "-t", "hrplanner", "-"]
    try:
        subprocess.run(command, input=pdf, check=True, capture_output=True, timeout=PATIENCE)
    except (OSError, subprocess.SubprocessError) as problem:
        raise FileProblem("printer_not_ready") from problem
