"""Reads AWS's service models in small steps.

EC2's model is more than four megabytes. To parse it in one call, as botocore does, keeps every other
thread of the process waiting, the window's among them. Here each operation and each shape is a call of
its own, and others have their turn in between.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from botocore.loaders import JSONFileLoader, Loader

READERS: tuple[tuple[str, Callable[[Path], bytes]], ...] = (
    (".json", Path.read_bytes),
    (".json.gz", lambda path: gzip.decompress(path.read_bytes())),
)
# A model has its operations and shapes two levels down.
LEVELS = 2


class StepwiseFiles(JSONFileLoader):
    """Loads the files that botocore's own loader would, with the same values."""

    def load_file(self, file_path: str) -> Any:
        """Return what is in a file, None where there is none; ``file_path`` has no suffix."""
        for suffix, read in READERS:
            path = Path(file_path + suffix)
            if path.is_file():
                return parse(read(path).decode("utf-8"))
        return None


# Models are large and kept by who reads them: every session of the process has this one.
LOADER = Loader(file_loader=StepwiseFiles())


def parse(text: str) -> Any:
    """Return the value of a JSON text; raises ValueError for what is none."""
    steps = _Steps(text)
    try:
        value = steps.value(LEVELS)
        steps.end()
    except _NotReadError:
        return json.loads(text)  # which also says what is wrong, and where
    return value


class _NotReadError(Exception):
    """This is not JSON."""


class _Steps:
    """A JSON text and how far it has been read."""

    _decoder = json.JSONDecoder()
    _space = re.compile(r"[ \t\n\r]*")

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0

    def value(self, levels: int) -> Any:
        """Read a value; objects down to ``levels`` member by member."""
        if levels == 0 or not self._skipped("{"):
            return self._whole()
        made: dict[str, Any] = {}
        if self._skipped("}"):
            return made
        while True:
            name = self._whole()
            if not isinstance(name, str):
                raise _NotReadError
            self._expect(":")
            made[name] = self.value(levels - 1)
            if self._skipped("}"):
                return made
            self._expect(",")

    def end(self) -> None:
        """Expect no more."""
        self._pass_space()
        if self._at != len(self._text):
            raise _NotReadError

    def _whole(self) -> Any:
        self._pass_space()
        try:
            value, self._at = self._decoder.raw_decode(self._text, self._at)
        except ValueError as error:
            raise _NotReadError from error
        return value

    def _expect(self, mark: str) -> None:
        if not self._skipped(mark):
            raise _NotReadError

    def _skipped(self, mark: str) -> bool:
        """Skip a mark; tell whether it was there."""
        self._pass_space()
        if not self._text.startswith(mark, self._at):
            return False
        self._at += 1
        return True

    def _pass_space(self) -> None:
        found = self._space.match(self._text, self._at)
        assert found is not None
        self._at = found.end()
