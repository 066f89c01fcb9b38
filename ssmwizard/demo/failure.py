"""What the demo account answers when it does not do what was asked."""

from __future__ import annotations

from collections.abc import Mapping


class AwsError(Exception):
    """An AWS error: the wire turns it into the error form of the service's protocol."""

    def __init__(
        self,
        code: str,
        message: str,
        status: int = 400,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message
        self.status = status
        self.headers = headers or {}


class NoAnswerError(Exception):
    """An answer that never arrives whole: the way in decides what its client sees.

    ``kind`` is ``reset`` (the connection is cut) or ``hang`` (nothing comes for ``seconds``).
    """

    def __init__(self, kind: str, seconds: float) -> None:
        super().__init__(kind)
        self.kind = kind
        self.seconds = seconds
