"""What stands in the menu, and where it opens."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from hrplanner.ui.look import Look
from hrplanner.ui.menu import SIZES, Entry, Part, menu
from hrplanner.ui.palettes import PaletteName
from hrplanner.ui.settings import IDLE_MINUTES, Settings
from hrplanner.viewmodels.places import CHECK, Place
from hrplanner.words.catalog import Catalog
from hrplanner.words.languages import LANGUAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the menus speak of: how the window is now, and whether a book is open."""

    look: Look
    words: Catalog
    settings: Settings
    has_book: bool
    has_session: bool
    is_sealed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuActs:
    """What the menus can do to the window."""

    go: Callable[[Place], object]
    open_book: Callable[[], object]
    change: Callable[[Settings], object]
    lock: Callable[[], object]
    quit: Callable[[], object]


class Menus:
    """Three menus of the same lines: everything, languages, sizes."""

    def __init__(self, window: QWidget, now: Callable[[], Shown], acts: MenuActs) -> None:
        self._window, self._now, self._acts = window, now, acts

    def show_all(self) -> None:
        """The menu of the rail."""
        shown = self._now()
        words = shown.words
        parts = [Part(entries=self._books(shown))]
        if shown.has_book:
            parts.append(Part(entries=self._of_book(shown)))
        parts += [
            Part(title=words.say("Language"), entries=self._languages(shown)),
            Part(title=words.say("Size of text"), entries=self._sizes(shown)),
            Part(title=words.say("Colours"), entries=self._palettes(shown)),
            *self._patience(shown),
            Part(
                entries=(
                    Entry(text=words.say("About hrplanner"), act=lambda: self._acts.go(Place(room="about"))),
                    Entry(text=words.say("Close the program"), act=self._acts.quit, key="Ctrl+Q"),
                )
            ),
        ]
        self._show(shown, parts, "rail-menu")

    def show_languages(self) -> None:
        """Languages alone, from the line at the foot."""
        shown = self._now()
        self._show(shown, [Part(entries=self._languages(shown))], "status-language")

    def show_sizes(self) -> None:
        """Sizes alone, from the line at the foot."""
        shown = self._now()
        self._show(shown, [Part(entries=self._sizes(shown))], "status-size")

    def _show(self, shown: Shown, parts: list[Part], beside: str) -> None:
        made = menu(self._window, shown.look, parts)
        made.aboutToHide.connect(made.deleteLater)
        near = self._window.findChild(QWidget, beside)
        corner = near.mapToGlobal(QPoint(0, 0)) if near else self._window.mapToGlobal(QPoint(0, 0))
        made.popup(corner - QPoint(0, made.sizeHint().height()))

    def _books(self, shown: Shown) -> tuple[Entry, ...]:
        say, acts = shown.words.say, self._acts
        return (
            Entry(text=say("New record book…"), act=lambda: acts.go(Place(room="new_book")), key="Ctrl+N"),
            Entry(text=say("Open a record book…"), act=acts.open_book, key="Ctrl+O"),
            Entry(text=say("Check a paper"), act=lambda: acts.go(CHECK)),
        )

    def _of_book(self, shown: Shown) -> tuple[Entry, ...]:
        say, go = shown.words.say, self._acts.go
        made: tuple[Entry, ...] = (
            Entry(text=say("Rules of this book"), act=lambda: go(Place(room="rules"))),
            Entry(text=say("Take over from a file"), act=lambda: go(Place(room="import"))),
            Entry(text=say("Merge another copy"), act=lambda: go(Place(room="merge"))),
            Entry(text=say("The office's key"), act=lambda: go(Place(room="office_key"))),
        )
        privacy = Entry(text=say("Privacy"), act=lambda: go(Place(room="privacy")))
        seal = Entry(text=say("Password of this book…"), act=lambda: go(Place(room="seal")))
        lock = Entry(text=say("Hide the book now"), act=self._acts.lock, key="Ctrl+L")
        made = (*made, privacy, seal, lock) if shown.is_sealed else (*made, privacy, seal)
        care = (
            Entry(text=say("Check file"), act=lambda: go(Place(room="check_file"))),
            Entry(text=say("Copies of this book"), act=lambda: go(Place(room="backups"))),
            Entry(text=say("Bin"), act=lambda: go(Place(room="bin"))),
        )
        head = Entry(text=say("Head of this session"), act=lambda: go(Place(room="heading")))
        return (*made, head, *care) if shown.has_session else (*made, *care)

    def _languages(self, shown: Shown) -> tuple[Entry, ...]:
        settings = shown.settings
        return tuple(
            self._setting(Catalog(code).own_name, replace(settings, language=code), chosen=code == settings.language)
            for code in LANGUAGES
        )

    def _sizes(self, shown: Shown) -> tuple[Entry, ...]:
        settings, percent = shown.settings, shown.words.percent
        return tuple(
            self._setting(percent(size), replace(settings, percent=size), chosen=size == settings.percent)
            for size in SIZES
        )

    def _palettes(self, shown: Shown) -> tuple[Entry, ...]:
        say, settings = shown.words.say, shown.settings
        names: tuple[tuple[PaletteName, str], ...] = (
            ("light", say("Light")),
            ("dark", say("Dark")),
            ("contrast", say("High contrast")),
        )
        return tuple(
            self._setting(text, replace(settings, palette=name), chosen=name == settings.palette)
            for name, text in names
        )

    def _patience(self, shown: Shown) -> tuple[Part, ...]:
        """After how many minutes a sealed book is hidden; nothing for a book that anybody can open."""
        if not shown.is_sealed:
            return ()
        words, settings = shown.words, shown.settings
        never = words.say("Never: anybody at this desk can read it")
        entries = tuple(
            self._setting(
                words.count("{n} minute", "{n} minutes", n) if n else never,
                replace(settings, idle_minutes=n),
                chosen=n == settings.idle_minutes,
            )
            for n in IDLE_MINUTES
        )
        return (Part(title=words.say("Hide the book after"), entries=entries),)

    def _setting(self, text: str, settings: Settings, *, chosen: bool) -> Entry:
        return Entry(text=text, act=lambda: self._acts.change(settings), chosen=chosen)
