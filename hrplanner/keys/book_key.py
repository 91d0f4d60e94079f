"""The key of a sealed book: Argon2id of the password and of the salt that stands in the clear at the book's beginning.

The figures are those that the engine of the book would use by itself (SQLite3 Multiple Ciphers, cipher aegis, 64 MiB,
three passes), so that a sealed book can also be opened with other programs that know that engine. Nothing is kept
beside the book; the words of its recovery sheet are this key, and are good until the password changes.
"""

from __future__ import annotations

import secrets
import unicodedata

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from hrplanner.keys.recovery import SECRET_BYTES, recovery_words, secret_of
from hrplanner.keys.wrapping import SHORTEST_PASSPHRASE
from hrplanner.model.errors import Refused
from hrplanner.model.sealing import SALT_BYTES, BookKey

MEMORY_KIB = 64 * 1024
ROUNDS = 3
LANES = 1
LONGEST_PASSWORD = 1000


def check_password(password: str) -> None:
    """Refuse a password that could be found by trying."""
    if len(password.strip()) < SHORTEST_PASSPHRASE or len(set(password)) < SHORTEST_PASSPHRASE // 2:
        raise Refused("passphrase_too_short", shortest=SHORTEST_PASSPHRASE)
    if len(password) > LONGEST_PASSWORD:
        raise Refused("password_too_long", longest=LONGEST_PASSWORD)


def new_book_key(password: str) -> BookKey:
    """The key of a book that is sealed anew; refuses a password that could be found by trying."""
    check_password(password)
    return book_key(password, secrets.token_bytes(SALT_BYTES))


def book_key(password: str, salt: bytes) -> BookKey:
    """The key that this password makes for the book with this salt, whether it is the right one or not."""
    if len(password) > LONGEST_PASSWORD:
        raise Refused("password_too_long", longest=LONGEST_PASSWORD)
    typed = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
    made = Argon2id(salt=salt, length=SECRET_BYTES, iterations=ROUNDS, lanes=LANES, memory_cost=MEMORY_KIB)
    return BookKey(secret=made.derive(typed), salt=salt)


def book_key_of_words(words: str, salt: bytes) -> BookKey:
    """The key that the 24 words of a recovery sheet are."""
    return BookKey(secret=secret_of(words), salt=salt)


def words_of(key: BookKey) -> tuple[str, ...]:
    """The 24 words that open the book when the password is forgotten."""
    return recovery_words(key.secret)
