"""Entries of the journal as JSON, for programs and for the support bundle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ssmwizard.app.finish import Recovery
from ssmwizard.app.recovery_words import what_is_shown, what_was_under_way
from ssmwizard.app.shown import zulu
from ssmwizard.model.plans import Call
from ssmwizard.model.text import Text
from ssmwizard.outside.journal_entries import Entry, Written


def entry_json(entry: Entry, say: Callable[[Text], str] = Text.english) -> dict[str, Any]:
    """Return an entry; ``say`` tells in which language its texts are."""
    return {
        "id": entry.id,
        "at": zulu(entry.at),
        "state": entry.state,
        "fix": entry.fix,
        "title": say(entry.title),
        "by": entry.arn,
        "account": entry.account,
        "region": entry.region,
        "profile": entry.profile,
        "nodes": list(entry.nodes),
        "changes": [_change(change, say) for change in entry.changes],
        "can_undo": entry.can_undo,
        "undone_by": entry.undone_by or None,
        "undone_at": entry.undone_at and zulu(entry.undone_at),
        "left_open": entry.left_open,
        "proof": entry.proof or None,
        "proof_at": entry.proof_at and zulu(entry.proof_at),
    }


def recovery_json(found: Recovery) -> dict[str, Any]:
    """Return what was found out about an entry that was left open."""
    return {
        "under_way": found.under_way,
        "says": f"{what_was_under_way(found).english()} {what_is_shown(found).english()}",
        "changes": [sight.seen for sight in found.sights],
        "left": list(found.left),
        "can_finish": found.refusal is None,
        "refusal": found.refusal and found.refusal.english(),
    }


def call_json(call: Call) -> dict[str, Any]:
    """Return a call with its exact parameters."""
    return {
        "service": call.service,
        "operation": call.operation,
        "parameters": dict(call.parameters),
    }


def _change(change: Written, say: Callable[[Text], str]) -> dict[str, Any]:
    undo = change.undo
    return {
        "says": say(change.says),
        "call": call_json(change.call),
        "state": change.state,
        "at": change.at and zulu(change.at),
        "request_id": change.request_id,
        "code": change.code,
        "message": change.message,
        "undo": undo and {"says": say(undo.says), "call": call_json(undo.call)},
    }
