"""Errors that leave a job: those from outside, and faults of the program."""

from __future__ import annotations

from ssmwizard.model.text import N_, Text, text


def expected(error: Exception) -> bool:
    """Tell whether an error is an answer from outside and not a fault of the program."""
    return isinstance(error, OSError) or type(error).__name__ == "CallFailed"


def sentence(error: Exception) -> Text:
    """Say what went wrong in one sentence."""
    if expected(error):
        return text(N_("This did not work: {problem}"), problem=_problem(error))
    return text(N_("A fault of ssmwizard stopped this. The details are in the log."))


def _problem(error: Exception) -> str:
    """Return what an error says of itself, without a number that says the same."""
    if isinstance(error, OSError) and error.strerror:
        named = f": {error.filename}" if error.filename else ""
        return f"{error.strerror}{named}"
    return str(error)
