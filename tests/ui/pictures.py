"""Takes a picture of every page on the demo account: ``python tests/ui/pictures.py FOLDER``.

Light and dark, English and French, at the window's first size; ``--small`` at 900 x 600; ``--long`` with
every text 40 % longer, as in the language that needs most room.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from demo_window import demo_doors  # noqa: E402 - after the path
from PySide6.QtCore import QEventLoop, QTimer, QTranslator  # noqa: E402 - after the path
from PySide6.QtWidgets import QWidget  # noqa: E402 - after the path

from ssmwizard.app.repairing import Selected, Stage, key_of  # noqa: E402 - after the path
from ssmwizard.app.wizard import Step  # noqa: E402 - after the path
from ssmwizard.ui import run  # noqa: E402 - after the path
from ssmwizard.ui.code_dialog import CodeDialog  # noqa: E402 - after the path
from ssmwizard.ui.jobs import Jobs  # noqa: E402 - after the path
from ssmwizard.ui.parts_dialog import PartsDialog  # noqa: E402 - after the path
from ssmwizard.ui.scroll import Scroll  # noqa: E402 - after the path

SECONDS = 60
MESSAGES = {
    "explain-refused": (
        "An error occurred (AccessDeniedException) when calling the TerminateSession operation: User:"
        " arn:aws:sts::111122223333:assumed-role/Ops/ann is not authorized to perform:"
        " ssm:TerminateSession on resource: arn:aws:ssm:eu-west-3:111122223333:session/ann-0a1b2c3d"
        " because no identity-based policy allows the ssm:TerminateSession action"
    ),
    "explain-node": (
        "2026-11-24 08:00:00 INFO [ssm-agent-worker] Entering SSM Agent hibernate -"
        " AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/web/i-0123456789abcdef0"
        " is not authorized to perform: ssm:UpdateInstanceInformation on resource: *"
    ),
    "explain-check": "account.instance-tier",
    "explain-unknown": "An error occurred (Strange) when calling the Thing operation: no idea",
}


def wait(until: Callable[[], bool], what: str) -> None:
    """Let the window live until something holds, and a little longer."""
    loop = QEventLoop()
    look, end = QTimer(), QTimer()
    look.timeout.connect(lambda: until() and loop.quit())
    end.timeout.connect(lambda: sys.exit(f"waited too long: {what}"))
    look.start(20)
    end.start(SECONDS * 1000)
    loop.exec()
    end.stop()
    QTimer.singleShot(150, loop.quit)
    loop.exec()


class Longer(QTranslator):
    """Makes every text 40 % longer."""

    def translate(self, _context: str, said: str, _comment: str = "", n: int = -1) -> str:
        said = said.replace("%n", str(n))
        return said + ("ôé " * len(said))[: round(len(said) * 0.4)]

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


def sign_in(window, picture: Callable[..., None], settled: Callable[[], bool]) -> None:
    """Take pictures of signing in, and of the question for an MFA code."""
    conductor = window.conductor
    conductor.doors.computer._seconds = SECONDS
    conductor.choose_account("demo-sso", None)
    wait(settled, "nobody")
    picture("account-nobody")
    dialog = window.sign_in()
    wait(lambda: dialog.here.isVisibleTo(dialog), "sign-in")
    picture("sign-in", dialog)
    dialog.sign_in_elsewhere()
    wait(lambda: dialog.asked.isVisibleTo(dialog), "code")
    picture("sign-in-code", dialog)
    dialog.reject()
    wait(settled, "cancelled")
    picture("sign-in-cancelled", dialog)
    dialog.reject()
    conductor.choose_account("demo-mfa", None)
    wait(lambda: bool(window.findChildren(CodeDialog)), "mfa")
    (asked,) = window.findChildren(CodeDialog)
    picture("mfa-code", asked)
    asked.reject()
    wait(settled, "no code")
    conductor.choose_account("demo-admin", None)
    wait(settled, "identity")


def take(  # noqa: PLR0915 - one step after the other
    folder: Path, language: str, theme: str, size: tuple[int, int], *, longer: bool
) -> None:
    """Walk the six steps and take a picture of each."""
    with tempfile.TemporaryDirectory() as scratch:
        doors, account = demo_doors(Path(scratch))
        app = run.application(language)
        if longer:
            app.installTranslator(Longer(app))
        jobs = Jobs()
        options = run.Options(
            folder=Path(scratch), profile="demo-admin", language=language, theme=theme
        )
        window = run.make_window(doors, options, jobs, None)
        jobs.crashed.connect(lambda crash: sys.exit(crash.text()))
        window.resize(*size)
        window.show()
        conductor = window.conductor
        number = 0

        def picture(name: str, widget: QWidget | None = None) -> None:
            nonlocal number
            number += 1
            wait(lambda: not any(one._more.isActive() for one in window.findChildren(Scroll)), name)
            (widget or window).grab().save(
                str(folder / f"{number:02}-{name}-{theme}-{language}.png")
            )

        def settled() -> bool:
            return not conductor.wizard.busy and not jobs._jobs

        conductor.arrive()
        wait(settled, "identity")
        picture("account")
        sign_in(window, picture, settled)
        window.next()
        wait(settled, "computer")
        picture("computer")
        window.next()
        wait(settled, "nodes")
        listing = conductor.wizard.listing
        picture("nodes")
        conductor.choose_nodes(tuple(row.id for row in listing.rows))
        wait(settled, "chosen")
        picture("nodes-chosen")
        window.next()
        wait(lambda: Step.INSPECT in conductor.wizard.busy or settled(), "landing")
        picture("inspecting")
        wait(settled, "inspection")
        picture("inspect-all")
        page = window.pages[Step.INSPECT]
        for place in range(1, len(page.nodes.entries)):
            page.nodes.go_to(place)
            wait(lambda: True, "drawn")
            picture(f"inspect-node-{place}")
            if place == 4:
                break
        page.nodes.go_to(len(page.nodes.entries) - 1)
        wait(lambda: True, "drawn")
        picture("inspect-last")
        window.next()
        wait(settled, "proposals")
        picture("repair")
        repairer = conductor.repairer
        for plan in list(repairer.repairs.plans)[:6]:
            repairer.select(Selected(proposal=key_of(plan)))
            wait(settled, "rights")
            picture("plan-" + plan.fix)
            if plan.fix == "role.attach-managed-policy":
                wanted = plan
        repairer.select(Selected(proposal=key_of(wanted)))
        wait(settled, "rights")
        repairer.ask(confirming=True)
        wait(lambda: True, "asked")
        picture("confirm")
        repairer.apply()
        wait(lambda: repairer.repairs.run.stage is not Stage.APPLYING, "applied")
        picture("verifying")
        wait(lambda: repairer.repairs.run.stage is Stage.ENDED and settled(), "verified")
        picture("verified")
        entry = repairer.repairs.entries[0]
        repairer.select(Selected(entry=entry.id))
        wait(settled, "entry")
        picture("entry")
        repairer.undo(entry.id)
        wait(lambda: repairer.repairs.undone is not None and settled(), "undone")
        picture("undone")
        window.next()
        wait(settled, "report")
        picture("report")
        page = window.pages[Step.REPORT]
        page.consoles.click()
        wait(settled, "consoles")
        page.audience.setCurrentIndex(page.audience.count() - 1)
        page.contains.field.setText("vpc-")
        wait(settled, "public")
        picture("report-public")
        page._show_parts("recording.jsonl")
        wait(settled, "side by side")
        (sides,) = page.findChildren(PartsDialog)
        picture("side-by-side", sides)
        sides.reject()
        for name, message in MESSAGES.items():
            dialog = window.explain()
            dialog.field.setPlainText(message)
            dialog.answer()
            wait(lambda: True, "explained")
            picture(name, dialog)
            dialog.close()
        window.close()
        account.close()


def main() -> None:
    """Take all pictures, each language and theme in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", choices=("en", "fr"))
    parser.add_argument("--theme", choices=("light", "dark"))
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--long", action="store_true")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    if asked.language and asked.theme:
        size = (900, 600) if asked.small else (1100, 720)
        take(asked.folder, asked.language, asked.theme, size, longer=asked.long)
        return
    for language in ("en", "fr"):
        for theme in ("light", "dark"):
            command = [sys.executable, __file__, str(asked.folder)]
            command += ["--language", language, "--theme", theme]
            command += [*(["--small"] if asked.small else []), *(["--long"] if asked.long else [])]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
