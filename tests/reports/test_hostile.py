"""Pictures and PDFs that were made to harm are refused, or answered, in two seconds and 300 MB."""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

SECONDS, MEMORY = 2.0, 300  # of the processor for reading, and megabytes of the whole process
READ = """
import re, sys, time
from pathlib import Path
from hrplanner.model.errors import FileProblem
from hrplanner.reports.reading import read_file
began = time.process_time()
try:
    said = str([page.codes for page in read_file(Path(sys.argv[1]))])
except FileProblem as problem:
    said = problem.code
took = time.process_time() - began
most = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())  # getrusage tells the parent's, too
print(took, int(most[1]) // 1024, said)
"""


def picture(mode: str, size: tuple[int, int], kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind)
    return out.getvalue()


def noise() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((4000, 4000), 120).save(out, "PNG", compress_level=1)
    return out.getvalue()


def pdf_of(stream: bytes, head: str = "/Filter /FlateDecode", *, box: str = "0 0 595 842") -> bytes:
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R >>".encode()
    return (
        b"%PDF-1.7\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
        b"2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj\n3 0 obj " + page + b" endobj\n"
        b"4 0 obj << /Length " + str(len(stream)).encode() + b" " + head.encode() + b" >>\nstream\n" + stream
        + b"\nendstream endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
    )  # fmt: skip


def packed(size: int) -> bytes:
    """Blanks, a megabyte at a time, so that the test itself stays small."""
    packing = zlib.compressobj(9)
    return b"".join(packing.compress(b" " * (1 << 20)) for _ in range(size >> 20)) + packing.flush()


HOSTILE: dict[str, Callable[[], bytes]] = {
    "a billion points": lambda: picture("1", (40_000, 25_000)),
    "as many as are allowed, in four colours": lambda: picture("RGBA", (5_400, 5_400)),
    "very long": lambda: picture("L", (60_000, 300)),
    "a large GIF": lambda: picture("P", (20_000, 20_000), "GIF"),
    "nothing but noise": noise,
    "a PDF that unpacks to half a gigabyte": lambda: pdf_of(packed(1 << 29)),
    "a PDF packed twice": lambda: pdf_of(zlib.compress(packed(1 << 29)), "/Filter [/FlateDecode /FlateDecode]"),
    "a PDF as large as a field": lambda: pdf_of(zlib.compress(b"0 0 m"), box="0 0 14400000 14400000"),
    "a picture cut short": lambda: picture("L", (2000, 2000))[:500],
    "fifty megabytes of nothing": lambda: bytes(50_000_000),
}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells it")
@pytest.mark.parametrize("name", HOSTILE)
def test_what_was_made_to_harm_is_done_with_quickly(name: str, tmp_path: Path) -> None:
    file = tmp_path / "given"
    file.write_bytes(HOSTILE[name]())
    took, memory, said = _read(file)
    assert took < SECONDS, said
    assert memory < MEMORY, said


def _read(file: Path) -> tuple[float, int, str]:
    command = [sys.executable, "-c", READ, str(file)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, preexec_fn=_limited)
    took, memory, said = told.stdout.split(" ", 2)
    return float(took), int(memory), said


def _limited() -> None:
    """No test may fill the machine, whatever the reader does."""
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
