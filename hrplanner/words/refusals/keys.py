"""What stands in the way of opening a secret: a passphrase, the words of a recovery sheet, a key file."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import N_

SENTENCES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "passphrase_too_short": (
            N_("The passphrase was not taken."),
            N_("It is shorter than {shortest} characters, and could be found by trying."),
            N_("Choose a longer one, for example four words that do not belong together."),
        ),
        "passphrase_wrong": (
            N_("The key was not opened."),
            N_("The passphrase is another one."),
            N_("Look at capital letters and the keyboard, and type it again. The recovery sheet opens it too."),
        ),
        "key_file_damaged": (
            N_("The key was not opened."),
            N_("What is kept of it is not whole, or was changed."),
            N_("Make the key anew from the 24 words of the recovery sheet. Nothing was changed."),
        ),
        "recovery_words_count": (
            N_("The words of the sheet were not taken."),
            N_("The sheet has {needed} words, and {given} were typed."),
            N_("Type all words in their order, with a space between them."),
        ),
        "recovery_word_unknown": (
            N_("The words of the sheet were not taken."),
            N_("Word {place} is not a word of the list."),
            N_("Look at that word on the sheet again. Every word is English and has at most eight letters."),
        ),
        "recovery_words_wrong": (
            N_("The words of the sheet were not taken."),
            N_("All are words of the list, but they do not belong together in this order."),
            N_("Compare each word with the sheet, one by one."),
        ),
    }
)
