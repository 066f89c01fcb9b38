"""The way in: the window, or one command."""

from __future__ import annotations

import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from ssmwizard.app.doors import Doors
from ssmwizard.app.language import ENGLISH, Language
from ssmwizard.cli import console, options
from ssmwizard.cli.status import Status
from ssmwizard.outside import folders

NO_DISPLAY = (
    "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be"
    " opened. On the command line: ssmwizard check --all"
)
DEMO_WITHOUT_DISPLAY = (
    "There is no display here, so the demo account is inspected without a window:"
    " ssmwizard check --demo --all"
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; return its exit status."""
    given = list(sys.argv[1:] if argv is None else argv)
    log: Path | None = None
    try:
        arguments = options.parse(_with_scenario(given))
        log = console.log_to_file()
        return _run(arguments)
    except console.Wrong as wrong:
        console.note(f"ssmwizard: {wrong}")
        return Status.USAGE
    except KeyboardInterrupt:
        console.note("Interrupted.")
        return Status.INTERRUPTED
    except BrokenPipeError:
        # Whoever read the answer has had enough of it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.READY
    except Exception as error:
        logging.getLogger(__name__).exception("ssmwizard failed")
        _crashed(error, " ".join(given[:1]), log)
        return Status.INTERNAL


def _crashed(error: Exception, doing: str, log: Path | None) -> None:
    """Say in a sentence that the program failed, and where the rest is; it is kept for a bundle."""
    from ssmwizard.app import crash  # noqa: PLC0415 - not where all goes well
    from ssmwizard.outside import crash_file  # noqa: PLC0415 - the same

    told = crash.crash_of(error, doing or "window")
    console.note(f"ssmwizard failed: this is a fault of the program ({told.says}).")
    if log is not None:
        console.note(f"The details are in {log}.")
    else:
        console.note(told.text())
    with suppress(OSError):
        if crash_file.keep(folders.state(), crash.as_json(told)):
            console.note(
                "For whoever can mend it: `ssmwizard bundle --output FILE` holds them too."
            )


def _run(arguments: Namespace) -> int:
    if arguments.command is None:
        if console.has_display():
            return _window(arguments)
        if arguments.demo is None:
            raise console.Wrong(NO_DISPLAY)
        console.note(DEMO_WITHOUT_DISPLAY)
        arguments = options.parse([f"--demo={arguments.demo}", "check", "--all"])
    if arguments.command == "open" and _in_window(arguments):
        return _reader(arguments)
    if arguments.command == "bundle":
        arguments.language = _language(arguments.lang)
    with _doors(arguments, window=False) as doors:
        console.ask_for_codes(doors.codes)
        if doors.gate.policy.problem is not None:
            console.note(str(doors.gate.locked))
        if arguments.calls:
            doors.log.listener = console.call
        command: Callable[[Namespace, Doors], int] = arguments.run
        return command(arguments, doors)


def _in_window(opening: Namespace) -> bool:
    """Tell whether a bundle is shown in the window."""
    asked = opening.translate is not None or opening.forget
    return opening.format is None and not asked and console.has_display()


def _language(wanted: str | None) -> Language:
    """Return the language of a report; English where another cannot be had, for a report is wanted."""
    if wanted not in (None, "en"):
        try:
            from ssmwizard.ui import language  # noqa: PLC0415 - Qt translates

            return language.written_in(wanted)
        except (ImportError, FileNotFoundError) as error:
            console.note(
                f"The report is in English, since there is nothing to translate it: {error}."
            )
    return replace(ENGLISH, local=True)


def _ui() -> ModuleType:
    try:
        from ssmwizard.ui import run  # noqa: PLC0415 - the commands do without Qt
    except ImportError as error:
        message = (
            f"Qt cannot be loaded ({error}). A system library is missing; README.md says which."
        )
        raise console.Wrong(message) from error
    return run


def _reader(arguments: Namespace) -> int:
    from ssmwizard.app import opening, translating  # noqa: PLC0415 - only a bundle needs them
    from ssmwizard.cli import reading  # noqa: PLC0415 - the same

    ui = _ui()
    opened = reading.opened(arguments.bundle)
    back = translating.back(arguments.bundle, opened.manifest, opening.keyring())
    options = ui.Options(folder=folders.documents(), language=arguments.lang)
    return int(ui.show(opened, options, back))


def _window(arguments: Namespace) -> int:
    ui = _ui()
    with _doors(arguments, window=True) as doors:
        options = ui.Options(
            folder=folders.documents(),
            profile=arguments.profile,
            region=arguments.region,
            nodes=tuple(arguments.nodes),
            language=arguments.lang,
            calls=arguments.calls,
        )
        return int(ui.run(doors, options))


def _doors(arguments: Namespace, *, window: bool) -> AbstractContextManager[Doors]:
    if arguments.demo is not None:
        from ssmwizard import demo_doors  # noqa: PLC0415 - only the demo needs it

        arguments.profile = arguments.profile or demo_doors.PROFILE
        return demo_doors.opened(arguments.demo, window=window, read_only=arguments.read_only)
    from ssmwizard.app import opening  # noqa: PLC0415 - only the real account needs it

    page = opening.WINDOW_PAGE if window else opening.COMMAND_PAGE
    return nullcontext(opening.live(read_only=arguments.read_only, page=page))


def _with_scenario(argv: list[str]) -> list[str]:
    """Join ``--demo`` with the scenario after it, if what stands there is the name of one."""
    if not any(word == "--demo" or word.startswith("--demo=") for word in argv):
        return argv
    from ssmwizard import demo  # noqa: PLC0415 - only the demo needs it

    joined: list[str] = []
    words = iter(argv)
    waiting = next(words, None)
    while waiting is not None:
        word, waiting = waiting, next(words, None)
        if word == "--demo":
            named = waiting is not None and demo.is_scenario(waiting)
            joined.append(f"--demo={waiting if named else demo.DEFAULT}")
            waiting = next(words, None) if named else waiting
        elif word.startswith("--demo=") and not demo.is_scenario(word.removeprefix("--demo=")):
            names = ", ".join(demo.NAMES)
            raise console.Wrong(
                f"There is no demo {word.removeprefix('--demo=')}. There is: {names}."
            )
        else:
            joined.append(word)
    return joined


if __name__ == "__main__":
    sys.exit(main())
