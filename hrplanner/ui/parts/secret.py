"""A field whose letters are hidden, with a button that shows them: nobody types a long password blindly twice."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLineEdit

from hrplanner.ui.look import Look
from hrplanner.ui.parts.buttons import Press
from hrplanner.ui.parts.fields import Field
from hrplanner.ui.parts.layout import Wide, row
from hrplanner.words.catalog import Catalog


def secret_field(look: Look, words: Catalog, name: str) -> tuple[Field, QBoxLayout]:
    """The field, and the row in which it stands; input methods and clipboards are told that it is a secret."""
    field = Field(look, name)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setInputMethodHints(
        Qt.InputMethodHint.ImhHiddenText
        | Qt.InputMethodHint.ImhSensitiveData
        | Qt.InputMethodHint.ImhNoPredictiveText
        | Qt.InputMethodHint.ImhNoAutoUppercase
    )
    show = Press(look, words.say("Show"), "plain")
    show.setCheckable(True)
    show.setAccessibleName(words.say("Show: {field}", field=name))

    def turn(shown: bool) -> None:
        field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        show.setText(words.say("Hide") if shown else words.say("Show"))

    show.toggled.connect(turn)
    return field, row(look, Wide(field), show, gap=4)
