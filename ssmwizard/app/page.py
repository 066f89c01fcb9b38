"""The page of a report: sections, folds, tables and lists, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from types import MappingProxyType

from ssmwizard.app import tally
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.language import Language
from ssmwizard.app.markup import Element, add, after
from ssmwizard.app.report_json import links
from ssmwizard.app.request_ids import RequestIds
from ssmwizard.app.shown import zulu
from ssmwizard.checks.every import title
from ssmwizard.model.findings import Evidence, Finding
from ssmwizard.model.text import N_, Text, text
from ssmwizard.resources import documentation


class Page:
    """A page that grows section by section; ``contents`` are those that a reader may jump to.

    ``cards`` tells in which of its places a finding (by its identity) is told in full already.
    """

    def __init__(self, inspection: Inspection, language: Language, main: Element) -> None:
        self.inspection, self.language, self.main = inspection, language, main
        self.say = language.say
        self.names = MappingProxyType(tally.names(inspection))
        self.partition = inspection.snapshot.identity.partition or "aws"
        self.requests = RequestIds(inspection.recording)
        self.contents: list[tuple[str, str, int]] = []
        self.cards: dict[int, str] = {}

    def add(self, parent: Element, tag: str, said: str | Text = "", **attributes: str) -> Element:
        """Add an element with a text in the language of the page."""
        return add(parent, tag, self.say(said), **attributes)

    def section(self, name: str, heading: Text, count: int = 0) -> Element:
        """Begin a section; ``count`` is how many things it tells of."""
        section = add(self.main, "section", id=name, aria_labelledby=f"{name}-title")
        self.add(section, "h2", heading, id=f"{name}-title")
        self.contents.append((name, self.say(heading), count))
        return section

    def folded_section(self, name: str, heading: Text, count: int = 0) -> Element:
        """Begin a section that is unfolded when it is wanted, and on paper."""
        section = add(self.main, "section", id=name, aria_labelledby=f"{name}-title", class_="fold")
        fold = add(section, "details")
        self.add(add(fold, "summary"), "h2", heading, id=f"{name}-title")
        self.contents.append((name, self.say(heading), count))
        return fold

    def folded(self, parent: Element, said: str | Text, *, aside: bool = False) -> Element:
        """Begin a part that is unfolded when it is wanted; on paper too, unless it is an aside."""
        fold = add(parent, "details", **({"class_": "aside"} if aside else {}))
        self.add(fold, "summary", said)
        return fold

    def table(
        self,
        parent: Element,
        caption: Text,
        heads: Sequence[Text],
        rows: Iterable[Sequence[str | Text]],
        *,
        caption_shown: bool = False,
    ) -> None:
        """Add a table; the first cell of each row is what the row is about.

        A caption that says no more than the heading above is for those who listen to the page.
        """
        whole = add(parent, "table")
        self.add(whole, "caption", caption, **({} if caption_shown else {"class_": "unseen"}))
        top = add(add(whole, "thead"), "tr")
        for head in heads:
            self.add(top, "th", head, scope="col")
        body = add(whole, "tbody")
        for first, *others in rows:
            row = add(body, "tr")
            self.add(row, "th", first, scope="row")
            for one in others:
                self.add(row, "td", one)

    def listed(self, parent: Element, told: Iterable[tuple[Text, str | Text]]) -> None:
        """Add names and what they stand for; nothing where there is nothing to say."""
        inside: Element | None = None
        for name, value in told:
            if not value:
                continue
            inside = add(parent, "dl") if inside is None else inside
            self.add(inside, "dt", name)
            self.add(add(inside, "dd"), "bdi", value)

    def time(self, parent: Element, at: datetime) -> Element:
        """Add a moment as people read it."""
        return add(parent, "time", self.language.moment(at), datetime=zulu(at))

    def check(self, parent: Element, check: str) -> None:
        """Name a check by its title, its id beside."""
        self.add(parent, "span", title(check))
        after(parent[-1], " ")
        add(parent, "code", check)

    def titles(self, checks: Iterable[str]) -> str:
        """Return the titles of checks in a row."""
        tr, said = self.language.tr, [self.say(title(check)) for check in checks]
        told = said[0] if said else ""
        for other in said[1:]:
            told = tr(N_("{one}; {other}"), one=told, other=other)
        return told

    def nodes(self, nodes: Iterable[str]) -> str:
        """Return the names of nodes in a row."""
        return ", ".join(self.names.get(node, node) for node in nodes)

    def seen(self, parent: Element, evidence: Iterable[Evidence]) -> None:
        """Add what was seen, each with the call that showed it, when, and its request id."""
        pieces = list(evidence)
        if not pieces:
            return
        inside = add(parent, "dl", class_="seen")
        told = ""
        for place, piece in enumerate(pieces):
            self.add(inside, "dt", piece.label)
            cell = add(inside, "dd")
            add(cell, "bdi", piece.value or "—")
            told = self.source(piece)
            following = pieces[place + 1] if place + 1 < len(pieces) else None
            if told and (following is None or self.source(following) != told):
                add(cell, "span", told, class_="source")

    def source(self, piece: Evidence) -> str:
        """Tell which call showed something, when, and under which request id AWS knows it."""
        told = [piece.source] if piece.source else []
        told += [zulu(piece.at)] if piece.at is not None else []
        request = self.requests.of(piece)
        if request:
            told.append(self.say(text(N_("request {id}"), id=request)))
        return " · ".join(told)

    def links(self, parent: Element, finding: Finding) -> None:
        """Add where AWS's documentation says more, in the language of the page where it has it."""
        for key, address in zip(
            finding.docs, links(finding, self.partition, self.language.tag), strict=True
        ):
            plain = key == address
            said = key.removeprefix("https://") if plain else documentation().title(key)
            place = add(parent, "p", class_="read")
            add(place, "a", said, href=address, rel="noreferrer", lang="en")
