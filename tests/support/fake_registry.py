"""The registry of Windows, where there is none."""

from __future__ import annotations

from dataclasses import dataclass, field

from ssmwizard.outside.windows_path import NAME


@dataclass
class FakeRegistry:
    """Values by root and key; ``told`` counts how often others were told."""

    values: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    told: int = 0

    def read(self, root: str, key: str, name: str) -> tuple[str, int] | None:
        assert name == NAME
        return self.values.get((root, key))

    def write(self, root: str, key: str, name: str, value: str, kind: int) -> None:
        assert name == NAME
        self.values[root, key] = (value, kind)

    def tell(self) -> None:
        self.told += 1
