"""Who may read a bundle, and what is replaced for them before anything is made of it.

Secrets are never recorded. Identifiers are replaced in the recording itself, which is then judged
again: whatever is made from that holds stand-ins, and the same verdicts.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ssmwizard.app.crash import Crash, as_json, from_json
from ssmwizard.app.inspect import Inspection
from ssmwizard.app.so_far import judged
from ssmwizard.outside.archive import Heard, nobody
from ssmwizard.outside.leaks import accounts
from ssmwizard.outside.secrets import scrub, scrub_each
from ssmwizard.outside.stand_ins import StandIns
from ssmwizard.resources import load_json

# What the first line of a recording names questions in; each holds the name of what is asked about.
QUESTIONS = frozenset({"unanswered", "heard"})
PROSE = ("words",)
# Of this run of the program: nobody can tell stand-ins beforehand, nor what they stand for.
_RUN = secrets.token_bytes(32)


@dataclass(frozen=True, slots=True)
class Redacted:
    """An inspection and entries of the journal with stand-ins for identifiers.

    ``originals`` maps each stand-in to what it stands for. ``drift`` names the checks whose answers
    are others than those of the original: something that the stand-ins could not keep. ``hidden`` are
    the originals of which none is to be found in what is made of it.
    """

    inspection: Inspection
    journal: tuple[Mapping[str, Any], ...]
    originals: Mapping[str, str]
    drift: tuple[str, ...]
    hidden: frozenset[str]
    crash: Crash | None = None


def redacted(
    inspection: Inspection,
    journal: Iterable[Mapping[str, Any]],
    crash: Crash | None = None,
    heard: Heard = nobody,
) -> Redacted:
    """Replace every identifier of the recording and the journal, and judge the recording again.

    In what is told of an error that nobody foresaw, they are replaced too. As long as this program runs,
    the same inspection has the same stand-ins: what is shown of a bundle is what is saved. ``heard`` is
    told of each line, and may raise to end it.
    """
    recording = tuple(scrub_each(_each(inspection.recording, heard)))
    entries = tuple(scrub_each(journal))
    told = scrub(as_json(crash)) if crash is not None else {}
    members = load_json("data/kept_members.json")
    stand_ins = StandIns(members["kept"], members["prose"], _key(inspection), members["paths"])
    stand_ins.learn(_each((*recording, *entries, told), heard))
    about, *lines = (stand_ins.replaced(line) for line in _each(recording, heard))
    for member in QUESTIONS & about.keys():
        named = recording[0][member]
        about[member] = {stand_ins.replaced(name, PROSE): why for name, why in named.items()}
    after = judged([about, *lines])
    return Redacted(
        after,
        tuple(stand_ins.replaced(entry) for entry in entries),
        stand_ins.originals(),
        tuple(sorted({check for check, _ in _answers(inspection) ^ _answers(after)})),
        stand_ins.hidden() | accounts((*recording, *entries)),
        from_json(stand_ins.replaced(told)) if told else None,
    )


def _each(values: Iterable[Any], heard: Heard) -> Iterator[Any]:
    for value in values:
        heard(1)
        yield value


def _key(inspection: Inspection) -> bytes:
    about = json.dumps(inspection.recording[0], sort_keys=True).encode()
    return hashlib.blake2b(about, key=_RUN, digest_size=32).digest()


def _answers(inspection: Inspection) -> set[tuple[str, tuple[tuple[str, int], ...]]]:
    """Return how often each check gave each answer."""
    told: dict[str, Counter[str]] = {}
    for finding in inspection.findings:
        told.setdefault(finding.check, Counter())[finding.status] += 1
    return {(check, tuple(sorted(counts.items()))) for check, counts in told.items()}
