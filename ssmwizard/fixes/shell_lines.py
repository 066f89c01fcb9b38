"""Lines for the start files of shells that add folders to the search path, once and no more."""

from __future__ import annotations

import shlex
from collections.abc import Iterable

from ssmwizard.model.computer import BLOCK_BEGINS, BLOCK_ENDS

# A colon parts the folders of a search path; the others end a line or a quotation.
NEVER = frozenset(":\n\r'\\")
# A folder, and the one that it has to come before, empty where it may come last.
Folder = tuple[str, str]


def block(shell: str, folders: Iterable[Folder], there: str) -> str:
    """Return the block for folders, with the lines of the one that is ``there``, if any."""
    kept = [line for line in there.splitlines() if line not in (BLOCK_BEGINS, BLOCK_ENDS)]
    new = [line(shell, folder, first=bool(before)) for folder, before in folders]
    lines = [*kept, *(one for one in new if one not in kept)]
    return "\n".join((BLOCK_BEGINS, *lines, BLOCK_ENDS, ""))


def line(shell: str, folder: str, *, first: bool) -> str:
    """Return a line that adds a folder where it is not there (or not in front) already."""
    quoted = shlex.quote(folder)
    if shell == "fish":
        if first:
            return f'test "$PATH[1]" = {quoted}; or set -gx PATH {quoted} $PATH'
        return f"contains -- {quoted} $PATH; or set -gx PATH $PATH {quoted}"
    there = f":{quoted}:*" if first else f"*:{quoted}:*"
    whole = f'{quoted}:"$PATH"' if first else f'"$PATH":{quoted}'
    return f'case ":$PATH:" in {there}) ;; *) PATH={whole}; export PATH ;; esac'


def writable(folder: str) -> bool:
    """Tell whether a folder can be written in such a line."""
    return bool(folder) and not NEVER & set(folder)
