"""What stands in the way of keeping an entry in the record of a session, or of reading a record that came as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import N_

SENTENCES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "unknown_format": (
            N_("The record was not taken."),
            N_("It says that it is of the format “{format}”, and this program reads hrplan-session/1."),
            N_("Look whether a newer version of the program can read it. Nothing was taken in."),
        ),
        "unknown_field": (
            N_("The record was not taken."),
            N_("It has the field “{field}”, which this program does not know and would lose."),
            N_("Look for a spelling mistake, or use a newer version of the program. Nothing was changed."),
        ),
        "field_missing": (
            N_("“{field}” is still empty."),
            N_("Without it the entry could not be found or understood later."),
            N_("Fill it in and try again. Nothing else that you typed is lost."),
        ),
        "field_not_understood": (
            N_("“{value}” cannot stand in “{field}”."),
            N_("It is none of the values that this field can have."),
            N_("Correct it, or leave it empty if it is not known."),
        ),
        "field_not_a_number": (
            N_("“{value}” cannot stand in “{field}”."),
            N_("Only a whole number can stand there, and unknown is left empty, not zero."),
            N_("Correct the number, or leave it empty if it is not known."),
        ),
        "not_an_object": (
            N_("The record was not taken."),
            N_("At “{field}” it has no names for its values."),
            N_("Get the record again from where it came. Nothing was taken in."),
        ),
        "key_twice": (
            N_("The record was not taken."),
            N_("“{field}” stands twice in it, and it is not clear which one counts."),
            N_("Get the record again from where it came. Nothing was taken in."),
        ),
        "not_a_list": (
            N_("The record was not taken."),
            N_("At “{field}” it has one value where a list belongs."),
            N_("Get the record again from where it came. Nothing was taken in."),
        ),
        "nothing_entered": (
            N_("Nobody was added yet."),
            N_("There is no name, no age and no group to remember this person by."),
            N_("Type a name, or press the key of a group to count somebody without a name."),
        ),
        "age_not_possible": (
            N_("The age {age} was not kept."),
            N_("Ages from 0 to 130 can be kept."),
            N_("Correct the age, or leave it empty if it was not said."),
        ),
        "groups_exclude_each_other": (
            N_("“{one}” and “{other}” were not both kept."),
            N_("A person has one of them at a time; other groups may overlap."),
            N_("Choose the one that this person said."),
        ),
        "standing_point": (
            N_("This point was not changed."),
            N_("It is part of every agenda, and its words and time come from the program."),
            N_("Add a point of your own above, or change one of yours."),
        ),
        "reason_needed": (
            N_("The answer “{answer}” was not kept."),
            N_("Whoever raised the matter has a right to a plain reason, and to know which office gave it."),
            N_("Write the reason and the office, then choose the answer again."),
        ),
        "no_session_open": (
            N_("There is no session to write in."),
            N_("No session is open."),
            N_("Open one under Sessions, or make a new one."),
        ),
        "number_taken": (
            N_("The number {number} was not given."),
            N_("Another session of this book has it."),
            N_("Choose another number. The form suggests the next free one."),
        ),
        "changed_meanwhile": (
            N_("This change was not kept."),
            N_("The entry was changed somewhere else in the meantime."),
            N_("Look at the entry as it is now and make the change again. Nothing else was lost."),
        ),
        "book_not_empty": (
            N_("Nothing was taken in."),
            N_("A whole book can only go into one that holds no session yet."),
            N_("Make a new book and import into that."),
        ),
        "record_damaged": (
            N_("Nothing was taken in."),
            N_("The file is not as the program wrote it: a row lacks a column or holds one too many."),
            N_("Export it again from the book it came from."),
        ),
        "nothing_to_share": (
            N_("Nothing was handed out."),
            N_("The book holds no session yet."),
            N_("Write a session down first."),
        ),
        "share_names_found": (
            N_("Nothing was handed out."),
            N_("What was written in session {session} ({code}) names a person from a list of this book."),
            N_("Write it without the name, then share again."),
        ),
        "not_a_packet": (
            N_("No note was written."),
            N_("Notes of a review are written in a packet that an office handed out; this is an office's own book."),
            N_("Open the packet."),
        ),
        "nothing_to_return": (
            N_("No file was written."),
            N_("There is no note of yours in this packet."),
            N_("Write a note or a statement first."),
        ),
        "review_not_answered": (
            N_("The minutes were not marked as ratified."),
            N_("A partner's notes on this record still wait for an answer: {notes}."),
            N_("Answer them first; the answers go out with the next packet."),
        ),
        "review_damaged": (
            N_("Nothing was taken in."),
            N_("The file of the review is not whole, or was changed after it was written."),
            N_("Ask the partner for the file again."),
        ),
        "review_of_another_book": (
            N_("Nothing was taken in."),
            N_("This review is of another office's book."),
            N_("Open the book it belongs to, and take it in there."),
        ),
        "review_of_unknown_packet": (
            N_("Nothing was taken in."),
            N_("This book does not know the packet that was reviewed."),
            N_("If another laptop handed it out, merge that laptop's copy first."),
        ),
        "not_a_copy": (
            N_("The two files were not merged."),
            N_("They are not copies of one book: another office, or another beginning."),
            N_("To take sessions over from another office's book, export them there and import them here."),
        ),
        "merge_changes_much": (
            N_("Nothing was merged yet."),
            N_("{changed} of {rows} rows of this book would change and {gone} would be removed. That is a lot."),
            N_("Look at what would change first. If it is right, merge again and say that you have seen it."),
        ),
        "not_in_bin": (
            N_("This was not put back."),
            N_("It is not in the bin any more; it was put back already, or erased."),
            N_("Look at the list again. Nothing was changed."),
        ),
        "book_is_read_only": (
            N_("Nothing can be written in this book."),
            N_(
                "It was opened to be read only, as a copy from somebody else or from a drive that cannot be written on."
            ),
            N_("Copy the file to a place where you may write, and open the copy."),
        ),
        "book_is_read_only:packet": (
            N_("Nothing can be changed in a packet."),
            N_("An office handed it out to be read and reviewed, so it has to stay as it was handed out."),
            N_("Write what should be different as a note of your review, and hand the review back."),
        ),
    }
)
