"""HTML as a tree: what is put into it is text and never markup, whatever it says."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator

from ssmwizard.app.shown import shown
from ssmwizard.model.text import Text

Element = ET.Element
_BLOCK = re.compile("<(?:article|details)[ >]")


def add(parent: Element, tag: str, said: str | Text = "", **attributes: str) -> Element:
    """Add an element with a text and return it; ``class_`` is the attribute ``class``."""
    named = {name.rstrip("_"): shown(value) for name, value in attributes.items()}
    element = ET.SubElement(parent, tag, named)
    if said:
        element.text = shown(said)
    return element


def after(element: Element, said: str | Text) -> None:
    """Add a text behind an element."""
    element.tail = (element.tail or "") + shown(said)


def table(parent: Element, heads: Iterable[str]) -> Element:
    """Add a table with its heads and return its body."""
    whole = add(parent, "table")
    row = add(add(whole, "thead"), "tr")
    for head in heads:
        add(row, "th", head, scope="col")
    return add(whole, "tbody")


def document(title: str, style: str, language: str = "en") -> tuple[Element, Element]:
    """Return a page that loads nothing and runs nothing, and its main part."""
    html = Element("html", {"lang": language, "dir": "ltr"})
    head = add(html, "head")
    add(head, "meta", charset="utf-8")
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    head.append(Element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}))
    add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    add(head, "meta", name="referrer", content="no-referrer")
    add(head, "title", title)
    # The one text that is not escaped; it is ours.
    ET.SubElement(head, "style").text = style
    return html, add(add(html, "body"), "main")


def written(html: Element) -> str:
    """Return the page as text."""
    body = ET.tostring(html, encoding="unicode", method="html")
    return f"<!DOCTYPE html>\n{body}\n"


def pieces(page: str) -> Iterator[str]:
    """Cut a written page before its blocks. What was put into it is escaped, so no text is cut."""
    begin = 0
    for block in _BLOCK.finditer(page):
        yield page[begin : block.start()]
        begin = block.start()
    yield page[begin:]
