"""A secret of 32 bytes that only a passphrase opens: the office's signing key, the key of a sealed book.

Argon2id (64 MiB, three passes) makes a key from the passphrase, ChaCha20-Poly1305 wraps the secret with it. The usual
encrypted PKCS#8 file is not used: its key takes 0.6 ms to try, this one 150 ms and 64 MiB. What opens the secret when
the passphrase is forgotten is in `recovery`.
"""

from __future__ import annotations

import base64
import binascii
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from hrplanner.model.errors import Refused

SHORTEST_PASSPHRASE = 8
_FORMAT = "hrplan-wrapped/1"
_MOST_MEMORY, _MOST_ROUNDS, _MOST_LANES = 1 << 20, 20, 16  # a hostile file cannot ask for more


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapped:
    """What a passphrase opens; `memory` in KiB. Safe to keep on disk, as far as the passphrase is hard to guess."""

    salt: bytes
    nonce: bytes
    content: bytes
    memory: int = 64 * 1024
    rounds: int = 3
    lanes: int = 4


def wrap(secret: bytes, passphrase: str, *, purpose: str) -> Wrapped:
    """The secret under a new salt, for one purpose; refuses a passphrase under 8 letters."""
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise Refused("passphrase_too_short", shortest=SHORTEST_PASSPHRASE)
    empty = Wrapped(salt=secrets.token_bytes(16), nonce=secrets.token_bytes(12), content=b"")
    content = _cipher(empty, passphrase).encrypt(empty.nonce, secret, purpose.encode())
    return Wrapped(salt=empty.salt, nonce=empty.nonce, content=content)


def unwrap(wrapped: Wrapped, passphrase: str, *, purpose: str) -> bytes:
    """The secret; Refused("passphrase_wrong") where the passphrase, the purpose or a byte is another one."""
    try:
        return _cipher(wrapped, passphrase).decrypt(wrapped.nonce, wrapped.content, purpose.encode())
    except InvalidTag:
        raise Refused("passphrase_wrong") from None


def as_plain(wrapped: Wrapped) -> dict[str, Any]:
    """The wrapped secret as JSON holds it."""
    texts = {name: base64.b64encode(getattr(wrapped, name)).decode() for name in ("salt", "nonce", "content")}
    return {"format": _FORMAT, **texts, "memory": wrapped.memory, "rounds": wrapped.rounds, "lanes": wrapped.lanes}


def from_plain(plain: Mapping[str, Any]) -> Wrapped:
    """The wrapped secret again; Refused("key_file_damaged") where it is not one, or asks for more than is sensible."""
    try:
        salt, nonce, content = (base64.b64decode(plain[name], validate=True) for name in ("salt", "nonce", "content"))
        memory, rounds, lanes = (plain[name] for name in ("memory", "rounds", "lanes"))
        numbers = all(type(one) is int for one in (memory, rounds, lanes))
    except (KeyError, TypeError, ValueError, binascii.Error):
        raise Refused("key_file_damaged") from None
    sensible = numbers and 8 * lanes <= memory <= _MOST_MEMORY and 1 <= rounds <= _MOST_ROUNDS
    if plain.get("format") != _FORMAT or not sensible or not 1 <= lanes <= _MOST_LANES or len(nonce) != 12:
        raise Refused("key_file_damaged")
    if len(salt) < 8:
        raise Refused("key_file_damaged")
    return Wrapped(salt=salt, nonce=nonce, content=content, memory=memory, rounds=rounds, lanes=lanes)


def _cipher(wrapped: Wrapped, passphrase: str) -> ChaCha20Poly1305:
    """Two keyboards may type one letter in two ways; both open the secret."""
    typed = unicodedata.normalize("NFKC", passphrase).strip().encode("utf-8", "surrogatepass")
    made = Argon2id(
        salt=wrapped.salt, length=32, iterations=wrapped.rounds, lanes=wrapped.lanes, memory_cost=wrapped.memory
    )
    return ChaCha20Poly1305(made.derive(typed))
