"""Words of a check: the three sentences it ends in, what to do next, and what is wrong where."""

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import NC_, Catalog

SOUNDNESS: Mapping[str, str] = MappingProxyType(
    {
        "sound": NC_("soundness", "This book is sound: everything in it is as it was written."),
        "damaged": NC_("soundness", "This book is damaged: something in it is not as it was written."),
        "cannot_be_opened": NC_("soundness", "This book cannot be opened."),
    }
)

FAULTS: Mapping[str, str] = MappingProxyType(
    {
        "pages": NC_("fault", "Pages of the file cannot be read"),
        "links": NC_("fault", "Rows belong to something that is not there"),
        "log_missing": NC_("fault", "Lines of the log are missing"),
        "log_altered": NC_("fault", "Lines of the log were altered"),
        "log_body_altered": NC_("fault", "What lines of the log say was altered"),
        "log_body_missing": NC_("fault", "What lines of the log say is missing"),
        "minutes_altered": NC_("fault", "Printed minutes were altered"),
        "minutes_log_head": NC_("fault", "The log no longer has what printed minutes saw of it"),
        "rows_not_as_logged": NC_("fault", "Rows were altered"),
        "digest": NC_("fault", "Sessions are not as they were last saved"),
    }
)

ROWS: Mapping[str, str] = MappingProxyType(
    {
        "office": NC_("row", "frame of the book"),
        "group": NC_("row", "group"),
        "series": NC_("row", "series"),
        "rule": NC_("row", "rule"),
        "session": NC_("row", "session"),
        "person": NC_("row", "person"),
        "tally": NC_("row", "count"),
        "turn": NC_("row", "turn"),
        "agenda_item": NC_("row", "point of the agenda"),
        "issue": NC_("row", "issue"),
        "decision": NC_("row", "decision"),
        "commitment": NC_("row", "promise"),
        "money": NC_("row", "money line"),
        "moment": NC_("row", "count at a moment"),
        "signature": NC_("row", "signature"),
        "publication": NC_("row", "publication"),
        "body": NC_("row", "committee"),
        "seat": NC_("row", "seat"),
        "minutes": NC_("row", "printed minutes"),
        "printout": NC_("row", "printout"),
        "entry": NC_("row", "line of the log"),
        "learned_word": NC_("row", "learned word"),
    }
)

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "time": NC_("backup", "while working"),
        "close": NC_("backup", "at closing"),
        "asked": NC_("backup", "asked for"),
        "upgrade": NC_("backup", "before a new version"),
        "import": NC_("backup", "before taking over from a file"),
        "merge": NC_("backup", "before merging"),
        "restore": NC_("backup", "before bringing back a copy"),
    }
)

_FAMILIES = MappingProxyType({"soundness": SOUNDNESS, "fault": FAULTS, "row": ROWS, "backup": REASONS})


def said(words: Catalog, family: str, code: str) -> str:
    """The words of a code of a check or a copy; one that nobody named is shown as it is."""
    message = _FAMILIES[family].get(code)
    return words.say_in(family, message) if message else code
