"""What to know about the place of a book, in two sentences; nothing about the own disk."""

from hrplanner.model.medium import Medium
from hrplanner.words.catalog import Catalog


def medium_said(words: Catalog, medium: Medium) -> tuple[str, str]:
    """What it lies on, and what to do for it; empty for the own disk."""
    say = words.say
    return {
        Medium.OWN: ("", ""),
        Medium.STICK: (
            say("This book lies on a stick."),
            say("Close the book before you pull the stick out. Copies are kept on this computer."),
        ),
        Medium.SHARE: (
            say("This book lies on a drive of the network."),
            say("Others can only read while you write. For long work, copy it to this computer and copy it back."),
        ),
        Medium.SYNCED: (
            say("This book lies in a folder that another program copies to other computers."),
            say("Open it on one computer at a time, and only when the copying is done; names leave this computer."),
        ),
        Medium.DISC: (
            say("This book lies on a disc that can only be read."),
            say("To work on it, copy it to this computer and open the copy."),
        ),
    }[medium]
