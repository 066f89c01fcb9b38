"""Colours: enough contrast, no colour without a meaning, every picture in both."""

from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor

from ssmwizard.resources import folder
from ssmwizard.ui import style


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    found = QColor(colour)
    red, green, blue = (linear(x) for x in (found.redF(), found.greenF(), found.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


# https://www.w3.org/TR/WCAG22/#contrast-minimum
@pytest.mark.parametrize("theme", [style.LIGHT, style.DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *(
            (text, ground)
            for text in ("text", "muted")
            for ground in ("window", "surface", "sunken", "rail", "hover")
        ),
        *((text, "surface") for text in ("ok", "warn", "bad", "unsure", "link")),
        *((name, f"{name}_soft") for name in ("ok", "warn", "bad", "unsure")),
        *(("text", f"{name}_soft") for name in ("ok", "warn", "bad", "unsure", "accent")),
        *(("muted", f"{name}_soft") for name in ("ok", "warn", "bad", "unsure", "accent")),
        ("accent_text", "accent"),
        ("accent_text", "accent_hover"),
        ("link", "accent_soft"),
        ("surface", "unsure"),
        ("surface", "bad"),
        ("accent_text", "bad"),
    ],
)
def test_text_can_be_read(theme, text, ground):
    colours = asdict(theme)
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", list(style.Theme))
def test_every_theme_can_be_applied(looked, theme):
    style.apply(looked, theme)
    assert style.colours() in (style.LIGHT, style.DARK)
    assert "$" not in looked.styleSheet()


@pytest.mark.parametrize("file", sorted((folder() / "icons").glob("*.svg")), ids=lambda f: f.stem)
def test_every_picture_draws_something(looked, file):
    drawn = style.pixmap(file.stem, "#ff0000", 32).toImage()
    assert any(drawn.pixelColor(x, y).alpha() > 0 for x in range(32) for y in range(32))
