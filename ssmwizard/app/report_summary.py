"""An inspection in a few lines of Markdown, for a ticket or a chat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ssmwizard.app import tally
from ssmwizard.app.causes import Cause
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.language import ENGLISH, Language
from ssmwizard.app.parts import commands, in_the_way, looks, not_seen, of_all
from ssmwizard.app.report_json import links
from ssmwizard.app.request_ids import RequestIds
from ssmwizard.app.shown import line, zulu
from ssmwizard.model.findings import Evidence, Grade
from ssmwizard.model.text import N_, Text

CAUSES = 10
NODES_NAMED = 5
PIECES = 3
_MARKUP = re.compile(r"([\\`*_\[\]<>|#])")


def summary(
    inspection: Inspection, program: str = "ssmwizard", language: Language = ENGLISH
) -> str:
    """Return the verdict, the causes, what was seen, and the next step, without secrets."""
    return "\n".join(_Summary(inspection, program, language).lines()) + "\n"


class _Summary:
    def __init__(self, inspection: Inspection, program: str, language: Language) -> None:
        self.inspection, self.program, self.language = inspection, program, language
        self.names = tally.names(inspection)
        self.requests = RequestIds(inspection.recording)
        self.partition = inspection.snapshot.identity.partition or "aws"

    def lines(self) -> Iterator[str]:
        """Yield the lines of the summary."""
        tr = self.language.tr
        causes = in_the_way(self.inspection)
        yield f"**{plain(tally.sentence(self.inspection, self.language))}**"
        yield ""
        yield f"- {plain(tally.who_and_where(self.inspection, self.language))}"
        yield f"- {plain(tally.when(self.inspection, self.language))}"
        for number, cause in enumerate(causes[:CAUSES], 1):
            yield ""
            yield f"{number}. {self._said(cause.finding.text)}"
            yield from (f"   - {one}" for one in self._details(cause))
            for other in cause.also:
                same = tr(N_("For the same reason:"))
                said = f"{plain(same)} {self._said(other.finding.text)}"
                yield f"   - {said} (`{other.finding.check}`)"
        more = len(causes) - CAUSES
        if more > 0:
            yield ""
            yield tr(
                "And %n more causes: see the support bundle.",
                "And %n more cause: see the support bundle.",
                more,
            )
        unseen = len(not_seen(self.inspection))
        if unseen:
            yield ""
            yield tr(
                "%n questions could not be answered; the report names the reasons.",
                "%n question could not be answered; the report names the reason.",
                unseen,
            )

    def _details(self, cause: Cause) -> Iterator[str]:
        tr, finding = self.language.tr, cause.finding
        grade = tr(N_("proved") if finding.grade is Grade.PROVED else N_("inferred"))
        yield f"`{finding.check}` ({grade}): {self._about(cause)}"
        for piece in finding.evidence[:PIECES]:
            yield tr(N_("seen: {what}"), what=self._seen(piece))
        for one in commands(cause, self.inspection, self.program):
            yield tr(N_("repair: {command}"), command=f"`{line(one)}`")
        for one in looks(cause, self.inspection, self.program):
            yield tr(N_("look: {command}"), command=f"`{line(one)}`")
        for link in links(finding, self.partition, self.language.tag)[:1]:
            yield f"<{link}>"

    def _about(self, cause: Cause) -> str:
        tr = self.language.tr
        if of_all(cause, self.inspection):
            return tr(N_("all nodes"))
        named = [plain(self.names[node]) for node in cause.nodes[:NODES_NAMED]]
        more = len(cause.nodes) - NODES_NAMED
        if more > 0:
            named.append(tr("and %n more", "and %n more", more))
        return ", ".join(named)

    def _seen(self, piece: Evidence) -> str:
        """Tell what was seen, by which call, when, and under which request id AWS knows it."""
        tr = self.language.tr
        said = f"{self._said(piece.label)} = {plain(line(piece.value))}"
        source = [plain(line(piece.source))] if piece.source else []
        if piece.at is not None:
            source.append(zulu(piece.at))
        request = self.requests.of(piece)
        if request:
            source.append(tr(N_("request {id}"), id=f"`{line(request)}`"))
        return f"{said} ({', '.join(source)})" if source else said

    def _said(self, said: Text) -> str:
        return plain(line(self.language.say(said)))


def plain(said: str) -> str:
    """Keep a string from being taken for Markdown."""
    return _MARKUP.sub(r"\\\1", said)
