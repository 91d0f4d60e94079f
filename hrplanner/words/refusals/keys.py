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
        "passphrase_needed": (
            N_("The key was not opened."),
            N_("No passphrase was given, and nobody can be asked for one here."),
            N_("Put it into a file and name that with --passphrase-file, or into the variable {variable}."),
        ),
        "secret_file_unreadable": (
            N_("The key was not opened."),
            N_("The file that holds the passphrase or the words could not be read."),
            N_("Look at the name of the file, and whether you may read it."),
        ),
        "words_needed": (
            N_("The key was not made anew."),
            N_("The 24 words of the recovery sheet were not given."),
            N_("Type them into a file and name that with --words-file; remove the file afterwards."),
        ),
        "key_there_already": (
            N_("No key was made."),
            N_("This computer keeps a signing key of this office already."),
            N_("Sign with that one. Its public half is shown by hrplanner key FILE show."),
        ),
        "key_of_another_office": (
            N_("The key was not taken."),
            N_("The words belong to another key than the one this book signs with."),
            N_("Look for the recovery sheet of this office."),
        ),
        "no_key_yet": (
            N_("Nothing was signed."),
            N_("This computer keeps no signing key of this office."),
            N_("Make one, or make it anew from the recovery sheet of the office."),
        ),
        "not_a_public_key": (
            N_("No public key was found."),
            N_("The line of a public key begins with HRP1:K: and ends in four letters that check the rest."),
            N_("Copy the whole line from the office that signs, or take its file."),
        ),
        "nobody_to_erase": (
            N_("Nobody was erased."),
            N_("No named line of a list is like that."),
            N_("Look at the spelling, the number of the session and the code. A line without a name needs no erasing."),
        ),
        "nobody_to_ask": (
            N_("No answer was noted."),
            N_("No named line of a list is like that."),
            N_("Look at the spelling, the number of the session and the code."),
        ),
        "not_a_restricted_field": (
            N_("Nothing was switched."),
            N_("{given} is not a field that can be switched off."),
            N_("Those are disability, indigenous, caste and religion."),
        ),
        "months_out_of_range": (
            N_("The time for names was not changed."),
            N_("It is counted in months, from 0 to {most}."),
            N_("Type a whole number of months."),
        ),
        "password_too_long": (
            N_("The password was not taken."),
            N_("It is longer than {longest} characters."),
            N_("Choose a shorter one, for example four words that do not belong together."),
        ),
        "password_missing": (
            N_("The book {path} was not opened."),
            N_("It is sealed, and no password was given."),
            N_("Run the command in a terminal, which asks for it, or name a file that holds it: --password-file FILE."),
        ),
        "passwords_differ": (
            N_("The password was not taken."),
            N_("It was typed in two different ways."),
            N_("The two are different: type it twice in the same way. Nothing was changed."),
        ),
        "sheet_needed": (
            N_("The book was not sealed."),
            N_("Nobody said where the recovery sheet goes; without it a forgotten password is the end of the book."),
            N_("Name a file for it: --out PDF. Print that once, put it into an envelope, and delete the file."),
        ),
        "sealed": (
            N_("The book {path} was not opened."),
            N_("It is sealed with a password."),
            N_("Open it with its password, or with the 24 words of its recovery sheet."),
        ),
        "not_sealed": (
            N_("Nothing was done with {path}."),
            N_("It is not sealed, and a password was given."),
            N_("If it should be sealed, somebody may have put another file in its place. Compare it with a copy."),
        ),
        "already_sealed": (
            N_("The book {path} was not sealed."),
            N_("It is sealed already."),
            N_("To seal it with another password, change the password."),
        ),
        "key_wrong": (
            N_("The book {path} was not opened."),
            N_("The password is another one, or the first page of the file is damaged: the two look alike."),
            N_("Look at capital letters and the keyboard, and type it again. The recovery sheet opens the book too."),
        ),
        "cannot_seal": (
            N_("Nothing was written to {path}."),
            N_("This program was put together without the part that seals, and would have written a plain file."),
            N_("Install the program anew from its own package."),
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
