"""Collecting the messages of the source into text catalogs; runs at development time, never in the program.

Paper and the words of codes are the domain "printouts", everything else is "app". Catalogs are sorted and carry no line
numbers and no dates, so that two branches merge. A translation follows its message from one domain into the other.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from babel.messages.catalog import Catalog as TextCatalog
from babel.messages.catalog import Message as TextMessage
from babel.messages.pofile import read_po, write_po

from hrplanner.words.languages import LANGUAGES
from hrplanner.words.messages import DOMAINS

# Where the context, the message and its plural stand among the arguments of each word that marks a message.
_PLACES: Mapping[str, tuple[int | None, int, int | None]] = MappingProxyType(
    {
        "say": (None, 0, None),
        "N_": (None, 0, None),
        "say_in": (0, 1, None),
        "NC_": (0, 1, None),
        "count": (None, 0, 1),
    }
)
DRAFTED = "drafted, for a native reader"
_LEFT_OUT = (
    "Project-Id-Version",
    "Report-Msgid-Bugs-To",
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Generated-By",
)


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the source: the English words, the English plural where there is one, and the context."""

    english: str
    plural: str | None = None
    context: str | None = None

    @property
    def key(self) -> str | tuple[str, str]:
        return self.english if self.plural is None else (self.english, self.plural)


def extract(root: Path) -> Mapping[str, frozenset[Message]]:
    """The messages of each domain, from the source below `root`."""
    found: dict[str, set[Message]] = {domain: set() for domain in DOMAINS}
    for source in sorted((root / "hrplanner").rglob("*.py")):
        found[domain_of(source.relative_to(root / "hrplanner"))] |= set(messages_of(source))
    paper = found["printouts"]
    plurals = {message.english for message in paper if message.plural}
    only_screen = {message for message in found["app"] - paper if message.context or message.english not in plurals}
    return {"app": frozenset(only_screen), "printouts": frozenset(paper)}


def domain_of(source: Path) -> str:
    """Which domain a file speaks in; `source` is relative to the package."""
    paper = source.parts[0] == "reports" or (source.parts[0] == "words" and source.parts[1] != "refusals")
    return "printouts" if paper else "app"


def messages_of(source: Path) -> Iterator[Message]:
    """The messages of one file; both sides of a choice (`"a" if x else "b"`) are messages."""
    for call in marked_calls(source):
        context, message, plural = _PLACES[_name(call)]
        ones, manys, contexts = (_texts(call, place) for place in (message, plural, context))
        for one, many in zip(ones, manys, strict=False) if plural is not None else ((one, None) for one in ones):
            yield from (Message(one, many, each) for each in (contexts if context is not None else (None,)))


def marked_calls(source: Path) -> Iterator[ast.Call]:
    """Every call in the file that may carry a message, also inside an f-string."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node) in _PLACES:
            yield node


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def _texts(call: ast.Call, place: int | None) -> tuple[str, ...]:
    return () if place is None or place >= len(call.args) else tuple(_literals(call.args[place]))


def _literals(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=yes, orelse=no):
            yield from _literals(yes)
            yield from _literals(no)


def update(root: Path) -> None:
    """Bring the text catalogs of every language up to date with the source; what is no longer said is dropped."""
    found = extract(root)
    for code in LANGUAGES:
        known = {domain: read(root / "translations" / code / f"{domain}.po", code) for domain in DOMAINS}
        for domain in DOMAINS:
            _write(root / "translations" / code / f"{domain}.po", _merged(code, domain, found[domain], known))


def read(path: Path, code: str) -> TextCatalog:
    """The text catalog of a language, empty where there is none yet."""
    if not path.is_file():
        return TextCatalog(locale=code)
    return read_po(io.BytesIO(path.read_bytes()), locale=code)


def _merged(code: str, domain: str, found: frozenset[Message], known: Mapping[str, TextCatalog]) -> TextCatalog:
    merged = TextCatalog(locale=code, charset="utf-8", header_comment=f"# {domain}, {code}", fuzzy=False)
    merged.mime_headers = [
        ("Language", code),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", LANGUAGES[code].plural_forms),
    ]
    for message in found:
        said = next((old for old in _looked_up(known, domain, message) if old is not None and old.string), None)
        merged.add(
            message.key,
            said.string if said else None,
            context=message.context,
            user_comments=said.user_comments if said else (),
            flags=("python-brace-format",) if "{" in message.english else (),
        )
    return merged


def _looked_up(known: Mapping[str, TextCatalog], domain: str, message: Message) -> Iterator[TextMessage | None]:
    yield known[domain].get(message.key, context=message.context)
    for other in DOMAINS:
        if other != domain:
            yield known[other].get(message.key, context=message.context)


def _write(path: Path, catalog: TextCatalog) -> None:
    buffer = io.BytesIO()
    write_po(buffer, catalog, sort_output=True, no_location=True, width=120, ignore_obsolete=True)
    lines = buffer.getvalue().decode("utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith(tuple(f'"{name}' for name in _LEFT_OUT)))
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
