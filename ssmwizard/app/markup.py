"""HTML as a tree: what is put into it is text, whatever it looks like."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from ssmwizard.app.wording import one_line
from ssmwizard.outside.secrets import scrub_text

Child = ET.Element | str


def element(tag: str, *children: Child, **attributes: str) -> ET.Element:
    """Make an element; ``class_`` stands for ``class``. Secrets are taken out of its text."""
    made = ET.Element(tag, {name.rstrip("_"): value for name, value in attributes.items()})
    for child in children:
        if isinstance(child, ET.Element):
            made.append(child)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + _text(child)
        else:
            made.text = (made.text or "") + _text(child)
    return made


def document(title: str, style: str, body: ET.Element) -> str:
    """Return a whole page that loads nothing: its style is in it, and it forbids everything else."""
    sheet = ET.Element("style")
    sheet.text = style
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("title", title),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element(
            "meta",
            content="default-src 'none'; style-src 'unsafe-inline'",
            **{"http-equiv": "Content-Security-Policy"},
        ),
        sheet,
    )
    page = element("html", head, body, lang="en")
    return "<!DOCTYPE html>\n" + ET.tostring(page, encoding="unicode", method="html") + "\n"


def _text(said: str) -> str:
    edge = said[:1].isspace(), said[-1:].isspace()
    inner = scrub_text(one_line(said))
    return f"{' ' if edge[0] else ''}{inner}{' ' if edge[1] and inner else ''}"
