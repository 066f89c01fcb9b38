"""Under which request id AWS knows the call that showed something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ssmwizard.model.findings import Evidence


class RequestIds:
    """The request ids of a recording, found by the call and its moment."""

    def __init__(self, recording: Iterable[Mapping[str, Any]]) -> None:
        self._ids = {
            (line["aws"], line["at"]): str(line["request_id"] or "")
            for line in recording
            if "aws" in line
        }

    def of(self, piece: Evidence) -> str:
        """Return the request id behind a piece of evidence; empty where AWS gave none."""
        if piece.at is None:
            return ""
        return self._ids.get((piece.source, piece.at.isoformat()), "")
