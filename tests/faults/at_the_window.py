"""The window with somebody who types names into the register as fast as it takes them, until it is killed."""

import datetime as dt
import itertools
import os
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from hrplanner.entry.gui import draw_pages
from hrplanner.places import resources
from hrplanner.ui.application import make_application
from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.settings import Settings
from hrplanner.viewmodels.places import Place
from tests.ui.keys import press, type_in
from tests.viewmodels.town import NUMBER, TestTools


def register_for_ever(path: Path, told: Path, home: Path) -> None:
    """Open the book in the window, and write each name down once the window has said that it was added."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(home)
    app = make_application(["hrplanner"], resources() / "fonts")
    window = MainWindow(app, TestTools(), Settings(), draw_pages, dt.datetime.now)
    out = told.open("wb", buffering=0)
    numbers = itertools.count(int(dt.datetime.now().timestamp() * 1000))

    def register() -> None:
        if window.screens is None:
            return
        if window.screens.workspace.session is None:
            window.go(Place(room="session", number=NUMBER, step="register", mode="names"))
        name = f"Resident {next(numbers)}"
        type_in(name)
        press(Qt.Key.Key_Return)
        if window.screens.workspace.opened().people[-1].name == name:
            out.write(f"{name}\n".encode())

    typist = QTimer(window, interval=0)
    typist.timeout.connect(register)
    typist.start()
    window.show()
    window.door.open(path)
    app.exec()
