"""What a bundle said when it was made, held against what today's rules say of the same evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ssmwizard import __version__
from ssmwizard.app.shown import line, shown
from ssmwizard.model.text import N_, Text, text

if TYPE_CHECKING:
    from ssmwizard.app.bundle_reading import Opened


@dataclass(frozen=True, slots=True)
class Changed:
    """An answer that is another one today; an empty status: the check was not there."""

    check: str
    subject: str | None
    then: str
    now: str


def since(opened: Opened) -> tuple[Changed, ...]:
    """Return the checks whose status is another one by today's rules, in the order of today's."""
    then = opened.answers
    now = {(one.check, one.subject): one.status.value for one in opened.inspection.findings}
    return tuple(
        Changed(*key, then.get(key, ""), now.get(key, ""))
        for key in (*now, *(key for key in then if key not in now))
        if then.get(key, "") != now.get(key, "")
    )


def heading(opened: Opened) -> Text:
    """Say when and by what the bundle was made."""
    said = N_("A support bundle, recorded {at} by ssmwizard {version}. Nothing here is live.")
    made = opened.manifest
    return text(said, at=line(str(made["started_at"])), version=line(str(_tool(made)["version"])))


def judged(opened: Opened) -> Text:
    """Say by whose rules it is judged, and whether they say the same as they did."""
    changed = since(opened)
    as_of = opened.inspection.snapshot.requirements.as_of.isoformat()
    if not changed:
        said = N_(
            "The rules of ssmwizard {version} (requirements as of {as_of}) say the same today."
        )
        return text(said, version=__version__, as_of=as_of)
    said = N_(
        "Judged by ssmwizard {version} (requirements as of {as_of}). Other answers than in the bundle: {count}."
    )
    return text(said, version=__version__, as_of=as_of, count=len(changed))


def as_lines(opened: Opened) -> list[str]:
    """Return both sentences, and a line for each answer that is another one."""
    told = [
        f"{line(one.check)} {line(one.subject or '')}".strip()
        + f": {line(one.then) or 'not there'} then, {line(one.now) or 'not there'} now"
        for one in since(opened)
    ]
    return [shown(heading(opened)), shown(judged(opened)), *told]


def as_json(opened: Opened) -> dict[str, Any]:
    """Return when and by what the bundle was made, and which answers are other ones today."""
    made = opened.manifest
    return {
        "schema_version": made["schema_version"],
        "bundle_id": made["bundle_id"],
        "tool": _tool(made),
        "started_at": made["started_at"],
        "judged_differently": [
            {"check": one.check, "subject": one.subject, "then": one.then, "now": one.now}
            for one in since(opened)
        ],
    }


def _tool(made: Mapping[str, Any]) -> Mapping[str, Any]:
    told: Mapping[str, Any] = made["tool"]
    return told
