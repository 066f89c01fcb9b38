"""Who may read a bundle, and what is replaced for them before anything is made of it.

Secrets are never recorded. Identifiers are replaced in the recording itself, which is then judged
again: whatever is made from that holds stand-ins, and the same verdicts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ssmwizard.app.inspect import Inspection, replay
from ssmwizard.outside.stand_ins import StandIns
from ssmwizard.resources import load_json


@dataclass(frozen=True, slots=True)
class Redacted:
    """An inspection and entries of the journal with stand-ins for identifiers.

    ``originals`` maps each stand-in to what it stands for. ``drift`` names the checks whose answers
    are others than those of the original: something that the stand-ins could not keep.
    """

    inspection: Inspection
    journal: tuple[Mapping[str, Any], ...]
    originals: Mapping[str, str]
    drift: tuple[str, ...]


def redacted(inspection: Inspection, journal: Iterable[Mapping[str, Any]]) -> Redacted:
    """Replace every identifier of the recording and the journal, and judge the recording again."""
    entries = tuple(journal)
    members = load_json("data/kept_members.json")
    stand_ins = StandIns(members["kept"], members["prose"])
    stand_ins.learn((*inspection.recording, *entries))
    after = replay(stand_ins.replaced(line) for line in inspection.recording)
    return Redacted(
        after,
        tuple(stand_ins.replaced(entry) for entry in entries),
        stand_ins.originals(),
        tuple(sorted({check for check, _ in _answers(inspection) ^ _answers(after)})),
    )


def _answers(inspection: Inspection) -> set[tuple[str, tuple[tuple[str, int], ...]]]:
    """Return how often each check gave each answer."""
    told: dict[str, Counter[str]] = {}
    for finding in inspection.findings:
        told.setdefault(finding.check, Counter())[finding.status] += 1
    return {(check, tuple(sorted(counts.items()))) for check, counts in told.items()}
