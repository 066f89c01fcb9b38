"""What plans do on the demo's computer: on its state, and on nothing else."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from typing import Any

from ssmwizard.model.computer import BLOCK_BEGINS, BLOCK_ENDS, Asked, NotDone, Operation, StartFile

State = dict[str, Any]
Answer = Mapping[str, Any]
LOGIN, OTHER = ".profile", ".bashrc"
PLUGIN = (
    "/usr/local/bin/session-manager-plugin",
    "/usr/local/sessionmanagerplugin/bin/session-manager-plugin",
)
NEWEST = {"aws": "2.36.9", "session-manager-plugin": "1.2.896.0"}
SETS_PATH = re.compile(r"PATH=(\S+); export PATH")


class Changes:
    """The operations on one computer."""

    def __init__(self, state: State) -> None:
        self._state = state

    def operations(self) -> Mapping[str, Operation]:
        """The operations by name."""
        return {
            "GetBlock": self._get_block,
            "WriteBlock": self._write_block,
            "GetFiles": self._get_files,
            "InstallDownload": self._install_download,
            "RunProgram": self._run_program,
            "RemoveCli": self._remove_cli,
        }

    def _get_block(self, asked: Asked) -> Answer:
        return {"Block": _block(self._state["files"].get(asked.parameters["File"], ""))}

    def _write_block(self, asked: Asked) -> Answer:
        wanted, files = asked.parameters, self._state["files"]
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

    def _get_files(self, asked: Asked) -> Answer:
        there = {*self._state["tools"], *self._state["folders"]}
        return {"There": [path for path in asked.parameters["Paths"] if path in there]}

    def _install_download(self, asked: Asked) -> Answer:
        wanted, tools = asked.parameters, self._state["tools"]
        asked.say(f"Downloading {wanted['Url']}")
        asked.say("The signature is right.")
        if wanted["Url"].endswith(".zip"):
            words = wanted["Arguments"]
            folder, links = (words[words.index(f"--{name}-dir") + 1] for name in ("install", "bin"))
            tools[f"{links}/aws"] = NEWEST["aws"]
            self._state["folders"].append(folder)
        else:
            tools.update(dict.fromkeys(PLUGIN, NEWEST["session-manager-plugin"]))
        return {"Output": "The demo installs nothing; it keeps in mind that it did."}

    def _run_program(self, asked: Asked) -> Answer:
        if asked.parameters["Arguments"][-2:] != ["-r", "session-manager-plugin"]:
            raise NotDone("ProgramNotFound", "The demo does not run this.")
        for path in PLUGIN:
            del self._state["tools"][path]
        return {"Status": 0, "Output": ""}

    def _remove_cli(self, asked: Asked) -> Answer:
        wanted = asked.parameters
        self._state["folders"].remove(wanted["Folder"])
        for link in wanted["Links"]:
            self._state["tools"].pop(link, None)
        return {"Folder": wanted["Folder"]}


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
