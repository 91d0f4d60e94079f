"""`python -m hrplanner.words.compile [update]`: text catalogs into those the program reads; for development."""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.mofile import write_mo

from hrplanner.words.extraction import read, update
from hrplanner.words.languages import LANGUAGES
from hrplanner.words.messages import DOMAINS

ROOT = Path(__file__).resolve().parents[2]


def compile_catalogs(root: Path = ROOT) -> tuple[Path, ...]:
    """Write `hrplanner/words/catalogs/<language>/<domain>.mo` for every text catalog."""
    return tuple(
        _compiled(source, root / "hrplanner" / "words" / "catalogs" / code / f"{domain}.mo", code)
        for code in LANGUAGES
        for domain in DOMAINS
        if (source := root / "translations" / code / f"{domain}.po").is_file()
    )


def _compiled(source: Path, target: Path, code: str) -> Path:
    buffer = io.BytesIO()
    write_mo(buffer, read(source, code))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(buffer.getvalue())
    return target


def main(arguments: list[str]) -> int:
    """Compile, after collecting the messages of the source where "update" is asked for."""
    if arguments not in ([], ["update"]):
        sys.stderr.write("usage: python -m hrplanner.words.compile [update]\n")
        return 2
    if arguments:
        update(ROOT)
    compile_catalogs()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
