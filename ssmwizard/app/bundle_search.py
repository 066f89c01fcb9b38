"""Whether a bundle contains something, in whichever form of writing it stands there."""

from __future__ import annotations

import html
import json
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, quote_plus

from ssmwizard.app.bundle_parts import Part


@dataclass(frozen=True, slots=True)
class Found:
    """A file in which something stands, and how often."""

    name: str
    count: int


def forms(words: str) -> tuple[str, ...]:
    """Return how words may be written in a file: as they are, in JSON, twice in it, in HTML, in addresses.

    In lower case: what is searched is compared without regard to it.
    """
    said = words.strip()
    spelled = [said, html.escape(said), html.escape(said, quote=False)]
    spelled += [quote(said, safe=""), quote_plus(said)]
    for plain in (False, True):
        once = json.dumps(said, ensure_ascii=plain)[1:-1]
        spelled += [once, json.dumps(once, ensure_ascii=plain)[1:-1]]
    return tuple(dict.fromkeys(one.lower() for one in spelled if one))


def search(
    parts: Iterable[Part], words: str, stop: threading.Event | None = None
) -> tuple[Found, ...]:
    """Return the files that go into the bundle in which words stand; nothing once it is to ``stop``."""
    sought = [one.encode(errors="replace") for one in forms(words)]
    told: list[Found] = []
    for part in parts if sought else ():
        if not part.wanted:
            continue
        count = _count(part, sought, stop or threading.Event())
        if count:
            told.append(Found(part.name, count))
    return tuple(told)


def _count(part: Part, sought: list[bytes], stop: threading.Event) -> int:
    """Count the places, each once whatever the form, in windows that reach into each other."""
    most = max(map(len, sought)) - 1
    count = 0
    before = b""
    for piece in part.file.pieces():
        if stop.is_set():
            return 0
        window = before + piece.lower()
        # What lies wholly in the part that was searched already was counted then.
        count += sum(1 for end in _ends(window, sought) if end > len(before))
        before = window[len(window) - most :] if most else b""
    return count


def _ends(window: bytes, sought: list[bytes]) -> Iterator[int]:
    """Yield where each place ends; forms that lie over each other are one place."""
    places = sorted((start, start + len(one)) for one in sought for start in _starts(window, one))
    last = -1
    for start, end in places:
        if start >= last:
            last = end
            yield end


def _starts(window: bytes, one: bytes) -> Iterator[int]:
    start = window.find(one)
    while start >= 0:
        yield start
        start = window.find(one, start + len(one))
