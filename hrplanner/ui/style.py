"""What Fusion does not give: borders that survive dark, states, the focus ring. Qt's own palette for the rest."""

from PySide6.QtGui import QPalette

from hrplanner.ui.look import Look

ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "sunken",
    QPalette.ColorRole.Mid: "edge",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
}


def qt_palette(look: Look) -> QPalette:
    """The tokens for the parts of Fusion that no style sheet reaches."""
    made = QPalette()
    for role, token in ROLES.items():
        made.setColor(role, look.colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, look.colour("muted"))
    return made


def style_sheet(look: Look) -> str:
    """The style sheet of the whole window; every size goes through `px`."""
    return "".join((_grounds(look), _fields(look), _buttons(look), _lists(look), _bars(look)))


def _grounds(look: Look) -> str:
    c, px = look.colours, look.px
    return f"""
    QWidget {{ color: {c.text}; }}
    QToolTip {{ background: {c.text}; color: {c.surface}; border: 0; padding: {px(4)}px {px(8)}px; }}
    #window, #body {{ background: {c.window}; }}
    #rail {{ background: {c.rail}; border-right: 1px solid {c.line}; }}
    #head, #steps, #status, #strip {{ background: {c.surface}; }}
    #steps {{ border-bottom: 1px solid {c.line}; }}
    #status {{ border-top: 1px solid {c.line}; }}
    #strip {{ border-left: 1px solid {c.line}; }}
    #card {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {px(8)}px; }}
    #hairline {{ background: {c.line}; }}
    #attention {{ background: {c.unsure_soft}; border: 1px solid {c.unsure}; border-radius: {px(6)}px; }}
    #refused {{ background: {c.not_met_soft}; border: 1px solid {c.not_met}; border-radius: {px(6)}px; }}
    #done {{ background: {c.surface}; border: 1px solid {c.edge}; border-radius: {px(6)}px; }}
    #toast {{ background: {c.text}; border-radius: {px(6)}px; }}
    #toast QLabel, #toast QPushButton {{ color: {c.surface}; }}
    #toast QPushButton:hover {{ background: {c.text}; border: 1px solid {c.surface}; }}
    #toast QPushButton:focus {{ background: {c.text}; border: 2px solid {c.surface}; }}
    #popup {{ background: {c.surface}; border: 1px solid {c.edge}; border-radius: {px(6)}px; }}
    #pill {{ border: 1px solid {c.edge}; border-radius: {px(12)}px; padding: 0 {px(10)}px; }}
    QLabel[tone="muted"] {{ color: {c.muted}; }} QLabel[tone="accent"] {{ color: {c.accent}; }}
    QLabel[tone="met"] {{ color: {c.met}; }} QLabel[tone="not_met"] {{ color: {c.not_met}; }}
    QLabel[tone="unsure"] {{ color: {c.unsure}; }}
    """


def _fields(look: Look) -> str:
    c, px = look.colours, look.px
    tall = px(34)
    return f"""
    QLineEdit, QComboBox, QPlainTextEdit {{ background: {c.surface}; border: 1px solid {c.edge};
        border-radius: {px(6)}px; padding: 0 {px(10)}px; min-height: {tall}px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QPlainTextEdit {{ padding: {px(4)}px {px(6)}px; }}
    QLineEdit:hover, QComboBox:hover {{ border-color: {c.text}; }}
    QLineEdit:focus, QComboBox:focus {{ border: 2px solid {c.accent}; padding: 0 {px(10) - 1}px;
        min-height: {tall - 2}px; }}
    QPlainTextEdit:focus {{ border: 2px solid {c.accent}; padding: {px(4) - 1}px {px(6) - 1}px; }}
    QLineEdit[refused="true"] {{ border: 2px solid {c.not_met}; padding: 0 {px(10) - 1}px; min-height: {tall - 2}px; }}
    QLineEdit:disabled, QComboBox:disabled {{ background: {c.sunken}; color: {c.muted}; border: 1px dashed {c.edge}; }}
    QComboBox::drop-down {{ border: 0; width: {px(28)}px; }} QComboBox::down-arrow {{ image: none; }}
    QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.edge}; outline: 0;
        selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
    QComboBox QAbstractItemView::item {{ min-height: {px(32)}px; padding: 0 {px(8)}px; }}
    QCheckBox {{ spacing: {px(8)}px; min-height: {px(28)}px; }}
    QCheckBox::indicator {{ width: {px(16)}px; height: {px(16)}px; border: 1px solid {c.edge};
        border-radius: {px(3)}px; background: {c.surface}; }}
    QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; }}
    QCheckBox::indicator:focus {{ border: 2px solid {c.accent}; }}
    """


def _buttons(look: Look) -> str:
    c, px = look.colours, look.px
    tall = px(34)
    return f"""
    QPushButton {{ background: {c.surface}; border: 1px solid {c.edge}; border-radius: {px(6)}px;
        padding: 0 {px(14)}px; min-height: {tall}px; }}
    QPushButton:hover {{ background: {c.sunken}; border-color: {c.text}; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: 0 {px(14) - 1}px; min-height: {tall - 2}px; }}
    QPushButton[kind="first"] {{ background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent}; }}
    QPushButton[kind="first"]:hover {{ background: {c.accent_hover}; }}
    QPushButton[kind="first"]:focus {{ border: 1px solid {c.accent}; padding: 0 {px(14)}px; min-height: {tall}px; }}
    QPushButton:disabled, QPushButton[kind="first"]:disabled {{ background: transparent; color: {c.muted};
        border: 1px dashed {c.edge}; }}
    QPushButton[kind="plain"] {{ background: transparent; border: 1px solid transparent; padding: 0 {px(8)}px; }}
    QPushButton[kind="plain"]:hover {{ background: {c.sunken}; }}
    QPushButton[kind="plain"]:focus {{ border: 2px solid {c.accent}; padding: 0 {px(8) - 1}px; }}
    QPushButton[kind="plain"]:disabled {{ border: 1px dashed {c.line}; }}
    QPushButton[kind="part"] {{ border-radius: 0; margin-left: -1px; padding: 0 {px(16)}px; }}
    QPushButton[kind="chip"] {{ padding: 0 {px(12)}px; }}
    QPushButton[kind="chip"]:checked {{ background: {c.accent_soft}; color: {c.accent}; border: 2px solid {c.accent};
        padding: 0 {px(12) - 1}px; }}
    QPushButton[kind="part"]:checked {{ background: {c.accent_soft}; color: {c.accent}; border: 1px solid {c.accent}; }}
    QPushButton[kind="part"]:focus {{ border: 2px solid {c.accent}; padding: 0 {px(16) - 1}px; }}
    QPushButton[bare="true"] {{ padding: 0; }}
    #leftmost {{ margin-left: 0; border-top-left-radius: {px(6)}px; border-bottom-left-radius: {px(6)}px; }}
    #rightmost {{ border-top-right-radius: {px(6)}px; border-bottom-right-radius: {px(6)}px; }}
    """


def _lists(look: Look) -> str:
    c, px = look.colours, look.px
    return f"""
    QTableView, QListView {{ background: {c.surface}; border: 0; outline: 0;
        selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
    QTableView::item {{ padding: 0 {px(8)}px; border: 0; border-bottom: 1px solid {c.line}; }}
    QTableView::item:hover {{ background: {c.sunken}; }}
    QTableView::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
    QTableView QLineEdit {{ border-radius: 0; min-height: 0; padding: 0 {px(6)}px; border: 2px solid {c.accent}; }}
    QTableCornerButton::section {{ background: {c.surface}; border: 0; border-bottom: 1px solid {c.edge}; }}
    QHeaderView {{ background: {c.surface}; }}
    QHeaderView::section {{ background: {c.surface}; color: {c.muted}; border: 0; padding: 0 {px(8) + 3}px;
        border-bottom: 1px solid {c.edge}; }}
    QListView::item {{ padding: 0 {px(12)}px; min-height: {px(34)}px; color: {c.text}; }}
    QListView::item:hover {{ background: {c.sunken}; }}
    QListView::item:selected {{ background: {c.accent_soft}; color: {c.text};
        border-left: {px(3)}px solid {c.accent}; }}
    QMenu {{ background: {c.surface}; border: 1px solid {c.edge}; padding: {px(4)}px 0; }}
    QMenu::item {{ padding: {px(7)}px {px(20)}px {px(7)}px {px(28)}px; background: transparent; }}
    QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
    QMenu::item:disabled {{ color: {c.muted}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: {px(4)}px 0; }}
    """


def _bars(look: Look) -> str:
    c, px = look.colours, look.px
    return f"""
    QScrollArea, QScrollArea > QWidget, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
    QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {c.edge}; border-radius: {px(3)}px; min-height: {px(32)}px;
        margin: {px(2)}px {px(3)}px; }}
    QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {c.edge}; border-radius: {px(3)}px; min-width: {px(32)}px;
        margin: {px(3)}px {px(2)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QProgressBar {{ background: {c.sunken}; border: 1px solid {c.edge}; border-radius: {px(4)}px;
        min-height: {px(8)}px; max-height: {px(8)}px; }}
    QProgressBar::chunk {{ background: {c.accent}; }}
    """
