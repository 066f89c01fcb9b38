"""What is known so far, as an inspection: of one under way, broken off, or not begun at all.

It is judged from what was recorded, by the rules that judge a bundle when it is read again: both say
the same.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from ssmwizard.app.begun import COMPUTER, IDENTITY, INSPECTION, Begun, Unfinished
from ssmwizard.app.choice import Choice
from ssmwizard.app.inspect import Inspection, replay, unjudged
from ssmwizard.app.seen import Seen
from ssmwizard.outside.recording import BadRecording, Entry, Recorder, joined

LOG = logging.getLogger(__name__)


def so_far(seen: Seen, begun: Begun, page: int) -> Inspection:
    """Return the inspection that is known, or what is known without one."""
    unfinished = begun.recording(INSPECTION)
    if unfinished is not None and not _same(unfinished[0], seen.choice):
        unfinished = None
    broken = unfinished is not None and unfinished[0]["unfinished"] == Unfinished.CRASHED
    if seen.inspection is not None and not (seen.crash is not None and broken):
        return seen.inspection
    looks = {
        kind: begun.recording(kind) or list(look.recording if look is not None else ())
        for kind, look in ((IDENTITY, seen.identity), (COMPUTER, seen.computer))
    }
    there = {kind: look for kind, look in looks.items() if look}
    about = unfinished[0] if unfinished is not None else _about(there, seen.choice, page)
    whole = [about]
    for look in (*there.values(), unfinished or ()):
        whole = joined(whole, look, about["choice"]) if look else whole
    return judged([{**about, "finished": datetime.now(UTC).isoformat()}, *whole[1:]])


def judged(entries: Sequence[Entry]) -> Inspection:
    """Judge a recording as far as it can be: the error that broke it off may come up again.

    Raises ``BadRecording`` for what is none.
    """
    try:
        return replay(entries, broke_off=True)
    except BadRecording:
        raise
    except Exception:
        LOG.exception("what was recorded cannot be judged")
        return unjudged(entries)


def _about(looks: Mapping[str, list[Entry]], choice: Choice, page: int) -> Entry:
    """Return the first line of a recording of what was looked at before any inspection."""
    began = [datetime.fromisoformat(look[0]["started"]) for look in looks.values()]
    chosen = {**asdict(choice), "features": sorted(choice.features)}
    (about,) = Recorder(min(began, default=datetime.now(UTC)), chosen, page).entries()
    heard = dict.fromkeys(looks, True)
    return {**about, "unfinished": Unfinished.NOT_BEGUN.value, "heard": heard}


def _same(about: Entry, choice: Choice) -> bool:
    """Tell whether a recording is of the nodes that are chosen now."""
    told = about["choice"]
    return (told["profile"], told["region"], tuple(told["nodes"])) == (
        choice.profile,
        choice.region,
        choice.nodes,
    )
