"""Check a paper: a file that is dropped into the window, and a text that is pasted, are answered in the page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hrplanner.ui.main_window import MainWindow
from hrplanner.ui.pages.check import CheckPage
from hrplanner.viewmodels.places import CHECK

CODE = "HRP1:M:W5-2026-014:1:1/2:FVYRMQLO6JVAQCS2SPUX7TZKLY"


def page(window: MainWindow) -> CheckPage:
    window.go(CHECK)
    return window.findChildren(CheckPage)[-1]


def said(window: MainWindow) -> str:
    return " ".join(one.text() for one in window.findChildren(QLabel) if one.isVisible())


def dropped(onto: QWidget, mime: QMimeData) -> bool:
    """Drag it over the middle, and let go; whether it was taken."""
    middle, copy = onto.rect().center(), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(middle), copy, mime, left, none)
    QGuiApplication.sendEvent(onto, entering)
    if entering.isAccepted():
        QGuiApplication.sendEvent(onto, QDropEvent(middle.toPointF(), copy, mime, left, none))
    return entering.isAccepted()


def test_a_file_is_dropped(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    paper = tmp_path / "scan.txt"
    paper.write_text(f"{CODE}\n", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(paper))])
    assert dropped(page(window), mime)
    qtbot.waitUntil(lambda: "ltered" in said(window), timeout=10_000)


def test_a_code_is_pasted(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(CODE)
    here = page(window)
    here.setFocus()
    QTest.keyClick(here, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "ltered" in said(window), timeout=10_000)
