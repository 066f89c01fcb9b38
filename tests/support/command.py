"""How a command of the command line ended, and who is who in the demo account."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ssmwizard import demo


@dataclass(frozen=True)
class Said:
    """How a command ended and what it said."""

    status: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Said]


def nodes(account: demo.Demo) -> dict[str, str]:
    """The ids of the demo account's nodes by their names."""
    region = account.world["regions"][account.world["main_region"]]
    return {node["Name"]: node_id for node_id, node in region["nodes"].items()}
