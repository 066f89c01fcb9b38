"""Values in CBOR (RFC 8949), as far as AWS's answers and questions need them."""

from __future__ import annotations

import struct
from typing import Any

# How the protocol that speaks it calls itself: https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html
PROTOCOL = "rpc-v2-cbor"
UINT, NEGATIVE, BYTES, TEXT, ARRAY, MAP, TAG, OTHER = range(8)
# As large a number stands beside the kind; larger ones in 1, 2, 4 or 8 bytes behind it.
_BESIDE = 23
_SIMPLE = {20: False, 21: True, 22: None, 23: None}
_FLOATS = {25: ">e", 26: ">f", 27: ">d"}
_BREAK = 31


class CborError(ValueError):
    """Not CBOR, or more of it than is read here."""


def dumps(value: Any) -> bytes:
    """Write a value."""
    if value is None or isinstance(value, bool):
        return bytes([0xE0 | {False: 20, True: 21, None: 22}[value]])
    if isinstance(value, int):
        return _head(UINT, value) if value >= 0 else _head(NEGATIVE, -1 - value)
    if isinstance(value, float):
        return b"\xfb" + struct.pack(">d", value)
    if isinstance(value, bytes):
        return _head(BYTES, len(value)) + value
    if isinstance(value, str):
        said = value.encode()
        return _head(TEXT, len(said)) + said
    if isinstance(value, dict):
        pairs = (dumps(name) + dumps(part) for name, part in value.items())
        return _head(MAP, len(value)) + b"".join(pairs)
    return _head(ARRAY, len(value)) + b"".join(map(dumps, value))


def loads(data: bytes) -> Any:
    """Read the one value that the bytes hold.

    :raises CborError: they hold none, or more.
    """
    try:
        value, at = _item(data, 0)
    except (IndexError, KeyError, TypeError, ValueError, struct.error) as error:
        raise CborError(str(error)) from error
    if at != len(data):
        raise CborError("there is more than one value")
    return value


def _head(kind: int, number: int) -> bytes:
    """The first bytes of an item: its kind, and a number."""
    if number <= _BESIDE:
        return bytes([kind << 5 | number])
    for place, width in enumerate((1, 2, 4, 8)):
        if number < 1 << 8 * width:
            return bytes([kind << 5 | _BESIDE + 1 + place]) + number.to_bytes(width, "big")
    raise CborError(f"{number} is too large")


def _item(data: bytes, at: int) -> tuple[Any, int]:
    kind, info = data[at] >> 5, data[at] & 31
    at += 1
    if kind == OTHER:
        if info in _FLOATS:
            width = struct.calcsize(_FLOATS[info])
            return struct.unpack(_FLOATS[info], data[at : at + width])[0], at + width
        return _SIMPLE[info], at
    number: int | None = None
    if info <= _BESIDE:
        number = info
    elif info != _BREAK:
        width = 1 << info - _BESIDE - 1
        number, at = int.from_bytes(_bytes(data, at, width), "big"), at + width
    if kind == TAG:  # what it says of the value is not asked for
        return _item(data, at)
    if kind == ARRAY:
        return _parts(data, at, number)
    if kind == MAP:
        parts, at = _parts(data, at, None if number is None else 2 * number)
        return dict(zip(parts[::2], parts[1::2], strict=True)), at
    if number is None:
        raise CborError("texts in pieces are not read here")
    if kind in (BYTES, TEXT):
        said = _bytes(data, at, number)
        return said if kind == BYTES else said.decode(), at + number
    return number if kind == UINT else -1 - number, at


def _parts(data: bytes, at: int, count: int | None) -> tuple[list[Any], int]:
    """As many items; None: up to the mark that ends them."""
    parts: list[Any] = []
    while len(parts) != count:
        if count is None and data[at] == 0xE0 | _BREAK:
            return parts, at + 1
        part, at = _item(data, at)
        parts.append(part)
    return parts, at


def _bytes(data: bytes, at: int, count: int) -> bytes:
    found = data[at : at + count]
    if len(found) != count:
        raise CborError("it ends too early")
    return found
