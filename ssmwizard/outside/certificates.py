"""Who signed a certificate, told from its bytes: also of one that nobody trusts.

https://www.rfc-editor.org/rfc/rfc5280#section-4.1
"""

from __future__ import annotations

ORGANIZATION, COMMON_NAME = bytes((0x55, 4, 10)), bytes((0x55, 4, 3))
VERSION = 0xA0
LONG = 0x80
UTF_16 = 0x1E
LONGEST = 100


def issuer(certificate: bytes) -> str:
    """Return the issuer's organization and common name; empty when the bytes are no certificate."""
    try:
        fields = _parts(_parts(_parts(certificate)[0][1])[0][1])
        # After an optional version come serial number, algorithm and issuer.
        name = fields[3 if fields[0][0] == VERSION else 2][1]
        told: dict[bytes, str] = {}
        for _, names in _parts(name):
            for _, pair in _parts(names):
                (_, kind), (tag, value) = _parts(pair)
                told[kind] = value.decode("utf-16-be" if tag == UTF_16 else "utf-8", "replace")
    except (IndexError, ValueError):
        return ""
    whole = dict.fromkeys(told[kind] for kind in (ORGANIZATION, COMMON_NAME) if told.get(kind))
    return "".join(letter for letter in ", ".join(whole) if letter.isprintable())[:LONGEST]


def _parts(data: bytes) -> list[tuple[int, bytes]]:
    """Return tag and contents of each part; IndexError or ValueError where they do not fit."""
    found = []
    while data:
        tag, length, start = data[0], data[1], 2
        if length & LONG:
            start += length - LONG
            length = int.from_bytes(data[2:start], "big")
        if len(data) < start + length:
            raise ValueError
        found.append((tag, data[start : start + length]))
        data = data[start + length :]
    return found
