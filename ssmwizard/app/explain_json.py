"""An explanation for programs; texts are in English."""

from __future__ import annotations

from typing import Any

from ssmwizard.app.catalogue import check_json, fix_json, requirement_json
from ssmwizard.app.explain import Answer, Explanation
from ssmwizard.checks.denial import Denial
from ssmwizard.checks.messages.refusals import refusal
from ssmwizard.outside.secrets import scrub
from ssmwizard.resources import documentation, signatures


def as_json(answer: Answer) -> dict[str, Any]:
    """Return an answer without secrets."""
    told: dict[str, Any] = {
        "known": answer.known,
        "check": None if answer.check is None else check_json(answer.check),
        "fix": None if answer.fix is None else fix_json(answer.fix),
        "messages": [_message(one) for one in answer.messages],
        "read": {"code": answer.code or None, "call": answer.call or None},
        "close": list(answer.close),
        "as_of": signatures().as_of.isoformat(),
    }
    cleaned: dict[str, Any] = scrub(told)
    return cleaned


def _message(one: Explanation) -> dict[str, Any]:
    pages = documentation()
    return {
        "id": one.signature.id,
        "speaker": one.signature.speaker,
        "excerpt": one.excerpt,
        "only_a_piece": one.cut,
        "means": one.says.english(),
        "do": one.do.english(),
        "refusal": None if one.denial is None else _refusal(one.denial),
        "checks": list(one.checks),
        "fixes": [fix.id for fix in one.fixes],
        "requirements": [requirement_json(row) for row in one.requirements],
        "docs": [pages.url(key) for key in one.signature.docs],
        "source": one.signature.source,
        "confidence": one.signature.confidence,
    }


def _refusal(denial: Denial) -> dict[str, Any]:
    return {
        "principal": denial.principal or None,
        "action": denial.action,
        "resource": denial.resource or None,
        "policy": denial.policy or None,
        "policy_arn": denial.named or None,
        "explicit": denial.explicit,
        "means": refusal(denial).english(),
    }
