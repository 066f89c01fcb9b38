"""What is done on this computer, written as a line for a POSIX shell, or in words as a comment."""

from __future__ import annotations

import json
import shlex

from ssmwizard.model.plans import Call


def line(call: Call) -> str:
    """Return a call of the service ``computer`` as a line for a shell."""
    if call.operation == "RunProgram":
        return shlex.join(str(word) for word in _words(call.parameters["Arguments"]))
    return f"# on this computer: {call.operation} {json.dumps(call.parameters)}"


def _words(arguments: object) -> list[object]:
    return list(arguments) if isinstance(arguments, (list, tuple)) else []
