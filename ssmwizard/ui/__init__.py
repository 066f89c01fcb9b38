"""The window; the only layer that knows Qt."""

import sys

import PySide6.QtCore  # noqa: F401 - loads the module below

# Once Qt is loaded, PySide reads the source of every module that is imported, and keeps it, to see whether
# the module may ask for Qt's names in another style. None does here: spare 13 MB and some time.
_feature = sys.modules.get("shibokensupport.feature")
if _feature is not None:
    _feature._mod_uses_pyside = lambda _module: False  # type: ignore[attr-defined]  # noqa: SLF001
