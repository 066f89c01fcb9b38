"""Every word of the window passes through here: one mechanism, one file of translations.

Literals are marked with ``N_`` (``lupdate -tr-function-alias QT_TR_NOOP+=N_``) and looked up in the
empty context.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ssmwizard.app.language import ENGLISH, Language
from ssmwizard.app.shown import tame
from ssmwizard.model.text import N_, Text
from ssmwizard.resources import documentation, folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QApplication

LOG = logging.getLogger(__name__)
LANGUAGES = ("en", "fr")

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def tr(literal: str, one: str = "", count: int = -1, /, **arguments: object) -> str:
    """Translate a literal marked with ``N_`` and fill its named places.

    A counted text is ``tr("%n nodes", "%n node", count)``, which ``lupdate`` knows to be one:
    ``one`` is English's singular, which Qt has no place for (it stays as the translator's comment).
    """
    told = QCoreApplication.translate("", literal, one or None, count)
    return _filled(told, literal, one, count, arguments)


def _filled(told: str, literal: str, one: str, count: int, arguments: Mapping[str, object]) -> str:
    if count == 1 and told == literal.replace("%n", "1"):
        told = one.replace("%n", "1")
    return told.format_map(arguments) if arguments else told


def say(text: Text) -> str:
    """Return a text of the model in the language of the window."""
    return tame(text.translated(tr))


def tip(said: str) -> str:
    """Return a text as a tool tip: Qt takes one for a page where it looks like one."""
    return f"<qt>{escape(tame(said))}</qt>" if "<" in said else tame(said)


def spoken() -> Language:
    """Return the language of the window, for what the program writes in it."""
    language = QLocale().name()[:2]
    return Language(language if language in LANGUAGES else "en", tr, local=True)


def written_in(language: str) -> Language:
    """Return a language for what the program writes where there is no window.

    Raises FileNotFoundError where there are no translations into it.
    """
    if language == "en":
        return replace(ENGLISH, local=True)
    translator = QTranslator()
    if not translator.load(f"ssmwizard_{language}", str(folder() / "i18n")):
        raise FileNotFoundError(language)

    def say(literal: str, one: str = "", count: int = -1, /, **arguments: object) -> str:
        found = translator.translate("", literal, one or None, count)
        told = (found or literal).replace("%n", str(count))
        return _filled(told, literal, one, count, arguments)

    return Language(language, say, local=True)


def isolated(identifier: str) -> str:
    """Keep an identifier in its own direction inside a sentence of any script."""
    return f"{_FIRST_STRONG_ISOLATE}{identifier}{_POP_ISOLATE}"


def link(key: str, partition: str = "aws") -> tuple[str, str]:
    """Return the address and the title of a documentation page; a plain address is its own title."""
    if key.startswith("https://"):
        return key, key.removeprefix("https://")
    pages = documentation()
    return pages.url(key, QLocale().name()[:2], partition), pages.title(key)


def moment(at: datetime) -> str:
    """Return a time of day as the computer's user reads it, to the second."""
    return at.astimezone().strftime("%H:%M:%S")


def both_times(at: datetime) -> str:
    """Return a time with its day, local and UTC where that is another."""
    local = at.astimezone()
    utc = at.astimezone(UTC)
    if not local.utcoffset():
        return f"{utc:%Y-%m-%d %H:%M:%S} UTC"
    return f"{local:%Y-%m-%d %H:%M:%S %Z} ({utc:%H:%M:%S} UTC)"


def ago(at: datetime, now: datetime) -> str:
    """Return how long ago something was, roughly."""
    minutes = max(0, int((now - at).total_seconds() // 60))
    if minutes < 1:
        return tr(N_("just now"))
    if minutes < 60:  # noqa: PLR2004 - minutes of an hour
        return tr("%n minutes ago", "%n minute ago", minutes)
    if minutes < 48 * 60:
        return tr("%n hours ago", "%n hour ago", minutes // 60)
    return tr("%n days ago", "%n day ago", minutes // 1440)


def size(count: int) -> str:
    """Return a number of bytes as people read it."""
    return QLocale().formattedDataSize(count, 1)


def install(app: QApplication, wanted: str | None) -> str:
    """Load the translations for a language (None: the computer's) and return the language shown."""
    locale = QLocale(wanted) if wanted else QLocale()
    language = locale.name()[:2]
    if language not in LANGUAGES:
        language, locale = "en", QLocale("en")
    if wanted:
        QLocale.setDefault(locale)
    own = str(folder() / "i18n")
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, where in ((f"qtbase_{language}", qt), (f"ssmwizard_{language}", own)):
        translator = QTranslator(app)
        if translator.load(name, where):
            app.installTranslator(translator)
        elif language != "en":
            LOG.warning("no translation %s in %s", name, where)
    return language
