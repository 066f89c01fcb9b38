"""For whom a support bundle is made."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ssmwizard.model.text import N_, Text, text


class Audience(StrEnum):
    """For whom a bundle is."""

    SUPPORT = "support"
    PUBLIC = "public"


TITLES: Mapping[Audience, Text] = {
    Audience.SUPPORT: text(N_("For colleagues and AWS: identifiers are kept")),
    Audience.PUBLIC: text(N_("For the public: identifiers are replaced")),
}
