"""What a paper says that it is, by its codes alone; whether that is true is for `verifying`."""

from dataclasses import dataclass
from typing import Any

from hrplanner.model.signed_summary import FACTS
from hrplanner.usecases.comparing import Difference
from hrplanner.usecases.ports import Evidence


@dataclass(frozen=True, slots=True)
class Claim:
    """What a paper says that it is."""

    number: str
    version: int
    digest: str  # its beginning, in hex


def claims_of(evidence: Evidence) -> tuple[Claim, ...]:
    """Those of the signed summaries first."""
    summaries = (one.statement for one in evidence.summaries)
    return (
        *(Claim(one.number, one.version, one.digest) for one in summaries),
        *(Claim(one.number, one.version, one.digest_start.hex()) for one in evidence.codes),
    )


def code_facts(evidence: Evidence) -> dict[str, Any]:
    """What the codes of the pages say of the paper."""
    pages = [code for code in evidence.codes if code.document != "facts"]
    if not pages:
        practice = any(one.statement.practice for one in evidence.summaries) or any(
            code.practice for code in evidence.codes
        )
        return {"practice": practice}
    first = pages[0]
    return {
        "document": first.document,
        "pages_read": sorted({code.page for code in pages}),
        "pages": first.pages,
        "practice": first.practice,
    }


def stated_facts(evidence: Evidence) -> dict[str, Any]:
    """What the signed summary says of the meeting."""
    if not evidence.summaries:
        return {}
    statement = evidence.summaries[0].statement
    stated = {name: getattr(statement, name) for name in FACTS if getattr(statement, name)}
    return {name: int(text) if text.isascii() and text.isdigit() else text for name, text in stated.items()}


def disagreeing(evidence: Evidence) -> tuple[Difference, ...]:
    """Pages, or a summary, that were put together from different records."""
    claims = claims_of(evidence)
    same = len(bytes.fromhex(min((one.digest for one in claims), key=len))) * 2
    apart = [
        Difference(field=name, on_paper=str(value), in_record=str(first))
        for claim in claims[1:]
        for name, value, first in (
            ("number", claim.number, claims[0].number),
            ("version", claim.version, claims[0].version),
            ("fingerprint", claim.digest[:same], claims[0].digest[:same]),
        )
        if value != first
    ]
    pages = [code for code in evidence.codes if code.document != "facts"]
    apart += [
        Difference(field=name, on_paper=str(getattr(code, name)), in_record=str(getattr(pages[0], name)))
        for code in pages[1:]
        for name in ("document", "pages", "practice")
        if getattr(code, name) != getattr(pages[0], name)
    ]
    return tuple(apart)
