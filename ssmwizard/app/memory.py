"""Python's collector of cyclic garbage, kept from a large inspection."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nothing look for cycles among what is made meanwhile, nor later: there are none.

    Facts and findings end when nobody holds them any more. Looking at millions of them again and
    again takes longer than judging them. Where somebody else has stopped the collector, it stays so.
    """
    if not gc.isenabled():
        yield
        return
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
