"""Data files that come with the program: facts about AWS that change without the program."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from ssmwizard.model.documentation import Documentation
from ssmwizard.model.partitions import Partitions
from ssmwizard.model.requirements import Requirements
from ssmwizard.model.signatures import Signatures
from ssmwizard.model.systems import Systems


@cache
def folder() -> Path:
    """Return the folder of the data files: beside this file when installed, else the checkout's."""
    here = Path(__file__).resolve().parent
    installed = here / "resources"
    return installed if installed.is_dir() else here.parent / "resources"


def load_json(relative: str) -> Any:
    """Read a JSON file below :func:`folder`; OSError or ValueError when that cannot be done."""
    return json.loads(load_text(relative))


def load_text(relative: str) -> str:
    """Read a text file below :func:`folder`; OSError or ValueError when that cannot be done."""
    return (folder() / relative).read_text(encoding="utf-8")


@cache
def requirements() -> Requirements:
    """Return the documented requirements."""
    return Requirements.parse(load_json("data/requirements.json"))


@cache
def systems() -> Systems:
    """Return the operating systems that AWS lists."""
    return Systems.parse(load_json("data/operating_systems.json"))


@cache
def partitions() -> Partitions:
    """Return the partitions of AWS."""
    return Partitions.parse(load_json("data/partitions.json"))


@cache
def documentation() -> Documentation:
    """Return the pages of AWS's documentation."""
    return Documentation.parse(load_json("data/documentation.json"))


@cache
def signatures() -> Signatures:
    """Return what error messages look like."""
    return Signatures.parse(load_json("data/error_messages.json"))
