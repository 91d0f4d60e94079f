"""One language as an object: messages, plurals, numbers, dates, lists. Which code has which words is in `labels`.

The English sentence is the key of a message. A catalog is cheap, frozen and never global: the screen may be English
while the paper is Nepali. Babel is asked only where a number, a date or a list is written: `--help` stays quick.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations
from typing import TypeAlias

from hrplanner.model.bangla_days import to_bangla
from hrplanner.words import calendars, messages
from hrplanner.words.languages import Language, in_digits, language

Param: TypeAlias = str | int | datetime.date | datetime.time | None


def N_(message: str) -> str:  # noqa: N802  the name that gettext's tools know
    """Mark a message in a table, to be said later."""
    return message


def NC_(context: str, message: str) -> str:  # noqa: N802, ARG001  read by the extraction
    """Mark a message in a table that needs its context to be translated; `context` goes to `say_in` later."""
    return message


@dataclass(frozen=True, slots=True)
class Catalog:
    """What the program says in one language, for the screen ("app") or for paper ("printouts").

    `voice` chooses the words for the same thing: "everyday", "sdg" or "rights"; where a voice has no words of its own,
    the everyday ones are said. `own_digits` writes Hindi in Devanagari digits, for printouts that ask for it.
    `calendar` is that of days that say none of their own: "gregorian" or "bs" (Bikram Sambat).
    """

    language: str = "en"
    domain: str = "app"
    voice: str = "everyday"
    own_digits: bool = False
    calendar: str = "gregorian"

    def say(self, message: str, /, **params: Param) -> str:
        """The message in this language; whole numbers, dates and times among the params are written its way."""
        return self._fill(self._find(None, message), message, params)

    def say_in(self, context: str, message: str, /, **params: Param) -> str:
        """The message as used in a context, where the same English words need different ones ("verdict", "role")."""
        return self._fill(self._find(context, message), message, params)

    def count(self, one: str, many: str, n: int, /, **params: Param) -> str:
        """The form that this language uses for `n` things; `{n}` in it is written in its digits."""
        message = one if n == 1 else many
        return self._fill(_messages(self.language, self.domain).ngettext(one, many, n), message, {"n": n, **params})

    def number(self, n: int) -> str:
        """A whole number, grouped as the language groups: 12,34,567 in Nepali."""
        return self.digits(_grouped(n, self._language.code))

    def fraction(self, k: int, n: int) -> str:
        """`42/84`: the count and its whole, never reduced and never grouped."""
        return self.digits(f"{k}/{n}")

    def bounds(self, low: int, high: int, n: int | None) -> str:
        """`3 to 12/84` where the count is only known between two ends; `?` where the whole is not known."""
        whole = "?" if n is None else str(n)
        if low == high:
            return self.digits(f"{low}/{whole}")
        return self.say("{low} to {high}", low=self.digits(str(low)), high=self.digits(f"{high}/{whole}"))

    def percent(self, text: str | int) -> str:
        """`33 %` with a space, as written: this never computes, so that no fraction hides behind a rounded number."""
        return self.digits(f"{text} %")

    def digits(self, text: str) -> str:
        """The text in the digits of the language; for numbers only, codes and telephone numbers stay as they are."""
        speech = self._language
        return in_digits(text, speech.digits_by_choice if self.own_digits else speech.digits)

    def date(self, day: datetime.date, calendar: str | None = None, style: str = "long") -> str:
        """The day in a calendar, or else in that of the catalog; `style` is "long", "full" (weekday) or "short"."""
        chosen = calendar or (self.calendar if calendars.covers(day) else "gregorian")
        return self.digits(calendars.written(day, self._language, calendar=chosen, style=style))

    def time(self, clock: datetime.time) -> str:
        """Hours and minutes of 24 hours."""
        return self.digits(f"{clock.hour:02d}{self._language.clock}{clock.minute:02d}")

    def moment(self, when: datetime.datetime) -> str:
        """A day and the time on it."""
        return f"{self.date(when.date())}, {self.time(when.time())}"

    def date_with_local(self, day: datetime.date, country: str, style: str = "long") -> str:
        """Both calendars where the country has its own: the local one first in the local language, else in brackets."""
        calendar = calendars.of_country(country)
        common = self.date(day, "gregorian", style)
        if country.lower() == "bd" and to_bangla(day) is not None:
            return f"{common} ({self.say('Bangla year {date}', date=self.date(day, 'bangla'))})"
        if calendar == "gregorian" or not calendars.covers(day):
            return common
        local = self.date(day, calendar, style if self._language.local_first else "long")  # the weekday once is enough
        if calendars.provisional(day):
            local = self.say("{date}, provisional", date=local)
        if self._language.local_first:
            return f"{local} ({self.say('AD {date}', date=self.date(day, 'gregorian'))})"
        return f"{common} ({self.say('BS {date}', date=local)})"

    def list(self, items: Iterable[str]) -> str:
        """The items as one phrase: `a, b and c`."""
        *before, last = tuple(items) or ("",)
        joint = self._language.last_joint
        if not before:
            return last
        return f"{', '.join(before)}{joint}{last}" if joint else _listed((*before, last), self._language.code)

    @property
    def direction(self) -> str:
        """ "ltr" or "rtl"."""
        return self._language.direction

    @property
    def own_name(self) -> str:
        """The language's name in itself."""
        return self._language.own_name

    @property
    def _language(self) -> Language:
        return language(self.language)

    def _find(self, context: str | None, message: str) -> str:
        found = _messages(self.language, self.domain)
        if self.voice != "everyday":
            spoken_in = f"voice:{self.voice}" if context is None else f"voice:{self.voice}|{context}"
            said = found.pgettext(spoken_in, message)
            if said != message:
                return said
        return found.gettext(message) if context is None else found.pgettext(context, message)

    def _fill(self, template: str, message: str, params: dict[str, Param]) -> str:
        if not params:
            return template
        written = {name: self._write(value) for name, value in params.items()}
        try:
            return template.format_map(written)
        except (KeyError, IndexError, ValueError):  # a translation with a wrong placeholder must not stop a meeting
            return message.format_map(written)

    def _write(self, value: Param) -> str:
        match value:
            case bool() | None:
                return ""
            case int():
                return self.number(value)
            case datetime.datetime():
                return self.moment(value)
            case datetime.date():
                return self.date(value)
            case datetime.time():
                return self.time(value)
        return value


@cache
def _messages(code: str, domain: str) -> NullTranslations:
    return messages.find(language(code).code, domain)


@cache
def _grouped(n: int, code: str) -> str:
    if code in ("en", "fil", "ko"):
        return f"{n:,}"
    from babel.numbers import format_decimal  # noqa: PLC0415  most commands write no number that needs it

    return format_decimal(n, locale=code)


def _listed(items: tuple[str, ...], locale: str) -> str:
    from babel.lists import format_list  # noqa: PLC0415  most commands write no list

    return format_list(items, locale=locale)
