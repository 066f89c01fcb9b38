"""Numbers what was found: in its order, so that what was sorted stays sorted, and in the form it had."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping

from ssmwizard.outside.identifiers import Type, is_counter

# Numbers of one length: none begins with another.
_FIRST, _PLACES = 100_000, 800_000
_OCTETS = (0, 2, 4, 6)


def numbered(
    found: Mapping[Type, Collection[str]],
    begins: Collection[str],
    ends: Collection[str],
    key: bytes,
) -> dict[tuple[Type, str], str]:
    """Return the stand-ins of all that was found but addresses; ``key`` says where numbers begin.

    ``begins`` and ``ends`` are the parts of words that stand before and behind a wildcard: ``log*`` and
    ``logs`` begin alike afterwards too.
    """
    start = _FIRST + int.from_bytes(key, "big") % _PLACES
    parts = {name: _parts(name, begins, ends) for name in found[Type.NAME]}
    single = {part for cut in parts.values() for part in cut if not is_counter(part)}
    made: dict[tuple[Type, str], str] = {}
    for kind, said in found.items():
        if kind is not Type.ADDRESS:
            told = sorted(single if kind is Type.NAME else said)
            made |= {(kind, one): _made(kind, one, place) for place, one in enumerate(told, start)}
    for name, cut in parts.items():
        made[Type.NAME, name] = "".join(made.get((Type.NAME, part), part) for part in cut)
    return made


def _parts(name: str, begins: Collection[str], ends: Collection[str]) -> list[str]:
    """Return a word as wildcards cut it, from its beginning before from its end."""
    cuts = {0, *(len(part) for part in begins if name.startswith(part))}
    rest = name[max(cuts) :]
    cuts |= {len(name), *(len(name) - len(part) for part in ends if rest.endswith(part))}
    return [name[one:two] for one, two in itertools.pairwise(sorted(cuts))]


def _made(kind: Type, said: str, place: int) -> str:
    match kind:
        case Type.ACCOUNT:
            return f"9{place:011d}"
        case Type.UUID:
            return f"00000000-0000-4000-8000-{place:012x}"
        case Type.PRINCIPAL:
            return f"{place:0{len(said)}d}"
        case Type.RESOURCE | Type.DIGEST:
            return f"{place:0{len(said)}x}"
        case Type.HARDWARE:
            return said[2].join(("02", "00", *(f"{place:08x}"[at : at + 2] for at in _OCTETS)))
        case Type.NUMBERS:
            return "-".join(("0", "0", str(place), *said.split("-")[3:]))
        case _:
            return f"name{place}"
