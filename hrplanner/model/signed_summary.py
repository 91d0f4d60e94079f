"""The signed summary of a first page: the facts of one version, which a signature proves without any book.

    HRP1:F:<number>:<version>:1/1:<fingerprint>:<payload>:<signature>:<key>

The payload is base 32 of the rest of the record's digest, the head of the log's chain (16 bytes), the beginning of the
digest of the words in plain language that are printed beside it (12 bytes), and the facts as UTF-8. The signature is
over everything before it. Signing is in `keys`, the words in `reports`.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import unicodedata
from dataclasses import dataclass, replace

from hrplanner.model.errors import Refused
from hrplanner.model.page_code import FINGERPRINT_BYTES, fingerprint, read_number, written_number

DOMAIN = b"hrplan-summary/1\n"
HIDDEN = "*"
"""Stands for a count so small that it points at persons."""
_HEAD_BYTES, _WORDS_BYTES, _SIGNATURE_BYTES = 16, 12, 64
_LONGEST_OFFICE, _LONGEST_PLACE = 40, 32  # characters; the plain words beside it have more room
_FIELDS = re.compile(
    r"HRP1:(?P<practice>P?)F:(?P<number>[A-Z0-9.*%-]+):(?P<version>[1-9][0-9]{0,8}):1/1:(?P<fingerprint>[A-Z2-7]{26})"
    r":(?P<payload>[A-Z2-7]{72,900}):(?P<signature>[A-Z2-7]{103}):(?P<key>[A-Z2-7]{13})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What an office says of one version. Counts as text: digits, a range, nothing where not known, or `HIDDEN`.

    `digest` in hex, whole; `log_head` and `words` in hex, as far as they are in the code; `date` as ISO, or as written.
    """

    office: str
    number: str
    version: int
    digest: str
    log_head: str
    words: str
    date: str = ""
    place: str = ""
    heads: str = ""
    signatures: str = ""
    slips: str = ""
    decisions: str = ""
    commitments: str = ""
    practice: bool = False


FACTS = ("office", "place", "date", "heads", "signatures", "slips", "decisions", "commitments")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedSummary:
    """A statement as it was read: `text` is the whole code, `message` what was signed, `key` the name of the key."""

    statement: Statement
    text: str
    signature: bytes
    key: str

    @property
    def message(self) -> bytes:
        """The bytes under the signature."""
        return DOMAIN + self.text.rsplit(":", 2)[0].encode()


def unsigned_text(statement: Statement) -> str:
    """The code up to the signature."""
    digest = bytes.fromhex(statement.digest)
    facts = "\n".join(_one_line(getattr(statement, name)) for name in FACTS)
    proof = digest[FINGERPRINT_BYTES:] + bytes.fromhex(statement.log_head) + bytes.fromhex(statement.words)
    kind = "PF" if statement.practice else "F"
    number = written_number(statement.number)
    return f"HRP1:{kind}:{number}:{statement.version}:1/1:{fingerprint(digest)}:{_spelled(proof + facts.encode())}"


def message_of(statement: Statement) -> bytes:
    """What the office signs."""
    return DOMAIN + unsigned_text(statement).encode()


def signed_text(statement: Statement, *, signature: bytes, key: str) -> str:
    """The whole code."""
    return f"{unsigned_text(statement)}:{_spelled(signature)}:{key}"


def as_stated(statement: Statement) -> Statement:
    """The statement as its code holds it: long names cut, digests as far as they are kept."""
    return replace(
        statement,
        office=_one_line(statement.office)[:_LONGEST_OFFICE].rstrip(),
        place=_one_line(statement.place)[:_LONGEST_PLACE].rstrip(),
        log_head=statement.log_head[: 2 * _HEAD_BYTES],
        words=statement.words[: 2 * _WORDS_BYTES],
    )


def digest_of_words(words: str) -> str:
    """What a statement keeps of the plain words beside it; how spaces were broken does not count."""
    plain = " ".join(unicodedata.normalize("NFC", words).split())
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[: 2 * _WORDS_BYTES]


def is_summary(text: str) -> bool:
    """Whether a code claims to be a signed summary."""
    return text.strip().startswith(("HRP1:F:", "HRP1:PF:"))


def parse_summary(text: str) -> SignedSummary:
    """The summary of a code; refuses `code_damaged` where it is not whole, or not spelled in the one way."""
    trimmed = text.strip()
    found = _FIELDS.fullmatch(trimmed)
    if found is None:
        raise Refused("code_damaged")
    payload, signature = _bytes(found["payload"]), _bytes(found["signature"])
    rest, proof = payload[:FINGERPRINT_BYTES], payload[FINGERPRINT_BYTES:]
    head, proof = proof[:_HEAD_BYTES], proof[_HEAD_BYTES:]
    try:
        facts = proof[_WORDS_BYTES:].decode().split("\n")
    except UnicodeDecodeError:
        raise Refused("code_damaged") from None
    if len(facts) != len(FACTS) or len(signature) != _SIGNATURE_BYTES:
        raise Refused("code_damaged")
    statement = Statement(
        number=read_number(found["number"]),
        version=int(found["version"]),
        digest=(_bytes(found["fingerprint"]) + rest).hex(),
        log_head=head.hex(),
        words=proof[:_WORDS_BYTES].hex(),
        practice=bool(found["practice"]),
        **dict(zip(FACTS, facts, strict=True)),
    )
    if signed_text(statement, signature=signature, key=found["key"]) != trimmed:
        raise Refused("code_damaged")
    return SignedSummary(statement=statement, text=trimmed, signature=signature, key=found["key"])


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _spelled(content: bytes) -> str:
    return base64.b32encode(content).decode().rstrip("=")


def _bytes(spelled: str) -> bytes:
    """Refuses a length that no number of bytes has; spare bits are caught when the code is spelled again."""
    try:
        return base64.b32decode(spelled + "=" * (-len(spelled) % 8))
    except binascii.Error:
        raise Refused("code_damaged") from None
