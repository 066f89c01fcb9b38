"""Takes secrets out of everything that is written to disk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

GONE = "***"

# Names of members whose value is a secret, wherever they appear.
SECRET_NAMES = re.compile(
    r"^(tokenvalue|streamurl|activationcode|secretaccesskey|sessiontoken|accesstoken|refreshtoken"
    r"|idtoken|clientsecret|password|passphrase|authorization|secretstring|privatekey|userdata"
    r"|aws_secret_access_key|aws_session_token|secret)$",
    re.IGNORECASE,
)
SECRET_TEXTS = (
    re.compile(
        r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|\Z)", re.DOTALL
    ),
    re.compile(r"(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"),
    re.compile(
        r"(?i)((?:aws_)?(?:secret_?access_?key|session_?token|security_?token)[\"']?\s*[=:]\s*[\"']?)"
        r"[A-Za-z0-9/+=_.-]{16,}"
    ),
    re.compile(r"(?i)((?:X-Amz-(?:Signature|Security-Token|Credential))=)[^&\s\"]+"),
    re.compile(r"(?i)(\b(?:Bearer|Basic)\s+)[A-Za-z0-9+/=_.~-]{8,}"),
    re.compile(r"(?i)((?:token|password|passwd|secret)[\"']?\s*[=:]\s*[\"']?)[^\s\"',;&}]{6,}"),
)


def scrub_text(value: str) -> str:
    """Return the text with everything that looks like a secret replaced by ``***``."""
    for pattern in SECRET_TEXTS:
        value = pattern.sub(
            lambda found: (found.group(1) if _keeps_name(found) else "") + GONE, value
        )
    return value


def _keeps_name(found: re.Match[str]) -> bool:
    return bool(found.re.groups) and not found.group(0).startswith("-----")


def scrub(value: Any) -> Any:
    """Return the value without secrets: by the name of the member, and by what the text looks like."""
    if isinstance(value, str):
        return scrub_text(value)
    if isinstance(value, Mapping):
        return {
            name: GONE if SECRET_NAMES.match(str(name)) and value[name] else scrub(value[name])
            for name in value
        }
    if isinstance(value, (list, tuple)):
        return [scrub(part) for part in value]
    return value
