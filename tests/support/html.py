"""Reads a page as strictly as it is to be written, and tells what stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta"}
TAGS = {
    *("html", "head", "meta", "title", "style", "body"),
    *("header", "nav", "main", "footer", "section", "article"),
    *("h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "dl", "dt", "dd", "details", "summary"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("a", "b", "bdi", "code", "pre", "span", "time"),
}
# What may stand in these, and where these may stand.
INSIDE = {"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd"}, "table": {"caption", "thead", "tbody"}}
INSIDE |= {"thead": {"tr"}, "tbody": {"tr"}, "tr": {"th", "td"}}
WITHIN = {
    inner: {outer for outer, inners in INSIDE.items() if inner in inners}
    for inners in INSIDE.values()
    for inner in inners
}
PHRASES = {"a", "b", "bdi", "code", "span", "time"}
ONLY_PHRASES = {"h1", "h2", "h3", "h4", "p", "dt", "a", "b", "span", "caption", "pre"}
HEADINGS = ("h1", "h2", "h3", "h4")


@dataclass
class Part:
    """An element: its tag, its attributes, where it stands, and the text in it."""

    tag: str
    attributes: dict[str, str]
    within: tuple[str, ...]
    text: str = ""
    language: str = ""
    children: list[str] = field(default_factory=list)


class Page(HTMLParser):
    """A page that is well formed; AssertionError says where it is not."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[Part] = []
        self.text = ""
        self.loose: list[tuple[Part, str]] = []
        self._open: list[Part] = []
        assert page.startswith("<!DOCTYPE html>\n<html ")
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert tag in TAGS, tag
        assert len(names) == len(set(names)), attrs
        within = tuple(part.tag for part in self._open)
        given = {name: value or "" for name, value in attrs}
        outer = self._open[-1] if self._open else None
        language = given.get("lang") or (outer.language if outer else "")
        part = Part(tag, given, within, language=language)
        self.parts.append(part)
        if outer is not None:
            assert outer.tag not in INSIDE or tag in INSIDE[outer.tag], (within, tag)
            assert outer.tag not in ONLY_PHRASES or tag in PHRASES, (within, tag)
            assert tag != "caption" or not outer.children, within
            assert (tag == "summary") == (outer.tag == "details" and not outer.children), within
            outer.children.append(tag)
        if tag in WITHIN:
            assert outer is not None
            assert outer.tag in WITHIN[tag], (within, tag)
        if tag not in VOID:
            self._open.append(part)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for part in self._open:
            part.text += data
        if self._open and data.strip():
            assert self._open[-1].tag not in INSIDE, data
            self.loose.append((self._open[-1], data))

    def all(self, *tags: str) -> list[Part]:
        """The elements of these kinds, in their order."""
        return [part for part in self.parts if part.tag in tags]

    def values(self, name: str) -> list[str]:
        """What an attribute says, wherever it is."""
        return [part.attributes[name] for part in self.parts if name in part.attributes]
