"""Which processors a program is made for, told from the first bytes of its file."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

HEAD = 4096
# https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html
ELF: Mapping[int, str] = {3: "x86", 40: "arm", 62: "x86_64", 183: "arm64", 243: "riscv64"}
# https://learn.microsoft.com/en-us/windows/win32/debug/pe-format#machine-types
PE: Mapping[int, str] = {0x14C: "x86", 0x1C4: "arm", 0x8664: "x86_64", 0xAA64: "arm64"}
# https://github.com/apple-oss-distributions/xnu/blob/main/osfmk/mach/machine.h
MACH: Mapping[int, str] = {7: "x86", 0x0100_0007: "x86_64", 12: "arm", 0x0100_000C: "arm64"}
MOST_PARTS = 8


def architecture(path: str) -> str:
    """Return the processors (``arm64``, ``x86_64, arm64``); empty for a script or what is not known."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a path of any system
            head = file.read(HEAD)
        return ", ".join(_processors(head))
    except (OSError, struct.error):
        return ""


def _processors(head: bytes) -> Iterator[str]:
    if head.startswith(b"\x7fELF"):
        order = ">" if head[5:6] == b"\x02" else "<"
        yield from _named(ELF, struct.unpack_from(f"{order}H", head, 18)[0])
    elif head.startswith(b"MZ"):
        (start,) = struct.unpack_from("<I", head, 0x3C)
        if head[start : start + 4] == b"PE\0\0":
            yield from _named(PE, struct.unpack_from("<H", head, start + 4)[0])
    elif head.startswith((b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")):
        yield from _named(MACH, struct.unpack_from("<I", head, 4)[0])
    elif head.startswith(b"\xca\xfe\xba\xbe"):
        (parts,) = struct.unpack_from(">I", head, 4)
        # A class file of Java begins alike and goes on with its version.
        for part in range(parts if parts <= MOST_PARTS else 0):
            yield from _named(MACH, struct.unpack_from(">I", head, 8 + 20 * part)[0])


def _named(names: Mapping[int, str], number: int) -> Iterator[str]:
    if number in names:
        yield names[number]
