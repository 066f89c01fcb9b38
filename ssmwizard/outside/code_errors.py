"""What goes wrong with MFA codes, as errors that botocore lets through."""

from __future__ import annotations

from botocore.exceptions import ClientError, CredentialRetrievalError

# https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
REFUSED = "invalid MFA one time pass code"


class CodeNotAsked(CredentialRetrievalError):  # noqa: N818 - named for what happened
    """A code is wanted, and there is nobody to ask."""


class CodeNotGiven(CredentialRetrievalError):  # noqa: N818 - named for what happened
    """A code is wanted, and nobody gave one."""


def was_refused(error: Exception) -> bool:
    """Tell whether STS did not accept a code; the same word stands for a wrong and for a used one."""
    return isinstance(error, ClientError) and REFUSED in str(error)
