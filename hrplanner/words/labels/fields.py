"""Names of what a session and its rows consist of, as columns, forms and messages call them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hrplanner.words.catalog import NC_

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "number": NC_("field", "Number"),
        "title": NC_("field", "Title"),
        "kind": NC_("field", "Kind of meeting"),
        "country": NC_("field", "Country"),
        "series": NC_("field", "Series"),
        "body": NC_("field", "Body"),
        "reheld_of": NC_("field", "Held again for"),
        "held": NC_("field", "Was it held"),
        "date": NC_("field", "Date"),
        "date_as_written": NC_("field", "Date as written"),
        "start": NC_("field", "Begin"),
        "end": NC_("field", "End"),
        "venue": NC_("field", "Venue"),
        "heads": NC_("field", "Heads counted"),
        "signatures": NC_("field", "Signatures"),
        "slips": NC_("field", "Slips"),
        "voters": NC_("field", "Voters"),
        "invitees": NC_("field", "People invited"),
        "members": NC_("field", "Members"),
        "fully_organised": NC_("field", "Members when every seat is filled"),
        "seats": NC_("field", "Seats"),
        "chairs": NC_("field", "Chairs"),
        "total": NC_("field", "Total"),
        "count": NC_("field", "Count"),
        "low": NC_("field", "At least"),
        "high": NC_("field", "At most"),
        "percent": NC_("field", "Percent"),
        "group": NC_("field", "Group"),
        "groups": NC_("field", "Groups"),
        "not_in": NC_("field", "Said no to"),
        "code": NC_("field", "Code"),
        "name": NC_("field", "Name"),
        "age": NC_("field", "Age"),
        "role": NC_("field", "Role"),
        "place": NC_("field", "Village or lane"),
        "signed": NC_("field", "Signed"),
        "at": NC_("field", "Time"),
        "seconds": NC_("field", "Seconds"),
        "text": NC_("field", "Text"),
        "theme": NC_("field", "Theme"),
        "raised_by": NC_("field", "Raised by"),
        "answer": NC_("field", "Answer"),
        "reason": NC_("field", "Reason"),
        "office": NC_("field", "Office"),
        "how": NC_("field", "How it was decided"),
        "dissent": NC_("field", "Other opinions"),
        "answers": NC_("field", "Answers"),
        "owner": NC_("field", "Office in charge"),
        "first_step": NC_("field", "First step"),
        "due": NC_("field", "Due"),
        "money": NC_("field", "Money"),
        "amount": NC_("field", "Amount"),
        "of": NC_("field", "Of"),
        "status": NC_("field", "Status"),
        "progress": NC_("field", "How it went"),
        "source": NC_("field", "Source"),
    }
)
