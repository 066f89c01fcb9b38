"""What plans do on the demo's computer: on its state, and on nothing else."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from typing import Any

from ssmwizard.model.computer import BLOCK_BEGINS, BLOCK_ENDS, Asked, NotDone, Operation, StartFile

State = dict[str, Any]
LOGIN, OTHER = ".profile", ".bashrc"
SETS_PATH = re.compile(r"PATH=(\S+); export PATH")


def operations(state: State) -> Mapping[str, Operation]:
    """The operations by name, on one computer."""

    def get_block(asked: Asked) -> Mapping[str, Any]:
        return {"Block": _block(state["files"].get(asked.parameters["File"], ""))}

    def write_block(asked: Asked) -> Mapping[str, Any]:
        wanted, files = asked.parameters, state["files"]
        path, block, expected = wanted["File"], wanted["Block"], wanted["Expected"]
        content = files.get(path, "")
        if _block(content) != expected:
            raise NotDone("Altered", f"{path} is not as it was any more.")
        before = "\n" if wanted["Joined"] else ""
        if not expected:
            content += before + block
        else:
            content = content.replace(before + expected, before + block if block else "")
        files[path] = content
        if not content and wanted["Created"]:
            del files[path]
        return {"File": path, "Block": block}

    return {"GetBlock": get_block, "WriteBlock": write_block}


def start_files(state: State) -> tuple[StartFile, ...]:
    """The files that bash reads on it."""
    found = []
    for name in (LOGIN, OTHER):
        path = f"{state['home']}/{name}"
        content = state["files"].get(path, "")
        joined = bool(content) and not content.endswith("\n")
        exists = path in state["files"]
        found.append(StartFile(path, exists, True, joined, _block(content)))
    return tuple(found)


def search_path(state: State) -> tuple[str, ...]:
    """The search path of a new terminal: what its start file makes of it."""
    path = ":".join(state["path"])
    for words in SETS_PATH.findall(state["files"].get(f"{state['home']}/{LOGIN}", "")):
        (path,) = shlex.split(words.replace('"$PATH"', shlex.quote(path)))
    return tuple(path.split(":"))


def _block(content: str) -> str:
    if BLOCK_BEGINS not in content:
        return ""
    start, end = content.index(BLOCK_BEGINS), content.index(BLOCK_ENDS) + len(BLOCK_ENDS) + 1
    return content[start:end]
