"""The public key of an office: what anybody may have, to tell the office's own paper from another's.

    HRP1:K:<name of the office>:<key in base 32>:<check>

The same line is the file, the code on paper and what somebody types. `check` are four characters of the digest of the
line before it, so that a slip in typing is found. Making and using keys is in `keys`.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass

from hrplanner.model.errors import Refused
from hrplanner.model.ids import RowId, new_id
from hrplanner.model.page_code import read_number, written_number

KEY_BYTES = 32
_FIELDS = re.compile(r"(?P<line>HRP1:K:(?P<name>[A-Z0-9.*%-]+):(?P<key>[A-Z2-7]{52})):(?P<check>[A-Z2-7]{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeKey:
    """A public key, in hex, that a book knows; `own` where the office of the book signs with it."""

    id: RowId
    name: str
    key: str
    own: bool = False

    @property
    def public(self) -> bytes:
        """The 32 bytes."""
        return bytes.fromhex(self.key)

    @property
    def text(self) -> str:
        """The key as its line."""
        spelled = base64.b32encode(self.public).decode().rstrip("=")
        line = f"HRP1:K:{written_number(self.name)}:{spelled}"
        return f"{line}:{_check(line)}"


def office_key(*, name: str, public: bytes, own: bool = False) -> OfficeKey:
    """A key under the name of its office."""
    return OfficeKey(id=RowId(new_id()), name=name, key=public.hex(), own=own)


def parse_key(text: str) -> OfficeKey:
    """The key of a line, in capital letters or small ones; refuses `not_a_public_key`."""
    found = _FIELDS.search(text.strip().upper())
    if found is None or _check(found["line"]) != found["check"]:
        raise Refused("not_a_public_key")
    try:
        public = base64.b32decode(found["key"] + "====")
        name = read_number(found["name"])
    except (binascii.Error, Refused):
        raise Refused("not_a_public_key") from None
    return office_key(name=name, public=public)


def _check(line: str) -> str:
    return base64.b32encode(hashlib.sha256(line.encode()).digest())[:4].decode()
