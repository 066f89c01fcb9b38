"""Entries of the journal as JSON, for programs and for the support bundle."""

from __future__ import annotations

from typing import Any

from ssmwizard.app.shown import zulu
from ssmwizard.model.plans import Call
from ssmwizard.outside.journal_entries import Entry, Written


def entry_json(entry: Entry) -> dict[str, Any]:
    """Return an entry; texts are in English."""
    return {
        "id": entry.id,
        "at": zulu(entry.at),
        "state": entry.state,
        "fix": entry.fix,
        "title": entry.title.english(),
        "by": entry.arn,
        "account": entry.account,
        "region": entry.region,
        "profile": entry.profile,
        "nodes": list(entry.nodes),
        "changes": [_change(change) for change in entry.changes],
        "can_undo": entry.can_undo,
        "undone_by": entry.undone_by or None,
        "undone_at": entry.undone_at and zulu(entry.undone_at),
    }


def call_json(call: Call) -> dict[str, Any]:
    """Return a call with its exact parameters."""
    return {
        "service": call.service,
        "operation": call.operation,
        "parameters": dict(call.parameters),
    }


def _change(change: Written) -> dict[str, Any]:
    undo = change.undo
    return {
        "says": change.says.english(),
        "call": call_json(change.call),
        "state": change.state,
        "at": change.at and zulu(change.at),
        "request_id": change.request_id,
        "code": change.code,
        "message": change.message,
        "undo": undo and {"says": undo.says.english(), "call": call_json(undo.call)},
    }
