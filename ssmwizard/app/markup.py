"""HTML as a tree: what is put into it is text and never markup, whatever it says."""

from __future__ import annotations

import base64
import hashlib
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from ssmwizard.app.shown import shown

Element = ET.Element
_BLOCK = re.compile("<(?:article|details|li|tr)[ >]")


def add(parent: Element, tag: str, said: str = "", **attributes: str) -> Element:
    """Add an element with a text and return it; ``class_`` is the attribute ``class``."""
    named = {name.rstrip("_").replace("_", "-"): shown(value) for name, value in attributes.items()}
    element = ET.SubElement(parent, tag, named)
    if said:
        element.text = shown(said)
    return element


def after(element: Element, said: str) -> None:
    """Add a text behind an element."""
    element.tail = (element.tail or "") + shown(said)


def document(title: str, style: str, language: str = "en") -> tuple[Element, Element]:
    """Return a page that loads nothing and runs nothing, and its body.

    Its policy has a browser refuse everything but this very style.
    """
    html = Element("html", {"lang": language, "dir": "ltr"})
    head = add(html, "head")
    add(head, "meta", charset="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head.append(Element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}))
    add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    add(head, "meta", name="referrer", content="no-referrer")
    add(head, "meta", name="color-scheme", content="light dark")
    add(head, "title", title)
    # The one text that is not escaped; it is ours.
    ET.SubElement(head, "style").text = style
    return html, add(html, "body")


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
