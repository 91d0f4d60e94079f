"""What a search finds: the words of every language in four readers of PDF, two of them required."""

from __future__ import annotations

import importlib.util
import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from hrplanner.reports.reading import page_texts
from tests.reports.pages import normal
from tests.reports.vocabulary import pages_of, vocabulary

LANGUAGES = ("hi", "ne", "bn", "ko", "id", "fil", "en")
REPORTED = ("th", "ar")
PROMISED, PROMISED_ELSEWHERE = 0.999, 0.92
PDFJS = Path(os.environ.get("HRPLANNER_PDFJS", "node_modules/pdfjs-dist"))
READ_BY_PDFJS = """
import(process.argv[1] + "/legacy/build/pdf.mjs").then(async (pdfjs) => {
  const data = new Uint8Array(require("fs").readFileSync(process.argv[2]));
  const pdf = await pdfjs.getDocument({ data, verbosity: 0 }).promise;
  let text = "";
  for (let n = 1; n <= pdf.numPages; n++) {
    const content = await (await pdf.getPage(n)).getTextContent();
    text += content.items.map((item) =>
      item.str + (item.dir === "rtl" ? " " : "") + (item.hasEOL ? "\\n" : "")).join("") + "\\n";
  }
  console.log(JSON.stringify(text));
});
"""


@pytest.mark.parametrize("code", [*LANGUAGES, *REPORTED])
def test_words_are_found_again(code: str, tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    words = vocabulary(code, 500)
    pdf = pages_of([" ".join(words[at : at + 25]) for at in range(0, len(words), 25)], code)
    shares = {name: _found(words, read(pdf, tmp_path)) for name, read in _readers().items()}
    record_property(f"found in {code}", shares)
    print(f"extraction {code}: " + ", ".join(f"{name} {share:.4f}" for name, share in shares.items()))
    for name, share in shares.items():
        promised = PROMISED if name in {"poppler", "PDFium"} else PROMISED_ELSEWHERE
        assert share >= promised or code in REPORTED, name


def _found(words: list[str], text: str) -> float:
    found = set(normal(text.translate(dict.fromkeys(range(0x202A, 0x202F)))).split())  # marks that readers put in
    return sum(normal(word) in found for word in words) / len(words)


def _readers() -> dict[str, Callable[[bytes, Path], str]]:
    """Those that are installed; MuPDF and pdf.js only look on."""
    readers: dict[str, Callable[[bytes, Path], str]] = {"PDFium": lambda pdf, _: " ".join(page_texts(pdf))}
    if shutil.which("pdftotext"):
        readers["poppler"] = _poppler
    if importlib.util.find_spec("pymupdf"):
        readers["MuPDF"] = _mupdf
    if shutil.which("node") and PDFJS.exists():
        readers["pdf.js"] = _pdfjs
    return readers


def _poppler(pdf: bytes, _: Path) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def _mupdf(pdf: bytes, _: Path) -> str:
    import pymupdf

    with pymupdf.open(stream=io.BytesIO(pdf)) as document:
        return " ".join(str(page.get_text()) for page in document)


def _pdfjs(pdf: bytes, folder: Path) -> str:
    file = folder / "words.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(
        ["node", "-e", READ_BY_PDFJS, str(PDFJS.resolve()), str(file)], capture_output=True, check=True, text=True
    )
    return str(json.loads(done.stdout.splitlines()[-1]))
