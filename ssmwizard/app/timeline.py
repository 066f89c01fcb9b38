"""What happened when: the inspection, and the changes around it, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ssmwizard.app.inspect import Inspection
from ssmwizard.app.shown import zulu


def timeline(
    inspection: Inspection, journal: Iterable[Mapping[str, Any]]
) -> list[dict[str, str | int]]:
    """Return moments: when (UTC), what, and what it was about, the earliest first."""
    calls = sum(inspection.calls.values())
    moments: list[dict[str, str | int]] = [
        {"at": zulu(inspection.started), "what": "inspection began"},
        {"at": zulu(inspection.finished), "what": "inspection ended", "calls": calls},
    ]
    for entry in journal:
        about = {"entry": str(entry["id"]), "fix": str(entry["fix"])}
        moments.append({"at": str(entry["at"]), "what": "change planned", **about})
        moments += [
            {"at": str(change["at"]), "what": f"change {change['state']}", **about, "place": place}
            for place, change in enumerate(entry["changes"])
            if change["at"]
        ]
        if entry["undone_at"]:
            moments.append({"at": str(entry["undone_at"]), "what": "change undone", **about})
    return sorted(moments, key=lambda moment: str(moment["at"]))
