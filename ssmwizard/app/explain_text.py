"""An explanation for the terminal."""

from __future__ import annotations

from ssmwizard.app.catalogue import CONFIDENCES, fixes_for, judged_by, write_requirement
from ssmwizard.app.explain import SPEAKERS, Answer, Explanation
from ssmwizard.app.paper import Ink, Paper
from ssmwizard.app.shown import line
from ssmwizard.checks.denial import Denial
from ssmwizard.checks.every import EVERY
from ssmwizard.checks.messages.refusals import refusal
from ssmwizard.checks.rule import Check
from ssmwizard.fixes.fix import Fix
from ssmwizard.model.findings import Scope
from ssmwizard.resources import documentation, signatures

_TITLES = {check.id: check.title for check in EVERY}


def write(paper: Paper, answer: Answer, program: str = "ssmwizard") -> None:
    """Write an answer; ``program`` is how command lines begin."""
    if answer.check is not None:
        _check(paper, answer.check, program)
    elif answer.fix is not None:
        _fix(paper, answer.fix)
    elif answer.messages:
        _messages(paper, answer.messages, program)
    else:
        _not_known(paper, answer, program)


def _check(paper: Paper, check: Check, program: str) -> None:
    paper.write(f"{check.id}: {check.title.english()}", hang=2, ink=Ink.STRONG)
    paper.write(check.why.english())
    paper.gap()
    paper.write(f"When it fails: {check.severity}", hang=2)
    _named(paper, "Asked after", check.needs)
    _named(paper, "Explained by", check.explained_by)
    _named(paper, "Rights it needs", check.rights)
    for row in judged_by(check):
        write_requirement(paper, row)
    for fix in fixes_for(check.id):
        _repair(paper, fix, program)
    for key in check.docs:
        paper.whole(f"Read: {documentation().url(key)}", ink=Ink.FAINT)


def _fix(paper: Paper, fix: Fix) -> None:
    paper.write(f"{fix.id}: {fix.title.english()}", hang=2, ink=Ink.STRONG)
    paper.write(fix.says.english())
    _named(paper, "Heals", fix.heals)
    if fix.account_wide:
        paper.write("It reaches further than the chosen nodes.")


def _messages(paper: Paper, messages: tuple[Explanation, ...], program: str) -> None:
    for number, one in enumerate(messages, 1):
        mark = f"{number}. " if len(messages) > 1 else ""
        paper.gap()
        paper.write(f"{mark}{one.says.english()}", hang=len(mark), ink=Ink.STRONG)
        _message(paper, one, program, len(mark))


def _message(paper: Paper, one: Explanation, program: str, inside: int) -> None:
    if one.cut:
        said = "Only a piece of a message was given; others may have the same piece."
        paper.write(said, inside, ink=Ink.CARE)
    paper.write(f"Recognised: {one.excerpt}", inside, hang=2, ink=Ink.FAINT)
    if one.denial is not None:
        _refusal(paper, one.denial, inside)
    paper.write(f"What to do: {one.do.english()}", inside, hang=2)
    paper.write("Decided by:" if one.checks else "No check looks at this.", inside)
    for check in one.checks:
        title = f" ({_TITLES[check].english()})" if check in _TITLES else ""
        paper.write(f"{check}{title}", inside + 2, hang=2)
    for fix in one.fixes:
        _repair(paper, fix, program, inside)
    for row in one.requirements:
        write_requirement(paper, row, inside, label="About")
    for key in one.signature.docs:
        paper.whole(f"Read: {documentation().url(key)}", inside, ink=Ink.FAINT)
    speaker = SPEAKERS[one.signature.speaker].english()
    terms = (
        f"{CONFIDENCES[one.signature.confidence].english()}, as of {signatures().as_of.isoformat()}"
    )
    told = f"Said by {speaker}; known from {one.signature.source} ({terms})"
    paper.whole(told, inside, ink=Ink.FAINT)


def _refusal(paper: Paper, denial: Denial, inside: int) -> None:
    for label, value in (
        ("Refused", denial.action),
        ("To", denial.principal),
        ("On", denial.resource),
    ):
        if value:
            paper.write(f"{label}: {line(value)}", inside, hang=2)
    arn = f" ({line(denial.named)})" if denial.named else ""
    paper.write(f"By: {refusal(denial).english()}{arn}", inside, hang=2)


def _not_known(paper: Paper, answer: Answer, program: str) -> None:
    paper.write("This message is not known here, and nothing is guessed from a word in it.")
    if answer.code:
        call = f" to the call {answer.call}" if answer.call else ""
        paper.write(f"What can be read in it: AWS answered {answer.code}{call}.")
    if answer.close:
        paper.write(f"Did you mean {' or '.join(answer.close)}?")
    paper.write(
        f"An inspection tells what is wrong without it: {program} check --node ID. Paste the whole message, with the lines around it, if this was a part of one."
    )


def _repair(paper: Paper, fix: Fix, program: str, inside: int = 0) -> None:
    paper.write(f"Repair: {fix.title.english()}", inside, hang=2)
    about = " --node ID" if fix.looks_at is Scope.NODE else ""
    paper.whole(f"{program} fix {fix.id}{about}", inside + 2)


def _named(paper: Paper, label: str, names: tuple[str, ...]) -> None:
    if names:
        paper.write(f"{label}: {', '.join(names)}", hang=2)
