"""The office's signing key: made, opened by its passphrase or its recovery words, and known to the book.

The secret never enters the book: it would travel with every copy of it. It is kept on this computer, wrapped by the
passphrase; the book keeps the public keys.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from hrplanner.keys import signing
from hrplanner.keys.recovery import recovery_words, secret_of
from hrplanner.keys.wrapping import as_plain, from_plain, unwrap, wrap
from hrplanner.model.errors import Refused
from hrplanner.model.office import Office
from hrplanner.model.office_key import OfficeKey, office_key, parse_key
from hrplanner.model.sealing import Opens, SheetWords
from hrplanner.model.signed_summary import SignedSummary, Statement, as_stated, message_of, signed_text
from hrplanner.usecases.ports import Evidence, KeyShelf, Press
from hrplanner.usecases.workspace import Workspace

PURPOSE = "office-signing-key"
_KNOWN = "known-public-keys"


@dataclass(frozen=True, slots=True)
class Signer:
    """The office's key while it is open; the secret is in no message and no report."""

    seed: bytes = field(repr=False)

    @property
    def public(self) -> bytes:
        """The public half."""
        return signing.public_key(self.seed)

    @property
    def name(self) -> str:
        """The short name of the key, in groups of four."""
        return _grouped(self.public)

    def signed(self, statement: Statement) -> str:
        """The whole code of a statement."""
        stated = as_stated(statement)
        signature = signing.sign(self.seed, message_of(stated))
        return signed_text(stated, signature=signature, key=signing.key_id(self.public))


def has_key(shelf: KeyShelf, office: Office) -> bool:
    """Whether this computer keeps a signing key of the office."""
    return shelf.read(office.id.hex()) is not None


def make_key(space: Workspace, shelf: KeyShelf, passphrase: str) -> tuple[Signer, tuple[str, ...]]:
    """A new key and the 24 words for its recovery sheet; refuses where there is one already."""
    if has_key(shelf, space.office):
        raise Refused("key_there_already")
    signer = Signer(signing.new_seed())
    _keep(space, shelf, signer, passphrase)
    return signer, words_of(signer)


def recover_key(space: Workspace, shelf: KeyShelf, words: str, passphrase: str) -> Signer:
    """The key of a recovery sheet, kept on this computer under a new passphrase."""
    signer = Signer(secret_of(words))
    own = next((one for one in space.office.keys if one.own), None)
    if own is not None and own.public != signer.public:
        raise Refused("key_of_another_office")
    _keep(space, shelf, signer, passphrase)
    return signer


def open_key(shelf: KeyShelf, office: Office, passphrase: str) -> Signer:
    """The key by its passphrase."""
    kept = shelf.read(office.id.hex())
    if kept is None:
        raise Refused("no_key_yet")
    try:
        wrapped = from_plain(json.loads(kept))
    except ValueError:
        raise Refused("key_file_damaged") from None
    return Signer(unwrap(wrapped, passphrase, purpose=PURPOSE))


def know_key(space: Workspace, key: OfficeKey) -> None:
    """Keep the public key of another office in the book."""
    space.run_office("know_key", lambda office: office.with_key(key), about=signing.key_id(key.public))


def keys_of(evidence: Evidence) -> tuple[OfficeKey, ...]:
    """The public keys that were read from a file, a picture or a line; refuses where there is none."""
    if not evidence.keys:
        raise Refused("not_a_public_key")
    return evidence.keys


def keys_known_here(shelf: KeyShelf) -> tuple[OfficeKey, ...]:
    """The public keys that were shown to this computer, to check papers without any book."""
    found = []
    for line in (shelf.read(_KNOWN) or "").splitlines():
        with suppress(Refused):  # a line that somebody changed in the file names no key
            found.append(parse_key(line))
    return tuple(found)


def know_here(shelf: KeyShelf, keys: Iterable[OfficeKey]) -> None:
    """Keep public keys on this computer; whoever does this has compared their words."""
    lines = dict.fromkeys(one.text for one in (*keys_known_here(shelf), *keys))
    shelf.keep(_KNOWN, "".join(f"{line}\n" for line in lines))


def public_sheet(office: Office, press: Press) -> bytes:
    """The page with the own public key as a PDF, in the language of the office's papers; refuses `no_key_yet`."""
    own = own_key(office)
    return press.key_sheet(own, short=key_name(own), language=office.paper_language, practice=office.practice)


def own_key(office: Office) -> OfficeKey:
    """The public key that the office signs with; refuses `no_key_yet`."""
    own = next((one for one in office.keys if one.own), None)
    if own is None:
        raise Refused("no_key_yet")
    return own


def signed_by(summary: SignedSummary, keys: Iterable[OfficeKey]) -> OfficeKey | None:
    """The known key that the summary names; None where none of them does. Whether it signed is `is_proved`."""
    return next((one for one in keys if signing.key_id(one.public) == summary.key), None)


def is_proved(summary: SignedSummary, key: OfficeKey) -> bool:
    """Whether the key signed exactly this summary."""
    return signing.is_signed(key.public, summary.message, summary.signature)


def key_name(key: OfficeKey) -> str:
    """The short name of a key in groups of four, to compare over the telephone."""
    return _grouped(key.public)


def words_of(signer: Signer) -> tuple[str, ...]:
    """The 24 words of its recovery sheet."""
    return recovery_words(signer.seed)


def sheet_words(signer: Signer) -> SheetWords:
    """The same as the recovery sheet prints them, under the short name of the key."""
    return SheetWords(opens=Opens.SIGNING_KEY, name=signer.name, words=words_of(signer))


def change_passphrase(shelf: KeyShelf, office: Office, old: str, new: str) -> Signer:
    """The same key under another passphrase."""
    signer = open_key(shelf, office, old)
    shelf.keep(office.id.hex(), _wrapped(signer, new))
    return signer


def _grouped(public: bytes) -> str:
    name = signing.key_id(public)
    return "-".join(name[start : start + 4] for start in range(0, 12, 4))


def _wrapped(signer: Signer, passphrase: str) -> str:
    return json.dumps(as_plain(wrap(signer.seed, passphrase, purpose=PURPOSE)), indent=1)


def _keep(space: Workspace, shelf: KeyShelf, signer: Signer, passphrase: str) -> None:
    shelf.keep(space.office.id.hex(), _wrapped(signer, passphrase))
    own = office_key(name=space.office.name, public=signer.public, own=True)
    space.run_office("make_key", lambda office: office.with_key(own), about=signing.key_id(own.public))
