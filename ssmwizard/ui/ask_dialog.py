"""Asks the nodes what only they know: shows what will be run before, or takes an answer by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QDialog, QPlainTextEdit, QVBoxLayout

from ssmwizard.app import questions
from ssmwizard.model.text import N_
from ssmwizard.ui.buttons import Button
from ssmwizard.ui.clipboard import copy
from ssmwizard.ui.footer import announce
from ssmwizard.ui.labels import label
from ssmwizard.ui.language import say, tr
from ssmwizard.ui.layout import GAP, column, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ssmwizard.app.inspect import Inspection
    from ssmwizard.ui.conductor import Conductor

WIDTH, HEIGHT = 820, 680
SCRIPT_LINES, ANSWER_LINES = 8, 5
# The systems by the name that the command line has for their scripts, and how they are called here.
SYSTEMS = (("linux", "Linux, macOS"), ("windows", "Windows"))


class AskDialog(QDialog):
    """The script, the way to run it on the nodes that are online, and a field for an answer by hand."""

    def __init__(
        self, parent: QWidget, conductor: Conductor, inspection: Inspection, node: str | None
    ) -> None:
        super().__init__(parent)
        self._conductor = conductor
        self._scripts = questions.shown(inspection.snapshot)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr(N_("Ask the nodes")))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(GAP)
        self._lay_out_asking(inside, inspection)
        self._lay_out_giving(inside, inspection, node)
        self.system.setFocus()
        self.resize(min(WIDTH, parent.window().width()), min(HEIGHT, parent.window().height()))

    def ask(self) -> None:
        """Have the nodes asked, and leave."""
        self.accept()
        self._conductor.ask_nodes()

    def read_consoles(self) -> None:
        """Have the console output read, and leave."""
        self.accept()
        self._conductor.read_consoles()

    def give(self) -> None:
        """Take the answer for the chosen node, or say why it cannot be one."""
        node, said = str(self.node.currentData()), self.field.toPlainText()
        reason = questions.refused(node, said)
        if reason is not None:
            self.problem.setText(say(reason))
            self.problem.show()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, say(reason))
            return
        self.accept()
        self._conductor.take_answer(node, said)

    def _lay_out_asking(self, inside: QVBoxLayout, inspection: Inspection) -> None:
        hint = tr(
            N_(
                "Accounts, edition, disk, kernel, and what a machine reaches from inside: only the node knows. This script asks it through Run Command. It reads and changes nothing; the account logs that it was run."
            )
        )
        heading = label(tr(N_("What does the node itself say?")), factor=1.4, bold=True)
        self.system = QComboBox()
        self.system.setObjectName("system")
        self.system.setAccessibleName(tr(N_("System of the script")))
        for system, named in SYSTEMS:
            self.system.addItem(f"{named} · {questions.document(system)}", system)
        self.system.currentIndexChanged.connect(self._show_script)
        self.script = QPlainTextEdit()
        self.script.setObjectName("script")
        self.script.setProperty("look", "code")
        self.script.setReadOnly(True)
        self.script.setTabChangesFocus(True)
        self.script.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.script.setAccessibleName(tr(N_("The script")))
        self.script.setMinimumHeight(self.script.fontMetrics().lineSpacing() * SCRIPT_LINES)
        asked = questions.to_ask(inspection.snapshot)
        count = sum(len(one.nodes) for one in asked)
        said = tr("&Run this on %n nodes that are online", "&Run this on the node", count)
        self.run = Button(said, self.ask, icon="terminal", look="primary", name="run-script")
        self.copy = Button(tr(N_("&Copy the script")), self._copy, icon="copy", name="copy-script")
        refusal = self._refusal(count)
        self.run.setEnabled(not refusal)
        charged = questions.billed(inspection.snapshot, asked)
        if not refusal and charged:
            refusal = tr(
                "Run Command is charged by use on %n of these nodes, which are outside EC2.",
                "Run Command is charged by use on one of these nodes, which is outside EC2.",
                charged,
            )
        self.note = label(refusal, "muted")
        self.note.setVisible(bool(refusal))
        inside.addLayout(column(heading, label(hint, "muted"), gap=4))
        inside.addLayout(row(self.system, None))
        inside.addWidget(self.script, 3)
        inside.addWidget(self.note)
        inside.addLayout(row(self.run, self.copy, None))
        silent = len(questions.silent(inspection.snapshot))
        said = tr(
            "Read the c&onsole output of %n instances that are not connected",
            "Read the c&onsole output of the instance",
            silent,
        )
        self.consoles = Button(said, self.read_consoles, icon="search", name="read-consoles")
        self.consoles.setToolTip(
            tr(N_("It may hold secrets. Only lines that tell of the agent are kept."))
        )
        self.consoles.setVisible(silent > 0)
        inside.addLayout(row(self.consoles, None))
        self._show_script()

    def _lay_out_giving(
        self, inside: QVBoxLayout, inspection: Inspection, node: str | None
    ) -> None:
        hint = tr(
            N_(
                "Or run the script, or ssm-cli get-diagnostics, on the machine as root or administrator, and paste all that it prints."
            )
        )
        self.node = QComboBox()
        self.node.setObjectName("node")
        self.node.setAccessibleName(tr(N_("Node that said this")))
        for verdict in inspection.verdicts:
            named = f"{verdict.name} · {verdict.node}" if verdict.name else verdict.node
            self.node.addItem(named, verdict.node)
        self.node.setCurrentIndex(max(0, self.node.findData(node)))
        self.field = QPlainTextEdit()
        self.field.setObjectName("answer")
        self.field.setAccessibleName(tr(N_("What the node printed")))
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(self.field.fontMetrics().lineSpacing() * ANSWER_LINES)
        self.problem = label("", select=True)
        self.problem.setObjectName("problem")
        self.problem.hide()
        self.use = Button(tr(N_("&Use this answer")), self.give, icon="check", name="use-answer")
        self.leave = Button(tr(N_("C&lose")), self.reject, name="close")
        inside.addWidget(label(hint, "muted"))
        inside.addLayout(row(self.node, None))
        inside.addWidget(self.field, 2)
        inside.addWidget(self.problem)
        inside.addLayout(row(self.use, None, self.leave))

    def _refusal(self, count: int) -> str:
        why = self._conductor.doors.gate.refuses_asking()
        if why is not None:
            return say(why)
        return (
            "" if count else tr(N_("None of the inspected nodes is online, so none can be asked."))
        )

    def _show_script(self) -> None:
        self.script.setPlainText("\n".join(self._scripts[str(self.system.currentData())]))

    def _copy(self) -> None:
        copy(self.script.toPlainText())
        announce(self, tr(N_("Copied.")))
