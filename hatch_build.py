"""Build hook: compiles the translations and maps ``resources/`` into the wheel."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LRELEASE = "from PySide6.scripts.pyside_tool import lrelease; lrelease()"
SOURCES_ONLY = ("screenshots",)


class ResourcesBuildHook(BuildHookInterface[Any]):
    """Makes every ``.qm`` beside its ``.ts``, in a wheel and in an editable installation alike.

    An editable installation reads ``resources/`` of the checkout; a wheel carries a copy as
    ``ssmwizard/resources``.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it builds; `version` is ``standard`` or ``editable``."""
        resources = Path(self.root, "resources")
        for source in sorted(resources.glob("i18n/*.ts")):
            compile_translation(source)
        if version != "standard":
            return
        for file in sorted(resources.rglob("*")):
            inside = file.relative_to(resources)
            if file.is_file() and file.suffix != ".ts" and inside.parts[0] not in SOURCES_ONLY:
                target = f"ssmwizard/resources/{inside.as_posix()}"
                build_data["force_include"][str(file)] = target


def compile_translation(source: Path) -> None:
    """Write the ``.qm`` of one ``.ts``; raise ``CalledProcessError`` when Qt's compiler fails."""
    target = source.with_suffix(".qm")
    command = [sys.executable, "-c", LRELEASE, "-silent", str(source), "-qm", str(target)]
    subprocess.run(command, check=True)
