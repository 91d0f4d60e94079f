"""Groups by name, in the order in which they are always listed, as far as the reader of a copy may learn of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hrplanner.model.disclosure import Protection
from hrplanner.model.groups import GroupCode, age_band, standard_groups
from hrplanner.model.session import Session
from hrplanner.reports.findings import hidden
from hrplanner.words.catalog import Catalog
from hrplanner.words.labels.words import group as name_of_group


@dataclass(frozen=True, slots=True)
class Named:
    """Groups by name, but for those of which a reader outside must not learn that they were there at all."""

    session: Session
    catalog: Catalog
    protection: Protection | None

    def together(self, codes: Iterable[GroupCode]) -> str:
        """The names in the usual order; empty where there are none."""
        some = in_order(codes)
        told = [code for code in some if self.protection is None or not self.protection.hides(code)]
        names = [self.one(code) for code in told]
        return "; ".join([*names, hidden(self.catalog)] if len(told) < len(some) else names)

    def asked(self, codes: Iterable[GroupCode]) -> str:
        """The names of groups that rules or questions speak of, which says nothing of who came."""
        return "; ".join(self.one(code) for code in in_order(codes))

    def one(self, code: GroupCode) -> str:
        """The name of a group that a question is about."""
        return name_of_group(self.catalog, code, self.session.country)


def in_order(codes: Iterable[GroupCode]) -> tuple[GroupCode, ...]:
    """Groups in the order in which they are always listed, women and men first."""
    return tuple(sorted(codes, key=_place))


def _place(code: GroupCode) -> tuple[int, int, str]:
    order = standard_groups()
    band = age_band(code)
    if band is not None:
        return order.index(GroupCode("age_0_14")), band.youngest, code
    return order.index(code), 0, code
