"""The files that a login shell reads when it starts, and the one block this program keeps in them.

bash reads the first of three files as a login shell, and another one as any other interactive shell;
zsh reads one as both, fish one always. The rest of a file stays byte for byte as it is.
https://www.gnu.org/software/bash/manual/html_node/Bash-Startup-Files.html
https://zsh.sourceforge.io/Doc/Release/Files.html
https://fishshell.com/docs/current/language.html#configuration-files
"""

from __future__ import annotations

import os
import platform
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ssmwizard.model.computer import BLOCK_BEGINS, BLOCK_ENDS, Asked, NotDone, StartFile
from ssmwizard.outside import own_path

LOGIN_OF_BASH = (".bash_profile", ".bash_login", ".profile")
POSIX = {"sh", "dash", "ksh"}


def of_shell(shell: str, home: Path) -> tuple[StartFile, ...]:
    """Return the files that a new terminal makes the shell read; none for a shell that is not known."""
    return tuple(look(path) for path in _files(shell, home))


def _files(shell: str, home: Path) -> Iterator[Path]:
    if shell == "zsh":
        yield Path(os.environ.get("ZDOTDIR") or home) / ".zshrc"
    elif shell == "fish":
        configuration = os.environ.get("XDG_CONFIG_HOME") or home / ".config"
        yield Path(configuration) / "fish" / "config.fish"
    elif shell == "bash":
        logins = [home / name for name in LOGIN_OF_BASH]
        yield next((path for path in logins if path.exists()), logins[-1])
        if platform.system() != "Darwin":
            # Terminals of Linux desktops start no login shell.
            yield home / ".bashrc"
    elif shell in POSIX:
        yield home / ".profile"


def look(path: Path) -> StartFile:
    """Return what is to be known of a start file."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return StartFile(str(path), exists=False, writable=_may_be_made(path))
    except OSError:
        return StartFile(str(path), exists=True, writable=False)
    real = Path(os.path.realpath(path))
    writable = os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)
    joined = bool(content) and not content.endswith(b"\n")
    return StartFile(str(path), True, writable, joined, _block(content))


def get_block(asked: Asked) -> Mapping[str, Any]:
    """Return the ``Block`` in a ``File``: empty where there is none, None where it was altered."""
    return {"Block": look(Path(asked.parameters["File"])).block}


def write_block(asked: Asked) -> Mapping[str, Any]:
    """Put a ``Block`` into a ``File``, in place of the ``Expected`` one; an empty one takes it out.

    ``Created``: there is no such file without the block. ``Joined``: its last line had no end. The
    ``Folders`` come ``First`` or last in the search path of this process as well, or leave it. What is
    not as it is expected is left alone.
    """
    wanted = asked.parameters
    path = Path(wanted["File"])
    found = look(path)
    block, expected = wanted["Block"], wanted["Expected"]
    added = not expected
    if found.block != expected or (added and found.exists is wanted["Created"]):
        raise NotDone("Altered", f"{path} is not as it was any more. Nothing was changed in it.")
    content = path.read_bytes() if found.exists else b""
    before = "\n" if wanted["Joined"] else ""
    if added:
        content += (before + block).encode()
    else:
        old, new = (before + expected, before + block) if block else (before + expected, "")
        if old.encode() not in content:
            raise NotDone("Altered", f"{path} was changed around the block. Nothing was changed.")
        content = content.replace(old.encode(), new.encode(), 1)
    if not content and wanted["Created"]:
        path.unlink()
    else:
        _write(path, content)
    if block:
        own_path.add(wanted["Folders"], first=wanted["First"])
    else:
        own_path.take_back(wanted["Folders"])
    return {"File": str(path), "Block": block}


def _block(content: bytes) -> str | None:
    begins, ends = BLOCK_BEGINS.encode(), BLOCK_ENDS.encode()
    if begins not in content and ends not in content:
        return ""
    start, last = content.find(begins), content.find(ends)
    if content.count(begins) != 1 or content.count(ends) != 1 or last < start:
        return None
    end = last + len(ends)
    end += content[end : end + 1] == b"\n"
    return content[start:end].decode(errors="replace")


def _may_be_made(path: Path) -> bool:
    there = next(folder for folder in path.parents if folder.exists())
    return os.access(there, os.W_OK)


def _write(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever finds half of it; where a link leads there, it stays a link."""
    real = Path(os.path.realpath(path))
    real.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.")
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if real.exists():
            shutil.copymode(real, part)
        else:
            part.chmod(0o644)
        part.replace(real)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
