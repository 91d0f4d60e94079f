"""Reading one object of a record field by field, so that a refusal names the place where the record is not right."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from hrplanner.model.errors import Refused
from hrplanner.model.groups import GroupCode, is_group

_TIME = re.compile(r"([01]?\d|2[0-3]):[0-5]\d\Z")
_LARGEST = 2**53 - 1
Code = TypeVar("Code", bound=StrEnum)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class RecordReader:
    """One object of the record and the place where it stands, for messages that name it."""

    value: object
    where: str

    @property
    def fields(self) -> Mapping[str, Any]:
        if self.value is None:
            return {}
        if not isinstance(self.value, Mapping):
            raise Refused("not_an_object", field=self.where)
        return self.value

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.fields)

    def raw(self, name: str) -> Any:
        return self.fields.get(name)

    def at(self, name: str) -> str:
        return f"{self.where}.{name}" if self.where else name

    def only(self, known: set[str]) -> None:
        """Refuses what is not part of the format: a field that was ignored would be lost unseen."""
        for name in self.fields:
            if name not in known:
                raise Refused("unknown_field", field=self.at(name))

    def below(self, name: str) -> "RecordReader":
        return RecordReader(self.raw(name), self.at(name))

    def rows(self, name: str) -> list["RecordReader"]:
        return [RecordReader(one, f"{self.at(name)}[{place}]") for place, one in enumerate(self._list(name))]

    def text(self, name: str) -> str:
        given = self.text_or_none(name)
        if given is None or not given.strip():
            raise Refused("field_missing", field=self.at(name))
        return given

    def text_or_none(self, name: str) -> str | None:
        return self._read(name, str)

    def texts(self, name: str) -> tuple[str, ...]:
        found = self._list(name)
        for one in found:
            if not isinstance(one, str):
                raise Refused("field_not_understood", field=self.at(name), value=str(one))
        return tuple(found)

    def yes_no(self, name: str) -> bool | None:
        given = self.raw(name)
        if given is None or isinstance(given, bool):
            return given
        raise Refused("field_not_understood", field=self.at(name), value=str(given))

    def number(self, name: str) -> int | None:
        given = self.raw(name)
        if isinstance(given, bool) or (given is not None and not isinstance(given, int)):
            raise Refused("field_not_a_number", field=self.at(name), value=str(given))
        if given is not None and not 0 <= given <= _LARGEST:
            raise Refused("field_not_understood", field=self.at(name), value=str(given))
        return given

    def whole(self, name: str) -> int:
        given = self.number(name)
        if given is None:
            raise Refused("field_missing", field=self.at(name))
        return given

    def in_order(self, low: str, high: str) -> None:
        """Refuses a range whose low end lies above its high end."""
        least, most = self.number(low), self.number(high)
        if least is not None and most is not None and least > most:
            raise Refused("field_not_understood", field=self.at(low), value=str(least))

    def percent(self, name: str) -> str | None:
        given = self.text_or_none(name)
        if given is None:
            return None
        try:
            share = Fraction(given)
        except (ValueError, ZeroDivisionError):
            share = Fraction(-1)
        if "/" in given or "e" in given.lower() or not 0 <= share <= 100:
            raise Refused("field_not_understood", field=self.at(name), value=given)
        return given

    def date(self, name: str) -> dt.date | None:
        return self._read(name, dt.date.fromisoformat)

    def time(self, name: str) -> str | None:
        given = self.text_or_none(name)
        if given is not None and not _TIME.match(given):
            raise Refused("field_not_understood", field=self.at(name), value=given)
        return given

    def code(self, codes: type[Code], name: str) -> Code | None:
        return self._read(name, codes)

    def group(self, name: str) -> GroupCode:
        given = self.text(name)
        if not is_group(given):
            raise Refused("unknown_group", group=given, field=self.at(name))
        return GroupCode(given)

    def groups(self, name: str) -> tuple[GroupCode, ...]:
        for one in self.texts(name):
            if not is_group(one):
                raise Refused("unknown_group", group=one, field=self.at(name))
        return tuple(GroupCode(one) for one in self.texts(name))

    def _read(self, name: str, read: Callable[[str], Value]) -> Value | None:
        given = self.raw(name)
        if given is None:
            return None
        if not isinstance(given, str):
            raise Refused("field_not_understood", field=self.at(name), value=str(given))
        try:
            return read(given)
        except ValueError:
            raise Refused("field_not_understood", field=self.at(name), value=given) from None

    def _list(self, name: str) -> list[Any]:
        given = self.raw(name)
        if given is None:
            return []
        if not isinstance(given, list):
            raise Refused("not_a_list", field=self.at(name))
        return given
