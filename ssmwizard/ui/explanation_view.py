"""What a message or a check means, as cards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from ssmwizard.app.catalogue import CONFIDENCES
from ssmwizard.app.explain import SPEAKERS, Answer, Explanation
from ssmwizard.app.shown import line
from ssmwizard.checks.denial import Denial
from ssmwizard.checks.messages.refusals import refusal
from ssmwizard.checks.rule import Check
from ssmwizard.fixes.fix import Fix
from ssmwizard.model.findings import Finding, Status
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.chain_view import title
from ssmwizard.ui.doc_link import doc_link
from ssmwizard.ui.finding_card import status_pill
from ssmwizard.ui.labels import code, label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import Card, column
from ssmwizard.ui.requirements_view import judged_by_fold, requirements_fold

if TYPE_CHECKING:
    from ssmwizard.app.inspect import Inspection

# What an inspection says of a check for several nodes, the worst first.
_WORST = (Status.FAILED, Status.UNKNOWN, Status.WARNING, Status.SKIPPED, Status.PASSED)

Show = Callable[[str], object]


class ExplanationView:
    """Makes the cards. ``show`` leads to a check in the inspection, if there is one."""

    def __init__(self, inspection: Inspection | None, show: Show) -> None:
        self._findings = inspection.findings if inspection is not None else ()
        self._partition = inspection.snapshot.identity.partition if inspection is not None else None
        self._show = show

    def cards(self, answer: Answer) -> Iterator[QWidget]:
        """Yield a card for each thing there is to say."""
        if answer.check is not None:
            yield self._check(answer.check)
        elif answer.fix is not None:
            yield self._fix(answer.fix)
        elif not answer.messages:
            yield self._not_known(answer)
        for one in answer.messages:
            yield self._message(one)
        if not answer.whole:
            yield label(tr(N_("The text is too long: only its beginning was looked at.")), "muted")

    def _message(self, one: Explanation) -> Card:
        card = _card(say(one.says))
        if one.cut:
            said = tr(N_("Only a piece of a message was given; others may have the same piece."))
            card.body.addWidget(label(said, "text-warn"))
        card.body.addWidget(Card(code(one.excerpt), look="sunken", margin=8))
        if one.denial is not None:
            card.body.addLayout(_refusal(one.denial))
        card.body.addLayout(_headed(tr(N_("What to do")), label(say(one.do), select=True)))
        if one.checks:
            decided = column(*(self._decides(check) for check in one.checks), gap=4)
            card.body.addLayout(_headed(tr(N_("What decides it")), decided))
        for fix in one.fixes:
            card.body.addWidget(label(tr(N_("Repair: {title}"), title=say(fix.title)), "muted"))
        card.body.addLayout(self._links(one.signature.docs))
        if one.requirements:
            about = requirements_fold(tr(N_("Requirements behind it")), one.requirements)
            card.body.addWidget(about)
        said = tr(
            N_("Said by {speaker}. How this is known: {confidence}."),
            speaker=say(SPEAKERS[one.signature.speaker]),
            confidence=say(CONFIDENCES[one.signature.confidence]),
        )
        source = doc_link(one.signature.source, self._partition)
        card.body.addLayout(column(label(said, "muted", factor=0.92), source, gap=2))
        return card

    def _check(self, check: Check) -> Card:
        card = _card(say(check.title))
        card.body.addLayout(self._decides(check.id, check.id))
        card.body.addWidget(label(say(check.why), select=True))
        fold = judged_by_fold(check.id)
        if fold is not None:
            card.body.addWidget(fold)
        card.body.addLayout(self._links(check.docs))
        return card

    def _fix(self, fix: Fix) -> Card:
        card = _card(say(fix.title))
        card.body.addWidget(label(say(fix.says), select=True))
        healed = column(*(self._decides(check) for check in fix.heals), gap=4)
        card.body.addLayout(_headed(tr(N_("What decides it")), healed))
        return card

    def _not_known(self, answer: Answer) -> Card:
        card = _card(tr(N_("This message is not known here.")), "edge-unsure")
        if answer.code:
            said = tr(N_("What can be read in it: AWS answered {code}."), code=answer.code)
            card.body.addWidget(label(said, select=True))
        if answer.close:
            said = tr(N_("Did you mean one of these: {ids}?"), ids=", ".join(answer.close))
            card.body.addWidget(label(said, select=True))
        said = tr(
            N_(
                "Nothing is guessed from a word in it. An inspection tells what is wrong without the message; or paste all of it, with the lines around it."
            )
        )
        card.body.addWidget(label(said, "muted"))
        return card

    def _decides(self, check: str, called: str = "") -> QGridLayout:
        """Show a check, what the inspection says of it, and the way to it there."""
        across = QGridLayout()
        across.setColumnStretch(0, 1)
        name = title(check)
        called = called or (f"{name} ({check})" if name != check else check)
        across.addWidget(label(called, "muted" if called == check else ""), 0, 0)
        worst = _worst(one for one in self._findings if one.check == check)
        if worst is not None:
            across.addWidget(status_pill(worst.status), 0, 1)
            button = Button(tr(N_("Show it")), lambda: self._show(check), look="quiet")
            button.setAccessibleName(tr(N_("Show {check} in the inspection"), check=name))
            across.addWidget(button, 0, 2)
        return across

    def _links(self, keys: Iterable[str]) -> QGridLayout:
        grid = QGridLayout()
        for place, key in enumerate(keys):
            grid.addLayout(doc_link(key, self._partition), place, 0)
        return grid


def _card(said: str, look: str = "card") -> Card:
    card = Card(label(said, factor=1.08, bold=True, select=True), look=look)
    card.setObjectName("explained")
    card.setAccessibleName(said)
    card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return card


def _headed(said: str, below: QWidget | QLayout) -> QVBoxLayout:
    return column(label(said, bold=True, factor=0.92), below, gap=3)


def _refusal(denial: Denial) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    told = (
        (tr(N_("Refused")), denial.action),
        (tr(N_("To")), denial.principal),
        (tr(N_("On")), denial.resource),
        (tr(N_("By the policy")), denial.named),
    )
    for name, value in told:
        if value:
            place = grid.rowCount()
            grid.addWidget(label(name, "muted", wrap=False), place, 0)
            grid.addWidget(code(line(value)), place, 1)
    grid.addWidget(label(say(refusal(denial)), select=True), grid.rowCount(), 0, 1, 2)
    return grid


def _worst(findings: Iterable[Finding]) -> Finding | None:
    return min(findings, key=lambda one: _WORST.index(one.status), default=None)
