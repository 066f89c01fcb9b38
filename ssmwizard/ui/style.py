"""How the window looks: one set of colours for light and one for dark, and what follows from it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ssmwizard.resources import folder

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

ICON_SIZES = (16, 20, 24, 32, 48, 64)


class Theme(StrEnum):
    """What the operator chose: as the computer has it, or one of the two."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours by what they mean; ``…_soft`` is the ground under text of that colour."""

    window: str
    rail: str
    surface: str
    sunken: str
    hover: str
    text: str
    muted: str
    border: str
    edge: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    unsure: str
    unsure_soft: str
    link: str


LIGHT = Colours(
    window="#f5f7fa",
    rail="#e9edf3",
    surface="#ffffff",
    sunken="#f0f3f7",
    hover="#e3e8f0",
    text="#18212d",
    muted="#566274",
    border="#dae0e8",
    edge="#8793a5",
    accent="#2456d6",
    accent_hover="#1b45b3",
    accent_text="#ffffff",
    accent_soft="#e6edfd",
    ok="#1a7a4b",
    ok_soft="#e3f4ea",
    warn="#8d5a00",
    warn_soft="#fcf1da",
    bad="#bd2929",
    bad_soft="#fce8e7",
    unsure="#5b53a6",
    unsure_soft="#edecf9",
    link="#1f4fc4",
)
DARK = Colours(
    window="#151a21",
    rail="#10141a",
    surface="#1d232c",
    sunken="#171c24",
    hover="#29313d",
    text="#e7ebf1",
    muted="#9da8b8",
    border="#2d3542",
    edge="#6c788a",
    accent="#6c9bff",
    accent_hover="#8bb0ff",
    accent_text="#0c1322",
    accent_soft="#21304f",
    ok="#58c78e",
    ok_soft="#17332a",
    warn="#e6b450",
    warn_soft="#382d16",
    bad="#f4807a",
    bad_soft="#402123",
    unsure="#aca6f2",
    unsure_soft="#2a284c",
    link="#8bb0ff",
)


def colours() -> Colours:
    """Return the colours that the windows are shown in."""
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window == QColor(DARK.window) else LIGHT


def apply(app: QApplication, theme: Theme) -> None:
    """Give every window the colours of a theme; with ``system``, those of the computer now."""
    if theme is Theme.SYSTEM:
        dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    else:
        dark = theme is Theme.DARK
    chosen = DARK if dark else LIGHT
    app.setPalette(palette(chosen))
    app.setStyleSheet(_sheet(chosen))


def palette(c: Colours) -> QPalette:
    """Return Qt's palette for a set of colours."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, value in (
        (role.Window, c.window),
        (role.WindowText, c.text),
        (role.Base, c.surface),
        (role.AlternateBase, c.sunken),
        (role.Text, c.text),
        (role.PlaceholderText, c.muted),
        (role.Button, c.surface),
        (role.ButtonText, c.text),
        (role.BrightText, c.bad),
        (role.ToolTipBase, c.surface),
        (role.ToolTipText, c.text),
        (role.Highlight, c.accent),
        (role.HighlightedText, c.accent_text),
        (role.Link, c.link),
        (role.LinkVisited, c.link),
        (role.Accent, c.accent),
        (role.Light, c.hover),
        (role.Midlight, c.border),
        (role.Mid, c.border),
        (role.Dark, c.edge),
        (role.Shadow, c.edge),
    ):
        made.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(c.edge))
    return made


@cache
def icon(name: str, colour: str, paper: str = "#ffffff") -> QIcon:
    """Return a picture of ``resources/icons`` in a colour; ``paper`` is the mark on a filled one."""
    made = QIcon()
    for size in ICON_SIZES:
        drawn = pixmap(name, colour, size, 1.0, paper)
        for mode in QIcon.Mode:
            made.addPixmap(drawn, mode)
    return made


def pixmap(
    name: str, colour: str, size: int, ratio: float = 1.0, paper: str = "#ffffff"
) -> QPixmap:
    """Return a picture of ``resources/icons`` for a screen with ``ratio`` dots a pixel."""
    key = f"{name} {colour} {size} {ratio} {paper}"
    made = QPixmap()
    if QPixmapCache.find(key, made):
        return made
    drawn = _svg(name).replace("currentColor", colour).replace("paper", paper)
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawn.encode())).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, made)
    return made


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """Return a font of another size."""
    made = type(font)(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    if bold:
        made.setWeight(made.Weight.DemiBold)
    return made


@cache
def _svg(name: str) -> str:
    return (folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@cache
def _sheet(c: Colours) -> str:
    written = (folder() / "style.qss").read_text(encoding="utf-8")
    icons = (folder() / "icons").as_posix()
    ground = "dark" if c is DARK else "light"
    marks = {mark: f"{mark}-on-{ground}" for mark in ("tick", "dash")}
    return Template(written).substitute(asdict(c), icons=icons, **marks)
