"""Explains an error message, or a check by its id. Asks nothing of anybody, and makes no guess."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from ssmwizard.app.shown import line
from ssmwizard.checks.denial import Denial
from ssmwizard.checks.every import EVERY
from ssmwizard.checks.explaining import Match, explain
from ssmwizard.checks.messages import every, refusals
from ssmwizard.checks.rule import Check
from ssmwizard.checks.template import plain
from ssmwizard.fixes.every import EVERY as FIXES
from ssmwizard.fixes.fix import Fix
from ssmwizard.model.requirements import Requirement
from ssmwizard.model.signatures import Signature, Speaker
from ssmwizard.model.text import N_, Text, text
from ssmwizard.resources import requirements, signatures

SPEAKERS: Mapping[Speaker, Text] = {
    Speaker.AWS_CLI: text(N_("the AWS CLI")),
    Speaker.PLUGIN: text(N_("the Session Manager plugin")),
    Speaker.CONSOLE: text(N_("the AWS console")),
    Speaker.SERVICE: text(N_("the service")),
    Speaker.AGENT: text(N_("SSM Agent on the node")),
    Speaker.SYSTEM: text(N_("the operating system")),
}
# A log may be pasted whole. More than this is not looked at, and that is said.
LONGEST = 1_000_000
EXCERPT = 240
_ERROR = re.compile(r"An\s+error\s+occurred\s+\(([\w.]+)\)(?:\s+when\s+calling\s+the\s+(\w+))?")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What one message means.

    ``excerpt`` is the part of the text that was recognised. ``checks`` are ids, the one to look at first
    first. ``denial`` is who may not do what, where the message is a refusal. ``cut``: only a piece of
    the message was given, and others may have the same piece.
    """

    signature: Signature
    excerpt: str
    says: Text
    do: Text
    checks: tuple[str, ...]
    fixes: tuple[Fix, ...]
    requirements: tuple[Requirement, ...]
    denial: Denial | None
    cut: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What there is to say about a text: a check or a fix it names, or the messages in it.

    Where there is nothing of these, ``code`` and ``call`` are what can be read without knowing the
    message, and ``close`` the ids that may have been meant. ``whole``: all of the text was looked at.
    """

    check: Check | None = None
    fix: Fix | None = None
    messages: tuple[Explanation, ...] = ()
    code: str = ""
    call: str = ""
    close: tuple[str, ...] = ()
    whole: bool = True

    @property
    def known(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.check or self.fix or self.messages)


def answer(told: str, longest: int = LONGEST) -> Answer:
    """Explain an id, or a text with messages in it; no more than its first ``longest`` letters."""
    word = told.strip().casefold()
    check = next((one for one in EVERY if one.id == word), None)
    fix = next((one for one in FIXES if one.id == word), None)
    if check is not None or fix is not None:
        return Answer(check=check, fix=fix)
    looked_at = told[:longest]
    whole = looked_at == told
    found = explain(looked_at, signatures())
    if found:
        messages = tuple(_explanation(match, looked_at) for match in found)
        return Answer(messages=messages, whole=whole)
    said = _ERROR.search(plain(looked_at))
    close = () if " " in word else tuple(get_close_matches(word, _ids()))
    if said is None:
        return Answer(close=close, whole=whole)
    return Answer(code=said[1], call=said[2] or "", close=close, whole=whole)


def _explanation(match: Match, told: str) -> Explanation:
    signature, denial = match.signature, match.denial
    meaning = every.EVERY[signature.id]
    return Explanation(
        signature=signature,
        excerpt=_excerpt(told[match.start : match.end]),
        says=meaning.says,
        do=meaning.do,
        checks=_checks(signature, denial),
        fixes=tuple(fix for name in signature.fixes for fix in FIXES if fix.id == name),
        requirements=tuple(requirements().get(name) for name in signature.requirements),
        denial=denial,
        cut=match.cut,
    )


def _checks(signature: Signature, denial: Denial | None) -> tuple[str, ...]:
    first = refusals.CHECKS.get(denial.policy) if denial is not None else None
    named = (first, *signature.checks) if first else signature.checks
    return tuple(dict.fromkeys(named))


def _excerpt(told: str) -> str:
    said = line(plain(told))
    return said if len(said) <= EXCERPT else f"{said[:EXCERPT]}…"


def _ids() -> Sequence[str]:
    return [*(check.id for check in EVERY), *(fix.id for fix in FIXES)]
