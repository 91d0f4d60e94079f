"""What stands in the way of opening, keeping or copying a record book."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import N_

SENTENCES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "not_found": (
            N_("The file {path} was not found."),
            N_("It was moved or renamed, or the drive it lies on is not connected."),
            N_("Connect the drive, or choose the file again where it is now."),
        ),
        "would_replace_book": (
            N_("{path} was not written."),
            N_("A record book lies there, and nothing ever takes the place of a book."),
            N_("Choose another name for the printout."),
        ),
        "name_too_long": (
            N_("{path} could not be used as the name of a file."),
            N_("The name, or the path to it, is longer than the drive allows."),
            N_("Choose a shorter name, or a folder nearer to the top."),
        ),
        "name_not_utf8": (
            N_("{path} was not opened."),
            N_("Its name has letters that are not written as UTF-8, and a book cannot be kept under such a name."),
            N_("Give the file, and the folders it lies in, another name. The file was not touched."),
        ),
        "not_a_file": (
            N_("{path} was not read."),
            N_("It is a device or a pipe, and reading it might never come to an end."),
            N_("Save what it gives into a file, and choose that file. Nothing was changed."),
        ),
        "answer_not_written": (
            N_("The answer could not be shown."),
            N_("Standard output was closed, or there is no room left where it goes."),
            N_("What the command had to do is done. To see the answer, run the command again with room for it."),
        ),
        "disk_full": (
            N_("{path} was not written."),
            N_("There is not enough room left on the drive."),
            N_("Make room or choose another drive, then try again. What was kept before is safe."),
        ),
        "cannot_write": (
            N_("{path} was not written."),
            N_("The system does not let this program write there, or the drive was taken out."),
            N_("Look whether the drive is connected and not locked, or choose another folder. The old state is safe."),
        ),
        "cannot_read": (
            N_("{path} could not be read."),
            N_("The system does not let this program read it, or the drive was taken out."),
            N_("Look whether the drive is connected, or copy the file to your own folder. The file was not touched."),
        ),
        "in_use": (
            N_("{path} is in use."),
            N_("Another window or another program is working with it at this moment."),
            N_("Close it there, or wait a moment and try again."),
        ),
        "in_use_by": (
            N_("{path} is open on {where}."),
            N_("{who} has had it open there since {since}, and only one at a time can write in a book."),
            N_("Close it there and try again. Until then it can be read here. Nothing was changed."),
        ),
        "too_slow": (
            N_("{path} was not opened."),
            N_("Reading it took far longer than a book of its size takes; it may be made to stop a program."),
            N_("Do not use it, and ask for another copy where it came from. The file was not touched."),
        ),
        "nothing_to_salvage": (
            N_("Nothing could be brought out of {path}."),
            N_("Neither a session nor the frame of a book can be read in it."),
            N_("Open the newest copy, and keep this file for whoever can help. The file was not touched."),
        ),
        "no_such_backup": (
            N_("The copy {path} was not brought back."),
            N_("There is no copy of this name among those of the book."),
            N_("List the copies first, and take a name from the list. Nothing was changed."),
        ),
        "unfinished_save": (
            N_("{path} was opened in the middle of a save."),
            N_("The last save was interrupted, and the part that finishes it cannot be written here."),
            N_(
                "Copy it, together with the file beside it that ends in -journal, to your own folder and open it there."
            ),
        ),
        "not_a_practice_book": (
            N_("The practice town was not built."),
            N_("{path} is there already, and is a book of a real office."),
            N_("Choose another folder. The book was not touched."),
        ),
        "older_book": (
            N_("{path} was not opened."),
            N_("An older version of this program wrote it, and it cannot be brought up to date while it is only read."),
            N_("Open it for writing once; a copy of the old file is kept beside it."),
        ),
        "upgrade_lost_rows": (
            N_("{path} was not brought up to date."),
            N_("After the step to the new format fewer rows were there than before, so the step was taken back."),
            N_("The file is as it was. Open it with the version it comes from, and keep a copy for whoever can help."),
        ),
        "exists": (
            N_("{path} was not written."),
            N_("There is already a file of this name, and nothing is ever written over."),
            N_("Choose another name, or move the other file away."),
        ),
        "altered": (
            N_("{path} was not opened."),
            N_("It was changed by something other than this program, so that what is in it cannot be relied on."),
            N_(
                "Open the newest copy, and keep this file as it is for whoever looks into it. The file was not touched."
            ),
        ),
        "is_a_folder": (
            N_("{path} is a folder, not a file."),
            N_("A record book is one file whose name ends in .hrplan."),
            N_("Choose the file inside the folder."),
        ),
        "not_a_book": (
            N_("{path} was not opened."),
            N_("It is another kind of file, not a record book of this program."),
            N_("Choose a file whose name ends in .hrplan. To take in a table, open a book and choose Import."),
        ),
        "newer_book": (
            N_("{path} was not opened."),
            N_("A newer version of this program wrote it, and this version could lose parts of it."),
            N_("Use the newer version. The file was not touched."),
        ),
        "cut_short": (
            N_("{path} was not opened."),
            N_("The end of the file is missing, as when a copy was stopped or a stick was pulled out too early."),
            N_("Copy the file again from where it came, or open another copy. The file was not touched."),
        ),
        "damaged": (
            N_("{path} was not opened."),
            N_("Parts of the file cannot be read. This comes from the disk or the stick, not from you."),
            N_("Open the newest copy, and keep this file for whoever can help. The file was not touched."),
        ),
    }
)
