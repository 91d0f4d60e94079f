"""Finding the compiled messages of a language; in a source checkout the text catalogs serve when they are newer."""

from __future__ import annotations

import io
from gettext import GNUTranslations, NullTranslations
from importlib import resources
from pathlib import Path

DOMAINS = ("app", "printouts")
_CHECKOUT = Path(__file__).resolve().parents[2] / "translations"


def find(code: str, domain: str) -> NullTranslations:
    """The messages of one domain, with the other domain behind it; English sentences where nothing is translated."""
    found = _one(code, domain)
    for other in DOMAINS:
        if other != domain:
            found.add_fallback(_one(code, other))
    return found


def _one(code: str, domain: str) -> NullTranslations:
    source = _CHECKOUT / code / f"{domain}.po"
    compiled = resources.files("hrplanner.words") / "catalogs" / code / f"{domain}.mo"
    if source.is_file() and not _up_to_date(Path(str(compiled)), source):
        return _from_text(source)
    if not compiled.is_file():
        return NullTranslations()
    return GNUTranslations(io.BytesIO(compiled.read_bytes()))


def _up_to_date(compiled: Path, source: Path) -> bool:
    return compiled.is_file() and compiled.stat().st_mtime >= source.stat().st_mtime


def _from_text(source: Path) -> NullTranslations:
    from babel.messages.mofile import write_mo  # noqa: PLC0415  only a source checkout that is not compiled comes here
    from babel.messages.pofile import read_po  # noqa: PLC0415

    buffer = io.BytesIO()
    write_mo(buffer, read_po(io.BytesIO(source.read_bytes())))
    return GNUTranslations(io.BytesIO(buffer.getvalue()))
