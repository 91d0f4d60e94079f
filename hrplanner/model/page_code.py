"""The grammar of the codes on paper: what a page says of itself.

    HRP1:<kind>:<number>:<version>:<page>/<pages>:<fingerprint>

Only characters of the alphanumeric set of QR codes, so that the code of a page stays at 29 modules. `kind` is M for
minutes, S for a summary, a letter for each of the other papers, W for the facts in plain words on a first page (always
its page 1 of 1), with P in front where the data are invented. In the number `*` changes between capital and small
letters, `%XX` is a byte of UTF-8. The fingerprint is the first 128 bits of the record's SHA-256 in base 32.
Drawing and reading codes is in `reports`, the fingerprint in six words in `words`.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from hrplanner.model.errors import Refused

PREFIX = "HRP1:"
FINGERPRINT_BYTES = 16
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "minutes": "M",
        "summary": "S",
        "notice": "N",
        "agenda": "A",
        "script": "F",
        "sign-in": "I",
        "tally": "T",
        "rights": "R",
        "read-back": "B",
        "answers": "Y",
        "targets": "G",
        "unknowns": "U",
        "kit": "K",
        "facts": "W",
    }
)
_DOCUMENTS: Mapping[str, str] = MappingProxyType({letter: document for document, letter in _KINDS.items()})
_LONGEST_NUMBER = 400
_FIELDS = re.compile(
    rf"HRP1:(?P<practice>P?)(?P<kind>[{''.join(_DOCUMENTS)}]):(?P<number>[A-Z0-9.*%-]+):(?P<version>[1-9][0-9]{{0,8}})"
    r":(?P<page>[1-9][0-9]{0,4})/(?P<pages>[1-9][0-9]{0,4}):(?P<fingerprint>[A-Z2-7]{26})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCode:
    """What one page says of itself; `document` is the kind of paper, `fingerprint` 26 characters of base 32."""

    document: str
    number: str
    version: int
    page: int
    pages: int
    fingerprint: str
    practice: bool = False

    @property
    def text(self) -> str:
        """The code as it is printed."""
        kind = ("P" if self.practice else "") + _KINDS[self.document]
        place = f"{self.page}/{self.pages}"
        return f"{PREFIX}{kind}:{written_number(self.number)}:{self.version}:{place}:{self.fingerprint}"

    @property
    def digest_start(self) -> bytes:
        """The 16 bytes with which the digest of the record must begin."""
        return base64.b32decode(self.fingerprint + "======")


def parse_code(text: str) -> PageCode:
    """The code of a page; refuses `not_ours` (another kind of code) and `code_damaged` (ours, but not whole)."""
    trimmed = text.strip()
    if not trimmed.startswith(PREFIX):
        raise Refused("not_ours")
    found = _FIELDS.fullmatch(trimmed)
    if found is None or int(found["page"]) > int(found["pages"]):
        raise Refused("code_damaged")
    code = PageCode(
        document=_DOCUMENTS[found["kind"]],
        number=read_number(found["number"]),
        version=int(found["version"]),
        page=int(found["page"]),
        pages=int(found["pages"]),
        fingerprint=found["fingerprint"],
        practice=bool(found["practice"]),
    )
    if fingerprint(code.digest_start) != code.fingerprint:  # the last character has bits to spare
        raise Refused("code_damaged")
    if code.text != trimmed:  # two spellings of one number would be two codes for one page
        raise Refused("code_damaged")
    return code


def has_code(document: str) -> bool:
    """Whether the grammar has a letter for this kind of document."""
    return document in _KINDS


def fingerprint(digest: bytes) -> str:
    """The first 128 bits of a digest as 26 characters; refuses what is too short to be one."""
    if len(digest) < FINGERPRINT_BYTES:
        raise Refused("digest_too_short", length=len(digest))
    return base64.b32encode(digest[:FINGERPRINT_BYTES]).decode("ascii").rstrip("=")


def written_number(number: str) -> str:
    """The number of a session in the characters of a code."""
    out: list[str] = []
    small = False
    for character in number:
        if character.isascii() and character.isalpha():
            if character.islower() != small:
                out.append("*")
                small = not small
            out.append(character.upper())
        elif character in _PLAIN:
            out.append(character)
        else:
            out.extend(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))
    return "".join(out)


def read_number(written: str) -> str:
    """The number again; refuses `code_damaged`."""
    out = bytearray()
    small = False
    position = 0
    while position < len(written):
        character = written[position]
        if character == "*":
            small = not small
        elif character == "%":
            out += _byte(written[position + 1 : position + 3])
            position += 2
        else:
            out += (character.lower() if small else character).encode("ascii")
        position += 1
    try:
        number = out.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        raise Refused("code_damaged") from None
    if not number or len(number) > _LONGEST_NUMBER:
        raise Refused("code_damaged")
    return number


def _byte(hexadecimal: str) -> bytes:
    try:
        return binascii.unhexlify(hexadecimal)
    except (binascii.Error, ValueError):
        raise Refused("code_damaged") from None
